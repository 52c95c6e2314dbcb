import { describe, expect, it } from 'vitest'

import {
  byarInterval,
  median,
  medianWithQuartiles,
  quantileType7,
  rateWithInterval,
  wilsonInterval,
} from '#shared/domain/statistics.ts'

describe('wilsonInterval', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i: the published %f to %f (Newcombe 1998)', (numerator, denominator, lower, upper) => {
    const interval = wilsonInterval(numerator, denominator)
    expect(interval?.lower).toBeCloseTo(lower, 4)
    expect(interval?.upper).toBeCloseTo(upper, 4)
  })

  it('mirrors when the outcome is turned round, and touches 0 and 1 exactly', () => {
    expect(wilsonInterval(29, 29)?.upper).toBe(1)
    expect(wilsonInterval(0, 29)?.lower).toBe(0)
    expect(wilsonInterval(28, 29)?.lower).toBeCloseTo(1 - 0.1718, 4)
  })

  it('has nothing to say without a denominator, and refuses nonsense', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError)
  })
})

describe('byarInterval and rateWithInterval', () => {
  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [2, 0.2422, 7.2247],
    [5, 1.6235, 11.6683],
    [9, 4.1154, 17.0848],
  ])('%i events: the exact Poisson limits %f to %f (Garwood)', (count, lower, upper) => {
    const interval = byarInterval(count)
    expect(interval.lower).toBeCloseTo(lower, 4)
    expect(interval.upper).toBeCloseTo(upper, 4)
  })

  it.each([
    [10, 4.7954, 18.3904],
    [50, 37.111, 65.9183],
    [100, 81.3639, 121.6274],
  ])('%i events: within 0.2 per cent of the exact limits', (count, lower, upper) => {
    const interval = byarInterval(count)
    expect(Math.abs(interval.lower / lower - 1)).toBeLessThan(0.002)
    expect(Math.abs(interval.upper / upper - 1)).toBeLessThan(0.002)
  })

  it('scales to a population', () => {
    const rate = rateWithInterval(55, 10_000, 100_000)
    expect(rate?.value).toBeCloseTo(550, 9)
    expect(rate?.lower).toBeCloseTo(byarInterval(55).lower * 10, 9)
    expect(rateWithInterval(3, 0, 1000)).toBeNull()
    expect(() => byarInterval(1.5)).toThrow(RangeError)
  })
})

describe('quantiles', () => {
  it('agrees with R, quantile(c(1, 2, 3, 4, 10), type = 7)', () => {
    const values = [10, 1, 3, 2, 4]
    const expected = [1, 1.4, 2, 3, 4, 7.6, 10]
    for (const [index, probability] of [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].entries()) {
      expect(quantileType7(values, probability)).toBeCloseTo(expected[index] ?? Number.NaN, 9)
    }
    expect(values).toEqual([10, 1, 3, 2, 4])
  })

  it('gives the middle and the quartiles with the count', () => {
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(median([])).toBeNull()
    expect(medianWithQuartiles([86, 15, 40])).toEqual({ median: 40, lowerQuartile: 27.5, upperQuartile: 63, count: 3 })
    expect(medianWithQuartiles([7])).toEqual({ median: 7, lowerQuartile: 7, upperQuartile: 7, count: 1 })
    expect(medianWithQuartiles([])).toBeNull()
  })
})
