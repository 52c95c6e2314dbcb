/**
 * Small-number control: which figures of a report may be seen.
 *
 * Sources: the older HES rule (1 to 5 hidden, with secondary suppression), and the HES rule of 13 September 2018
 * (1 to 7 hidden, others rounded to the nearest 5, totals rounded by themselves). 0 is always shown.
 *
 * What is promised: nobody who knows the shown figures, the sums, the rule and what the marks mean can work out a
 * hidden figure exactly. Each hidden figure is proved ambiguous by a second solution (see `disclosure-witness.ts`).
 * What is not: a reader may still narrow a figure to a range, or may know somebody in it; and figures of two reports
 * that overlap are only protected from each other when their relations are given together.
 */

import { findWitness, isKnown } from './disclosure-witness.ts'
import type { Domain, Equation, System } from './disclosure-witness.ts'

export type SmallNumberRule = 'hide-1-to-5' | 'hide-1-to-7-round-5' | 'none'

/** One count of people or events. A figure shown in several places has one id. */
export interface Figure {
  id: string
  /** A whole number from 0 up. */
  value: number
}

/** `total` is the sum of `parts`: a denominator, a table margin, a year's months. */
export interface SumRelation {
  total: string
  parts: readonly string[]
}

/** `small` draws as `*`; `protect` draws as a dagger and hides a figure only because it would give another away. */
export type FigureOutcome = { shown: number } | { hidden: 'small' | 'protect' }

const HIGHEST_HIDDEN: Readonly<Record<SmallNumberRule, number>> = {
  none: 0,
  'hide-1-to-5': 5,
  'hide-1-to-7-round-5': 7,
}
const ROUNDING = 5
const FEWEST_FOR_PERCENTAGE = 10

/** True for a count that the rule hides for its own sake. */
export function isSmallCount(value: number, rule: SmallNumberRule): boolean {
  return value >= 1 && value <= HIGHEST_HIDDEN[rule]
}

/** A count as the rule shows it, when it is not hidden. */
export function shownCount(value: number, rule: SmallNumberRule): number {
  return rule === 'hide-1-to-7-round-5' ? Math.round(value / ROUNDING) * ROUNDING : value
}

function shownDomain(value: number, rule: SmallNumberRule): Domain {
  if (rule !== 'hide-1-to-7-round-5' || value === 0) return { low: value, high: value, alsoZero: false }
  const shown = shownCount(value, rule)
  return { low: Math.max(HIGHEST_HIDDEN[rule] + 1, shown - 2), high: shown + 2, alsoZero: false }
}

interface Protection {
  figures: readonly Figure[]
  rule: SmallNumberRule
  system: System & { domains: Domain[] }
  marks: Map<number, 'small' | 'protect'>
  proved: Set<number>
}

function indexFigures(figures: readonly Figure[]): Map<string, number> {
  const indexes = new Map<string, number>()
  for (const [index, { id, value }] of figures.entries()) {
    if (indexes.has(id)) throw new RangeError(`Figure ${id} is given twice`)
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Figure ${id} is not a whole number from 0 up`)
    indexes.set(id, index)
  }
  return indexes
}

function toEquation({ total, parts }: SumRelation, indexes: Map<string, number>, figures: readonly Figure[]): Equation {
  const ids = [total, ...parts]
  if (new Set(ids).size !== ids.length) throw new RangeError(`The sum of ${total} names a figure twice`)
  const cells = ids.map((id) => {
    const index = indexes.get(id)
    if (index === undefined) throw new RangeError(`The sum of ${total} names ${id}, which is not a figure`)
    return index
  })
  const coefficients = cells.map((_, position) => (position === 0 ? -1 : 1))
  const sum = cells.reduce(
    (acc, cell, position) => acc + (coefficients[position] ?? 0) * (figures[cell]?.value ?? 0),
    0,
  )
  if (sum !== 0) throw new RangeError(`The parts of ${total} do not add up to it`)
  return { cells, coefficients }
}

function buildProtection(
  figures: readonly Figure[],
  relations: readonly SumRelation[],
  rule: SmallNumberRule,
): Protection {
  const indexes = indexFigures(figures)
  const equations = relations.map((relation) => toEquation(relation, indexes, figures))
  const equationsOf = figures.map((): number[] => [])
  for (const [index, { cells }] of equations.entries()) {
    for (const cell of cells) equationsOf[cell]?.push(index)
  }
  const domains = figures.map(({ value }) => shownDomain(value, rule))
  const values = figures.map(({ value }) => value)
  return {
    figures,
    rule,
    system: { values, domains, equations, equationsOf },
    marks: new Map(),
    proved: new Set(),
  }
}

function hide({ system, marks, rule }: Protection, cell: number, mark: 'small' | 'protect'): void {
  const highest = HIGHEST_HIDDEN[rule]
  marks.set(cell, mark)
  system.domains[cell] =
    mark === 'small'
      ? { low: 1, high: highest, alsoZero: false }
      : { low: highest + 1, high: Number.MAX_SAFE_INTEGER, alsoZero: true }
}

/** Sums that a change in `cell` can reach through hidden figures, nearest first. */
function equationsWithinReach({ system, marks }: Protection, cell: number): number[] {
  const reached = new Set<number>()
  const cells = new Set([cell])
  for (const current of cells) {
    for (const index of system.equationsOf[current] ?? []) {
      reached.add(index)
      for (const other of system.equations[index]?.cells ?? []) if (marks.has(other)) cells.add(other)
    }
  }
  return [...reached]
}

function countMovable({ system }: Protection, equation: number): number {
  const cells = system.equations[equation]?.cells ?? []
  return cells.filter((cell) => {
    const domain = system.domains[cell]
    return domain !== undefined && !isKnown(domain)
  }).length
}

/**
 * The next figure to hide so that `cell` becomes ambiguous. Sums with the fewest hidden figures come first. Within one:
 * a part before the total, then a figure that leaves no other sum with a single hidden figure, then the smallest.
 * Zeros are never taken.
 */
function chooseExtra(protection: Protection, cell: number): number | null {
  const { system, marks } = protection
  const reached = equationsWithinReach(protection, cell)
  const byNeed = reached.toSorted((a, b) => countMovable(protection, a) - countMovable(protection, b))
  for (const index of byNeed) {
    const equation = system.equations[index]
    if (equation === undefined) continue
    const ranked = equation.cells
      .filter((other) => !marks.has(other) && (system.values[other] ?? 0) > 0)
      .map((other) => ({
        other,
        isTotal: other === equation.cells[0] ? 1 : 0,
        left: (system.equationsOf[other] ?? []).filter((e) => e !== index && countMovable(protection, e) === 0).length,
        value: system.values[other] ?? 0,
      }))
      .toSorted((a, b) => a.isTotal - b.isTotal || a.left - b.left || a.value - b.value || a.other - b.other)
    if (ranked[0] !== undefined) return ranked[0].other
  }
  return null
}

/**
 * For the rare case in which the mark itself gives figures away (a total of 5 with five parts that are all marked as
 * 1 to 5): one of them, the largest, is marked as protecting, which says nothing about its size.
 */
function blurOneMark(protection: Protection, cell: number): boolean {
  const { system, marks } = protection
  const cells = new Set(equationsWithinReach(protection, cell).flatMap((index) => system.equations[index]?.cells ?? []))
  const candidates = [...cells].filter((other) => marks.get(other) === 'small')
  const [largest] = candidates.toSorted((a, b) => (system.values[b] ?? 0) - (system.values[a] ?? 0) || a - b)
  if (largest === undefined) return false
  marks.set(largest, 'protect')
  system.domains[largest] = { low: 0, high: Number.MAX_SAFE_INTEGER, alsoZero: false }
  return true
}

/**
 * Hides more until `cell` is ambiguous. It ends: with every figure but the zeros in reach hidden and every mark
 * blurred, all of them doubled is a second solution.
 */
function protect(protection: Protection, cell: number): void {
  while (!protection.proved.has(cell)) {
    const witness = findWitness(protection.system, cell)
    if (witness !== null) {
      for (const moved of witness) protection.proved.add(moved)
      return
    }
    const extra = chooseExtra(protection, cell)
    if (extra !== null) hide(protection, extra, 'protect')
    else if (!blurOneMark(protection, cell)) protection.proved.add(cell)
  }
}

/**
 * Decides for each figure whether it is shown (rounded where the rule says so) or hidden, and why. The same input gives
 * the same answer.
 * @throws RangeError for a figure that is no count, an unknown or repeated id, or parts that do not add up.
 */
export function protectFigures(
  figures: readonly Figure[],
  relations: readonly SumRelation[],
  rule: SmallNumberRule,
): Map<string, FigureOutcome> {
  const protection = buildProtection(figures, relations, rule)
  for (const [cell, { value }] of figures.entries()) if (isSmallCount(value, rule)) hide(protection, cell, 'small')
  for (const cell of protection.marks.keys()) protect(protection, cell)
  return new Map(
    figures.map(({ id, value }, cell) => {
      const mark = protection.marks.get(cell)
      return [id, mark === undefined ? { shown: shownCount(value, rule) } : { hidden: mark }]
    }),
  )
}

export type DisclosedProportion =
  | { kind: 'no-denominator' }
  | { kind: 'hidden'; why: 'small' | 'protect' }
  | { kind: 'fraction'; numerator: number; denominator: number }
  | { kind: 'percentage'; numerator: number; denominator: number; proportion: number }

/**
 * What may be said of a proportion. It is hidden when the numerator or the people not in it are few, or when any of
 * `outcomes` (those of its numerator, denominator and remainder in the whole report) is hidden. Below 10 in the
 * denominator it is a fraction without a percentage. Rounded counts give the percentage of the rounded counts.
 */
export function discloseProportion(
  numerator: number,
  denominator: number,
  rule: SmallNumberRule,
  outcomes: readonly FigureOutcome[] = [],
): DisclosedProportion {
  const counts = [numerator, denominator, denominator - numerator]
  const why = outcomes.flatMap((outcome) => ('hidden' in outcome ? [outcome.hidden] : []))
  if (counts.some((count) => isSmallCount(count, rule)) || why.includes('small'))
    return { kind: 'hidden', why: 'small' }
  if (why.length > 0) return { kind: 'hidden', why: 'protect' }
  if (denominator === 0) return { kind: 'no-denominator' }
  const shown = { numerator: shownCount(numerator, rule), denominator: shownCount(denominator, rule) }
  if (shown.denominator < FEWEST_FOR_PERCENTAGE) return { kind: 'fraction', ...shown }
  return { kind: 'percentage', ...shown, proportion: shown.numerator / shown.denominator }
}
