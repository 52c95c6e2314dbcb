import { AppError } from '#shared/contract/errors.ts'
import { FIGURES_SCHEMA_ID, FIGURES_VERSION, type PracticeFigures } from '#shared/features/packs/schema.ts'
import { MONTHLY_FIGURES } from '#shared/features/reports/public.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import { readMeasured } from '../reports/public.ts'

/** Figures that each practice has of its own, of the lists it compared and of the hospitals it refers to: they do not leave. */
const OF_ITS_OWN = /^(list-\d+\.|hospital-)/

const histogramOf = (values: readonly number[]): [day: number, count: number][] => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([a], [b]) => a - b)
}

/** What the cover of a pack takes over from the report that it was made from. */
type ReportCover = Pick<
  ReportDataset,
  | 'combined'
  | 'demo'
  | 'from'
  | 'frozenAt'
  | 'id'
  | 'listSize'
  | 'listSizeOn'
  | 'networkName'
  | 'odsCode'
  | 'practiceName'
  | 'producedBy'
  | 'to'
>

/**
 * The exact counts behind a frozen report, for the lead of the network.
 * @throws AppError `conflict` for a report of several practices or one whose counts were not kept, `validation` where the
 * practice has no ODS code.
 */
export const practiceFigures = (dataset: ReportCover, measured: string | null): PracticeFigures => {
  if (dataset.combined !== undefined)
    throw new AppError('conflict', 'This is a report of several practices. Choose one of this practice alone.')
  if (dataset.odsCode === '')
    throw new AppError(
      'validation',
      'The lead knows practices by their ODS code, and this report has none. Write it in Settings, Practice, and make a new report.',
    )
  const { practice, measured: kept, months } = readMeasured(measured)
  const { sheet, supportRule, reviewRule, letterVersion } = kept
  const isShared = (id: string): boolean => !OF_ITS_OWN.test(id)
  return {
    $schema: FIGURES_SCHEMA_ID,
    format: 'throughline.practice-figures',
    formatVersion: FIGURES_VERSION,
    id: dataset.id,
    practiceName: dataset.practiceName,
    odsCode: dataset.odsCode,
    nation: practice.nation,
    networkName: dataset.networkName,
    listSize: dataset.listSize,
    listSizeOn: dataset.listSizeOn,
    from: dataset.from,
    to: dataset.to,
    frozenAt: dataset.frozenAt,
    producedBy: dataset.producedBy,
    demo: dataset.demo,
    rules: {
      support: { code: supportRule.code, version: supportRule.version },
      review: { code: reviewRule.code, version: reviewRule.version },
      letters: letterVersion,
    },
    figures: sheet.figures().filter(({ id }) => isShared(id)),
    sums: sheet
      .relations()
      .filter(({ total, parts }) => [total, ...parts].every(isShared))
      .map(({ total, parts }) => ({ total, parts: [...parts] })),
    histograms: sheet
      .spreads()
      .filter(([id]) => isShared(id))
      .map(([id, { countId, values }]) => ({ id, countId, days: histogramOf(values) })),
    monthly: {
      figures: [...MONTHLY_FIGURES],
      months: (months ?? []).map(({ month, values }) => ({ month, values: [...values] })),
    },
  }
}
