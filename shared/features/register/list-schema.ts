import { z } from 'zod'
import { shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { registerPageSchema } from './schema.ts'

/** A way of looking at the register that somebody keeps: filter, order and columns as the address holds them. */
export const savedViewSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  /** What follows `/register?`: record ids and codes, and the words of a search. */
  address: z.string(),
  version: z.number().int(),
})
export type SavedView = z.infer<typeof savedViewSchema>

export const newSavedViewSchema = z.object({
  name: shortText(40),
  address: z
    .string()
    .max(2000)
    .refine((text) => !text.includes('#') && !text.includes('://'), { error: 'This is not a view of the register' }),
})

/** What a column of the list becomes in a file: one heading a value. The strip is a picture and stays behind. */
export const EXPORT_COLUMNS = [
  { id: 'person', headings: ['Surname', 'Given name', 'NHS number', 'Date of birth'] },
  { id: 'cancer', headings: ['Tumour group', 'Site', 'Stage'] },
  { id: 'diagnosed', headings: ['Diagnosis date'] },
  { id: 'due', headings: ['Next due', 'Due date'] },
  { id: 'lead', headings: ['Named lead'] },
  { id: 'born', headings: ['Date of birth'] },
  { id: 'age', headings: ['Age', 'Sex'] },
  { id: 'letters', headings: ['Letters missing'] },
  { id: 'local', headings: ['Local number'] },
] as const
export type ExportColumn = (typeof EXPORT_COLUMNS)[number]['id']

export const LIST_FORMATS = ['csv', 'xlsx'] as const
export type ListFormat = (typeof LIST_FORMATS)[number]

export const listQuerySchema = registerPageSchema.omit({ offset: true, limit: true })

/** The people of a view as a file that names them: only for a reason, which the audit trail keeps. */
export const listExportSchema = z.object({
  list: listQuerySchema,
  /** Only these people of the view; left out: all of it. */
  personIds: z.array(uuidSchema).min(1, 'Choose somebody first').max(100_000).nullable().default(null),
  columns: z.array(z.enum(EXPORT_COLUMNS.map(({ id }) => id))).min(1, 'Choose a column'),
  format: z.enum(LIST_FORMATS),
  reason: shortText(300).refine((text) => text.length >= 3, { error: 'Say why in a few words' }),
  fileHandle: z.string(),
})
