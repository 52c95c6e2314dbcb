import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { periodWords, periodYears, yearsOfPeriod } from '#shared/features/reports/period.ts'
import type { Explanation, Indicator, ReportTable, TableCell } from '#shared/features/reports/schema.ts'
import { estimateSentence, figureText } from '#shared/features/reports/words.ts'
import { column, countCell, estimateCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** New diagnoses per 100,000 people on the list a year. */
export const newDiagnosisRate = ({ shown, period, practice }: SectionContext): Indicator => ({
  id: 'new-diagnosis-rate',
  label: 'New diagnoses, per 100,000 people a year',
  numerator: shown.figure('new'),
  denominator: null,
  population: null,
  unit: 'per 100,000',
  estimate: shown.rate('new', practice.listSize * periodYears(period)),
  explain: 'new-diagnoses',
})

const isAllZero = (context: SectionContext, id: string): boolean => {
  const figure = context.shown.figure(id)
  return figure.state === 'shown' && figure.value === 0
}

/** Names of the groups with the most diagnoses, when all that compete for it are shown. */
const commonest = ({ shown }: SectionContext): string | null => {
  const seen = TUMOUR_GROUPS.flatMap(({ code, label }) => {
    const figure = shown.figure(`new.${code}`)
    return figure.state === 'shown' && figure.value > 0 ? [{ label, value: figure.value }] : []
  })
  const [first, second] = seen.toSorted((a, b) => b.value - a.value)
  if (first === undefined || first.value === second?.value) return null
  const protectedOnes = TUMOUR_GROUPS.some(({ code }) => {
    const figure = shown.figure(`new.${code}`)
    return figure.state === 'hidden' && figure.why === 'protect'
  })
  return protectedOnes ? null : `${first.label} is the commonest group shown`
}

const findingOf = (context: SectionContext): string => {
  const { numerator, estimate } = newDiagnosisRate(context)
  if (numerator.state === 'hidden') return 'The number of new diagnoses is hidden.'
  if (numerator.value === 0) return 'No new cancers were diagnosed in this period.'
  const rate = estimateSentence(estimate, 'per 100,000')
  const words =
    numerator.value === 1 ? '1 new cancer was diagnosed' : `${figureText(numerator)} new cancers were diagnosed`
  const group = commonest(context)
  return `${words}${rate === null ? '' : `, ${rate}`}.${group === null ? '' : ` ${group}.`}`
}

const groupTable = (context: SectionContext): ReportTable => {
  const { shown, period } = context
  const years = yearsOfPeriod(period)
  const yearIds = years.length < 2 ? [] : years.map(({ from }) => from)
  const columns = [
    column('Tumour group', 'text'),
    ...(years.length < 2 ? [] : years.map(({ label }) => column(label, 'count', 'new-diagnoses'))),
    column(years.length < 2 ? 'New diagnoses' : 'Whole period', 'count', 'new-diagnoses'),
  ]
  const row = (label: string, id: string): TableCell[] => [
    textCell(label),
    ...yearIds.map((year) => countCell(shown.figure(`${id}.${year}`))),
    countCell(shown.figure(id)),
  ]
  const groups = TUMOUR_GROUPS.filter(({ code }) => !isAllZero(context, `new.${code}`))
  return table({
    id: 'new-by-group',
    title: `New diagnoses by tumour group, ${periodWords(period)}`,
    columns,
    rows: [...groups.map(({ code, label }) => row(label, `new.${code}`)), row('All', 'new')],
    totalRow: true,
    note: 'Groups without a new diagnosis are not listed.',
    chart: { title: 'New diagnoses by tumour group', column: columns.length - 1, unit: 'New diagnoses' },
  })
}

const rateTable = ({ shown, period, practice }: SectionContext): ReportTable => {
  const years = yearsOfPeriod(period)
  const single = years.length < 2
  const row = (label: string, id: string, length: number): TableCell[] => {
    const rate = shown.rate(id, practice.listSize * length)
    return [
      textCell(label),
      countCell(shown.figure(id)),
      estimateCell(rate, 'per 100,000'),
      estimateCell(rate, 'per 100,000'),
    ]
  }
  return table({
    id: 'new-by-year',
    title: 'New diagnoses by year, and per 100,000 people on the list a year',
    columns: [
      column('Year', 'text'),
      column('New diagnoses', 'count', 'new-diagnoses'),
      column('Per 100,000 a year', 'value'),
      column('Likely range', 'range'),
    ],
    rows: single
      ? years.map((year) => row(year.label, 'new', periodYears(year)))
      : [
          ...years.map((year) => row(year.label, `new.${year.from}`, periodYears(year))),
          row('Whole period', 'new', periodYears(period)),
        ],
    totalRow: !single,
    note: 'Not standardised for age: an older practice has more. All years use the same list size.',
  })
}

/** What is left out wherever new diagnoses are counted. */
export const leftOutOfNew = ({ shown }: SectionContext): Explanation['leftOut'] => [
  { reason: 'A skin cancer other than melanoma, in situ disease or D45 to D47', count: shown.figure('new-left.kind') },
  { reason: 'The date of diagnosis is too vague to place', count: shown.figure('new-left.vague') },
  { reason: 'No date of diagnosis is recorded', count: shown.figure('new-left.undated') },
]

/** New primary cancers by group and year. */
export const diagnosesSection = (context: SectionContext): SectionDraft => ({
  section: {
    id: 'new-diagnoses',
    title: 'New diagnoses',
    finding: findingOf(context),
    blocks: isAllZero(context, 'new') ? [rateTable(context)] : [groupTable(context), rateTable(context)],
  },
  explanations: [
    {
      key: 'new-diagnoses',
      counted: `New primary cancers diagnosed ${periodWords(context.period)}`,
      outOf: `The list of ${context.practice.listSize.toLocaleString('en-GB')} people, for the rate`,
      leftOut: leftOutOfNew(context),
      rule: 'new-diagnoses',
    },
  ],
})
