/**
 * Proving that a hidden figure cannot be worked out.
 *
 * The reader of a report is taken to know every relation, every shown figure, the rule, and what the marks mean. The
 * true figures are one solution of what the reader knows. If other solutions in whole numbers are found that differ at
 * a hidden figure, nobody can tell them apart, whatever method they use: elimination, bounds or search. Those other
 * solutions are the witnesses. Not finding them within the budget counts as not being safe.
 */

/** Whole numbers from `low` to `high`. */
export interface Domain {
  readonly low: number
  readonly high: number
}

/** A sum that the reader knows: the total's coefficient is -1 and each part's is 1, so that they add up to 0. */
export interface Equation {
  cells: readonly number[]
  coefficients: readonly number[]
}

export interface System {
  values: readonly number[]
  domains: readonly Domain[]
  equations: readonly Equation[]
  /** For each cell, the equations that it is in, with its coefficient there. */
  equationsOf: readonly (readonly CellUse[])[]
}

/** Where a cell stands: the index of an equation, and its coefficient in it. */
export interface CellUse {
  readonly equation: number
  readonly coefficient: number
}

const STEP_BUDGET = 300

export function isPossible({ low, high }: Domain, value: number): boolean {
  return value >= low && value <= high
}

/** True when the reader sees exactly what the figure is. */
export function isKnown({ low, high }: Domain): boolean {
  return low === high
}

/** What to try for a cell that should become `wanted`: that, else the nearest possible value on the way there, if any. */
function valueTowards(domain: Domain, current: number, wanted: number): number | null {
  if (isPossible(domain, wanted)) return wanted
  const clipped = Math.min(Math.max(wanted, domain.low), domain.high)
  return clipped === current || clipped - current > 0 !== wanted - current > 0 ? null : clipped
}

/** One search after another over the same cells: each leaves the values as it found them. */
export interface Search {
  readonly system: System
  readonly values: number[]
  /** How far each equation is from adding up. */
  readonly residuals: number[]
  readonly broken: Set<number>
  readonly moved: Set<number>
  stepsLeft: number
}

/** A search at rest: every cell at its true value. */
export const createSearch = (system: System): Search => ({
  system,
  values: [...system.values],
  residuals: system.equations.map(() => 0),
  broken: new Set(),
  moved: new Set(),
  stepsLeft: 0,
})

function move(search: Search, cell: number, value: number): void {
  const change = value - (search.values[cell] ?? 0)
  search.values[cell] = value
  for (const { equation, coefficient } of search.system.equationsOf[cell] ?? []) {
    const residual = (search.residuals[equation] ?? 0) + coefficient * change
    search.residuals[equation] = residual
    if (residual === 0) search.broken.delete(equation)
    else search.broken.add(equation)
  }
}

/** Mends one broken sum after another by moving cells not yet moved, going back when stuck. */
function mend(search: Search): boolean {
  const [index] = search.broken
  if (index === undefined) return true
  const equation = search.system.equations[index]
  const residual = search.residuals[index] ?? 0
  if (equation === undefined) return false
  // Cells that mend the sum by themselves, and only then those that go part of the way.
  for (const isPartial of [false, true]) {
    for (const [position, cell] of equation.cells.entries()) {
      const domain = search.system.domains[cell]
      if (domain === undefined || isKnown(domain) || search.moved.has(cell)) continue
      const before = search.values[cell] ?? 0
      const wanted = before - residual * (equation.coefficients[position] ?? 0)
      const value = valueTowards(domain, before, wanted)
      if (value === null || (value !== wanted) !== isPartial) continue
      if (search.stepsLeft <= 0) return false
      search.stepsLeft -= 1
      search.moved.add(cell)
      move(search, cell, value)
      if (mend(search)) return true
      move(search, cell, before)
      search.moved.delete(cell)
    }
  }
  return false
}

/**
 * First moves to try for a cell, those that show the widest doubt first: two steps on each side, one, more, the ends.
 * A cell and all that hang on it tripled is always a solution where nothing in reach is known but noughts.
 */
function firstValues(domain: Domain, current: number): number[] {
  const nearby = [2, -2, 1, -1, 3, -3, 4, -4].map((change) => current + change)
  return [...nearby, domain.low, current * 2, current * 3].filter(
    (value, index, all) => value !== current && isPossible(domain, value) && all.indexOf(value) === index,
  )
}

/** Values that some solution gives to a cell: the least and the greatest found so far. */
export interface Span {
  low: number
  high: number
}

/**
 * Looks for solutions until the values found for `cell` lie at least `width` apart. Whatever other cells take in a
 * solution widens their spans too. Returns whether it succeeded; that nothing was found is no proof that nothing is.
 */
export function widenSpan(search: Search, spans: readonly Span[], cell: number, width: number): boolean {
  const { system, values, moved, broken } = search
  const domain = system.domains[cell]
  const span = spans[cell]
  if (domain === undefined || span === undefined) return false
  const own = system.values[cell] ?? 0
  for (const value of firstValues(domain, own)) {
    if (span.high - span.low >= width) return true
    if (value >= span.low && value <= span.high) continue
    search.stepsLeft = STEP_BUDGET
    moved.add(cell)
    move(search, cell, value)
    const isSolved = mend(search)
    for (const other of isSolved ? moved : []) {
      const found = spans[other]
      const reached = values[other] ?? 0
      if (found === undefined) continue
      found.low = Math.min(found.low, reached)
      found.high = Math.max(found.high, reached)
    }
    for (const other of moved) move(search, other, system.values[other] ?? 0)
    moved.clear()
    broken.clear()
  }
  return span.high - span.low >= width
}
