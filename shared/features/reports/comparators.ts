import { z } from 'zod'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { benchmarkSchema } from './benchmarks.ts'
import { type ComparedCode, COMPARED_MEASURES, comparedMeasureSchema } from './compared-measures.ts'
import { estimateSchema } from './estimates.ts'
import type { ReportPeriod } from './period.ts'
import { unitSchema } from './units.ts'

/** What the results of a report are printed beside: figures that were public before it. */

/** A result as a report published it. */
const publishedResultSchema = z.strictObject({
  measure: comparedMeasureSchema,
  unit: unitSchema,
  estimate: estimateSchema,
  /** Code and version of the rule that it was counted by. */
  rule: z.string(),
})
export type PublishedResult = z.infer<typeof publishedResultSchema>

/** Another report that was sent, with what it published. `earlier`: of the same practice or network before. */
export const comparedReportSchema = z.strictObject({
  kind: z.enum(['earlier', 'network']),
  id: uuidSchema,
  title: z.string(),
  from: isoDateSchema,
  to: isoDateSchema,
  /** The last day on which it was sent. */
  sentOn: isoDateSchema,
  smallNumbers: z.string(),
  /** How many practices it is of; null for one. */
  practices: z.number().int().nullable(),
  results: z.array(publishedResultSchema),
})
export type ComparedReport = z.infer<typeof comparedReportSchema>

export const comparatorsSchema = z.strictObject({
  reports: z.array(comparedReportSchema),
  benchmarks: z.array(benchmarkSchema),
})
export type Comparators = z.infer<typeof comparatorsSchema>

export const NO_COMPARATORS: Comparators = { reports: [], benchmarks: [] }

/** Which report before is wanted: the latest that was sent, none, or one by its id. */
export const comparedWithSchema = z.union([z.enum(['latest', 'none']), uuidSchema])
export type ComparedWith = z.infer<typeof comparedWithSchema>

/** A report that can be chosen to compare with. */
export const comparableReportSchema = comparedReportSchema.omit({ results: true, smallNumbers: true, kind: true })
export type ComparableReport = z.infer<typeof comparableReportSchema>

const lengthOf = ({ from, to }: ReportPeriod): number => Date.parse(to) - Date.parse(from)

/** Years differ by a leap day, and quarters by up to two days: all of them are as long as each other. */
const TWO_DAYS = 2 * 86_400_000

/**
 * Whether a report is of a time before another's: it ended before that one begins, or it is as long and ended before
 * that one ends, as years that move on by a quarter do.
 */
export const isBefore = (earlier: ReportPeriod, later: ReportPeriod): boolean =>
  earlier.to < later.from || (earlier.to < later.to && Math.abs(lengthOf(earlier) - lengthOf(later)) <= TWO_DAYS)

/** Whether two periods have a day in common. */
export const shareDays = (a: ReportPeriod, b: ReportPeriod): boolean => a.from <= b.to && b.from <= a.to

export const measureLabel = (measure: ComparedCode): string =>
  COMPARED_MEASURES.find(({ code }) => code === measure)?.label ?? measure
