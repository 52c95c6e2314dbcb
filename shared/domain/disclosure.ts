/**
 * Small-number control: which figures of a report may be seen.
 *
 * Sources: the older HES rule (1 to 5 hidden, with secondary suppression), and the HES rule of 13 September 2018
 * (1 to 7 hidden, others rounded to the nearest 5, totals rounded by themselves). 0 is always shown.
 *
 * What is promised: nobody who knows the shown figures, the sums, the rule and what the marks mean can work out a
 * hidden figure, nor narrow a small one to fewer than values two apart (2 or 3 is as good as told; 1 to 3 is not). Each
 * hidden figure is proved so by other solutions (see `disclosure-witness.ts`). What is not: a reader may still narrow a
 * figure to a wider range, may know somebody in it, or may reason from which figures were chosen to protect others; and
 * figures of two reports that overlap are only protected from each other when they are held together
 * (`disclosure-beside.ts`); and who takes part in a report knows more than its readers (`disclosure-insiders.ts`).
 */

import {
  ANY_COUNT,
  createGuard,
  domainOfMark,
  type Guard,
  type GuardCell,
  hideCell,
  markOfSmall,
  protectCell,
  type SumRelation,
} from './disclosure-guard.ts'
import type { Domain } from './disclosure-witness.ts'
import { allSteps } from './steps.ts'

export type { SumRelation } from './disclosure-guard.ts'

export type SmallNumberRule = 'hide-1-to-5' | 'hide-1-to-7-round-5' | 'none'

/** One count of people or events. A figure shown in several places has one id. */
export interface Figure {
  id: string
  /** A whole number from 0 up. */
  value: number
  /** What readers know it to be at least, by words beside it and whether or not it is hidden; 0 without. */
  atLeast?: number
}

/** `small` draws as `*`; `protect` draws as a dagger and hides a figure only because it would give another away. */
export type FigureOutcome = { shown: number } | HiddenOutcome

interface HiddenOutcome {
  hidden: 'small' | 'protect'
}

const HIGHEST_HIDDEN: Readonly<Record<SmallNumberRule, number>> = {
  none: 0,
  'hide-1-to-5': 5,
  'hide-1-to-7-round-5': 7,
}
const ROUNDING = 5
const FEWEST_FOR_PERCENTAGE = 10

/** The greatest count that a rule hides for its own sake; 0 where it hides none. */
export function highestHidden(rule: SmallNumberRule): number {
  return HIGHEST_HIDDEN[rule]
}

/** True for a count that the rule hides for its own sake. */
export function isSmallCount(value: number, rule: SmallNumberRule): boolean {
  return value >= 1 && value <= HIGHEST_HIDDEN[rule]
}

/** True for a rule that shows counts rounded. */
export function roundsCounts(rule: SmallNumberRule): boolean {
  return rule === 'hide-1-to-7-round-5'
}

/** A count as the rule shows it, when it is not hidden. */
export function shownCount(value: number, rule: SmallNumberRule): number {
  return roundsCounts(rule) ? Math.round(value / ROUNDING) * ROUNDING : value
}

/** The mark that a hidden count stands under, for the guard: a small one under a dagger is blurred. */
function markOfOutcome(
  { hidden }: HiddenOutcome,
  value: number,
  rule: SmallNumberRule,
): 'small' | 'protect' | 'blurred' {
  return hidden === 'protect' && isSmallCount(value, rule) ? 'blurred' : hidden
}

/** How a figure of a guarded report stands before its guard. @throws RangeError for one without an outcome. */
export function cellOfOutcome(
  { id, value }: Figure,
  outcomes: ReadonlyMap<string, FigureOutcome>,
  rule: SmallNumberRule,
): Pick<GuardCell, 'id' | 'value' | 'state' | 'domain'> {
  const outcome = outcomes.get(id)
  if (outcome === undefined) throw new RangeError(`There is no outcome for ${id}`)
  const state = 'hidden' in outcome ? markOfOutcome(outcome, value, rule) : 'shown'
  return { id, value, state, domain: domainOfOutcome(outcome, value, rule) }
}

/**
 * What an outcome tells of a count. @param value the true one, which is asked only whether it is a small one under a
 * dagger: readers cannot tell, so the dagger says nothing of its size then.
 */
export function domainOfOutcome(outcome: FigureOutcome, value: number, rule: SmallNumberRule): Domain {
  if ('hidden' in outcome) return domainOfMark(markOfOutcome(outcome, value, rule), HIGHEST_HIDDEN[rule])
  const { shown } = outcome
  if (!roundsCounts(rule) || shown === 0) return { low: shown, high: shown }
  return { low: Math.max(HIGHEST_HIDDEN[rule] + 1, shown - 2), high: shown + 2 }
}

/** The outcomes that a guard has come to. */
export function outcomesOf(
  guard: Guard,
  figures: readonly Figure[],
  rule: SmallNumberRule,
): Map<string, FigureOutcome> {
  const outcome = (value: number, cell: number): FigureOutcome => {
    const state = guard.states[cell]
    if (state === 'small') return { hidden: 'small' }
    return state === 'protect' || state === 'blurred' ? { hidden: 'protect' } : { shown: shownCount(value, rule) }
  }
  return new Map(figures.map(({ id, value }, cell) => [id, outcome(value, cell)]))
}

/**
 * `protectFigures`, stopping after each step, so that whoever runs it can let others work in between.
 * @throws RangeError as `protectFigures`, at the first step.
 */
export function* protectInSteps(
  figures: readonly Figure[],
  relations: readonly SumRelation[],
  rule: SmallNumberRule,
): Generator<void, Map<string, FigureOutcome>, void> {
  const cells = figures.map(({ id, value, atLeast = 0 }) => ({
    id,
    value,
    state: 'shown' as const,
    domain: domainOfOutcome({ shown: shownCount(value, rule) }, value, rule),
    outer: { ...ANY_COUNT, low: atLeast },
    width: 0,
  }))
  const guard = createGuard(cells, relations, HIGHEST_HIDDEN[rule])
  const hidden = new Set<number>()
  for (const [cell, { value }] of figures.entries()) {
    if (!isSmallCount(value, rule)) continue
    hideCell(guard, cell, markOfSmall(guard, cell))
    hidden.add(cell)
  }
  for (const cell of hidden) {
    yield* protectCell(guard, cell)
    for (const [other, state] of guard.states.entries()) if (state !== 'shown') hidden.add(other)
    yield
  }
  return outcomesOf(guard, figures, rule)
}

/**
 * Decides for each figure whether it is shown (rounded where the rule says so) or hidden, and why. The same input gives
 * the same answer.
 * @throws RangeError for a figure that is no count or less than it is said to be at least, an unknown or repeated id, or
 * parts that do not add up.
 */
export function protectFigures(
  figures: readonly Figure[],
  relations: readonly SumRelation[],
  rule: SmallNumberRule,
): Map<string, FigureOutcome> {
  return allSteps(protectInSteps(figures, relations, rule))
}

export type DisclosedProportion =
  | { kind: 'no-denominator' }
  | { kind: 'hidden'; why: 'small' | 'protect' }
  | { kind: 'fraction'; numerator: number; denominator: number }
  | { kind: 'percentage'; numerator: number; denominator: number; proportion: number }

/**
 * What may be said of a proportion. It is hidden when any of `outcomes` (those of its numerator, denominator and
 * remainder in the whole report) is, under the mark that they carry and no other: what a dagger covers must not show
 * here. Without outcomes it is hidden when the numerator or the people not in it are few. Below 10 in the denominator it
 * is a fraction without a percentage. Rounded counts give the percentage of the rounded counts.
 */
export function discloseProportion(
  numerator: number,
  denominator: number,
  rule: SmallNumberRule,
  outcomes: readonly FigureOutcome[] = [],
): DisclosedProportion {
  const counts = [numerator, denominator, denominator - numerator]
  const why = outcomes.flatMap((outcome) => ('hidden' in outcome ? [outcome.hidden] : []))
  if (why.length > 0) return { kind: 'hidden', why: why.includes('small') ? 'small' : 'protect' }
  if (counts.some((count) => isSmallCount(count, rule))) return { kind: 'hidden', why: 'small' }
  if (denominator === 0) return { kind: 'no-denominator' }
  const shown = { numerator: shownCount(numerator, rule), denominator: shownCount(denominator, rule) }
  if (shown.denominator < FEWEST_FOR_PERCENTAGE) return { kind: 'fraction', ...shown }
  return { kind: 'percentage', ...shown, proportion: shown.numerator / shown.denominator }
}
