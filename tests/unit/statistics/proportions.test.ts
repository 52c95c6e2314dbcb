import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zOfConfidence } from '#shared/statistics/distributions.ts'
import { proportionWithInterval, wilsonInterval } from '#shared/statistics/proportions.ts'
import { sixFigures } from './six-figures.ts'

describe('the normal z', () => {
  // Abramowitz and Stegun (1964) table 26.5, carried further with mpmath at 30 digits.
  it.each([
    [0.8, 1.28155156554],
    [0.9, 1.64485362695],
    [0.95, 1.95996398454],
    [0.98, 2.32634787404],
    [0.998, 3.09023230617],
    [0.9999, 3.89059188641],
  ])('for a confidence of %f is %f', (confidence, z) => {
    expect(zOfConfidence(confidence)).toBeCloseTo(z, 10)
  })

  it('is refused for a confidence that is none', () => {
    expect(() => zOfConfidence(95)).toThrow(RangeError)
    expect(() => zOfConfidence(1)).toThrow(RangeError)
    expect(() => zOfConfidence(Number.NaN)).toThrow(RangeError)
  })
})

describe('the Wilson interval', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i: the published %f to %f (Newcombe 1998, table I)', (numerator, denominator, lower, upper) => {
    const interval = wilsonInterval(numerator, denominator)
    expect(interval?.lower).toBeCloseTo(lower, 4)
    expect(interval?.upper).toBeCloseTo(upper, 4)
  })

  // 65 of 100 is the example of the PHE tool that goes with APHO Technical Briefing 3; all with mpmath at 30 digits.
  it.each([
    [65, 100, 0.95, 0.552544432969, 0.736357517569],
    [65, 100, 0.998, 0.495494657407, 0.778354061409],
    [1, 29, 0.95, 0.00611321429276, 0.171755218793],
    [3, 7, 0.998, 0.091618908746, 0.847956435375],
    [48213, 60000, 0.95, 0.80035150357, 0.806709629758],
    [35078, 41980, 0.998, 0.829921903801, 0.841102203663],
  ])('%i of %i at %f: %f to %f', (numerator, denominator, confidence, lower, upper) => {
    const interval = wilsonInterval(numerator, denominator, confidence)
    expect(sixFigures(interval?.lower)).toBe(sixFigures(lower))
    expect(sixFigures(interval?.upper)).toBe(sixFigures(upper))
  })

  it('mirrors when the outcome is turned round, and touches 0 and 1 exactly', () => {
    expect(wilsonInterval(29, 29)?.upper).toBe(1)
    expect(wilsonInterval(0, 29)?.lower).toBe(0)
    expect(wilsonInterval(28, 29)?.lower).toBeCloseTo(1 - 0.171755218793, 10)
  })

  it('has nothing to say without a denominator, and refuses nonsense', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
    expect(proportionWithInterval(0, 0)).toBeNull()
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError)
  })

  it('holds the estimate, lies in 0 to 1, and narrows as the numbers grow', () => {
    const counts = fc
      .integer({ min: 1, max: 100_000 })
      .chain((denominator) =>
        fc.record({ denominator: fc.constant(denominator), numerator: fc.integer({ min: 0, max: denominator }) }),
      )
    fc.assert(
      fc.property(counts, fc.constantFrom(0.9, 0.95, 0.998), ({ numerator, denominator }, confidence) => {
        const found = proportionWithInterval(numerator, denominator, confidence)
        if (found === null) throw new Error('There is a denominator')
        expect(found.lower).toBeGreaterThanOrEqual(0)
        expect(found.lower).toBeLessThanOrEqual(found.value)
        expect(found.upper).toBeGreaterThanOrEqual(found.value)
        expect(found.upper).toBeLessThanOrEqual(1)
        const twice = wilsonInterval(numerator * 2, denominator * 2, confidence)
        expect((twice?.upper ?? 1) - (twice?.lower ?? 0)).toBeLessThan(found.upper - found.lower)
        const other = wilsonInterval(denominator - numerator, denominator, confidence)
        expect(other?.lower).toBeCloseTo(1 - found.upper, 10)
      }),
    )
  })
})
