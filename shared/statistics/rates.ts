import { poissonAtMost, solve, zOfConfidence } from './distributions.ts'
import { type Estimate, type Interval, USUAL_CONFIDENCE } from './interval.ts'

/** From this many events up Byar's approximation stands in for the exact limits: it is within 0.2% of them at 95%. */
export const BYAR_FROM = 10

/** The population that a crude rate is given for, as public health does. */
export const PER_100_000 = 100_000

/** An interval of a count or a rate with the method that made it, for the notes beside the figure. */
export interface CountInterval extends Interval {
  readonly method: 'exact Poisson' | 'Byar'
}

function requireCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('A count is a whole number from 0 up')
}

/**
 * Exact Poisson limits of a count, in events; the chi-squared limits of the guides are the same numbers.
 * Source: Garwood (1936) Biometrika 28:437-442.
 * @throws RangeError when the count is not a whole number from 0 up.
 */
export function exactPoissonInterval(count: number, confidence: number = USUAL_CONFIDENCE): Interval {
  requireCount(count)
  const tail = (1 - confidence) / 2
  const far = count + 20 + 20 * Math.sqrt(count + 20)
  return {
    lower: count === 0 ? 0 : solve((expected) => poissonAtMost(count - 1, expected), 1 - tail, 0, far),
    upper: solve((expected) => poissonAtMost(count, expected), tail, 0, far),
  }
}

/** Byar's approximation to the limits of a count. Below 10 events, or with more than 99.8%, it is not close. */
export function byarInterval(count: number, confidence: number = USUAL_CONFIDENCE): Interval {
  requireCount(count)
  const z = zOfConfidence(confidence)
  const next = count + 1
  const lower = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3
  return { lower: Math.max(0, lower), upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3 }
}

/**
 * The interval of a count of events, in events: exact Poisson limits below 10 events, Byar's method from 10 up.
 * Sources: OHID Public Health Technical Guidance, Rates (exact below 10); APHO Technical Briefing 3 (2008); Breslow
 * and Day (1987) volume II.
 * @throws RangeError when the count is not a whole number from 0 up.
 */
export function countInterval(count: number, confidence: number = USUAL_CONFIDENCE): CountInterval {
  return count < BYAR_FROM
    ? { ...exactPoissonInterval(count, confidence), method: 'exact Poisson' }
    : { ...byarInterval(count, confidence), method: 'Byar' }
}

/**
 * A crude rate per `per` people or person-years, with its interval. `null` without a population.
 * @throws RangeError when the count is not a whole number from 0 up.
 */
export function rateWithInterval(
  count: number,
  population: number,
  per: number = PER_100_000,
  confidence: number = USUAL_CONFIDENCE,
): (Estimate & CountInterval) | null {
  if (population <= 0) return null
  const { lower, upper, method } = countInterval(count, confidence)
  const scale = per / population
  return { value: count * scale, lower: lower * scale, upper: upper * scale, method }
}
