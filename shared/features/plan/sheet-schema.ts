import { z } from 'zod'
import { isoDateSchema } from '#shared/domain/schemas.ts'
import { actionStatusSchema, measureCodeSchema, planMilestoneFieldsSchema } from './schema.ts'

/** What a column of a spreadsheet of actions may hold. */
export const SHEET_COLUMNS = [
  { code: 'objective', label: 'Objective' },
  { code: 'code', label: 'Number of the action' },
  { code: 'title', label: 'Action' },
  { code: 'owner', label: 'Owner' },
  { code: 'partners', label: 'With' },
  { code: 'starts', label: 'Starts' },
  { code: 'due', label: 'Due' },
  { code: 'status', label: 'Status' },
  { code: 'milestones', label: 'Milestones' },
  { code: 'met', label: 'Milestone met' },
  { code: 'measures', label: 'Measures' },
  { code: 'cost', label: 'Cost' },
  { code: 'risk', label: 'Risk' },
  { code: 'notes', label: 'Notes' },
] as const
export type SheetColumn = (typeof SHEET_COLUMNS)[number]['code']

/** Where a row stands. `sheet` is null for a text file, which has none. */
const placeSchema = z.object({ sheet: z.string().nullable(), line: z.number().int().min(1) })

/** An action as a spreadsheet tells it. */
export const sheetActionSchema = placeSchema.extend({
  /** The number of the objective that it names; null where it names none that the plan has. */
  objective: z.number().int().nullable(),
  /** What was written in place of an objective that was not recognised. */
  objectiveSaid: z.string(),
  title: z.string(),
  words: z.string(),
  ownerName: z.string().nullable(),
  partners: z.string(),
  /** null only where no column holds starts: then one day is asked for all of them. */
  startsOn: isoDateSchema.nullable(),
  dueOn: isoDateSchema,
  status: actionStatusSchema,
  milestones: z.array(planMilestoneFieldsSchema),
  measureCodes: z.array(measureCodeSchema),
  costWords: z.string(),
  riskWords: z.string(),
})
export type SheetAction = z.output<typeof sheetActionSchema>

/** A row that cannot come in, with the reason in a sentence and what it says first, to know it again by. */
export const sheetRejectedSchema = placeSchema.extend({ reason: z.string(), said: z.string() })
export type SheetRejected = z.output<typeof sheetRejectedSchema>

/** A file of actions that was read. Each of its `rows` is in one of the four that follow. */
export const planSheetSchema = z.object({
  fileName: z.string(),
  /** All sheets of a workbook; none for a text file. */
  sheets: z.array(z.string()),
  /** The sheet that was chosen; null: every sheet with the headings of a plan. */
  sheet: z.string().nullable(),
  /** The sheets that were read. */
  read: z.array(z.string()),
  columns: z.array(z.object({ heading: z.string(), column: z.enum(SHEET_COLUMNS.map(({ code }) => code)) })),
  ignored: z.array(z.string()),
  /** Rows under headings that have anything in them. */
  rows: z.number().int(),
  actions: z.array(sheetActionSchema),
  rejected: z.array(sheetRejectedSchema),
  /** Rows that are a milestone of one of the actions. */
  milestoneRows: z.number().int(),
  /** Rows that are a heading, a total or a note. */
  skipped: z.number().int(),
})
export type PlanSheet = z.output<typeof planSheetSchema>
