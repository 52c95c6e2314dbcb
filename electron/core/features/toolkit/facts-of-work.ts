import { addMonths } from '#shared/domain/partial-date.ts'
import { standingFigures } from '../measures/public.ts'
import { letterCounts } from '../letters/public.ts'
import { learningCounts, learningThemes } from '../learning/public.ts'
import { recallCounts } from '../care/public.ts'
import { countWords, type Fact, fact, type Facts, type FactsAsked, type FactSource } from './fact.ts'
import { figureText } from '#shared/features/measures/public.ts'

const ANYBODY = { lead: 'anyone', tumourGroup: null } as const
const ANY_LETTER = { hospital: null, document: null, search: '' } as const

const counted = (from: string, count: number, { today }: FactsAsked, rule: string): Fact =>
  fact(from, countWords(count), { asAt: today, rule, counts: [count] })

const lettersCame = async ({ db, today }: FactsAsked): Promise<number> => {
  const { total } = await db
    .selectFrom('letter_gap')
    .select((where) => where.fn.countAll<number>().as('total'))
    .where('letter_date', '>', addMonths(today, -12))
    .where('letter_date', '<=', today)
    .executeTakeFirstOrThrow()
  return total
}

/** Days until a hospital letter comes, as the measure has it. */
const gapMiddle = async ({ db, today }: FactsAsked): Promise<Fact> => {
  const standing = (await standingFigures(db, new Set(['letter-gap']), today)).get('letter-gap')
  if (standing === undefined) return fact('Measure', null)
  const { definition, figure, asAt } = standing
  return fact('Measure', figure.value === null ? null : figureText(definition, figure), {
    asAt,
    rule: `Version ${definition.version}. ${definition.title}`,
    counts: [figure.numerator],
    measureCode: definition.code,
  })
}

/** Letters that hospitals owe. */
export const factsOfLetters: FactSource = async (asked, codes): Promise<Facts> => {
  const facts: Facts = new Map()
  if (codes.has('letters.late')) {
    const { tabs } = await letterCounts(asked.db, ANY_LETTER, asked.today)
    facts.set(
      'letters.late',
      counted('Letters to chase', tabs.late, asked, 'Past the day by which it should have come'),
    )
  }
  if (codes.has('letters.gap-middle')) facts.set('letters.gap-middle', await gapMiddle(asked))
  if (codes.has('letters.came-12-months'))
    facts.set(
      'letters.came-12-months',
      counted('Letters', await lettersCame(asked), asked, 'Letters dated within the last 12 months'),
    )
  return facts
}

const reviewsHeld = async ({ db, today }: FactsAsked): Promise<number> => {
  const { total } = await db
    .selectFrom('journey_event')
    .select((where) => where.fn.countAll<number>().as('total'))
    .where('event_type', '=', 'care_review')
    .where('event_date', '>', addMonths(today, -12))
    .where('event_date', '<=', today)
    .executeTakeFirstOrThrow()
  return total
}

/** Care reviews and support contacts. */
export const factsOfCare: FactSource = async (asked, codes): Promise<Facts> => {
  const facts: Facts = new Map()
  const due = (of: { overdue: number; due: number }) =>
    counted('Care reviews', of.overdue + of.due, asked, 'Overdue, or due soon')
  if (codes.has('care.reviews-due') || codes.has('care.contacts-due')) {
    const counts = await recallCounts(asked.db, ANYBODY, asked.today)
    facts.set('care.reviews-due', due(counts.care_review))
    facts.set('care.contacts-due', due(counts.support_contact))
  }
  if (codes.has('care.reviews-done-12-months'))
    facts.set(
      'care.reviews-done-12-months',
      counted('Care reviews', await reviewsHeld(asked), asked, 'Reviews dated within the last 12 months'),
    )
  return facts
}

/** Learning event analyses. */
export const factsOfLearning: FactSource = async (asked, codes): Promise<Facts> => {
  const { db, today } = asked
  const facts: Facts = new Map()
  const of = (count: number, rule: string) => counted('Learning events', count, asked, rule)
  if (codes.has('learning.suggested') || codes.has('learning.open')) {
    const counts = await learningCounts(db, today)
    facts.set('learning.suggested', of(counts.suggested, 'Diagnoses that a rule suggests and nobody has taken up'))
    facts.set('learning.open', of(counts.open, 'Begun and not closed'))
  }
  if (codes.has('learning.discussed-12-months')) {
    const { analyses } = await learningThemes(db, { from: addMonths(today, -12), to: today })
    facts.set('learning.discussed-12-months', of(analyses, 'Meetings within the last 12 months'))
  }
  return facts
}
