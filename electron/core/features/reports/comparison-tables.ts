import { type Benchmark, benchmarkSource, publishedRange, publishedValue } from '#shared/features/reports/benchmarks.ts'
import { type ComparedReport, type Comparators, shareDays } from '#shared/features/reports/comparators.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { differenceWords } from '#shared/features/reports/difference-words.ts'
import { periodWords, type ReportPeriod } from '#shared/features/reports/period.ts'
import { type ReportResult, resultsOf } from '#shared/features/reports/results.ts'
import {
  type ReportDataset,
  type ReportSection,
  type ReportTable,
  SMALL_NUMBER_RULES,
  type TableCell,
} from '#shared/features/reports/schema.ts'
import { column, estimateCell, table, textCell } from './sections/section.ts'

/** What the tables speak of besides the results: the report's own period and rule. */
type Own = Pick<ReportDataset, 'smallNumbers' | 'sections' | 'explanations' | 'rules'> & {
  readonly period: ReportPeriod
}

/** The results of a section that others are put beside. */
interface Beside {
  readonly subject: string
  readonly results: readonly ReportResult[]
}

const CLAIM_RULE =
  'Higher or lower is said only where the two likely ranges have nothing in common: anything less may be chance. For days both middles are given and nothing is claimed.'

const SHARED_DAYS = 'The two periods share days, so that nothing is claimed of a change.'

const NETWORK_NOTE =
  'All practices that sent their counts, this one among them where it did. Nothing is claimed of the difference: whether a practice lies further from the others than chance explains is for a funnel to say.'

const OTHER_PRACTICES = 'Other practices may have sent their counts then.'

const ruleNote = ({ smallNumbers }: Own, report: ComparedReport): string[] => {
  if (report.smallNumbers === smallNumbers) return []
  const label = SMALL_NUMBER_RULES.find(({ code }) => code === report.smallNumbers)?.label ?? report.smallNumbers
  return [`Its small numbers were hidden by another rule (${label}).`]
}

const besideWords = (report: ComparedReport): string => {
  const sent = `sent ${formatIsoDate(report.sentOn)}`
  const practices = report.practices === null ? '' : `${report.practices} practices, `
  return report.kind === 'network'
    ? `beside ${report.practices ?? 0} practices together, ${periodWords(report)} (${sent})`
    : `beside the report of ${practices}${periodWords(report)} (${sent})`
}

/** What the results of a section are called, as the subject of a title. */
const subjectOf = ({ id, title }: ReportSection): string => (id === 'summary' ? 'Headline measures' : title)

const isOfNetwork = ({ kind }: ComparedReport): boolean => kind === 'network'

const sharesDaysWith = (report: ComparedReport, { period }: Own): boolean =>
  !isOfNetwork(report) && shareDays(report, period)

const notesOf = (report: ComparedReport, own: Own): string[] => {
  if (isOfNetwork(report)) return [NETWORK_NOTE, ...ruleNote(own, report)]
  return [
    sharesDaysWith(report, own) ? SHARED_DAYS : CLAIM_RULE,
    ...(report.practices === null ? [] : [OTHER_PRACTICES]),
    ...ruleNote(own, report),
  ]
}

const reportTable = (report: ComparedReport, { subject, results }: Beside, own: Own): ReportTable | null => {
  const claims = !isOfNetwork(report) && !sharesDaysWith(report, own)
  const rows = results.flatMap((result): TableCell[][] => {
    const { label, unit, estimate } = result
    const theirs = report.results.find(({ measure }) => measure === result.measure)
    if (theirs === undefined) return []
    const isAlike = theirs.rule === result.rule
    const difference = isAlike ? differenceWords(estimate, theirs.estimate, unit, claims) : 'Counted by another rule'
    return [
      [
        textCell(label),
        estimateCell(estimate, unit),
        estimateCell(estimate, unit),
        estimateCell(theirs.estimate, unit),
        estimateCell(theirs.estimate, unit),
        textCell(difference),
      ],
    ]
  })
  if (rows.length === 0) return null
  const there = isOfNetwork(report) ? 'Practices together' : 'Report before'
  return table({
    id: `beside-${report.kind}`,
    title: `${subject} ${besideWords(report)}`,
    columns: [
      column('Measure', 'text'),
      column('This report', 'value'),
      column('Its range', 'range'),
      column(there, 'value'),
      column('Range there', 'range'),
      column('Difference', 'text'),
    ],
    rows,
    note: notesOf(report, own).join(' '),
  })
}

const benchmarkTable = (benchmarks: readonly Benchmark[], { subject, results }: Beside): ReportTable | null => {
  const rows = results.flatMap(({ measure, label, unit, estimate }) =>
    benchmarks
      .filter((benchmark) => benchmark.measure === measure)
      .map((benchmark): TableCell[] => [
        textCell(`${label}: ${benchmark.name}, ${benchmark.period}`),
        estimateCell(estimate, unit),
        estimateCell(estimate, unit),
        textCell(publishedValue(benchmark)),
        textCell(publishedRange(benchmark)),
        textCell(benchmarkSource(benchmark)),
      ]),
  )
  if (rows.length === 0) return null
  return table({
    id: 'beside-published',
    title: `${subject} beside published figures`,
    columns: [
      column('Measure, and whose figure', 'text'),
      column('This report', 'value'),
      column('Its range', 'range'),
      column('Published', 'text'),
      column('Published range', 'text'),
      column('Source', 'text'),
    ],
    rows,
    note: 'Published figures are of other people and may be counted in another way, so that no difference is worked out.',
  })
}

/**
 * Puts beside the results of each section what they are compared with. Everything in these tables was public before, or
 * stands in this report anyway: they add no figure to what has to be guarded.
 */
export const withComparisons = (comparators: Comparators, own: Own): ReportSection[] => {
  const bySection = Map.groupBy(resultsOf(own), ({ sectionId }) => sectionId)
  return own.sections.map((section) => {
    const beside = { subject: subjectOf(section), results: bySection.get(section.id) ?? [] }
    const tables = [
      ...comparators.reports.map((report) => reportTable(report, beside, own)),
      benchmarkTable(comparators.benchmarks, beside),
    ].flatMap((made) => made ?? [])
    return tables.length === 0 ? section : { ...section, blocks: [...section.blocks, ...tables] }
  })
}
