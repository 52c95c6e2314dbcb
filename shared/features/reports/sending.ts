import { z } from 'zod'
import { uuidSchema } from '#shared/domain/schemas.ts'

const LONGEST = 120

const words = (ask: string) =>
  z
    .string()
    .trim()
    .min(1, ask)
    .max(LONGEST, `Use ${LONGEST} letters at most`)
    .regex(/^[^\p{Cc}]*$/u, 'Write it in one line')

/** What an export is for, and whom it is for, in a few words: they stand in the audit trail. */
export const exportPurposeSchema = words('Say what it is for')
export const recipientSchema = words('Say whom it is for')

export const PURPOSES = ['Network meeting', 'Quality improvement', 'Contract review', 'Practice meeting'] as const
export const RECIPIENTS = ['Primary care network', 'Cancer Alliance', 'Integrated care board', 'This practice'] as const

/** One small count that readers could work out. */
export const findingSchema = z.object({
  /** Table, row and column, as they stand in the report. */
  figure: z.string(),
  /**
   * `hidden-here` and `hidden-before`: a hidden count of this report, or of the earlier one. `difference`: how far the
   * two lie apart is a small number. `not-proved`: the search came to no end.
   */
  how: z.enum(['hidden-here', 'hidden-before', 'difference', 'not-proved']),
  /** The earlier report; null where it takes several. */
  earlier: z.object({ id: uuidSchema, title: z.string(), sentOn: z.string(), recipient: z.string() }).nullable(),
  /** What could be worked out, and with which report, without the figure: the same for many of them. */
  why: z.string(),
  /** The figure and why. */
  sentence: z.string(),
})
export type Finding = z.infer<typeof findingSchema>

/** `internal`: nothing is hidden and nothing leaves, so it is held beside nothing. */
export const reportCheckSchema = z.object({
  state: z.enum(['safe', 'blocked', 'internal']),
  /** Earlier reports that were held beside it. */
  compared: z.number().int(),
  findings: z.array(findingSchema),
  /** Whether hiding more figures would make it safe. */
  canHideMore: z.boolean(),
})
export type ReportCheck = z.infer<typeof reportCheckSchema>
