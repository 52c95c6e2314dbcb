import type { NationCode } from '#shared/domain/people.ts'
import { ENGLAND } from './england.ts'
import type { IndicatorRule } from './rule.ts'

/** Every rule there is. More nations, years and versions are more records. */
const RULES: readonly IndicatorRule[] = [...ENGLAND]

/** The first year of which there is a rule. */
export const FIRST_YEAR = Math.min(...RULES.map(({ firstYear }) => firstYear))

/** The rules of a nation for a financial year, named by the year it begins. None where no rule is known. */
export const rulesFor = (nation: NationCode, year: number): IndicatorRule[] =>
  RULES.filter(
    (rule) => rule.nation === nation && rule.firstYear <= year && (rule.lastYear === null || rule.lastYear >= year),
  )

const STATUS_WORDS: Readonly<Record<IndicatorRule['status'], string>> = {
  paid: 'Paid by QOF',
  'income-protected': 'Income-protected: paid at last year’s level, worked out all the same',
  'good-practice': 'Good practice, not paid',
  historic: 'QOF of its time',
}

/** Whether it was paid, in words. */
export const statusWords = (status: IndicatorRule['status']): string => STATUS_WORDS[status]
