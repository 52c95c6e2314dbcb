import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { PlanProgress } from '#shared/features/plan/public.ts'
import type { Practice } from '#shared/features/access/schema.ts'
import { createFigureSheet } from '#shared/features/reports/figure-sheet.ts'
import type { Measured } from '#shared/features/reports/measure.ts'
import type { MonthCounts } from '#shared/features/reports/month-counts.ts'
import type { NetworkPart } from '#shared/features/reports/network-measure.ts'
import type { CareRule } from '#shared/features/reports/rules.ts'
import type { SourceList } from '#shared/features/reports/source.ts'
import { canonicalJson } from '../../canonical-json.ts'

/** What a report was made from, as it is kept beside it: the true counts and the rules, with nobody in it. */
export interface Kept {
  readonly practice: Practice
  readonly measured: Measured
  /** The months behind it; none of a report of several practices or of an earlier version. */
  readonly months?: readonly MonthCounts[] | undefined
  /** For a report of several practices. */
  readonly network?: NetworkPart | undefined
}

const storedSchema = z.object({
  practice: z.custom<Practice>(),
  figures: z.array(z.tuple([z.string(), z.number().int().min(0)])),
  least: z.array(z.tuple([z.string(), z.number().int().min(1)])).default([]),
  sums: z.array(z.object({ total: z.string(), parts: z.array(z.string()) })),
  spreads: z.array(z.tuple([z.string(), z.object({ countId: z.string(), values: z.array(z.number()) })])),
  supportRule: z.custom<CareRule>(),
  reviewRule: z.custom<CareRule>(),
  letterVersion: z.string(),
  lists: z.custom<readonly SourceList[]>(),
  plan: z.custom<PlanProgress>().optional(),
  hasLearning: z.boolean().default(false),
  hospitals: z.array(z.string()).default([]),
  unnamedHospitals: z.number().int().default(0),
  months: z.custom<readonly MonthCounts[]>().optional(),
  network: z.custom<NetworkPart>().optional(),
})

export const measuredText = ({ practice, measured, months, network }: Kept): string => {
  const { sheet, ...rules } = measured
  return canonicalJson({
    practice,
    figures: sheet.figures().map(({ id, value }) => [id, value]),
    least: sheet.figures().flatMap(({ id, atLeast }) => (atLeast === undefined ? [] : [[id, atLeast]])),
    sums: sheet.relations(),
    spreads: sheet.spreads(),
    ...rules,
    ...(months === undefined ? {} : { months }),
    ...(network === undefined ? {} : { network }),
  })
}

/** @throws AppError `conflict` for a report frozen before its true counts were kept. */
export const readMeasured = (stored: string | null): Kept => {
  if (stored === null) {
    throw new AppError(
      'conflict',
      'This report was frozen by an earlier version, which did not keep what it was made from. Make a new one for the same period.',
    )
  }
  const { practice, figures, least, sums, spreads, months, network, ...rules } = storedSchema.parse(JSON.parse(stored))
  const sheet = createFigureSheet()
  const atLeast = new Map(least)
  for (const [id, value] of figures) sheet.count(id, value, atLeast.get(id))
  for (const { total, parts } of sums) sheet.sum(total, parts)
  for (const [id, spread] of spreads) sheet.spread(id, spread)
  return { practice, measured: { sheet, ...rules }, months, network }
}
