import { allSteps } from '#shared/domain/steps.ts'
import type { LetterBook } from '#shared/features/journey/public.ts'
import { type Measured, measureInSteps } from '#shared/features/reports/measure.ts'
import { careRuleAt, REGISTER_RULE } from '#shared/features/reports/rules.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import type { NOT_COMPARED } from '#shared/features/reports/since.ts'
import type { SourcePerson } from '#shared/features/reports/source.ts'
import type { Kept } from './measured-text.ts'

/** What the figures of a frozen report are counted by. */
export interface Counting {
  readonly kept: Pick<Kept, 'practice'>
  readonly period: Pick<ReportDataset, 'from' | 'to'>
  readonly letterBook: LetterBook
  readonly figures: readonly string[]
  /** The rules that the report names, with their versions. */
  readonly rules: ReportDataset['rules']
}

/** What some people add to each figure: what a report of nobody else would count. */
export const addedBy = (people: readonly SourcePerson[], { kept, period, letterBook, figures }: Counting): number[] => {
  const { sheet } = allSteps(measureInSteps({ practice: kept.practice, people, letterBook }, period))
  return figures.map((id) => sheet.valueOf(id))
}

/** What one person adds to each figure. */
export const addsOf = (person: SourcePerson | undefined, counting: Counting): number[] =>
  person === undefined ? counting.figures.map(() => 0) : addedBy([person], counting)

const CARE = /^(support-contact|care-review)\./
const REGISTER = /^(register|own-register|register-left|complete|missing)(\.|$)/
const LETTERS = /^(letters|came)(\.|$)/

type WhyNot = (typeof NOT_COMPARED)[number]

/** Whether a figure is counted today as it was then; if not, why. */
export const otherwiseCounted = (
  id: string,
  { supportRule, reviewRule, letterVersion }: Measured,
  { kept, period, letterBook, rules }: Omit<Counting, 'figures'>,
): WhyNot | null => {
  const measure = CARE.exec(id)?.[1]
  if (measure !== undefined) {
    const rule = measure === 'support-contact' ? supportRule : reviewRule
    const today = careRuleAt(rule.measure, kept.practice.nation, period.to)
    return today.code === rule.code && today.version === rule.version ? null : 'rule'
  }
  const register = REGISTER.test(id) ? rules.find(({ code }) => code === REGISTER_RULE.code) : undefined
  if (register !== undefined && register.version !== REGISTER_RULE.version) return 'rule'
  return LETTERS.test(id) && letterBook.version !== letterVersion ? 'letter-days' : null
}
