import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byarInterval } from '#shared/statistics/rates.ts'
import { EUROPEAN_STANDARD_POPULATION_2013, standardBand } from '#shared/statistics/standard-population.ts'
import { type AgeBand, directlyStandardisedRate, indirectlyStandardisedRatio } from '#shared/statistics/standardised.ts'
import { sum } from '#shared/statistics/sums.ts'
import { sixFigures } from './six-figures.ts'

const counts = [0, 0, 1, 0, 2, 3, 4, 6, 9, 14, 22, 30, 41, 55, 62, 58, 40, 25, 12]
const people = [560, 580, 600, 610, 540, 520, 590, 640, 660, 700, 720, 690, 620, 540, 480, 380, 260, 140, 70]
const practice: AgeBand[] = counts.map((count, index) => ({ count, population: people[index] ?? 0 }))

describe('the European Standard Population 2013', () => {
  it('has 19 bands of five years that come to 100,000 people', () => {
    expect(sum(EUROPEAN_STANDARD_POPULATION_2013.map((band) => band.people))).toBe(100_000)
    expect(EUROPEAN_STANDARD_POPULATION_2013.map(({ from }) => from)).toEqual(counts.map((_, index) => index * 5))
    expect([0, 4, 5, 64, 65, 89, 90, 104].map(standardBand)).toEqual([0, 0, 1, 12, 13, 17, 18, 18])
    expect(() => standardBand(-1)).toThrow(RangeError)
  })
})

describe('a directly standardised rate', () => {
  // The formulas of the public health guidance (Dobson around Byar), worked out apart with mpmath at 30 digits.
  it.each([
    [0.95, 3944.86932687, 3558.79868651, 4361.28496979],
    [0.998, 3944.86932687, 3349.79558619, 4609.80047106],
  ])('at %f is %f (%f to %f)', (confidence, value, lower, upper) => {
    const found = directlyStandardisedRate(practice, 100_000, confidence)
    if (found.is !== 'rate') throw new Error(found.is)
    expect(sixFigures(found.value)).toBe(sixFigures(value))
    expect(sixFigures(found.lower)).toBe(sixFigures(lower))
    expect(sixFigures(found.upper)).toBe(sixFigures(upper))
    expect(found).toMatchObject({ count: 384, population: 9900 })
  })

  it('is the crude rate with the limits of its count where the population is the standard one', () => {
    const standard = EUROPEAN_STANDARD_POPULATION_2013.map((band, index) => ({
      count: counts[index] ?? 0,
      population: band.people,
    }))
    const found = directlyStandardisedRate(standard)
    if (found.is !== 'rate') throw new Error(found.is)
    expect(sixFigures(found.value)).toBe(sixFigures(384))
    expect(sixFigures(found.lower)).toBe(sixFigures(byarInterval(384).lower))
    expect(sixFigures(found.upper)).toBe(sixFigures(byarInterval(384).upper))
  })

  it('is not given below 10 events, nor where a band has nobody', () => {
    const few = practice.map((band, index) => ({ ...band, count: index === 12 ? 9 : 0 }))
    expect(directlyStandardisedRate(few)).toEqual({ is: 'too few', count: 9 })
    const ten = practice.map((band, index) => ({ ...band, count: index === 12 ? 10 : 0 }))
    expect(directlyStandardisedRate(ten).is).toBe('rate')
    const nobody = practice.map((band, index) => (index === 18 ? { count: 0, population: 0 } : band))
    expect(directlyStandardisedRate(nobody)).toEqual({ is: 'band without people', band: 18 })
    expect(() => directlyStandardisedRate(practice.slice(1))).toThrow(RangeError)
    expect(() => directlyStandardisedRate(practice.map((band) => ({ ...band, count: 0.5 })))).toThrow(RangeError)
  })

  it('holds the rate, and goes with the size of the people asked about', () => {
    const band = fc.record({ count: fc.integer({ min: 1, max: 90 }), population: fc.integer({ min: 100, max: 9000 }) })
    fc.assert(
      fc.property(fc.array(band, { minLength: 19, maxLength: 19 }), (bands) => {
        const found = directlyStandardisedRate(bands)
        const small = directlyStandardisedRate(bands, 1000)
        if (found.is !== 'rate' || small.is !== 'rate') throw new Error('There are 19 events or more')
        expect(found.lower).toBeLessThan(found.value)
        expect(found.upper).toBeGreaterThan(found.value)
        expect(small.upper * 100).toBeCloseTo(found.upper, 6)
      }),
    )
  })
})

describe('an indirectly standardised ratio', () => {
  it('is observed over expected, with the interval of what was observed', () => {
    const bands = practice.map(({ population }) => ({ population, referenceRate: 0.004 }))
    const found = indirectlyStandardisedRatio(65, bands)
    expect(sixFigures(found?.expected)).toBe(sixFigures(39.6))
    expect(sixFigures(found?.value)).toBe(sixFigures(65 / 39.6))
    expect(sixFigures(found?.lower)).toBe(sixFigures(50.1631877105 / 39.6))
    expect(sixFigures(found?.upper)).toBe(sixFigures(82.8491385459 / 39.6))
    expect(found?.method).toBe('Byar')
    expect(indirectlyStandardisedRatio(3, [{ population: 10, referenceRate: 0 }])).toBeNull()
  })
})
