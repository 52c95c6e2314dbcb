import { type Estimate, USUAL_CONFIDENCE } from './interval.ts'
import { BYAR_FROM, byarInterval, countInterval, type CountInterval, PER_100_000 } from './rates.ts'
import { EUROPEAN_STANDARD_POPULATION_2013 } from './standard-population.ts'
import { sum } from './sums.ts'

/** What happened in one band of age, and among how many people or person-years. */
export interface AgeBand {
  readonly count: number
  readonly population: number
}

/** A directly standardised rate, or why there is none. */
export type StandardisedRate =
  | (Estimate & { readonly is: 'rate'; readonly count: number; readonly population: number })
  /** Fewer than 10 events in all: such a rate says nothing and is not given. */
  | { readonly is: 'too few'; readonly count: number }
  /** A band without people, so that its rate is not known. */
  | { readonly is: 'band without people'; readonly band: number }

/**
 * Directly age-standardised rate, with Dobson's interval around Byar's limits, over the 19 bands of the European
 * Standard Population 2013, youngest first.
 * Sources: OHID Public Health Technical Guidance, Directly standardised rates; Dobson and others (1991) Statistics in
 * Medicine 10:457-462; not below 10 events: Morris and others (2018) Population Health Metrics 16:19.
 * @throws RangeError when there are not 19 bands, or a count is not a whole number from 0 up.
 */
export function directlyStandardisedRate(
  bands: readonly AgeBand[],
  per: number = PER_100_000,
  confidence: number = USUAL_CONFIDENCE,
): StandardisedRate {
  const standard = EUROPEAN_STANDARD_POPULATION_2013
  if (bands.length !== standard.length) throw new RangeError(`There are ${standard.length} bands of age`)
  if (bands.some(({ count }) => !Number.isSafeInteger(count) || count < 0)) {
    throw new RangeError('A count is a whole number from 0 up')
  }
  const empty = bands.findIndex(({ population }) => population <= 0)
  if (empty >= 0) return { is: 'band without people', band: empty }
  const count = sum(bands.map((band) => band.count))
  if (count < BYAR_FROM) return { is: 'too few', count }
  const everybody = sum(standard.map(({ people }) => people))
  const weighed = bands.map(({ count: events, population }, index) => {
    const weight = (standard[index]?.people ?? 0) / everybody / population
    return { rate: weight * events, variance: weight * weight * events }
  })
  const value = sum(weighed.map(({ rate }) => rate))
  const stretch = Math.sqrt(sum(weighed.map(({ variance }) => variance)) / count)
  const { lower, upper } = byarInterval(count, confidence)
  return {
    is: 'rate',
    value: value * per,
    lower: (value + stretch * (lower - count)) * per,
    upper: (value + stretch * (upper - count)) * per,
    count,
    population: sum(bands.map(({ population }) => population)),
  }
}

/**
 * Indirectly standardised ratio: observed events over those expected from a reference's rates, 1 where they agree, with
 * the interval of the observed count. `null` when none are expected.
 * Source: OHID Public Health Technical Guidance, Indirectly standardised ratios.
 * @param bands people here, with the reference's rate per person in the same band.
 * @throws RangeError when the observed count is not a whole number from 0 up.
 */
export function indirectlyStandardisedRatio(
  observed: number,
  bands: readonly { readonly population: number; readonly referenceRate: number }[],
  confidence: number = USUAL_CONFIDENCE,
): (Estimate & CountInterval & { readonly expected: number }) | null {
  const { lower, upper, method } = countInterval(observed, confidence)
  const expected = sum(bands.map(({ population, referenceRate }) => population * referenceRate))
  if (expected <= 0) return null
  return { value: observed / expected, lower: lower / expected, upper: upper / expected, method, expected }
}
