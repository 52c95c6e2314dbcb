/** What the sums of a report leave of each count, by bounds alone. */

import type { Span, System } from './disclosure-witness.ts'

const MOST_LOOKS = 50_000

/** Bounds while they are narrowed. */
export interface Narrowing {
  readonly system: System
  readonly spans: readonly Span[]
  /** How many more sums may be looked at. Where none is left, bounds are wider than they might be. */
  looks: number
  /** Hears of a count before its span changes. */
  readonly onChange?: (cell: number) => void
}

/**
 * Narrows spans in place by one of the `waiting` sums after another, and by those that a change reaches.
 * @returns false as soon as a count has no value left.
 */
export const tighten = (narrowing: Narrowing, waiting: Iterable<number>): boolean => {
  const { system, spans, onChange } = narrowing
  const queue = new Set(waiting)
  for (const index of queue) {
    queue.delete(index)
    narrowing.looks -= 1
    if (narrowing.looks < 0) return true
    const equation = system.equations[index]
    if (equation === undefined) continue
    const sum = { low: 0, high: 0 }
    const ends = equation.cells.map((cell, at) => {
      const { low = 0, high = 0 } = spans[cell] ?? {}
      const end = (equation.coefficients[at] ?? 0) > 0 ? { low, high } : { low: -high, high: -low }
      sum.low += end.low
      sum.high += end.high
      return end
    })
    for (const [at, cell] of equation.cells.entries()) {
      const span = spans[cell]
      const end = ends[at]
      if (span === undefined || end === undefined) continue
      const rest = { low: sum.low - end.low, high: sum.high - end.high }
      const isPart = (equation.coefficients[at] ?? 0) > 0
      const low = Math.max(span.low, isPart ? -rest.high : rest.low)
      const high = Math.min(span.high, isPart ? -rest.low : rest.high)
      if (low === span.low && high === span.high) continue
      if (low > high) return false
      onChange?.(cell)
      span.low = low
      span.high = high
      for (const other of system.equationsOf[cell] ?? []) queue.add(other.equation)
    }
  }
  return true
}

/** The least and greatest value of every cell that its sums and domains leave, by squeezing one sum after another. */
export const squeeze = (system: System): Span[] => {
  const spans = system.domains.map(({ low, high }) => ({ low, high }))
  tighten({ system, spans, looks: MOST_LOOKS }, system.equations.keys())
  return spans
}
