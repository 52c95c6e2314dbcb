import { z } from 'zod'
import { partialDateSchema, isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'

const groupSchema = z.enum(TUMOUR_GROUPS.map(({ code }) => code))

export const LIST_SOURCES = [
  { code: 'hospital', label: 'Hospital MDT list' },
  { code: 'registry', label: 'Cancer registry line list' },
  { code: 'other', label: 'Another list' },
] as const
export const listSourceSchema = z.enum(LIST_SOURCES.map(({ code }) => code))
export type ListSource = z.infer<typeof listSourceSchema>

/** What a comparison finds. The first four are cancers; what is set aside are rows that could not be compared. */
export const ITEM_KINDS = [
  { code: 'both', label: 'In both' },
  { code: 'theirs_only', label: 'Theirs only' },
  { code: 'ours_only', label: 'Ours only' },
  { code: 'other_date', label: 'Another date' },
  { code: 'set_aside', label: 'Set aside' },
] as const
export const itemKindSchema = z.enum(ITEM_KINDS.map(({ code }) => code))
export type ItemKind = z.infer<typeof itemKindSchema>

/** What the list is, as whoever brings it says. */
export const aboutListSchema = z
  .object({
    /** Own words: never the name of the file. */
    name: shortText(80, 'Give the list a name'),
    source: listSourceSchema,
    from: isoDateSchema,
    to: isoDateSchema,
    /** The groups that the list covers; null: all of them. */
    tumourGroups: z.array(groupSchema).min(1, 'Choose a tumour group, or every group').max(40).nullable().default(null),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'The last day is before the first day' })
export type AboutList = z.output<typeof aboutListSchema>

const count = z.number().int().min(0)

export const kindCountSchema = z.object({
  /** Cancers, or for what is set aside rows or people of the list. */
  items: count,
  /** Rows of the list that are counted under them. */
  rows: count,
  /** Nobody has decided yet. */
  open: count,
})
export type KindCount = z.infer<typeof kindCountSchema>

/** Days from our date to theirs where the two differ: only where both days are known. Quartiles are of type 7. */
export const daysApartSchema = z.object({
  counted: count,
  notCounted: count,
  spread: z
    .object({
      median: z.number(),
      lowerQuartile: z.number(),
      upperQuartile: z.number(),
      least: z.number().int(),
      most: z.number().int(),
    })
    .nullable(),
})
export type DaysApart = z.infer<typeof daysApartSchema>

export const reconciliationSchema = z.object({
  id: uuidSchema,
  version: z.number().int().min(1),
  name: z.string(),
  source: listSourceSchema,
  from: isoDateSchema,
  to: isoDateSchema,
  tumourGroups: z.array(groupSchema).nullable(),
  comparedAt: z.string(),
  comparedBy: z.string(),
  rowsIn: count,
  oursLookedFor: count,
  oursTooVague: count,
  closedOn: isoDateSchema.nullable(),
  counts: z.record(itemKindSchema, kindCountSchema),
  days: daysApartSchema,
})
export type Reconciliation = z.infer<typeof reconciliationSchema>

/** What can be decided about an item of each kind. `key`: the letter for it. */
export const DECISIONS = [
  { code: 'added', of: 'theirs_only', label: 'Add to the register', done: 'Added to the register', key: 'A' },
  { code: 'not_ours', of: 'theirs_only', label: 'Not one of ours', done: 'Not one of ours', key: 'N' },
  { code: 'no_cancer', of: 'theirs_only', label: 'Not a cancer', done: 'Not a cancer', key: 'C' },
  { code: 'moved_away', of: 'theirs_only', label: 'Moved away', done: 'Moved away', key: 'M' },
  { code: 'asked', of: 'ours_only', label: 'Ask the hospital', done: 'The hospital is to be asked', key: 'A' },
  { code: 'list_wrong', of: 'ours_only', label: 'Ours is right', done: 'Ours is right, the list is wrong', key: 'R' },
  { code: 'ours_wrong', of: 'ours_only', label: 'Ours is wrong', done: 'Ours is wrong', key: 'W' },
  { code: 'keep_ours', of: 'other_date', label: 'Keep our date', done: 'Our date kept', key: 'O' },
  { code: 'took_theirs', of: 'other_date', label: 'Take their date', done: 'Their date taken', key: 'T' },
  { code: 'both_noted', of: 'other_date', label: 'Note both dates', done: 'Both dates noted', key: 'B' },
  { code: 'dealt_with', of: 'set_aside', label: 'Dealt with', done: 'Dealt with', key: 'D' },
] as const satisfies readonly { code: string; of: ItemKind; label: string; done: string; key: string }[]
export const decisionSchema = z.enum(DECISIONS.map(({ code }) => code))
export type Decision = z.infer<typeof decisionSchema>

const sayingSchema = z.object({
  date: partialDateSchema.nullable(),
  /** In the words of the list, else the tumour group. */
  words: z.string(),
  stage: z.string().nullable(),
  hospital: z.string().nullable(),
})

export const itemSchema = z.object({
  id: uuidSchema,
  version: z.number().int().min(1),
  kind: itemKindSchema,
  /** First line of the list that it comes from; null for ours. */
  line: z.number().int().nullable(),
  rows: count,
  person: personLineSchema.omit({ id: true }),
  personId: uuidSchema.nullable(),
  cancer: z.string(),
  theirs: sayingSchema.nullable(),
  /** As it was when the two were compared. */
  oursDate: partialDateSchema.nullable(),
  days: z.number().int().nullable(),
  /** What else has to be known: why a row was set aside, which other cancer of this person we have. */
  note: z.string().nullable(),
  decision: decisionSchema.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: isoDateSchema.nullable(),
})
export type ReconciliationItem = z.infer<typeof itemSchema>

/** Which item, as it was seen, and why. */
export const decideSchema = z.object({
  id: uuidSchema,
  version: z.number().int().min(1),
  reason: longText(300).nullable().default(null),
})
