import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { medianInterval, medianWithQuartiles, quantileType7, spreadOfCounts } from '#shared/statistics/quantiles.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

describe('the interval of a median', () => {
  // The ranks that tables of the sign test give for 95%.
  it.each([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [12, 3, 10],
    [15, 4, 12],
    [20, 6, 15],
    [25, 8, 18],
    [40, 14, 27],
    [100, 40, 61],
  ])('of %i values runs from the %ith to the %ith', (count, low, high) => {
    expect(medianInterval(upTo(count))).toEqual({ lower: low, upper: high })
  })

  it('has nothing to say of five values: no two of them are 95% sure', () => {
    expect(medianInterval(upTo(5))).toBeNull()
    expect(medianInterval([])).toBeNull()
  })

  it('is exact and steady at any size', () => {
    const ranks = [997, 998, 999, 1000, 1001, 1002].map((count) => medianInterval(upTo(count))?.lower ?? 0)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(Math.max(...ranks) - Math.min(...ranks)).toBeLessThanOrEqual(4)
  })

  it('holds the median, whatever the order of the values, and leaves them as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 6, maxLength: 80 }), (values) => {
        const before = [...values]
        const interval = medianInterval(values)
        const middle = quantileType7(values, 0.5) ?? Number.NaN
        expect(values).toEqual(before)
        expect(interval?.lower).toBeLessThanOrEqual(middle)
        expect(interval?.upper).toBeGreaterThanOrEqual(middle)
        expect(medianInterval(values.toReversed())).toEqual(interval)
      }),
    )
  })
})

describe('the spread of counted values', () => {
  it('is that of the values written out, however they were counted together', () => {
    const counted = fc.record({ value: fc.integer({ min: 0, max: 60 }), count: fc.integer({ min: 0, max: 9 }) })
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 40 }), (counts) => {
        const values = counts.flatMap(({ value, count }) => Array<number>(count).fill(value))
        const written = medianWithQuartiles(values)
        const expected = written === null ? null : { ...written, interval: medianInterval(values) }
        expect(spreadOfCounts(counts)).toEqual(expected)
      }),
    )
  })
})
