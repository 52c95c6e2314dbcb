import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { DOCUMENTS } from '#shared/features/journey/public.ts'
import { LATE_BANDS } from '#shared/features/reports/letter-measure.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { Indicator } from '#shared/features/reports/schema.ts'
import { estimateSentence, figureText } from '#shared/features/reports/words.ts'
import { column, countCell, estimateCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** The middle number of days from something happening in hospital to its letter. */
export const gapMeter = ({ shown }: SectionContext): Indicator => ({
  id: 'letter-gap',
  label: 'Days from hospital event to letter (middle gap)',
  numerator: shown.figure('came'),
  denominator: null,
  population: null,
  unit: 'days',
  estimate: shown.median('came'),
  explain: 'letter-gap',
})

/** Expected letters that had not come at the end of the period. */
export const outstandingLetters = ({ shown }: SectionContext) => shown.figure('letters')

const findingOf = (context: SectionContext): string => {
  const late = outstandingLetters(context)
  const day = formatIsoDate(context.period.to)
  const gap = estimateSentence(gapMeter(context).estimate, 'days')
  const gapWords = gap === null ? '' : ` The middle gap of letters that came was ${gap}.`
  if (late.state === 'hidden') return `The number of letters outstanding on ${day} is hidden.${gapWords}`
  if (late.value === 0) return `No letter was late on ${day}.${gapWords}`
  return `${figureText(late)} ${late.value === 1 ? 'letter was' : 'letters were'} late on ${day}.${gapWords}`
}

const lateTable = ({ shown, period }: SectionContext) => {
  const row = (label: string, id: string) => [
    textCell(label),
    ...LATE_BANDS.map(({ code }) => countCell(shown.figure(`${id}.${code}`))),
    countCell(shown.figure(id)),
  ]
  return table({
    id: 'letters-late',
    title: `Letters that should have come and had not, on ${formatIsoDate(period.to)}`,
    columns: [
      column('Letter', 'text'),
      ...LATE_BANDS.map(({ heading }) => column(heading, 'count', 'letters-late')),
      column('All late', 'count', 'letters-late'),
    ],
    rows: [...DOCUMENTS.map(({ code, label }) => row(label, `letters.${code}`)), row('All letters', 'letters')],
    totalRow: true,
    chart: { title: 'Letters late at the end of the period', column: LATE_BANDS.length + 1, unit: 'Letters' },
  })
}

const gapTable = ({ shown, period }: SectionContext) => {
  const row = (label: string, id: string) => {
    const gap = shown.median(id)
    return [textCell(label), countCell(shown.figure(id)), estimateCell(gap, 'days'), estimateCell(gap, 'days')]
  }
  return table({
    id: 'letters-gap',
    title: `Days from hospital event to letter, for letters that came ${periodWords(period)}`,
    columns: [
      column('Letter', 'text'),
      column('Letters', 'count', 'letter-gap'),
      column('Middle gap, days', 'value'),
      column('Middle half, days', 'range'),
    ],
    rows: [...DOCUMENTS.map(({ code, label }) => row(label, `came.${code}`)), row('All letters', 'came')],
    totalRow: true,
    note: 'Letters that have not come are not in the gap: read it with the table above.',
  })
}

/** What the hospital owes the practice in writing, and how long it takes. */
export const lettersSection = (context: SectionContext): SectionDraft => {
  const { shown, period } = context
  return {
    section: {
      id: 'letters',
      title: 'Letters',
      finding: findingOf(context),
      blocks: [lateTable(context), gapTable(context)],
    },
    explanations: [
      {
        key: 'letters-late',
        counted: `Letters expected from hospital events, past their day on ${formatIsoDate(period.to)} and not there`,
        outOf: null,
        leftOut: [],
        rule: 'letters',
      },
      {
        key: 'letter-gap',
        counted: `Letters that came ${periodWords(period)}, each paired with the hospital event it is about`,
        outOf: null,
        leftOut: [
          {
            reason: 'The day of the event or of the letter is not known, or the letter is the older',
            count: shown.figure('came-left'),
          },
        ],
        rule: 'letters',
      },
    ],
  }
}
