/**
 * A small exact solver of whole-number systems, for attacks on reports. It shares nothing with the guard under test:
 * the guard moves cells about to find a second solution, this one narrows domains and splits them until nothing is left.
 */

export interface Range {
  readonly low: number
  readonly high: number
}

/** Terms that add up to `equals`. */
export interface Sum {
  readonly terms: readonly (readonly [cell: string, coefficient: number])[]
  readonly equals: number
}

export type Answer = 'possible' | 'impossible' | 'gave-up'

const NODES = 4000
const ROUNDS = 5000

type Ranges = Map<string, Range>

/** Narrows every range by every sum until nothing changes; false when some cell has no value left. */
const narrow = (ranges: Ranges, sums: readonly Sum[], sumsOf: ReadonlyMap<string, readonly Sum[]>): boolean => {
  const waiting = new Set(sums)
  let rounds = 0
  for (const sum of waiting) {
    waiting.delete(sum)
    rounds += 1
    if (rounds > ROUNDS) return true
    const ends = sum.terms.map(([cell, factor]) => {
      const { low, high } = ranges.get(cell) ?? { low: 0, high: 0 }
      return factor > 0 ? { low: low * factor, high: high * factor } : { low: high * factor, high: low * factor }
    })
    const lowest = ends.reduce((total, { low }) => total + low, 0)
    const highest = ends.reduce((total, { high }) => total + high, 0)
    if (lowest > sum.equals || highest < sum.equals) return false
    for (const [at, [cell, factor]] of sum.terms.entries()) {
      const range = ranges.get(cell)
      const end = ends[at]
      if (range === undefined || end === undefined) continue
      // What the other terms leave for this one.
      const least = sum.equals - (highest - end.high)
      const most = sum.equals - (lowest - end.low)
      const [from, to] = factor > 0 ? [least / factor, most / factor] : [most / factor, least / factor]
      const next = { low: Math.max(range.low, Math.ceil(from)), high: Math.min(range.high, Math.floor(to)) }
      if (next.low > next.high) return false
      if (next.low === range.low && next.high === range.high) continue
      ranges.set(cell, next)
      for (const other of sumsOf.get(cell) ?? []) waiting.add(other)
    }
  }
  return true
}

export interface Solver {
  /** The range of each cell that narrowing alone leaves; null when nothing fits. */
  narrowed(): ReadonlyMap<string, Range> | null
  /** Whether a cell can take a value in some whole-number solution of everything at once. */
  canBe(cell: string, value: number): Answer
}

export const createSolver = (domains: ReadonlyMap<string, Range>, sums: readonly Sum[]): Solver => {
  const sumsOf = new Map<string, Sum[]>()
  for (const sum of sums) {
    for (const [cell] of sum.terms) sumsOf.set(cell, [...(sumsOf.get(cell) ?? []), sum])
  }
  const base: Ranges = new Map(domains)
  const fits = narrow(base, sums, sumsOf)

  /** Splits the smallest open range in two, again and again. */
  const search = (ranges: Ranges, cells: readonly string[], budget: { left: number }): Answer => {
    budget.left -= 1
    if (budget.left < 0) return 'gave-up'
    let chosen: string | null = null
    let width = Number.POSITIVE_INFINITY
    for (const cell of cells) {
      const range = ranges.get(cell)
      if (range === undefined || range.low === range.high || range.high - range.low >= width) continue
      chosen = cell
      width = range.high - range.low
    }
    if (chosen === null) return 'possible'
    const { low, high } = ranges.get(chosen) ?? { low: 0, high: 0 }
    const middle = low + Math.floor((high - low) / 2)
    let gaveUp = false
    for (const half of [
      { low, high: middle },
      { low: middle + 1, high },
    ]) {
      const next = new Map(ranges)
      next.set(chosen, half)
      if (!narrow(next, sumsOf.get(chosen) ?? [], sumsOf)) continue
      const answer = search(next, cells, budget)
      if (answer === 'possible') return answer
      gaveUp ||= answer === 'gave-up'
    }
    return gaveUp ? 'gave-up' : 'impossible'
  }

  /** The cells that hang together with one through open sums: nothing else can bear on it. */
  const neighbourhood = (cell: string): string[] => {
    const found = new Set([cell])
    for (const current of found) {
      for (const { terms } of sumsOf.get(current) ?? []) {
        for (const [other] of terms) {
          const range = base.get(other)
          if (range !== undefined && range.low < range.high) found.add(other)
        }
      }
    }
    return [...found]
  }

  return {
    narrowed: () => (fits ? base : null),
    canBe(cell, value) {
      const range = base.get(cell)
      if (!fits || range === undefined || value < range.low || value > range.high) return 'impossible'
      const ranges: Ranges = new Map(base)
      ranges.set(cell, { low: value, high: value })
      if (!narrow(ranges, sumsOf.get(cell) ?? [], sumsOf)) return 'impossible'
      return search(ranges, neighbourhood(cell), { left: NODES })
    },
  }
}
