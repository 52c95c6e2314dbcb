import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnel, funnelGrid, type FunnelKind, funnelLimits, funnelPlace } from '#shared/statistics/funnel.ts'
import { sixFigures } from './six-figures.ts'

describe('funnel limits', () => {
  // PHEindicatormethods, tests/testthat/testdata_funnel_prop_outputs.csv, in per cent around 80.642448.
  it.each([
    [10, 56.154344, 100, 42.03259, 100],
    [50, 69.691035, 91.593861, 63.375595, 97.909301],
    [211, 75.311383, 85.973512, 72.237075, 89.04782],
    [1008, 78.203374, 83.081521, 76.796814, 84.488082],
    [110_000, 80.408963, 80.875933, 80.274317, 81.010578],
  ])('of %i people by the normal approximation are the published ones', (people, low, high, lower, upper) => {
    const [found] = funnelLimits('proportion', 'normal', 0.80642448, [people])
    expect(sixFigures(found?.limits95.lower)).toBe(sixFigures(low / 100))
    expect(sixFigures(found?.limits95.upper)).toBe(sixFigures(high / 100))
    expect(sixFigures(found?.limits998.lower)).toBe(sixFigures(lower / 100))
    expect(sixFigures(found?.limits998.upper)).toBe(sixFigures(upper / 100))
  })

  // Spiegelhalter's joined limits (2005, A.1.1) from scipy 1.17.1's binom and poisson; below 0 is drawn at 0.
  it.each([
    ['proportion', 0.2, 20, 0, 0.011684043449710035, 0.36611547945097306, 0.48925412628427045],
    ['proportion', 0.2, 50, 0.03477614320750775, 0.08440482201226915, 0.30709388335205806, 0.3791440976750372],
    ['proportion', 0.2, 1000, 0.1612831550575277, 0.17500279418632175, 0.22458433253985782, 0.23943164249446625],
    ['rate', 1, 10, 0.12205293158961342, 0.37751879476884004, 1.6159950673344792, 2.0662000835994987],
    [
      'rate',
      0.05,
      2000,
      0.7006528426484401 / 20,
      0.8036633712174712 / 20,
      1.1958089485211731 / 20,
      1.3180475039762414 / 20,
    ],
  ] as const)('of a %s of %f for %i are exact', (kind, centre, size, lower, low, high, upper) => {
    const [found] = funnelLimits(kind, 'exact', centre, [size])
    expect(sixFigures(found?.limits998.lower)).toBe(sixFigures(lower))
    expect(sixFigures(found?.limits95.lower)).toBe(sixFigures(low))
    expect(sixFigures(found?.limits95.upper)).toBe(sixFigures(high))
    expect(sixFigures(found?.limits998.upper)).toBe(sixFigures(upper))
  })

  it('leave no room where nobody or everybody counts, and refuse nonsense', () => {
    expect(funnelLimits('proportion', 'exact', 1, [7])[0]?.limits998).toEqual({ lower: 1, upper: 1 })
    expect(funnelLimits('rate', 'exact', 0, [7])[0]?.limits95).toEqual({ lower: 0, upper: 0 })
    expect(() => funnelLimits('proportion', 'normal', 1.2, [7])).toThrow(RangeError)
    expect(() => funnelLimits('rate', 'normal', Number.NaN, [7])).toThrow(RangeError)
    expect(() => funnelLimits('rate', 'normal', 2, [0])).toThrow(RangeError)
    expect(() => funnelLimits('proportion', 'exact', 0.5, [7.5])).toThrow(RangeError)
  })

  it('lie one within the other, around the centre, and close in as the numbers grow', () => {
    const kinds = fc.constantFrom<FunnelKind>('proportion', 'rate')
    const centre = fc.double({ min: 0.02, max: 0.98, noNaN: true })
    fc.assert(
      fc.property(kinds, centre, fc.integer({ min: 5, max: 5000 }), (kind, middle, people) => {
        const [normal, wide] = funnelLimits(kind, 'normal', middle, [people * 4, people])
        const [exact] = funnelLimits(kind, 'exact', middle, [people])
        if (!normal || !wide || !exact) throw new Error('Limits are given for each denominator')
        for (const { limits95, limits998 } of [normal, wide, exact]) {
          expect(limits998.lower).toBeLessThanOrEqual(limits95.lower)
          expect(limits95.upper).toBeLessThanOrEqual(limits998.upper)
        }
        expect(wide.limits95.upper - wide.limits95.lower).toBeGreaterThan(normal.limits95.upper - normal.limits95.lower)
        expect(funnelPlace(middle, wide)).toBe('inside')
        const { lower, upper } = wide.limits998
        const isCut = lower === 0 || (kind === 'proportion' && upper === 1)
        expect(isCut || Math.abs(upper - middle - (middle - lower)) < 1e-9).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a funnel of practices', () => {
  // Numerators, denominators and verdicts of PHEindicatormethods, tests/testthat/testdata_funnel_prop_inputs.csv.
  it.each([
    ['New Forest', 35_078.488, 41_980, 'above 99.8'],
    ['Norwich', 24_803.6256, 31_824, 'below 99.8'],
    ['South Gloucestershire', 50_050.7443, 61_921, 'inside'],
    ['West Norfolk', 26_789.238, 33_012, 'above 95'],
    ['North Devon', 30_277.5312, 37_828, 'below 95'],
    ['Sheffield West', 23_910.2469, 29_457, 'above 95'],
    ['Exeter', 24_866.916, 30_929, 'inside'],
  ])('places %s as published', (key, numerator, denominator, place) => {
    const found = funnel('proportion', 'normal', [{ key, numerator, denominator }], 0.80642448)
    expect(found?.points[0]?.place).toBe(place)
  })

  it('centres on the pooled figure, names who is left out, and says what it does not correct', () => {
    const found = funnel('proportion', 'exact', [
      { key: 'A', numerator: 7, denominator: 10 },
      { key: 'B', numerator: 100, denominator: 200 },
      { key: 'C', numerator: 0, denominator: 0 },
    ])
    expect(found?.centre).toBeCloseTo(107 / 210, 12)
    expect(found?.points.map(({ key, place }) => [key, place])).toEqual([
      ['A', 'inside'],
      ['B', 'inside'],
    ])
    expect(found).toMatchObject({ leftOut: ['C'], overdispersion: 'not corrected', method: 'exact' })
    expect(funnel('rate', 'exact', [{ key: 'C', numerator: 0, denominator: 0 }])).toBeNull()
    expect(() => funnel('proportion', 'exact', [{ key: 'A', numerator: 3, denominator: 2 }])).toThrow(RangeError)
  })

  it('draws its lines over whole denominators', () => {
    expect(funnelGrid(1, 5, 3)).toEqual([1, 3, 5])
    expect(funnelGrid(0, 2, 9)).toEqual([1, 2])
    expect(() => funnelGrid(1, 5, 1)).toThrow(RangeError)
  })
})
