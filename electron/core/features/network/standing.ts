import { addUp, addUpMonths, type CombinedMonth } from '#shared/features/network/combine.ts'
import type { CombinedFigure, NetworkStanding } from '#shared/features/network/schema.ts'
import {
  type FigureSheet,
  NETWORK_COUNTS,
  NETWORK_PROPORTIONS,
  type ReportPeriod,
} from '#shared/features/reports/public.ts'
import { proportionWithInterval } from '#shared/statistics/proportions.ts'
import { medianWithQuartiles } from '#shared/statistics/quantiles.ts'
import type { ReadDb } from '../../db/database.ts'
import { readListed, readSenders, type Sender } from './kept-packs.ts'

interface Together {
  readonly sheet: FigureSheet
  readonly senders: readonly Sender[]
  readonly values: readonly ReadonlyMap<string, number>[]
  readonly months: readonly CombinedMonth[]
}

const figureOf = (
  { sheet, senders, values, months }: Together,
  {
    code,
    label,
    numerator,
    denominator,
  }: { code: string; label: string; numerator: string; denominator: string | null },
): CombinedFigure => {
  const total = sheet.valueOf(numerator)
  const outOf = denominator === null ? null : sheet.valueOf(denominator)
  return {
    code,
    label,
    numerator: total,
    denominator: outOf,
    share: outOf === null ? null : proportionWithInterval(total, outOf),
    practices: senders.map(({ odsCode, name }, at) => ({
      odsCode,
      name,
      numerator: values[at]?.get(numerator) ?? 0,
      denominator: denominator === null ? null : (values[at]?.get(denominator) ?? 0),
    })),
    months: months.flatMap((each) => {
      const counted = each.values.get(numerator)
      const of = denominator === null ? null : each.values.get(denominator)
      return counted === undefined || of === undefined
        ? []
        : [{ month: each.month, numerator: counted, denominator: of }]
    }),
  }
}

/** Who has sent their counts for a period, and what those come to together: exact, for the lead alone. */
export const networkStanding = async (db: ReadDb, period: ReportPeriod): Promise<NetworkStanding> => {
  const practices = await readListed(db, period)
  const { alike: senders, otherwise } = await readSenders(db, period)
  if (senders.length === 0) return { practices, combined: null }
  const together = {
    senders,
    sheet: addUp(senders.map(({ figures }) => figures)),
    values: senders.map(({ figures }) => new Map(figures.figures.map(({ id, value }) => [id, value]))),
    months: addUpMonths(senders.map(({ figures }) => figures)),
  }
  const days = together.sheet.spreadOf('came').values
  const median = medianWithQuartiles(days)
  return {
    practices,
    combined: {
      figures: [
        ...NETWORK_COUNTS.map(({ id, label }) =>
          figureOf(together, { code: id, label, numerator: id, denominator: null }),
        ),
        ...NETWORK_PROPORTIONS.map((proportion) => figureOf(together, proportion)),
      ],
      letterDays: median === null ? null : { median: median.median, letters: days.length },
      practices: senders.length,
      otherwise: otherwise.map(({ odsCode, name }) => ({ odsCode, name })),
    },
  }
}
