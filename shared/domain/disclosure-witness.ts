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
  /** For each cell, the indexes of the equations that it is in. */
  equationsOf: readonly (readonly number[])[]
}

const STEP_BUDGET = 300

export function isPossible({ low, high }: Domain, value: number): boolean {
  return value >= low && value <= high
}

/** True when the reader sees exactly what the figure is. */
export function isKnown({ low, high }: Domain): boolean {
  return low === high
}

/** Values to try for a cell that should become `wanted`: that, else the nearest possible values on the way there. */
function stepsTowards(domain: Domain, current: number, wanted: number): number[] {
  if (isPossible(domain, wanted)) return [wanted]
  const clipped = Math.min(Math.max(wanted, domain.low), domain.high)
  return clipped === current || clipped - current > 0 !== wanted - current > 0 ? [] : [clipped]
}

interface Search {
  system: System
  values: number[]
  /** How far each equation is from adding up. */
  residuals: number[]
  broken: Set<number>
  moved: Set<number>
  stepsLeft: number
}

function move(search: Search, cell: number, value: number): void {
  const change = value - (search.values[cell] ?? 0)
  search.values[cell] = value
  for (const index of search.system.equationsOf[cell] ?? []) {
    const equation = search.system.equations[index]
    if (equation === undefined) continue
    const coefficient = equation.coefficients[equation.cells.indexOf(cell)] ?? 0
    const residual = (search.residuals[index] ?? 0) + coefficient * change
    search.residuals[index] = residual
    if (residual === 0) search.broken.delete(index)
    else search.broken.add(index)
  }
}

/** Mends one broken sum after another by moving cells not yet moved, going back when stuck. */
function mend(search: Search): boolean {
  const [index] = search.broken
  if (index === undefined) return true
  const equation = search.system.equations[index]
  const residual = search.residuals[index] ?? 0
  if (equation === undefined) return false
  const attempts: { cell: number; value: number; isPartial: boolean }[] = []
  for (const [position, cell] of equation.cells.entries()) {
    const domain = search.system.domains[cell]
    if (domain === undefined || search.moved.has(cell) || isKnown(domain)) continue
    const current = search.values[cell] ?? 0
    const wanted = current - residual * (equation.coefficients[position] ?? 0)
    for (const value of stepsTowards(domain, current, wanted)) {
      attempts.push({ cell, value, isPartial: value !== wanted })
    }
  }
  attempts.sort((a, b) => Number(a.isPartial) - Number(b.isPartial))
  for (const { cell, value } of attempts) {
    if (search.stepsLeft <= 0) return false
    search.stepsLeft -= 1
    const before = search.values[cell] ?? 0
    search.moved.add(cell)
    move(search, cell, value)
    if (mend(search)) return true
    move(search, cell, before)
    search.moved.delete(cell)
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
export function widenSpan(system: System, spans: readonly Span[], cell: number, width: number): boolean {
  const domain = system.domains[cell]
  const span = spans[cell]
  if (domain === undefined || span === undefined) return false
  for (const value of firstValues(domain, system.values[cell] ?? 0)) {
    if (span.high - span.low >= width) return true
    if (value >= span.low && value <= span.high) continue
    const search: Search = {
      system,
      values: [...system.values],
      residuals: system.equations.map(() => 0),
      broken: new Set(),
      moved: new Set([cell]),
      stepsLeft: STEP_BUDGET,
    }
    move(search, cell, value)
    if (!mend(search)) continue
    for (const moved of search.moved) {
      const found = spans[moved]
      const reached = search.values[moved] ?? 0
      if (found === undefined) continue
      found.low = Math.min(found.low, reached)
      found.high = Math.max(found.high, reached)
    }
  }
  return span.high - span.low >= width
}
