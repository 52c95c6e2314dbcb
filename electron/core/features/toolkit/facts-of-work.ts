import { addMonths } from '#shared/domain/partial-date.ts'
import { eventsSince, standingFigures } from '../measures/public.ts'
import { letterCounts } from '../letters/public.ts'
import { learningCounts, learningThemes } from '../learning/public.ts'
import { recallCounts } from '../care/public.ts'
import { countWords, type Fact, fact, type Facts, type FactsAsked, type FactSource } from './fact.ts'
import { figureText } from '#shared/features/measures/public.ts'

const ANYBODY = { lead: 'anyone', tumourGroup: null } as const
const ANY_LETTER = { hospital: null, document: null, search: '' } as const

type Counted = readonly [code: string, count: number]

const counted = (from: string, [name, value]: Counted, { today }: FactsAsked, rule: string): Fact =>
  fact(from, countWords(value), { asAt: today, rule, counts: [{ name, value }] })

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
    few: [figure.numerator],
    form: 'figure',
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
      counted('Letters to chase', ['letters.late', tabs.late], asked, 'Past the day by which it should have come'),
    )
  }
  if (codes.has('letters.gap-middle')) facts.set('letters.gap-middle', await gapMiddle(asked))
  if (codes.has('letters.came-12-months'))
    facts.set(
      'letters.came-12-months',
      counted('Letters', ['letters.came', await lettersCame(asked)], asked, 'Letters dated within the last 12 months'),
    )
  return facts
}

/** Care reviews and support contacts. */
export const factsOfCare: FactSource = async (asked, codes): Promise<Facts> => {
  const facts: Facts = new Map()
  const due = (code: string, of: { overdue: number; due: number }): void => {
    facts.set(code, counted('Care reviews', [code, of.overdue + of.due], asked, 'Overdue, or due soon'))
  }
  if (codes.has('care.reviews-due') || codes.has('care.contacts-due')) {
    const counts = await recallCounts(asked.db, ANYBODY, asked.today)
    due('care.reviews-due', counts.care_review)
    due('care.contacts-due', counts.support_contact)
  }
  if (codes.has('care.reviews-done-12-months')) {
    const held = await eventsSince(asked.db, 'care_review', addMonths(asked.today, -12), asked.today)
    facts.set(
      'care.reviews-done-12-months',
      counted('Care reviews', ['care.reviews-done', held], asked, 'Reviews dated within the last 12 months'),
    )
  }
  return facts
}

const openAnalyses = async ({ db }: FactsAsked): Promise<number> => {
  const { total } = await db
    .selectFrom('learning_event')
    .select((where) => where.fn.countAll<number>().as('total'))
    .where('state', 'in', ['draft', 'discussed'])
    .executeTakeFirstOrThrow()
  return total
}

/** Learning event analyses. */
export const factsOfLearning: FactSource = async (asked, codes): Promise<Facts> => {
  const { db, today } = asked
  const facts: Facts = new Map()
  const put = (code: string, count: number, rule: string): void => {
    facts.set(code, counted('Learning events', [code, count], asked, rule))
  }
  if (codes.has('learning.suggested')) {
    const { suggested } = await learningCounts(db, today)
    put('learning.suggested', suggested, 'Diagnoses that a rule suggests and nobody has taken up')
  }
  if (codes.has('learning.open')) put('learning.open', await openAnalyses(asked), 'Begun and not closed')
  if (codes.has('learning.discussed-12-months')) {
    const { analyses } = await learningThemes(db, { from: addMonths(today, -12), to: today })
    put('learning.discussed-12-months', analyses, 'Meetings within the last 12 months')
  }
  return facts
}
