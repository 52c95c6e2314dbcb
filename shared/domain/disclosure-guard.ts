/**
 * Hiding counts until every one that must stay hidden does. Knows nothing of reports: cells with what a reader knows of
 * each, and the sums between them.
 */

import { squeeze } from './disclosure-bounds.ts'
import { type CaseBounds, isDoubtfulByCases } from './disclosure-cases.ts'
import {
  type CellUse,
  createSearch,
  type Domain,
  type Equation,
  isKnown,
  type Search,
  type Span,
  type System,
  widenSpan,
} from './disclosure-witness.ts'

/** More than any practice counts, and little enough that sums of it stay exact. */
const MOST = 1_000_000_000

/** Looks at sums, case by case, for a count that nothing else proves. */
const LOOKS_FOR_ONE = 20_000

export const ANY_COUNT: Domain = { low: 0, high: MOST }

/**
 * `small` and `protect` are hidden under their mark; `blurred` is a small count under the mark of the protected, which
 * says nothing of its size; `given` is not ours to hide.
 */
export type CellState = 'shown' | 'small' | 'protect' | 'blurred' | 'given'

export interface GuardCell {
  readonly id: string
  readonly value: number
  readonly state: CellState
  /** What the cell's own state tells a reader. */
  readonly domain: Domain
  /** What a reader knows of it from elsewhere, whatever is done here. */
  readonly outer: Domain
  /** How far apart the values must lie that a reader cannot rule out; 0 where it need not be hidden. */
  readonly width: number
}

/** `total` is the sum of `parts`: a denominator, a table margin, a year's months. */
export interface SumRelation {
  readonly total: string
  readonly parts: readonly string[]
}

export interface Guard {
  /** Counts up to this are small. */
  readonly highest: number
  readonly system: System & { readonly domains: Domain[] }
  readonly search: Search
  /** For each sum, how many of its cells are not known. */
  readonly unsure: number[]
  readonly spans: Span[]
  readonly states: CellState[]
  readonly outer: readonly Domain[]
  readonly widths: number[]
}

/** The least width that leaves a small count hidden: one of two neighbours is as good as told. */
export const WIDTH_OF_SMALL = 2
const WIDTH_OF_PROTECT = 1

/** What two pieces of knowledge leave of a count. */
export const both = (a: Domain, b: Domain): Domain => ({ low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) })

const indexCells = (cells: readonly GuardCell[]): Map<string, number> => {
  const indexes = new Map<string, number>()
  for (const [index, { id, value }] of cells.entries()) {
    if (indexes.has(id)) throw new RangeError(`Figure ${id} is given twice`)
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Figure ${id} is not a whole number from 0 up`)
    indexes.set(id, index)
  }
  return indexes
}

const toEquation = (
  { total, parts }: SumRelation,
  indexes: ReadonlyMap<string, number>,
  cells: readonly GuardCell[],
): Equation => {
  const ids = [total, ...parts]
  if (new Set(ids).size !== ids.length) throw new RangeError(`The sum of ${total} names a figure twice`)
  const named = ids.map((id) => {
    const index = indexes.get(id)
    if (index === undefined) throw new RangeError(`The sum of ${total} names ${id}, which is not a figure`)
    return index
  })
  const coefficients = named.map((_, position) => (position === 0 ? -1 : 1))
  const sum = named.reduce((acc, cell, at) => acc + (coefficients[at] ?? 0) * (cells[cell]?.value ?? 0), 0)
  if (sum !== 0) throw new RangeError(`The parts of ${total} do not add up to it`)
  return { cells: named, coefficients }
}

const isUnsureIn = (domains: readonly Domain[], cell: number): boolean => {
  const domain = domains[cell]
  return domain !== undefined && !isKnown(domain)
}

/** @throws RangeError for a value that is no count, an unknown or repeated id, or parts that do not add up. */
export const createGuard = (cells: readonly GuardCell[], relations: readonly SumRelation[], highest: number): Guard => {
  const indexes = indexCells(cells)
  const equations = relations.map((relation) => toEquation(relation, indexes, cells))
  const equationsOf = cells.map((): CellUse[] => [])
  for (const [index, equation] of equations.entries())
    for (const [at, cell] of equation.cells.entries())
      equationsOf[cell]?.push({ equation: index, coefficient: equation.coefficients[at] ?? 0 })
  const domains = cells.map(({ domain, outer }) => both(domain, outer))
  const system = { values: cells.map(({ value }) => value), domains, equations, equationsOf }
  return {
    highest,
    system,
    search: createSearch(system),
    unsure: equations.map((equation) => equation.cells.filter((cell) => isUnsureIn(domains, cell)).length),
    spans: cells.map(({ value }) => ({ low: value, high: value })),
    states: cells.map(({ state }) => state),
    outer: cells.map(({ outer }) => outer),
    widths: cells.map(({ width }) => width),
  }
}

/** What a mark tells of a count. A nought is never hidden, so a dagger is none. */
export const domainOfMark = (mark: 'small' | 'protect' | 'blurred', highest: number): Domain => {
  if (mark === 'small') return { low: 1, high: highest }
  return { low: mark === 'protect' ? highest + 1 : 1, high: ANY_COUNT.high }
}

/** Whether marking a cell so would keep anything from a reader who knows what they know from elsewhere. */
const wouldHide = ({ outer, highest }: Guard, cell: number, mark: 'protect' | 'blurred'): boolean =>
  !isKnown(both(domainOfMark(mark, highest), outer[cell] ?? ANY_COUNT))

/** The mark of a small count: that of the protected where the other would leave readers two values, or one. */
export const markOfSmall = ({ outer, highest }: Guard, cell: number): 'small' | 'blurred' => {
  const { low, high } = both(domainOfMark('small', highest), outer[cell] ?? ANY_COUNT)
  return high - low < WIDTH_OF_SMALL ? 'blurred' : 'small'
}

/** Hides a cell. What its mark needs is added only where `width` is not given. */
export const hideCell = (guard: Guard, cell: number, mark: 'small' | 'protect' | 'blurred', width?: number): void => {
  const { domains, equationsOf } = guard.system
  const was = isUnsureIn(domains, cell)
  guard.states[cell] = mark
  domains[cell] = both(domainOfMark(mark, guard.highest), guard.outer[cell] ?? ANY_COUNT)
  const change = Number(isUnsureIn(domains, cell)) - Number(was)
  for (const { equation } of equationsOf[cell] ?? []) guard.unsure[equation] = (guard.unsure[equation] ?? 0) + change
  const own = mark === 'protect' ? WIDTH_OF_PROTECT : WIDTH_OF_SMALL
  guard.widths[cell] = Math.max(guard.widths[cell] ?? 0, width ?? own)
}

/** Sums that a change in `cell` can reach through figures that are not known, nearest first. */
const equationsWithinReach = ({ system }: Guard, cell: number): number[] => {
  const reached = new Set<number>()
  const cells = new Set([cell])
  for (const current of cells) {
    for (const { equation } of system.equationsOf[current] ?? []) {
      if (reached.has(equation)) continue
      reached.add(equation)
      for (const other of system.equations[equation]?.cells ?? [])
        if (isUnsureIn(system.domains, other)) cells.add(other)
    }
  }
  return [...reached]
}

/**
 * The next figure to hide so that `cell` becomes ambiguous. Sums with the fewest hidden figures come first. Within one:
 * a part before the total, then a figure that leaves no other sum with a single hidden figure, then the smallest.
 * Noughts are never taken.
 */
const chooseExtra = (guard: Guard, cell: number): number | null => {
  const { system, states, unsure } = guard
  const byNeed = equationsWithinReach(guard, cell).toSorted((a, b) => (unsure[a] ?? 0) - (unsure[b] ?? 0))
  for (const index of byNeed) {
    const equation = system.equations[index]
    if (equation === undefined) continue
    const ranked = equation.cells
      .filter(
        (other) => states[other] === 'shown' && (system.values[other] ?? 0) > 0 && wouldHide(guard, other, 'protect'),
      )
      .map((other) => ({
        other,
        isTotal: other === equation.cells[0] ? 1 : 0,
        left: (system.equationsOf[other] ?? []).filter(({ equation: e }) => e !== index && unsure[e] === 0).length,
        value: system.values[other] ?? 0,
      }))
      .toSorted((a, b) => a.isTotal - b.isTotal || a.left - b.left || a.value - b.value || a.other - b.other)
    if (ranked[0] !== undefined) return ranked[0].other
  }
  return null
}

/**
 * For the rare case in which the mark itself gives figures away (a total of 5 with five parts that are all marked as
 * small): one of them, the largest, is marked as protecting, which says nothing about its size.
 */
const blurOneMark = (guard: Guard, cell: number): boolean => {
  const { system, states } = guard
  const cells = new Set(equationsWithinReach(guard, cell).flatMap((index) => system.equations[index]?.cells ?? []))
  const candidates = [...cells].filter((other) => states[other] === 'small' && wouldHide(guard, other, 'blurred'))
  const [largest] = candidates.toSorted((a, b) => (system.values[b] ?? 0) - (system.values[a] ?? 0) || a - b)
  if (largest === undefined) return false
  hideCell(guard, largest, 'blurred')
  return true
}

/** Whether a reader is left in enough doubt of a cell, as proved by solutions found. */
export const isProved = ({ search, spans, widths }: Guard, cell: number): boolean =>
  widenSpan(search, spans, cell, widths[cell] ?? 0)

/** The same of what that search did not find, case by case: slower, and it misses less. */
export const isProvedByCases = ({ system, spans, widths }: Guard, from: CaseBounds, cell: number): boolean =>
  isDoubtfulByCases(system, from, spans, { cell, width: widths[cell] ?? 0 })

/**
 * Hides more until `cell` is ambiguous enough, a figure a step. Returns false when there is nothing left to hide and it
 * still is not proved. Where nothing is known from elsewhere that is no failure: every figure in reach but the noughts
 * is hidden without an upper end then, and all of them tripled is another solution.
 */
export const protectCell = function* (guard: Guard, cell: number): Generator<void, boolean, void> {
  while (!isProved(guard, cell)) {
    const extra = chooseExtra(guard, cell)
    if (extra !== null) hideCell(guard, extra, 'protect')
    else if (!blurOneMark(guard, cell))
      return isProvedByCases(guard, { bounds: squeeze(guard.system), looks: LOOKS_FOR_ONE }, cell)
    yield
  }
  return true
}

/** Whether the bounds of a cell leave it in enough doubt. That they do proves nothing; that they do not proves the opposite. */
export const isWideEnough = ({ widths }: Guard, spans: readonly Span[], cell: number): boolean => {
  const { low, high } = spans[cell] ?? ANY_COUNT
  return high - low >= (widths[cell] ?? 0)
}

/** The bounds of every cell if all were hidden that can be, under the mark that says least: no choice leaves more doubt. */
export const squeezeAtBest = (guard: Guard): Span[] => {
  const { system, states, outer, highest } = guard
  const domains = system.domains.map((domain, cell): Domain => {
    const value = system.values[cell] ?? 0
    const canHide = states[cell] !== 'given' && value > 0
    return canHide ? both(domainOfMark('blurred', highest), outer[cell] ?? ANY_COUNT) : domain
  })
  return squeeze({ ...system, domains })
}
