/**
 * Proving that a hidden figure cannot be worked out.
 *
 * The reader of a report is taken to know every relation, every shown figure, the rule, and what the marks mean. The
 * true figures are one solution of what the reader knows. If a second solution in whole numbers is found that differs
 * at a hidden figure, nobody can tell the two apart, whatever method they use: elimination, bounds or search. That
 * second solution is the witness. Not finding one within the budget counts as not being safe.
 */

/** Whole numbers from `low` to `high`, and `alsoZero` when 0 is possible too. */
export interface Domain {
  low: number
  high: number
  alsoZero: boolean
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

const STEP_BUDGET = 1500

export function isPossible({ low, high, alsoZero }: Domain, value: number): boolean {
  return (value >= low && value <= high) || (alsoZero && value === 0)
}

/** True when the reader sees exactly what the figure is. */
export function isKnown({ low, high, alsoZero }: Domain): boolean {
  return low === high && !(alsoZero && low !== 0)
}

/** Values to try for a cell that should become `wanted`: that, else the nearest possible values on the way there. */
function stepsTowards(domain: Domain, current: number, wanted: number): number[] {
  if (isPossible(domain, wanted)) return [wanted]
  const clipped = Math.min(Math.max(wanted, domain.low), domain.high)
  const steps = clipped === current || clipped - current > 0 !== wanted - current > 0 ? [] : [clipped]
  if (domain.alsoZero && wanted < domain.low && current !== 0) steps.push(0)
  return steps
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

/** First moves to try for a cell: the nearest values on each side, then the far end and nothing at all. */
function firstValues(domain: Domain, current: number): number[] {
  const nearby = [1, -1, 2, -2, 3, -3, 4, -4].map((change) => current + change)
  return [...nearby, domain.low, current * 2, 0].filter(
    (value, index, all) => value !== current && isPossible(domain, value) && all.indexOf(value) === index,
  )
}

/**
 * The cells that differ in a second solution in which `cell` differs, or `null` when none was found.
 */
export function findWitness(system: System, cell: number): ReadonlySet<number> | null {
  const domain = system.domains[cell]
  if (domain === undefined) return null
  const current = system.values[cell] ?? 0
  let stepsLeft = STEP_BUDGET
  for (const value of firstValues(domain, current)) {
    const search: Search = {
      system,
      values: [...system.values],
      residuals: system.equations.map(() => 0),
      broken: new Set(),
      moved: new Set([cell]),
      stepsLeft,
    }
    move(search, cell, value)
    if (mend(search)) return search.moved
    stepsLeft = search.stepsLeft
  }
  return null
}
