import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combinePractices } from '#shared/statistics/combine.ts'
import { attributeChart } from '#shared/statistics/spc.ts'
import { mean, sum } from '#shared/statistics/sums.ts'
import { monthsFrom } from './months.ts'

describe('practices combined', () => {
  const [april = '', may = '', june = ''] = monthsFrom(3)
  const north = {
    practice: 'north',
    months: [
      { month: april, numerator: 9, denominator: 10 },
      { month: may, numerator: 8, denominator: 10 },
      { month: june, numerator: 7, denominator: 10 },
    ],
  }
  const south = {
    practice: 'south',
    months: [
      { month: april, numerator: 10, denominator: 90 },
      { month: june, numerator: 20, denominator: 90 },
    ],
  }

  it('are the figure of all their people, and a gap where one of them is missing', () => {
    const { months, leftOut } = combinePractices([north, south])
    expect(months).toEqual([
      { month: april, numerator: 19, denominator: 100 },
      { month: june, numerator: 27, denominator: 100 },
    ])
    expect(leftOut).toEqual([{ month: may, missing: ['south'] }])
    const chart = attributeChart('P', months, { better: 'higher' })
    expect(chart.points.map(({ value }) => value)).toEqual([0.19, null, 0.27])
    expect(chart.phases[0]?.mean).toBe(46 / 200)
  })

  it('refuse a practice that comes twice and what is no count', () => {
    expect(() => combinePractices([north, north])).toThrow(RangeError)
    const half = { practice: 'east', months: [{ month: april, numerator: 0.5, denominator: 1 }] }
    expect(() => combinePractices([half])).toThrow(RangeError)
    expect(combinePractices([])).toEqual({ months: [], leftOut: [] })
  })

  it('come to the same in whatever order, exactly', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 20 }), (pairs) => {
        const series = pairs.map(([numerator, more], index) => ({
          practice: `p${index}`,
          months: [{ month: april, numerator, denominator: numerator + more }],
        }))
        const there = combinePractices(series).months
        expect(combinePractices(series.toReversed()).months).toEqual(there)
        expect(there[0]?.numerator).toBe(pairs.reduce((total, [numerator]) => total + numerator, 0))
      }),
    )
  })
})

describe('sums', () => {
  it('lose nothing to a large number in between', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2)
    expect(sum([])).toBe(0)
    expect(mean([])).toBeNull()
    expect(mean([0.1, 0.2, 0.3])).toBeCloseTo(0.2, 15)
  })
})
