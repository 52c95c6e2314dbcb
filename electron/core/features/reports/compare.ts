import { AppError } from '#shared/contract/errors.ts'
import { type Benchmark, FIRST_BENCHMARKS } from '#shared/features/reports/benchmarks.ts'
import {
  type ComparableReport,
  type ComparedReport,
  type ComparedWith,
  type Comparators,
  isBefore,
} from '#shared/features/reports/comparators.ts'
import { dayOf } from '#shared/features/reports/cover.ts'
import type { ReportPeriod } from '#shared/features/reports/period.ts'
import { resultsOf } from '#shared/features/reports/results.ts'
import type { ReadDb } from '../../db/database.ts'
import { readBenchmarks } from './own-benchmarks.ts'
import { lastDataset, readReportPractice, readSentReports, type SentReport } from './queries.ts'

/** Of which reports it is: of this practice, or of its network. */
type Kind = 'practice' | 'network'

const kindOf = ({ dataset }: SentReport): Kind => (dataset.combined === undefined ? 'practice' : 'network')

const newestFirst = (a: SentReport, b: SentReport): number =>
  b.dataset.to.localeCompare(a.dataset.to) || b.sentAt.localeCompare(a.sentAt)

/** Reports of a kind that were sent and are of a time before a period, the one that ended last first. */
const sentBefore = async (
  db: ReadDb,
  all: readonly SentReport[],
  kind: Kind,
  period: ReportPeriod,
): Promise<SentReport[]> => {
  const { odsCode } = await readReportPractice(db)
  return all
    .filter(
      (report) => kindOf(report) === kind && report.dataset.odsCode === odsCode && isBefore(report.dataset, period),
    )
    .toSorted(newestFirst)
}

/** The report of all practices together that was sent for the same period, else the last one until its end; if there is one. */
const sentOfNetwork = (all: readonly SentReport[], period: ReportPeriod): SentReport | null => {
  const sent = all
    .filter((report) => kindOf(report) === 'network' && report.dataset.to <= period.to)
    .toSorted(newestFirst)
  const same = sent.find(({ dataset }) => dataset.from === period.from && dataset.to === period.to)
  return same ?? sent[0] ?? null
}

const comparable = ({ dataset, sentAt }: SentReport): ComparableReport => ({
  id: dataset.id,
  title: dataset.title,
  from: dataset.from,
  to: dataset.to,
  sentOn: dayOf(sentAt),
  practices: dataset.combined?.practices ?? null,
})

/** What it published and nothing else: nothing is worked out anew. */
const compared = (report: SentReport, kind: ComparedReport['kind']): ComparedReport => ({
  ...comparable(report),
  kind,
  smallNumbers: report.dataset.smallNumbers,
  results: resultsOf(report.dataset).map(({ measure, unit, estimate, rule }) => ({ measure, unit, estimate, rule })),
})

interface Wanted {
  readonly comparedWith: ComparedWith
  readonly withNetwork: boolean
  /** Ids of published figures. */
  readonly benchmarks: readonly string[]
}

const chosenReport = (sent: readonly SentReport[], comparedWith: ComparedWith): SentReport | null => {
  if (comparedWith === 'none') return null
  if (comparedWith === 'latest') return sent[0] ?? null
  const found = sent.find(({ dataset }) => dataset.id === comparedWith)
  if (found !== undefined) return found
  const words =
    'That report cannot be compared with: it was not sent, or is not of a time before. Choose another, or none'
  throw new AppError('validation', words, { fieldErrors: { comparedWith: words } })
}

const chosenBenchmarks = (all: readonly Benchmark[], ids: readonly string[]): Benchmark[] => {
  const gone = ids.some((id) => all.every((benchmark) => benchmark.id !== id))
  if (gone) {
    const words = 'A published figure that was chosen is no longer there. Choose again'
    throw new AppError('validation', words, { fieldErrors: { benchmarks: words } })
  }
  return all.filter(({ id }) => ids.includes(id))
}

/**
 * What a report of a period is printed beside.
 * @throws AppError `validation` for a report that was not sent or is of no time before, and for a figure that is gone.
 */
export const readComparators = async (
  db: ReadDb,
  {
    kind,
    period,
    comparedWith,
    withNetwork,
    benchmarks,
  }: Wanted & { readonly kind: Kind; readonly period: ReportPeriod },
): Promise<Comparators> => {
  const all = await readSentReports(db, '')
  const earlier = chosenReport(await sentBefore(db, all, kind, period), comparedWith)
  const network = withNetwork && kind === 'practice' ? sentOfNetwork(all, period) : null
  return {
    reports: [
      ...(earlier === null ? [] : [compared(earlier, 'earlier')]),
      ...(network === null ? [] : [compared(network, 'network')]),
    ],
    benchmarks: chosenBenchmarks(await readBenchmarks(db), benchmarks),
  }
}

/** What the next report of a period can be compared with, and which published figures the one before had. */
export const comparatorChoices = async (db: ReadDb, period: ReportPeriod) => {
  const before = await lastDataset(db, 'practice')
  const all = await readSentReports(db, '')
  const network = sentOfNetwork(all, period)
  const benchmarks = await readBenchmarks(db)
  const ids = before?.comparators?.benchmarks.map(({ id }) => id) ?? FIRST_BENCHMARKS
  return {
    reports: (await sentBefore(db, all, 'practice', period)).map(comparable),
    network: network === null ? null : comparable(network),
    benchmarks,
    chosen: benchmarks.flatMap(({ id }) => (ids.includes(id) ? [id] : [])),
  }
}
