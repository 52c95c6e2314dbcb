/**
 * Looking for other solutions of what a reader knows case by case: a value is supposed, the bounds that follow are drawn,
 * and where they still leave a choice the next value is supposed. It finds what the quick search cannot, which moves
 * each count once, and costs more.
 */

import { squeeze, tighten } from './disclosure-bounds.ts'
import type { Span, System } from './disclosure-witness.ts'

const MOST_CASES = 1000
/** Of a count with more values left than these, the nearest to the true one and the ends are supposed. */
const MOST_VALUES = 12

interface Cases {
  readonly system: System
  left: number
}

/** Bounds of the counts that a change of `cell` can reach; every other one is taken to be what it is. */
const withinReach = ({ equations, equationsOf, values }: System, bounds: readonly Span[], cell: number): Span[] => {
  const reached = new Set([cell])
  for (const one of reached)
    for (const { equation } of equationsOf[one] ?? [])
      for (const other of equations[equation]?.cells ?? []) {
        const { low = 0, high = 0 } = bounds[other] ?? {}
        if (low < high) reached.add(other)
      }
  return bounds.map((span, one) => (reached.has(one) ? span : { low: values[one] ?? 0, high: values[one] ?? 0 }))
}

const suppose = (system: System, spans: readonly Span[], cell: number, value: number): Span[] => {
  const next = spans.map(({ low, high }) => ({ low, high }))
  next[cell] = { low: value, high: value }
  tighten(
    system,
    next,
    (system.equationsOf[cell] ?? []).map(({ equation }) => equation),
  )
  return next
}

const nearestFirst = ({ low, high }: Span, own: number): number[] => {
  const nearest = Math.min(Math.max(own, low), high)
  if (high - low >= MOST_VALUES) return [...new Set([nearest, low, high])]
  const all = Array.from({ length: high - low + 1 }, (_, step) => low + step)
  return all.toSorted((a, b) => Math.abs(a - nearest) - Math.abs(b - nearest))
}

/** The count with the fewest values left, or nothing where each has one. */
const mostNarrow = (spans: readonly Span[]): number | undefined => {
  let found: number | undefined
  let least = Infinity
  for (const [cell, { low, high }] of spans.entries()) {
    if (high === low || high - low >= least) continue
    found = cell
    least = high - low
  }
  return found
}

const addsUp = ({ equations }: System, spans: readonly Span[]): boolean =>
  equations.every(
    ({ cells, coefficients }) =>
      cells.reduce((sum, cell, at) => sum + (coefficients[at] ?? 0) * (spans[cell]?.low ?? 0), 0) === 0,
  )

/** A value for every count that fits all that is known, if one is found. */
const solve = (cases: Cases, spans: readonly Span[]): readonly Span[] | null => {
  if (spans.some(({ low, high }) => low > high)) return null
  const cell = mostNarrow(spans)
  if (cell === undefined) return addsUp(cases.system, spans) ? spans : null
  for (const value of nearestFirst(spans[cell] ?? { low: 0, high: -1 }, cases.system.values[cell] ?? 0)) {
    if (cases.left <= 0) return null
    cases.left -= 1
    const solved = solve(cases, suppose(cases.system, spans, cell, value))
    if (solved !== null) return solved
  }
  return null
}

/**
 * Whether values of `cell` that lie `width` apart are each part of a solution. What is found is added to `found`.
 * @param found for each count the least and the greatest value that some solution gives it
 */
export const isDoubtfulByCases = (system: System, found: readonly Span[], cell: number, width: number): boolean => {
  const bounds = withinReach(system, squeeze(system), cell)
  const span = found[cell]
  const bound = bounds[cell]
  if (span === undefined || bound === undefined) return false
  const own = system.values[cell] ?? 0
  for (let away = 1; away <= width && span.high - span.low < width; away += 1)
    for (const value of [own - away, own + away]) {
      if (value < bound.low || value > bound.high || (value >= span.low && value <= span.high)) continue
      if (solve({ system, left: MOST_CASES }, suppose(system, bounds, cell, value)) === null) continue
      span.low = Math.min(span.low, value)
      span.high = Math.max(span.high, value)
    }
  return span.high - span.low >= width
}
