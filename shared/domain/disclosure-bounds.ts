/** What the sums of a report leave of each count, by bounds alone. */

import type { Span, System } from './disclosure-witness.ts'

const SQUEEZE_BUDGET = 50_000

/** Narrows `spans` in place by one of the `waiting` sums after another, and by those that a change reaches. */
export const tighten = (system: System, spans: readonly Span[], waiting: Iterable<number>): void => {
  const queue = new Set(waiting)
  let stepsLeft = SQUEEZE_BUDGET
  for (const index of queue) {
    queue.delete(index)
    stepsLeft -= 1
    if (stepsLeft < 0) break
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
      span.low = low
      span.high = high
      for (const other of system.equationsOf[cell] ?? []) queue.add(other.equation)
    }
  }
}

/** The least and greatest value of every cell that its sums and domains leave, by squeezing one sum after another. */
export const squeeze = (system: System): Span[] => {
  const spans = system.domains.map(({ low, high }) => ({ low, high }))
  tighten(system, spans, system.equations.keys())
  return spans
}
