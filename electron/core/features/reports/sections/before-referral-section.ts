import { LETTER_PARTS, TEST_PARTS, VISIT_PARTS } from '#shared/features/reports/before-referral-measure.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { ReportTable, UsedRule } from '#shared/features/reports/schema.ts'
import { figureText } from '#shared/features/reports/words.ts'
import { leftOutOfNew } from './diagnoses-section.ts'
import { column, countCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'

/** The rule that attendances, investigations and communication rest on. */
export const BEFORE_REFERRAL_RULE: UsedRule = {
  code: 'before-referral',
  version: '1',
  label: 'Attendances, investigations and communication',
  text: 'Of each new diagnosis: how often the practice saw the person, at the surgery or at home, and which investigation was the first, in the 12 months before the first referral or, where none was sent, before the diagnosis. Only what surely lies there counts, and nothing that is logged for another diagnosis; of two investigations on one day the one further up in the table counts. The diagnosis letter is one that came on or after the day of diagnosis, and by the end of the period. What nobody logged is none recorded: it may have happened.',
  source: 'Throughline; what is asked is that of a published network report',
}

const PARTS = [
  {
    id: 'visits',
    title: 'New diagnoses by visits before the referral',
    heading: 'Visits',
    parts: VISIT_PARTS,
  },
  {
    id: 'first-test',
    title: 'New diagnoses by first investigation before the referral',
    heading: 'First investigation',
    parts: TEST_PARTS,
  },
  {
    id: 'diagnosis-letter',
    title: 'New diagnoses by whether the letter about it came',
    heading: 'Diagnosis letter',
    parts: LETTER_PARTS,
  },
] as const

const findingOf = ({ shown }: SectionContext): string => {
  const all = shown.figure('new')
  if (all.state === 'hidden') return 'The number of new diagnoses is hidden.'
  if (all.value === 0) return 'No new cancers were diagnosed in this period.'
  const unseen = shown.figure('visits.0')
  if (unseen.state === 'hidden')
    return `${figureText(all)} new diagnoses by visits, investigations and letters. For how many no visit is recorded is hidden.`
  return unseen.value === 0
    ? 'Every new diagnosis has a visit recorded before the referral.'
    : `${figureText(unseen)} of ${figureText(all)} new diagnoses have no visit recorded before the referral.`
}

/** What went before the referral of those diagnosed, and what the practice heard of it. */
export const beforeReferralSection = (context: SectionContext): SectionDraft => {
  const { shown, period } = context
  const tables = PARTS.map(({ id, title, heading, parts }): ReportTable =>
    table({
      id,
      title: `${title}, ${periodWords(period)}`,
      columns: [column(heading, 'text'), column('New diagnoses', 'count', 'before-referral')],
      rows: [
        ...parts.map(({ code, label }) => [textCell(label), countCell(shown.figure(`${id}.${code}`))]),
        [textCell('All'), countCell(shown.figure('new'))],
      ],
      totalRow: true,
    }),
  )
  return {
    section: {
      id: 'before-referral',
      title: 'Attendances, investigations and communication',
      finding: findingOf(context),
      blocks: tables,
    },
    explanations: [
      {
        key: 'before-referral',
        counted: `New primary cancers diagnosed ${periodWords(period)}, by what is recorded before the referral and after the diagnosis`,
        outOf: null,
        leftOut: leftOutOfNew(context),
        rule: BEFORE_REFERRAL_RULE.code,
      },
    ],
  }
}
