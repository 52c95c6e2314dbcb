/** Whole-number systems as arrays, for the search of those who attack reports. */

export interface Range {
  readonly low: number
  readonly high: number
}

/** Terms that add up to `equals`. */
export interface Sum {
  readonly terms: readonly (readonly [cell: string, coefficient: number])[]
  readonly equals: number
}

interface Equation {
  readonly cells: readonly number[]
  readonly factors: readonly number[]
  readonly equals: number
}

/** Cells by their number, with the equations that each is in. */
export interface System {
  readonly indexOf: ReadonlyMap<string, number>
  readonly equations: readonly Equation[]
  readonly equationsOf: readonly (readonly number[])[]
}

/** The least and the greatest value of every cell. */
export interface Bounds {
  readonly low: Int32Array
  readonly high: Int32Array
}

export const copyOf = ({ low, high }: Bounds): Bounds => ({ low: low.slice(), high: high.slice() })

export const isOpen = ({ low, high }: Bounds, cell: number): boolean => (low[cell] ?? 0) < (high[cell] ?? 0)

export const systemOf = (
  domains: ReadonlyMap<string, Range>,
  sums: readonly Sum[],
): { readonly system: System; readonly bounds: Bounds } => {
  const names = [...new Set([...domains.keys(), ...sums.flatMap(({ terms }) => terms.map(([cell]) => cell))])]
  const indexOf = new Map(names.map((name, at) => [name, at]))
  const equations = sums.map(({ terms, equals }) => ({
    cells: terms.map(([cell]) => indexOf.get(cell) ?? 0),
    factors: terms.map(([, factor]) => factor),
    equals,
  }))
  const equationsOf = names.map((): number[] => [])
  for (const [at, { cells }] of equations.entries()) for (const cell of cells) equationsOf[cell]?.push(at)
  const end = (of: 'low' | 'high'): Int32Array => Int32Array.from(names, (name) => domains.get(name)?.[of] ?? 0)
  return { system: { indexOf, equations, equationsOf }, bounds: { low: end('low'), high: end('high') } }
}

/** Whether whole numbers are a solution of all equations within their bounds: every witness has to pass here. */
export const isSolution = ({ equations }: System, { low, high }: Bounds, values: Int32Array): boolean =>
  values.every((value, cell) => value >= (low[cell] ?? 0) && value <= (high[cell] ?? 0)) &&
  equations.every(
    ({ cells, factors, equals }) =>
      cells.reduce((sum, cell, at) => sum + (factors[at] ?? 0) * (values[cell] ?? 0), 0) === equals,
  )

/** How many looks at equations may still be had: what a search costs. */
export interface Budget {
  left: number
}

/** A bound that is still shrinking by ones after so many looks is left as it is: no value is lost by it. */
const LOOKS = 600

/**
 * Narrows all bounds by the equations that wait, and by those that this touches, until nothing changes.
 * @returns null, or an equation that no value within its bounds fulfils.
 */
export const narrow = (
  { equations, equationsOf }: System,
  { low, high }: Bounds,
  at: Iterable<number>,
  budget: Budget = { left: LOOKS * equations.length },
): number | null => {
  const waiting = new Set(at)
  let looks = 0
  for (const index of waiting) {
    waiting.delete(index)
    looks += 1
    budget.left -= 1
    if (looks > LOOKS + equations.length || budget.left < 0) return null
    const equation = equations[index]
    if (equation === undefined) continue
    const { cells, factors, equals } = equation
    let lowest = 0
    let highest = 0
    for (let term = 0; term < cells.length; term += 1) {
      const cell = cells[term] ?? 0
      const factor = factors[term] ?? 0
      lowest += factor * ((factor > 0 ? low[cell] : high[cell]) ?? 0)
      highest += factor * ((factor > 0 ? high[cell] : low[cell]) ?? 0)
    }
    if (lowest > equals || highest < equals) return index
    for (let term = 0; term < cells.length; term += 1) {
      const cell = cells[term] ?? 0
      const factor = factors[term] ?? 0
      const from = low[cell] ?? 0
      const to = high[cell] ?? 0
      if (from === to) continue
      // What the other terms leave for this one.
      const least = equals - highest + factor * (factor > 0 ? to : from)
      const most = equals - lowest + factor * (factor > 0 ? from : to)
      const nextLow = Math.max(from, Math.ceil((factor > 0 ? least : most) / factor))
      const nextHigh = Math.min(to, Math.floor((factor > 0 ? most : least) / factor))
      if (nextLow > nextHigh) return index
      if (nextLow === from && nextHigh === to) continue
      low[cell] = nextLow
      high[cell] = nextHigh
      for (const other of equationsOf[cell] ?? []) waiting.add(other)
      // The ends of this equation have moved: it is looked at again with its new ones.
      waiting.add(index)
      const change = factor > 0 ? [nextLow - from, nextHigh - to] : [nextHigh - to, nextLow - from]
      lowest += factor * (change[0] ?? 0)
      highest += factor * (change[1] ?? 0)
    }
  }
  return null
}
