import { binomialAtMost } from './distributions.ts'
import type { Interval } from './interval.ts'

/**
 * Quantile of type 7 (the default of R and of spreadsheets): straight-line interpolation between order statistics.
 * Source: Hyndman and Fan (1996) The American Statistician 50:361-365.
 * `null` for no values. The values need no order and are left as they were.
 * @param probability 0 to 1.
 */
export function quantileType7(values: readonly number[], probability: number): number | null {
  return quantileOfSorted(
    values.toSorted((a, b) => a - b),
    probability,
  )
}

function quantileOfSorted(sorted: readonly number[], probability: number): number | null {
  const position = (sorted.length - 1) * probability
  const index = Math.floor(position)
  const below = sorted[index]
  if (below === undefined) return null
  const above = sorted[index + 1] ?? below
  return below + (position - index) * (above - below)
}

/** The middle value, or `null` for none. */
export function median(values: readonly number[]): number | null {
  return quantileType7(values, 0.5)
}

export interface MedianWithQuartiles {
  median: number
  lowerQuartile: number
  upperQuartile: number
  count: number
}

/** Median and quartiles with the number of values behind them, or `null` for none. */
export function medianWithQuartiles(values: readonly number[]): MedianWithQuartiles | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = quantileOfSorted(sorted, 0.5)
  const lowerQuartile = quantileOfSorted(sorted, 0.25)
  const upperQuartile = quantileOfSorted(sorted, 0.75)
  if (middle === null || lowerQuartile === null || upperQuartile === null) return null
  return { median: middle, lowerQuartile, upperQuartile, count: sorted.length }
}

/** How many values from each end the interval of the median leaves out; -1 when even all values are too few. */
function leftOutAtEachEnd(count: number): number {
  const tail = 0.025
  let left = -1
  let tooMany = Math.ceil(count / 2)
  while (tooMany - left > 1) {
    const middle = Math.floor((left + tooMany) / 2)
    if (binomialAtMost(middle, count, 0.5) <= tail) left = middle
    else tooMany = middle
  }
  return left
}

/**
 * 95% interval of the median by order statistics: needs no shape of distribution, and both ends are values that
 * occurred. At least 95% sure, never less. `null` for fewer than 6 values, where no two of them are that sure.
 * Source: Conover (1999) Practical Nonparametric Statistics, section 3.2.
 */
export function medianInterval(values: readonly number[]): Interval | null {
  const sorted = values.toSorted((a, b) => a - b)
  return intervalOfOrdered(sorted.length, (index) => sorted[index] ?? 0)
}

function intervalOfOrdered(count: number, at: (index: number) => number): Interval | null {
  const left = leftOutAtEachEnd(count)
  return left < 0 ? null : { lower: at(left), upper: at(count - 1 - left) }
}

/** Equal values counted together. */
export interface CountedValue {
  value: number
  count: number
}

export interface Spread extends MedianWithQuartiles {
  /** 95% interval of the median; `null` for fewer than 6 values. */
  interval: Interval | null
}

/**
 * Median, quartiles (type 7) and the interval of the median of values that come counted: a register's year of letters
 * is a few dozen different values. `null` for none. What comes twice is added up, in whatever order.
 */
export function spreadOfCounts(counts: readonly CountedValue[]): Spread | null {
  const sorted = counts.filter(({ count }) => count > 0).toSorted((a, b) => a.value - b.value)
  const ends: number[] = []
  let total = 0
  for (const { count } of sorted) {
    total += count
    ends.push(total)
  }
  if (total === 0) return null
  const at = (index: number): number => sorted[ends.findIndex((end) => index < end)]?.value ?? 0
  const quantile = (probability: number): number => {
    const position = (total - 1) * probability
    const below = at(Math.floor(position))
    return below + (position - Math.floor(position)) * (at(Math.ceil(position)) - below)
  }
  return {
    median: quantile(0.5),
    lowerQuartile: quantile(0.25),
    upperQuartile: quantile(0.75),
    count: total,
    interval: intervalOfOrdered(total, at),
  }
}

/**
 * The spread of the values that are known, and how many were not: days between two dates of which one is only a month
 * are left out, never guessed, and the reader is told how many.
 */
export function spreadOfKnown(values: readonly (number | null)[]): {
  readonly spread: Spread | null
  readonly leftOut: number
} {
  const known = values.filter((value) => value !== null)
  return {
    spread: spreadOfCounts(known.map((value) => ({ value, count: 1 }))),
    leftOut: values.length - known.length,
  }
}
