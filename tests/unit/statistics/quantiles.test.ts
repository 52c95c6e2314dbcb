import { describe, expect, it } from 'vitest'
import { median, medianWithQuartiles, quantileType7, spreadOfKnown } from '#shared/statistics/quantiles.ts'

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

  it('leaves out what is known in part only, and counts it', () => {
    const { spread, leftOut } = spreadOfKnown([86, null, 15, 40, null])
    expect(spread).toMatchObject({ median: 40, lowerQuartile: 27.5, upperQuartile: 63, count: 3 })
    expect(leftOut).toBe(2)
    expect(spreadOfKnown([null])).toEqual({ spread: null, leftOut: 1 })
  })
})
