/**
 * Small-sample statistics for reports. All intervals are two-sided and 95% unless another z is given.
 *
 * Sources: Wilson (1927) and Newcombe (1998) Statistics in Medicine 17:857-872 for proportions; APHO Technical
 * Briefing 3 for rates (Byar's approximation from 10 events up, exact Poisson limits below 10); Hyndman and Fan (1996)
 * type 7 for quantiles.
 */

/** The 97.5% point of the normal distribution. */
export const Z_95 = 1.959964

const BYAR_MINIMUM = 10

export interface Interval {
  lower: number
  upper: number
}

export interface Estimate extends Interval {
  value: number
}

/**
 * Wilson score interval for a proportion, both ends between 0 and 1. `null` without a denominator.
 * @throws RangeError when the numerator is negative or larger than the denominator.
 */
export function wilsonInterval(numerator: number, denominator: number, z: number = Z_95): Interval | null {
  if (numerator < 0 || numerator > denominator) throw new RangeError('A numerator lies between 0 and its denominator')
  if (denominator === 0) return null
  const proportion = numerator / denominator
  const zSquared = z * z
  const spread = z * Math.sqrt((proportion * (1 - proportion)) / denominator + zSquared / (4 * denominator ** 2))
  const centre = proportion + zSquared / (2 * denominator)
  const scale = 1 + zSquared / denominator
  return {
    lower: numerator === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    upper: numerator === denominator ? 1 : Math.min(1, (centre + spread) / scale),
  }
}

/** Probability of at most `count` events when `mean` are expected (Poisson). */
function poissonAtMost(count: number, mean: number): number {
  let term = Math.exp(-mean)
  let sum = term
  for (let event = 1; event <= count; event += 1) {
    term *= mean / event
    sum += term
  }
  return sum
}

/** The mean at which a falling function of the mean crosses `target`. */
function solveMean(falling: (mean: number) => number, target: number): number {
  let low = 0
  let high = 40
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (falling(middle) > target) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function exactPoissonInterval(count: number): Interval {
  const tail = 0.025
  return {
    lower: count === 0 ? 0 : solveMean((mean) => poissonAtMost(count - 1, mean), 1 - tail),
    upper: solveMean((mean) => poissonAtMost(count, mean), tail),
  }
}

/**
 * 95% interval for a count of events, in events: Byar's method from 10 up and exact Poisson limits below 10,
 * where Byar's is not close enough.
 * @throws RangeError when the count is not a whole number from 0 up.
 */
export function byarInterval(count: number): Interval {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('A count is a whole number from 0 up')
  if (count < BYAR_MINIMUM) return exactPoissonInterval(count)
  const next = count + 1
  return {
    lower: count * (1 - 1 / (9 * count) - Z_95 / (3 * Math.sqrt(count))) ** 3,
    upper: next * (1 - 1 / (9 * next) + Z_95 / (3 * Math.sqrt(next))) ** 3,
  }
}

/** A rate per `per` people (for example 100,000) with its 95% interval. `null` without a population. */
export function rateWithInterval(count: number, population: number, per: number): Estimate | null {
  if (population <= 0) return null
  const { lower, upper } = byarInterval(count)
  const scale = per / population
  return { value: count * scale, lower: lower * scale, upper: upper * scale }
}

/**
 * Quantile of type 7 (the default of R and of spreadsheets): straight-line interpolation between order statistics.
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

/** Binomial probability, with half a chance each time, of at most `successes` of `trials`. */
function halfBinomialAtMost(successes: number, trials: number): number {
  let logTerm = trials * Math.log(0.5)
  let sum = Math.exp(logTerm)
  for (let k = 1; k <= successes; k += 1) {
    logTerm += Math.log((trials - k + 1) / k)
    sum += Math.exp(logTerm)
  }
  return Math.min(1, sum)
}

/** A binomial count this large is close enough to normal, and the exact sum would take long. */
const NORMAL_FROM = 1000

/** How many values from each end the interval of the median leaves out; -1 when even all values are too few. */
function leftOutAtEachEnd(count: number): number {
  const tail = 0.025
  if (count >= NORMAL_FROM) return Math.floor((count - Z_95 * Math.sqrt(count)) / 2 - 0.5)
  let left = -1
  while (halfBinomialAtMost(left + 1, count) <= tail) left += 1
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
