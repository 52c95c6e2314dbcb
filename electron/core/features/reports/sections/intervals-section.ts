import { clockRulesFor, INTERVALS_VERSION } from '#shared/features/pathways/public.ts'
import { DAY_INTERVALS, INTERVAL_ROWS, STANDARDS } from '#shared/features/reports/interval-measure.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { Explanation, Indicator, ReportTable, UsedRule } from '#shared/features/reports/schema.ts'
import { estimateSentence } from '#shared/features/reports/words.ts'
import { leftOutOfNew } from './diagnoses-section.ts'
import {
  column,
  countCell,
  estimateCell,
  proportion,
  type SectionContext,
  type SectionDraft,
  shareSentence,
  table,
  textCell,
} from './section.ts'

/** The rules that intervals rest on. */
export const intervalRules = ({ practice }: SectionContext): UsedRule[] => [
  {
    code: 'intervals',
    version: '2',
    label: 'Intervals',
    text: 'Days from the first presentation in the record to the first referral, and from there to the date of diagnosis, of the new diagnoses of the period. Only where both are known to the day and neither is surely after the other: what is vague is in no median. Of several diagnoses, what lies before an earlier one is not looked at.',
    source: INTERVALS_VERSION,
  },
  {
    code: 'standards',
    version: '1',
    label: 'Standards, as the practice sees them',
    text: 'Clocks that stopped in the period, of every pathway whether or not it led to a cancer, counted from the receipt of the referral (or the decision to treat, for 31 days) in calendar days less days taken off. The last allowed day is within. Clocks without a receipt in the record are left out. The trust holds the official figure.',
    source: clockRulesFor(practice.nation).version,
  },
]

/** The standards that the practice's nation counts. */
const standardsOf = ({ practice }: SectionContext) => {
  const { standards } = clockRulesFor(practice.nation)
  return STANDARDS.filter(({ code }) => standards[code] !== undefined)
}

const met = ({ shown }: SectionContext, { id, label }: (typeof STANDARDS)[number]): Indicator =>
  proportion(shown, {
    id,
    label: `${label} (practice-observed)`,
    numerator: `${id}.met`,
    denominator: `${id}.out-of`,
    rest: `${id}.not-met`,
    explain: id,
  })

const dayTable = ({ shown, period }: SectionContext, { id, label }: (typeof DAY_INTERVALS)[number]): ReportTable => {
  const row = (name: string, figure: string) => {
    const days = shown.median(figure)
    return [textCell(name), countCell(shown.figure(figure)), estimateCell(days, 'days'), estimateCell(days, 'days')]
  }
  return table({
    id: `interval-${id}`,
    title: `${label}, new diagnoses ${periodWords(period)}`,
    columns: [
      column('Cancer', 'text'),
      column('Both days known', 'count', id),
      column('Middle, days', 'value'),
      column('Middle half, days', 'range'),
    ],
    rows: [...INTERVAL_ROWS.map(({ code, label: name }) => row(name, `${id}.${code}`)), row('All', id)],
    totalRow: true,
  })
}

const standardTable = (
  { shown, period, practicesTogether }: SectionContext,
  { id, label }: (typeof STANDARDS)[number],
): ReportTable => {
  const row = (name: string, prefix: string) => [
    textCell(name),
    ...['met', 'not-met', 'out-of'].map((end) => countCell(shown.figure(`${prefix}.${end}`))),
    estimateCell(shown.percentage(`${prefix}.met`, `${prefix}.out-of`, `${prefix}.not-met`), 'per cent'),
  ]
  return table({
    id,
    title: `${label}, clocks that stopped ${periodWords(period)}`,
    columns: [
      column('Cancer suspected', 'text'),
      column('Within', 'count', id),
      column('Over', 'count', id),
      column('All', 'count', id),
      column('% within', 'value'),
    ],
    rows: [...INTERVAL_ROWS.map(({ code, label: name }) => row(name, `${id}.${code}`)), row('All', id)],
    totalRow: true,
    note: `As ${practicesTogether === null ? 'this practice sees' : 'the practices see'} it from letters. The trust holds the official clock.`,
  })
}

const findingOf = (context: SectionContext): string => {
  const days = DAY_INTERVALS.flatMap(({ id, label }) => {
    const middle = estimateSentence(context.shown.median(id), 'days')
    return middle === null ? [] : [`${label}: ${middle}.`]
  })
  const standards = standardsOf(context).flatMap((standard) => {
    const indicator = met(context, standard)
    return indicator.estimate.state === 'shown'
      ? [shareSentence(indicator, indicator.label, (fraction, share) => `${indicator.label}: ${fraction}, ${share}.`)]
      : []
  })
  const all = [...days, ...standards]
  return all.length === 0 ? 'There are too few intervals to show, or none is known to the day.' : all.join(' ')
}

const explanations = (context: SectionContext): Explanation[] => [
  ...DAY_INTERVALS.map(({ id, label }) => ({
    key: id,
    counted: `${label}: new diagnoses with both days known`,
    outOf: null,
    leftOut: [
      { reason: 'A day is not known, or the two are the wrong way round', count: context.shown.figure(`${id}-none`) },
      ...leftOutOfNew(context),
    ],
    rule: 'intervals',
  })),
  ...standardsOf(context).map(({ id, label }) => ({
    key: id,
    counted: `${label}: clocks that stopped ${periodWords(context.period)}`,
    outOf: null,
    leftOut: [
      { reason: 'The dates are too vague to tell', count: context.shown.figure(`${id}-left.vague`) },
      { reason: 'The receipt is not in the record', count: context.shown.figure(`${id}-left.assumed`) },
    ],
    rule: 'standards',
  })),
]

/** How long the way to a diagnosis took, and the standards that were met. */
export const intervalsSection = (context: SectionContext): SectionDraft => {
  const standards = standardsOf(context)
  return {
    section: {
      id: 'intervals',
      title: 'Intervals',
      finding: findingOf(context),
      blocks: [
        {
          type: 'paragraph',
          text: `The four cancers named are the commonest of the country, not of ${context.practicesTogether === null ? 'this practice' : 'these practices'}.`,
        },
        ...DAY_INTERVALS.map((interval) => dayTable(context, interval)),
        {
          type: 'indicators',
          id: 'standards',
          title: 'Standards met, as the practice sees them',
          indicators: standards.map((standard) => met(context, standard)),
        },
        ...standards.map((standard) => standardTable(context, standard)),
      ],
    },
    explanations: explanations(context),
  }
}
