import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenRules, type Measured, variationOf } from '#shared/statistics/spc-rules.ts'
import { xmrChart } from '#shared/statistics/spc.ts'
import type { Better, SpcRule } from '#shared/statistics/spc-types.ts'
import { valuesFrom } from './months.ts'

/** Months around a mean of 0 with limits at -3 and 3, so that sigma is 1. */
const months = (values: readonly (number | null)[]): (Measured | null)[] =>
  values.map((value) =>
    value === null ? null : { value, mean: 0, sigma: 1, limits: { mean: 0, lower: -3, upper: 3 } },
  )

const marks = (rule: SpcRule, values: readonly (number | null)[]): number[] =>
  brokenRules(months(values)).map((broken) => (broken.some((one) => one.rule === rule) ? 1 : 0))

describe('runs and trends of seven', () => {
  // The cases of NHSRplotthedots tests/testthat/test-ptd_calculate_point_type.R, every point of a run being marked.
  it.each([
    [
      [1, 1.1, 1, 1.1, 1, 1.1],
      [0, 0, 0, 0, 0, 0],
    ],
    [
      [1, 1.1, 1, 1.1, 1, 1.1, -1],
      [0, 0, 0, 0, 0, 0, 0],
    ],
    [
      [1, 1.1, 1, 1.1, 1, 1.1, 1, 1.1, -1],
      [1, 1, 1, 1, 1, 1, 1, 1, 0],
    ],
    [
      [1, -1, -1.1, -1, -1.1, -1, -1.1, -1, 1],
      [0, 1, 1, 1, 1, 1, 1, 1, 0],
    ],
    [
      [1, 1.1, 1, 0, 1, 1.1, 1],
      [0, 0, 0, 0, 0, 0, 0],
    ],
    [
      [1, 1.1, 1, null, 1, 1.1, 1, 1.1],
      [0, 0, 0, 0, 0, 0, 0, 0],
    ],
  ])('a run on one side: %j', (values, expected) => {
    expect(marks('run of seven', values)).toEqual(expected)
  })

  it.each([
    [
      [1, 2, 3, 4, 5, 6],
      [0, 0, 0, 0, 0, 0],
    ],
    [
      [1, 2, 3, 3, 4, 5, 6],
      [0, 0, 0, 0, 0, 0, 0],
    ],
    [
      [1, 2, 3, 4, 5, 6, 7],
      [1, 1, 1, 1, 1, 1, 1],
    ],
    [
      [2, 1, 2, 3, 4, 5, 6, 7, 3],
      [0, 1, 1, 1, 1, 1, 1, 1, 0],
    ],
    [
      [2, 7, 6, 5, 4, 3, 2, 1, 3],
      [0, 1, 1, 1, 1, 1, 1, 1, 0],
    ],
  ])('a trend: %j', (values, expected) => {
    expect(marks('trend of seven', values)).toEqual(expected)
  })
})

describe('two of three beyond two sigma', () => {
  it.each([
    ['between the two limits', [0.5, 2.5, 0.5, 2.5, 0.5], [0, 1, 0, 1, 0]],
    ['neighbours', [-0.5, 2.5, 2.4, 0.5, 0.5], [0, 1, 1, 0, 0]],
    ['one beyond the limit counts', [0.5, 3.5, 2.5, 0.5], [0, 1, 1, 0]],
    ['on opposite sides', [0.5, 2.5, -2.5, 0.5], [0, 0, 0, 0]],
    ['the third on the other side', [-1, 2.5, -0.5, 2.5, -1], [0, 0, 0, 0, 0]],
    ['too far apart', [2.5, 0.5, 0.5, 2.5], [0, 0, 0, 0]],
    ['a gap between', [2.5, null, 2.5], [0, 0, 0]],
  ])('%s', (_what, values, expected) => {
    expect(marks('two of three', values)).toEqual(expected)
  })
})

describe('what broken rules come to', () => {
  const trendUpFromBelow = [
    { rule: 'run of seven', side: 'low' },
    { rule: 'trend of seven', side: 'high' },
  ] as const
  it.each<[Better, string]>([
    ['higher', 'improving high'],
    ['lower', 'improving low'],
    ['neither', 'neither low'],
  ])('shows improvement before concern, and where a month lies where neither way is better: %s', (better, expected) => {
    expect(variationOf(trendUpFromBelow, better)).toBe(expected)
  })

  it('is common cause when no rule is broken, and concern when only the wrong side is', () => {
    expect(variationOf([], 'higher')).toBe('common cause')
    expect(variationOf([{ rule: 'outside limits', side: 'low' }], 'higher')).toBe('concerning low')
    expect(variationOf([{ rule: 'outside limits', side: 'high' }], 'lower')).toBe('concerning high')
    expect(variationOf([{ rule: 'outside limits', side: 'high' }], 'neither')).toBe('neither high')
  })
})

const each = (values: readonly (number | null)[], change: (value: number) => number): (number | null)[] =>
  values.map((value) => (value === null ? null : change(value)))

describe('an XmR chart, whatever the values', () => {
  const whole = fc.array(fc.option(fc.integer({ min: -500, max: 500 }), { freq: 8 }), { minLength: 3, maxLength: 40 })
  const screening = fc.constantFrom('screened', 'all ranges')
  const asked = (chosen: 'screened' | 'all ranges') => ({ better: 'higher', screening: chosen }) as const
  const check = (property: fc.IPropertyWithHooks<[(number | null)[], 'screened' | 'all ranges']>): void =>
    fc.assert(property, { numRuns: 150 })

  it('has limits as far above the mean as below it, and never wider ones when screened', () => {
    check(
      fc.property(whole, screening, (values, chosen) => {
        const { points } = xmrChart(valuesFrom(values), asked(chosen))
        for (const { limits } of points) {
          if (limits === null) continue
          expect(limits.upper - limits.mean).toBeCloseTo(limits.mean - limits.lower, 8)
        }
        const upper = (how: 'screened' | 'all ranges'): number =>
          xmrChart(valuesFrom(values), asked(how)).points[0]?.limits?.upper ?? 0
        expect(upper('screened')).toBeLessThanOrEqual(upper('all ranges') + 1e-9)
      }),
    )
  })

  it('moves with a constant that is added, and grows with one that multiplies', () => {
    check(
      fc.property(whole, screening, (values, chosen) => {
        const plain = xmrChart(valuesFrom(values), asked(chosen))
        const moved = xmrChart(valuesFrom(each(values, (value) => value + 64)), asked(chosen))
        const grown = xmrChart(valuesFrom(each(values, (value) => value * 8)), asked(chosen))
        for (const [index, { limits, rules }] of plain.points.entries()) {
          expect(grown.points[index]?.rules).toEqual(rules)
          if (limits === null) continue
          expect(grown.points[index]?.limits?.upper).toBeCloseTo(limits.upper * 8, 6)
          expect(moved.points[index]?.limits?.lower).toBeCloseTo(limits.lower + 64, 6)
        }
      }),
    )
  })

  it('turned upside down breaks the same rules', () => {
    check(
      fc.property(whole, screening, (values, chosen) => {
        const up = xmrChart(valuesFrom(values), asked(chosen))
        const down = xmrChart(valuesFrom(each(values, (value) => -value)), { ...asked(chosen), better: 'lower' })
        expect(down.points.map(({ rules }) => rules)).toEqual(up.points.map(({ rules }) => rules))
      }),
    )
  })
})
