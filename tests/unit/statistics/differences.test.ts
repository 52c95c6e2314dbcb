import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOfProportions } from '#shared/statistics/differences.ts'

type Pair = readonly [number, number]

describe('the difference of two proportions', () => {
  it.each<[Pair, Pair, number, number]>([
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[6, 7], [2, 7], 0.0582, 0.8062],
    [[5, 56], [0, 29], -0.0381, 0.1926],
    [[0, 10], [0, 20], -0.1611, 0.2775],
    [[10, 10], [0, 20], 0.6791, 1],
  ])('%j and %j: the published %f to %f (Newcombe 1998, table II, method 10)', (first, second, lower, upper) => {
    const found = differenceOfProportions(first, second)
    expect(found?.lower).toBeCloseTo(lower, 4)
    expect(found?.upper).toBeCloseTo(upper, 4)
  })

  it('says nothing of nobody, and refuses nonsense', () => {
    expect(differenceOfProportions([0, 0], [1, 2])).toBeNull()
    expect(differenceOfProportions([1, 2], [0, 0])).toBeNull()
    expect(() => differenceOfProportions([3, 2], [1, 2])).toThrow(RangeError)
  })

  it('mirrors when the groups change places, holds the difference and lies between -1 and 1', () => {
    const pair = fc
      .integer({ min: 1, max: 5000 })
      .chain((of) => fc.integer({ min: 0, max: of }).map((count): Pair => [count, of]))
    fc.assert(
      fc.property(pair, pair, (first, second) => {
        const one = differenceOfProportions(first, second)
        const other = differenceOfProportions(second, first)
        if (one === null || other === null) throw new Error('There are denominators')
        expect(one.lower).toBeCloseTo(-other.upper, 12)
        expect(one.lower).toBeLessThanOrEqual(one.value + 1e-12)
        expect(one.upper).toBeGreaterThanOrEqual(one.value - 1e-12)
        expect(one.lower).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(one.upper).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})
