import { z } from 'zod'
import { encodingSchema, separatorSchema } from '#shared/features/imports/schema.ts'
import { isoDateSchema, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { holdsNhsNumber } from './people-marks.ts'
import { FIGURE_KINDS, figureKind } from './kinds.ts'

export const figureKindSchema = z.enum(
  FIGURE_KINDS.map(({ code }) => code),
  { error: 'Choose what the figures are' },
)

const aboutFigures = (max: number, missing?: string) =>
  shortText(max, missing).refine((text) => !holdsNhsNumber(text), {
    error: 'There is an NHS number in this text. Practice figures never hold people: take it out',
  })

const laterThan = (from: string | null, to: string | null): boolean => from !== null && to !== null && from > to

/** What a set of figures is, where it comes from and when it holds. By its kind it has a day or a period. */
export const figureAboutSchema = z
  .strictObject({
    kind: figureKindSchema,
    title: aboutFigures(120, 'Give the figures a title'),
    source: aboutFigures(200, 'Say who publishes or made them'),
    /** The source's own edition: "IoD 2025", "Last run 4 Nov 2026". */
    edition: aboutFigures(80).nullable().default(null),
    asAt: isoDateSchema.nullable().default(null),
    periodFrom: isoDateSchema.nullable().default(null),
    periodTo: isoDateSchema.nullable().default(null),
  })
  .superRefine(({ kind, asAt, periodFrom, periodTo }, context) => {
    const fault = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
    const day = figureKind(kind).dated === 'day'
    if (day && asAt === null) fault('asAt', 'Enter the day on which the figures hold')
    if (day && (periodFrom !== null || periodTo !== null))
      fault('periodFrom', 'These figures hold on a day, not over a period')
    if (!day && asAt !== null) fault('asAt', 'These figures hold over a period, not on a day')
    if (!day && periodFrom === null) fault('periodFrom', 'Enter the first day of the period')
    if (!day && periodTo === null) fault('periodTo', 'Enter the last day of the period')
    if (laterThan(periodFrom, periodTo)) fault('periodTo', 'The period ends before it begins')
  })
export type FigureAbout = z.infer<typeof figureAboutSchema>

export const figureChoiceSchema = z.object({ index: z.number().int().min(0), column: z.string().max(40).nullable() })

/** One cell as it is stored: a number, or text (dates among them). What the file does not give is not there. */
export const figureValuesSchema = z.record(z.string(), z.union([z.string(), z.number()]))
export type FigureValues = z.infer<typeof figureValuesSchema>

export const figureRowSchema = z.object({
  /** Line of the file, from 1. */
  line: z.number().int(),
  /** What it is looked up by: a code, a postcode without its space, a name. */
  key: z.string(),
  /** What tells it from other rows with the same key; empty where nothing needs to. */
  part: z.string(),
  values: figureValuesSchema,
})
export type FigureRow = z.infer<typeof figureRowSchema>

/** In tables of up to so many rows a word is looked for anywhere; in longer ones, codes and postcodes by how they start. */
export const READ_THROUGH_ROWS = 20_000

const noticeSchema = z.object({
  reason: z.string(),
  rows: z.number().int(),
  /** The first lines it holds for. */
  lines: z.array(z.number().int()),
})
export type FigureNotice = z.infer<typeof noticeSchema>

/** agrees: the file's own total is the sum of its rows. none: the file has no total. */
export const figureTotalSchema = z.object({ state: z.enum(['agrees', 'differs', 'none']), words: z.array(z.string()) })

/** What was found out on reading: kept with the set. */
export const figureChecksSchema = z.object({
  rowsIn: z.number().int(),
  rejected: z.array(noticeSchema),
  warnings: z.array(noticeSchema),
  total: figureTotalSchema,
  /** About the table as a whole. */
  remarks: z.array(z.string()),
})
export type FigureChecks = z.infer<typeof figureChecksSchema>

/** current: the newest of its kind, title and day or period. superseded: a newer one is here. removed: only this line is left. */
export const FIGURE_STATES = [
  { code: 'current', label: 'Current' },
  { code: 'superseded', label: 'Superseded' },
  { code: 'removed', label: 'Removed' },
] as const

export const figureSetSchema = z.object({
  id: uuidSchema,
  kind: figureKindSchema,
  title: z.string(),
  source: z.string(),
  edition: z.string().nullable(),
  asAt: z.string().nullable(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  fileKind: z.string(),
  columns: z.array(z.string()),
  rowCount: z.number().int(),
  checks: figureChecksSchema,
  importedAt: z.string(),
  userName: z.string(),
  state: z.enum(FIGURE_STATES.map(({ code }) => code)),
  /** When the one that takes its place came in. */
  supersededAt: z.string().nullable(),
  removedAt: z.string().nullable(),
  removedBy: z.string().nullable(),
  version: z.number().int(),
})
export type FigureSet = z.infer<typeof figureSetSchema>

export const figureDraftSchema = z.object({
  draftId: uuidSchema,
  fileName: z.string(),
  readAt: z.string(),
  /** "Excel workbook, sheet “IMD”", "UTF-16 (little-endian) text, separated by comma". */
  fileKind: z.string(),
  /** null for a workbook. */
  encoding: encodingSchema.nullable(),
  separator: separatorSchema.nullable(),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  headerLine: z.number().int(),
  rowCount: z.number().int(),
  hasTotal: z.boolean(),
  /** Of a table that is longer than fits, the rows that are no postcode of a district on the register. */
  leftOut: z.object({ rows: z.number().int(), districts: z.number().int() }).nullable(),
  columns: z.array(z.object({ index: z.number().int(), heading: z.string(), samples: z.array(z.string()) })),
  /** As far as the file says it. */
  about: z.object({
    kind: figureKindSchema.nullable(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    edition: z.string().nullable(),
    asAt: z.string().nullable(),
  }),
})
export type FigureDraft = z.infer<typeof figureDraftSchema>

/** What was kept of a table that is longer than fits, and what to do about it. null: all of it. */
export const leftOutWords = ({ rowCount, leftOut }: Pick<FigureDraft, 'rowCount' | 'leftOut'>): string | null => {
  if (leftOut === null) return null
  const numbers = new Intl.NumberFormat('en-GB')
  const { rows, districts } = leftOut
  const of = districts === 1 ? 'the one postcode district' : `the ${numbers.format(districts)} postcode districts`
  return `Of ${numbers.format(rowCount + rows)} rows the ${numbers.format(rowCount)} of ${of} on your register are kept. Bring the table in again when people come from other districts`
}

export const figurePreviewSchema = z.object({
  about: figureAboutSchema,
  accepted: z.number().int(),
  checks: figureChecksSchema,
  /** The first rows as they would be stored. */
  sample: z.array(figureRowSchema),
  /** The same figures were brought in before: saving changes nothing. */
  sameAs: figureSetSchema.nullable(),
  /** The set whose place this one takes; it stays, dated. */
  supersedes: figureSetSchema.nullable(),
})
export type FigurePreview = z.infer<typeof figurePreviewSchema>
