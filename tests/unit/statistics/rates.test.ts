import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomialAtMost, poissonAtMost } from '#shared/statistics/distributions.ts'
import { byarInterval, countInterval, exactPoissonInterval, rateWithInterval } from '#shared/statistics/rates.ts'
import { sixFigures } from './six-figures.ts'

describe('the distributions', () => {
  // scipy 1.17.1, stats.poisson.cdf and stats.binom.cdf.
  it('agree with scipy', () => {
    expect(sixFigures(poissonAtMost(3, 5.5))).toBe(sixFigures(0.20169919870252867))
    expect(sixFigures(poissonAtMost(1000, 1050))).toBe(sixFigures(0.06243337176002556))
    expect(sixFigures(binomialAtMost(3, 10, 0.3))).toBe(sixFigures(0.6496107184))
    expect(sixFigures(binomialAtMost(480, 1000, 0.5))).toBe(sixFigures(0.10872414660207075))
    expect(sixFigures(binomialAtMost(49_000, 100_000, 0.5))).toBe(sixFigures(1.2943580191734472e-10))
    expect(sixFigures(binomialAtMost(0, 5, 0.1))).toBe(sixFigures(0.59049))
    expect([poissonAtMost(-1, 2), binomialAtMost(-1, 5, 0.1), binomialAtMost(5, 5, 0.1)]).toEqual([0, 0, 1])
    expect([poissonAtMost(4, 0), binomialAtMost(2, 5, 0), binomialAtMost(2, 5, 1)]).toEqual([1, 1, 0])
  })
})

describe('limits of a count', () => {
  // The limits of expected events in PHEindicatormethods, tests/testthat/testdata_funnel_ratio_outputs.csv.
  it.each([
    [3, 0.95, 0.618671905, 8.767273828],
    [9, 0.95, 4.11537405, 17.08479966],
    [3, 0.998, 0.190533306, 13.06224507],
    [100, 0.95, 81.36400699, 121.6268111],
    [716, 0.95, 664.5083011, 770.4222128],
    [716, 0.998, 636.1521174, 802.60414],
  ])('%i events at %f: the exact limits %f to %f that the public health package is tested with', (...row) => {
    const [count, confidence, lower, upper] = row
    const interval = exactPoissonInterval(count, confidence)
    expect(sixFigures(interval.lower)).toBe(sixFigures(lower))
    expect(sixFigures(interval.upper)).toBe(sixFigures(upper))
  })

  // scipy 1.17.1: half of stats.chi2.ppf with 2n and 2n + 2 degrees of freedom, as the guides write the exact limits.
  it.each([
    [0, 0.95, 0, 3.6888794541139354],
    [1, 0.95, 0.025317807984289876, 5.571643390938898],
    [0, 0.998, 0, 6.907755278982137],
    [1, 0.998, 0.001000500333583534, 9.233413476451585],
    [100_000, 0.998, 99_025.63189050092, 100_981.07267802989],
  ])('%i events at %f: the chi-squared limits %f to %f', (count, confidence, lower, upper) => {
    const interval = exactPoissonInterval(count, confidence)
    expect(sixFigures(interval.lower)).toBe(sixFigures(lower))
    expect(sixFigures(interval.upper)).toBe(sixFigures(upper))
  })

  // The counts that PHEindicatormethods tests Byar's method on; mpmath at 30 digits.
  it.each([
    [10, 0.95, 4.78744991397, 18.3914586058],
    [65, 0.95, 50.1631877105, 82.8491385459],
    [1045, 0.95, 982.593201807, 1110.33121299],
    [10, 0.998, 2.9163183747, 24.1937249279],
    [65, 0.998, 42.8802614715, 94.0002908443],
    [1045, 0.998, 947.940703561, 1148.80616099],
  ])("%i events at %f: Byar's limits %f to %f", (count, confidence, lower, upper) => {
    const interval = byarInterval(count, confidence)
    expect(sixFigures(interval.lower)).toBe(sixFigures(lower))
    expect(sixFigures(interval.upper)).toBe(sixFigures(upper))
    expect(countInterval(count, confidence)).toEqual({ ...interval, method: 'Byar' })
  })

  it('are exact below 10 events and say so, and refuse what is no count', () => {
    expect(countInterval(9)).toEqual({ ...exactPoissonInterval(9), method: 'exact Poisson' })
    expect(byarInterval(0).lower).toBe(0)
    expect(() => countInterval(1.5)).toThrow(RangeError)
    expect(() => countInterval(-1)).toThrow(RangeError)
    expect(() => byarInterval(12.5)).toThrow(RangeError)
  })

  it('come within 0.2 per cent of each other from 10 events up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 20_000 }), (count) => {
        const found = byarInterval(count)
        const exact = exactPoissonInterval(count)
        expect(Math.abs(found.lower / exact.lower - 1)).toBeLessThan(0.002)
        expect(Math.abs(found.upper / exact.upper - 1)).toBeLessThan(0.002)
      }),
      { numRuns: 60 },
    )
  })

  it('hold the count and grow with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (count) => {
        const found = countInterval(count)
        const next = countInterval(count + 1)
        expect(found.lower).toBeLessThanOrEqual(count)
        expect(found.upper).toBeGreaterThan(count)
        expect(next.lower).toBeGreaterThan(found.lower)
        expect(next.upper).toBeGreaterThan(found.upper)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a crude rate', () => {
  it('is per 100,000 unless told otherwise, and says nothing without a population', () => {
    const rate = rateWithInterval(65, 20_000)
    expect(sixFigures(rate?.value)).toBe(sixFigures(325))
    expect(sixFigures(rate?.lower)).toBe(sixFigures(250.8159385525))
    expect(sixFigures(rate?.upper)).toBe(sixFigures(414.2456927295))
    expect(rate?.method).toBe('Byar')
    expect(rateWithInterval(65, 20_000, 1000)?.value).toBeCloseTo(3.25, 12)
    expect(rateWithInterval(3, 0)).toBeNull()
  })
})
