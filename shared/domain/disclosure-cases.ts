/**
 * Looking for other solutions of what a reader knows case by case: a value is supposed, the bounds that follow are drawn,
 * and where they still leave a choice the next value is supposed. It finds what the quick search cannot, which moves
 * each count once, and costs more.
 */

import { type Narrowing, tighten } from './disclosure-bounds.ts'
import type { Span, System } from './disclosure-witness.ts'

/** Looks at sums for one value of one count. */
const LOOKS_FOR_VALUE = 5_000
/** Of a count with more values left than these, the nearest to the true one and the ends are supposed. */
const MOST_VALUES = 12

/**
 * How far above the true one a value is looked for. Any solution will do, and without an end bounds that hang on each
 * other would creep upwards for long.
 */
const mostFor = (own: number): number => 3 * own + 20

/** Bounds from which one count after another is supposed, with the way back. */
interface Cases extends Narrowing {
  /** The counts that a change can reach; every other one is taken to be what it is. */
  readonly reached: readonly number[]
  readonly trail: { readonly cell: number; readonly low: number; readonly high: number }[]
}

/** The bounds that a search begins from, drawn once for all counts, and the looks at sums that all of them share. */
export interface CaseBounds {
  readonly bounds: readonly Span[]
  looks: number
}

const nearestFirst = ({ low, high }: Span, own: number): number[] => {
  const nearest = Math.min(Math.max(own, low), high)
  if (high - low >= MOST_VALUES) return [...new Set([nearest, low, high])]
  const all = Array.from({ length: high - low + 1 }, (_, step) => low + step)
  return all.toSorted((a, b) => Math.abs(a - nearest) - Math.abs(b - nearest))
}

const withinReach = ({ equations, equationsOf }: System, bounds: readonly Span[], cell: number): number[] => {
  const reached = new Set([cell])
  const sums = new Set<number>()
  for (const one of reached)
    for (const { equation } of equationsOf[one] ?? []) {
      if (sums.has(equation)) continue
      sums.add(equation)
      for (const other of equations[equation]?.cells ?? []) {
        const { low = 0, high = 0 } = bounds[other] ?? {}
        if (low < high) reached.add(other)
      }
    }
  return [...reached]
}

const beginCases = (system: System, { bounds }: CaseBounds, cell: number): Cases => {
  const reached = withinReach(system, bounds, cell)
  const spans = system.values.map((value) => ({ low: value, high: value }))
  for (const one of reached) {
    const { low = 0, high = 0 } = bounds[one] ?? {}
    spans[one] = { low, high: Math.min(high, mostFor(system.values[one] ?? 0)) }
  }
  const trail: Cases['trail'] = []
  const onChange = (changed: number): void => {
    const { low = 0, high = 0 } = spans[changed] ?? {}
    trail.push({ cell: changed, low, high })
  }
  return { system, spans, looks: 0, reached, trail, onChange }
}

const goBack = ({ spans, trail }: Cases, to: number): void => {
  for (const { cell, low, high } of trail.splice(to).toReversed()) {
    const span = spans[cell]
    if (span !== undefined) Object.assign(span, { low, high })
  }
}

/** Supposes a value. @returns false where it cannot be. */
const suppose = (cases: Cases, cell: number, value: number): boolean => {
  const span = cases.spans[cell]
  if (span === undefined || value < span.low || value > span.high) return false
  cases.onChange?.(cell)
  Object.assign(span, { low: value, high: value })
  return tighten(
    cases,
    (cases.system.equationsOf[cell] ?? []).map(({ equation }) => equation),
  )
}

/** The count with the fewest values left, or nothing where each has one. */
const mostNarrow = ({ spans, reached }: Cases): number | undefined => {
  let found: number | undefined
  let least = Infinity
  for (const cell of reached) {
    const { low = 0, high = 0 } = spans[cell] ?? {}
    if (high === low || high - low >= least) continue
    found = cell
    least = high - low
  }
  return found
}

const addsUp = ({ system: { equations, equationsOf }, spans, reached }: Cases): boolean => {
  const sums = new Set(reached.flatMap((cell) => (equationsOf[cell] ?? []).map(({ equation }) => equation)))
  return [...sums].every((index) => {
    const { cells = [], coefficients = [] } = equations[index] ?? {}
    return cells.reduce((sum, cell, at) => sum + (coefficients[at] ?? 0) * (spans[cell]?.low ?? 0), 0) === 0
  })
}

/** Whether a value for every count is found that fits all that is known. */
const isSolved = (cases: Cases): boolean => {
  const cell = mostNarrow(cases)
  if (cell === undefined) return addsUp(cases)
  const span = cases.spans[cell] ?? { low: 0, high: -1 }
  for (const value of nearestFirst(span, cases.system.values[cell] ?? 0)) {
    if (cases.looks <= 0) return false
    const back = cases.trail.length
    if (suppose(cases, cell, value) && isSolved(cases)) return true
    goBack(cases, back)
  }
  return false
}

/**
 * Whether values of `cell` that lie `width` apart are each part of a solution. What is found is added to `found`.
 * @param found for each count the least and the greatest value that some solution gives it
 */
export const isDoubtfulByCases = (
  system: System,
  from: CaseBounds,
  found: readonly Span[],
  { cell, width }: { readonly cell: number; readonly width: number },
): boolean => {
  const span = found[cell]
  if (span === undefined) return false
  const own = system.values[cell] ?? 0
  const cases = beginCases(system, from, cell)
  let left = from.looks
  for (let away = 1; away <= width && span.high - span.low < width; away += 1)
    for (const value of [own - away, own + away]) {
      if (value >= span.low && value <= span.high) continue
      // What one value uses up in vain is not lost to the next.
      const share = Math.min(left, LOOKS_FOR_VALUE)
      cases.looks = share
      const isPossible = suppose(cases, cell, value) && isSolved(cases)
      goBack(cases, 0)
      left -= share - Math.max(0, cases.looks)
      if (!isPossible) continue
      span.low = Math.min(span.low, value)
      span.high = Math.max(span.high, value)
    }
  from.looks = left
  return span.high - span.low >= width
}
