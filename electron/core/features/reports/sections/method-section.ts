import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { LETTER_RULES } from '#shared/features/journey/public.ts'
import { periodWords, yearsOfPeriod } from '#shared/features/reports/period.ts'
import { COUNTING_RULES } from '#shared/features/reports/rules.ts'
import type { TableCell, UsedRule } from '#shared/features/reports/schema.ts'
import { ALL_SECTIONS, type SectionCode } from '#shared/features/reports/sections.ts'
import { smallNumberWords } from '#shared/features/reports/words.ts'
import { BEFORE_REFERRAL_RULE } from './before-referral-section.ts'
import { DEATHS_RULE } from './deaths-section.ts'
import { DEMOGRAPHICS_RULE } from './demographics-section.ts'
import { HOSPITALS_RULE } from './hospitals-section.ts'
import { intervalRules } from './intervals-section.ts'
import { LEARNING_RULE } from './learning-section.ts'
import { PLAN_RULE } from './plan-section.ts'
import { LIST_RULE } from './lists-section.ts'
import { PRACTICES_RULE } from './practices-section.ts'
import { column, countCell, type SectionContext, type SectionDraft, table, textCell } from './section.ts'
import { TEN_THINGS_RULE } from './ten-things-section.ts'

const howLetters = (version: string): UsedRule => ({
  code: 'letters',
  version,
  label: 'Letters expected from hospital events',
  text: `Each kind of hospital event should bring its letter within a set number of days. A letter is late from the day after, and is no longer waited for after ${LETTER_RULES.lapseAfterDays} days or once the person has died or somebody said that it is not needed. Gaps are counted from day to day only where both days are known.`,
  source: 'Throughline defaults and what the practice chose: no national rule sets these days',
})

const countingRule = (code: (typeof COUNTING_RULES)[number]['code']): UsedRule[] =>
  COUNTING_RULES.filter((rule) => rule.code === code)

const careRules = ({ supportRule, reviewRule }: SectionContext): UsedRule[] =>
  [supportRule, reviewRule].map(({ code, version, label, text, source }) => ({ code, version, label, text, source }))

/** What each section rests on besides the new diagnoses. */
const RULES_OF: Readonly<Record<SectionCode, (context: SectionContext) => UsedRule[]>> = {
  register: () => countingRule('register'),
  'new-diagnoses': () => [],
  demographics: () => [DEMOGRAPHICS_RULE],
  stage: () => countingRule('stage'),
  route: () => countingRule('route'),
  intervals: intervalRules,
  'before-referral': () => [BEFORE_REFERRAL_RULE],
  hospitals: () => [HOSPITALS_RULE],
  care: careRules,
  letters: ({ letterVersion }) => [howLetters(letterVersion)],
  deaths: () => [DEATHS_RULE],
  learning: ({ hasLearning }) => (hasLearning ? [LEARNING_RULE] : []),
  plan: ({ plan }) => (plan === undefined ? [] : [PLAN_RULE]),
  lists: ({ lists }) => (lists.length === 0 ? [] : [LIST_RULE]),
  'ten-things': () => [TEN_THINGS_RULE],
  completeness: () => countingRule('completeness'),
}

/** Sections that count new diagnoses. */
const OF_NEW: readonly SectionCode[] = [
  'new-diagnoses',
  'demographics',
  'stage',
  'route',
  'intervals',
  'before-referral',
  'hospitals',
  'learning',
]

const countsNew = ({ chosen }: SectionContext): boolean => OF_NEW.some((code) => chosen.has(code))

/** Every rule a figure of the report rests on. */
export const usedRules = (context: SectionContext): UsedRule[] => [
  ...(countsNew(context) ? countingRule('new-diagnoses') : []),
  ...ALL_SECTIONS.filter((code) => context.chosen.has(code)).flatMap((code) => RULES_OF[code](context)),
  ...(context.practicesTogether === null ? [] : [PRACTICES_RULE]),
]

const EARLIER_REPORTS =
  'Earlier reports. This report may leave only where nothing that it or one sent before hides can be worked out from them together, and no small number of diagnoses: neither what one period has more than another that lies within it, nor what was added to one since. How far the register moves from one day to the next is not hidden. It is those who came less those who died or left, and tells the number of neither.'

const whereFrom = ({ period, practice, practicesTogether: practices }: SectionContext): string =>
  practices === null
    ? `Figures are for ${periodWords(period)} and come from the register of ${practice.name} as it stood when the report was frozen. The register is filled from the GP record and from hospital letters, so it can only know what reached the practice.`
    : `Figures are for ${periodWords(period)}. They are the counts that ${practices} practices sent, added up, each from its own register as it stood when that practice froze them. The registers are filled from the GP record and from hospital letters, so they can only know what reached the practices.`

const listWords = ({ practice, practicesTogether }: SectionContext): string => {
  const [size, day] = [practice.listSize.toLocaleString('en-GB'), formatIsoDate(practice.listSizeOn)]
  return practicesTogether === null
    ? `The list size is ${size}, on ${day}, for every year of the period.`
    : `The list sizes of the practices come to ${size}, for every year of the period. The oldest of them is of ${day}.`
}

const paragraphs = (context: SectionContext): string[] => {
  const { period, smallNumbers } = context
  return [
    whereFrom(context),
    ...(yearsOfPeriod(period).length < 2
      ? []
      : [
          'Pooled. This report takes several years together: every figure is of the whole period, but for those that stand under a year of their own.',
        ]),
    `Small numbers. ${smallNumberWords(smallNumbers)} Figures that add up to one another were checked together over the whole report. Two reports of one practice that overlap in time should not be sent to the same reader with different rules.`,
    ...(smallNumbers === 'none' ? [] : [EARLIER_REPORTS]),
    'Likely ranges are 95% intervals: Wilson’s for percentages, Byar’s for rates (exact Poisson below 10). A difference inside them may be chance. Under 10 in the denominator no percentage is given.',
    'Middle gap is the median and middle half the range between the quartiles (type 7). Dates known only to the month or year are left out of everything that counts days, and nothing is filled in.',
    listWords(context),
    'People who asked to be left out of what is shared are in no figure but their own number below.',
  ]
}

/** Who is left out of the sections that the report has. */
const leftOutRows = (context: SectionContext): TableCell[][] => {
  const { shown, chosen } = context
  const rows: readonly (readonly [words: string, id: string, isIn: boolean])[] = [
    ['People who asked to be left out of what is shared', 'left-out-of-sharing', true],
    [
      'People whose date of death or of leaving is too vague to tell',
      'register-left.vague-death',
      chosen.has('register'),
    ],
    ['People whose date of diagnosis is too vague to tell', 'register-left.vague-diagnosis', chosen.has('register')],
    ['New primaries of a kind that is not counted', 'new-left.kind', countsNew(context)],
    ['New primaries with a date too vague to place', 'new-left.vague', countsNew(context)],
    ['New primaries without a date, of any time', 'new-left.undated', countsNew(context)],
    ['Letters without usable days for the gap', 'came-left', chosen.has('letters')],
    ['Deaths with a date too vague to place', 'deaths-left.vague', chosen.has('deaths')],
  ]
  return rows.flatMap(([words, id, isIn]) => (isIn ? [[textCell(words), countCell(shown.figure(id))]] : []))
}

/** How the figures came about: enough for somebody else to work them out again. */
export const methodSection = (context: SectionContext): SectionDraft => {
  return {
    section: {
      id: 'method',
      title: 'Method',
      finding:
        context.practicesTogether === null
          ? 'Every figure here comes from one frozen copy of the register, by the rules below.'
          : 'Every figure here comes from the frozen counts that practices sent, by the rules below.',
      blocks: [
        ...paragraphs(context).map((text) => ({ type: 'paragraph' as const, text })),
        table({
          id: 'left-out',
          title: 'Who and what was left out',
          columns: [column('Reason', 'text'), column('Number', 'count')],
          rows: leftOutRows(context),
        }),
        table({
          id: 'rules',
          title: 'Rules',
          columns: [
            column('Rule', 'text'),
            column('Version', 'text'),
            column('What it says', 'text'),
            column('Source', 'text'),
          ],
          rows: usedRules(context).map(({ label, version, text, source }) =>
            [label, version, text, source].map(textCell),
          ),
        }),
      ],
    },
    explanations: [],
  }
}
