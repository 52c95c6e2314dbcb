import { createDice, repaired } from './repair.ts'
import { type Found, searchAll } from './search.ts'
import {
  type Bounds,
  copyOf,
  isOpen,
  isSolution,
  narrow,
  type Range,
  type Sum,
  type System,
  systemOf,
} from './system.ts'

/**
 * An exact solver of whole-number systems, for attacks on reports. It shares nothing with the guard under test. It finds
 * solutions by mending ones it has, and where that fails narrows and splits bounds until nothing is left. A solution is
 * taken only after all its numbers were put into every sum; that there is none is said only where all were tried.
 */

export type Answer = 'possible' | 'impossible' | 'gave-up'

/** Looks at equations of a search through everything, and moves of one attempt to mend a solution. */
const LOOKS = 100_000
const STEPS = 120
const ATTEMPTS = 12
/** Solutions that are kept to begin from. */
const KEPT = 24

export interface Solver {
  /** Whether anything fits all sums at once: `gave-up` where no solution was found, and none ruled out. */
  readonly fits: Answer
  /** The range of a cell that narrowing alone leaves. */
  narrowed(cell: string): Range | null
  /** Whether a cell can take a value from `low` to `high` in some whole-number solution of everything at once. */
  canBe(cell: string, low: number, high?: number): Answer
  /** The least and greatest value of a cell in the solutions found so far; null before the first. */
  seen(cell: string): Range | null
}

/** Cells that hang together through equations with open cells: nothing else can bear on them. */
const componentsOf = ({ equations, equationsOf }: System, bounds: Bounds): number[][] => {
  const done = new Set<number>()
  return equationsOf.flatMap((_, start) => {
    if (done.has(start) || !isOpen(bounds, start)) return []
    const found = new Set([start])
    for (const cell of found)
      for (const index of equationsOf[cell] ?? [])
        for (const other of equations[index]?.cells ?? []) if (isOpen(bounds, other)) found.add(other)
    for (const cell of found) done.add(cell)
    return [[...found]]
  })
}

export const createSolver = (domains: ReadonlyMap<string, Range>, sums: readonly Sum[]): Solver => {
  const { system, bounds } = systemOf(domains, sums)
  const dice = createDice(1)
  const inTheWay = narrow(system, bounds, system.equations.keys())
  const isEmpty = bounds.low.some((low, cell) => low > (bounds.high[cell] ?? 0))
  const components = inTheWay === null && !isEmpty ? componentsOf(system, bounds) : []
  const componentOf = new Map(components.flatMap((cells) => cells.map((cell) => [cell, cells] as const)))
  const solutions: Int32Array[] = []
  const seenLow = new Int32Array(bounds.low.length)
  const seenHigh = new Int32Array(bounds.low.length)

  const keep = (values: Int32Array): boolean => {
    if (!isSolution(system, bounds, values)) return false
    for (const [cell, value] of values.entries()) {
      seenLow[cell] = solutions.length === 0 ? value : Math.min(seenLow[cell] ?? 0, value)
      seenHigh[cell] = solutions.length === 0 ? value : Math.max(seenHigh[cell] ?? 0, value)
    }
    solutions.push(values)
    // The first stays: all others were made from it.
    if (solutions.length > KEPT) solutions.splice(1, 1)
    return true
  }

  const begin = (): Answer => {
    if (inTheWay !== null || isEmpty) return 'impossible'
    const all = bounds.low.slice()
    const middle = bounds.low.map((low, cell) => low + Math.min(3, Math.floor(((bounds.high[cell] ?? 0) - low) / 2)))
    let gaveUp = false
    for (const cells of components) {
      const found = searchAll(system, copyOf(bounds), cells, middle, 5 * LOOKS)
      if (found === null) return 'impossible'
      if (found === 'gave-up') gaveUp = true
      else for (const cell of cells) all[cell] = found[cell] ?? 0
    }
    return !gaveUp && keep(all) ? 'possible' : 'gave-up'
  }

  /** Values of a range, those nearest to what was seen first. */
  const valuesOf = (cell: number, low: number, high: number): number[] => {
    const from = low > (seenHigh[cell] ?? 0) ? low : high
    const step = from === low ? 1 : -1
    return [0, 1, 2, 4].map((distance) => from + step * distance).filter((value) => value >= low && value <= high)
  }

  const mended = (cell: number, low: number, high: number): boolean => {
    const values = valuesOf(cell, low, high)
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const value = values[attempt % values.length]
      const from = solutions[attempt === 0 ? 0 : Math.floor(dice() * solutions.length)]
      if (value === undefined || from === undefined) return false
      const found = repaired(system, bounds, from.with(cell, value), { dice, steps: STEPS, held: cell })
      if (found !== null && keep(found)) return true
    }
    return false
  }

  const searched = (cell: number, low: number, high: number): Answer => {
    const next = copyOf(bounds)
    next.low[cell] = low
    next.high[cell] = high
    if (narrow(system, next, system.equationsOf[cell] ?? []) !== null) return 'impossible'
    const first = solutions[0] ?? bounds.low
    const cells = componentOf.get(cell) ?? []
    const found: Found = searchAll(system, next, cells, first, LOOKS)
    if (found === null) return 'impossible'
    if (found === 'gave-up') return 'gave-up'
    const whole = first.slice()
    for (const each of cells) whole[each] = found[each] ?? 0
    return keep(whole) ? 'possible' : 'gave-up'
  }

  const fits = begin()
  const rangeOf = (name: string, low: Int32Array, high: Int32Array): Range | null => {
    const cell = system.indexOf.get(name)
    return cell === undefined ? null : { low: low[cell] ?? 0, high: high[cell] ?? 0 }
  }
  return {
    fits,
    narrowed: (name) => rangeOf(name, bounds.low, bounds.high),
    seen: (name) => (solutions.length === 0 ? null : rangeOf(name, seenLow, seenHigh)),
    canBe(name, least, most = least) {
      const cell = system.indexOf.get(name)
      if (cell === undefined || fits === 'impossible') return 'impossible'
      const low = Math.max(least, bounds.low[cell] ?? 0)
      const high = Math.min(most, bounds.high[cell] ?? 0)
      if (low > high) return 'impossible'
      if ((seenLow[cell] ?? 0) >= low && (seenLow[cell] ?? 0) <= high && solutions.length > 0) return 'possible'
      if ((seenHigh[cell] ?? 0) >= low && (seenHigh[cell] ?? 0) <= high && solutions.length > 0) return 'possible'
      return mended(cell, low, high) ? 'possible' : searched(cell, low, high)
    },
  }
}
