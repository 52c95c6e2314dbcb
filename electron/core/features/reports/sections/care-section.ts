import { CARE_LEFT_OUT } from '#shared/features/reports/care-measure.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { CareRule } from '#shared/features/reports/rules.ts'
import type { Explanation, Indicator } from '#shared/features/reports/schema.ts'
import {
  column,
  countCell,
  proportion,
  type SectionContext,
  type SectionDraft,
  shareSentence,
  table,
  textCell,
} from './section.ts'

const careIndicator = ({ shown }: SectionContext, { measure, label }: CareRule): Indicator =>
  proportion(shown, {
    id: measure,
    label,
    numerator: `${measure}.done`,
    denominator: `${measure}.out-of`,
    rest: `${measure}.not-done`,
    explain: measure,
  })

export const supportContact = (context: SectionContext): Indicator => careIndicator(context, context.supportRule)
export const careReview = (context: SectionContext): Indicator => careIndicator(context, context.reviewRule)

const sentence = (indicator: Indicator): string =>
  shareSentence(indicator, indicator.label, (fraction, share) => `${indicator.label}: ${fraction}, ${share}.`)

/** How long a limit is, in words. */
export const limitWords = ({ limit }: CareRule): string =>
  'months' in limit ? `${limit.months} months` : `${limit.days} days`

const explanation = ({ shown, period }: SectionContext, rule: CareRule): Explanation => ({
  key: rule.measure,
  counted: `${rule.label}: done in time, ${periodWords(period)}`,
  outOf: `People for whom it was done in time in the period, or whose ${limitWords(rule)} ran out in it`,
  leftOut: CARE_LEFT_OUT.map(({ code, reason }) => ({ reason, count: shown.figure(`${rule.measure}.left.${code}`) })),
  rule: rule.code,
})

/** The two contacts owed after a diagnosis. */
export const careSection = (context: SectionContext): SectionDraft => {
  const { shown, supportRule, reviewRule } = context
  const indicators = [supportContact(context), careReview(context)]
  const row = (label: string, suffix: string) => [
    textCell(label),
    countCell(shown.figure(`support-contact.${suffix}`)),
    countCell(shown.figure(`care-review.${suffix}`)),
  ]
  return {
    section: {
      id: 'care',
      title: 'Support contact and care review',
      finding: indicators.map(sentence).join(' '),
      blocks: [
        { type: 'indicators', id: 'care', title: 'Done in time', indicators },
        table({
          id: 'care',
          title: 'Who was counted and who was left out',
          columns: [
            column('People', 'text'),
            column(supportRule.label, 'count', 'support-contact'),
            column(reviewRule.label, 'count', 'care-review'),
          ],
          rows: [
            row('Done in time', 'done'),
            row('Not done in time', 'not-done'),
            row('Counted', 'out-of'),
            ...CARE_LEFT_OUT.map(({ code, reason }) =>
              row(`Left out: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`, `left.${code}`),
            ),
          ],
          note: 'Good practice by the NICE menu. No contract has paid for these in England since 1 April 2025.',
        }),
      ],
    },
    explanations: [explanation(context, supportRule), explanation(context, reviewRule)],
  }
}
