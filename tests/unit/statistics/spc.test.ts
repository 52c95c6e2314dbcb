import { describe, expect, it } from 'vitest'
import { attributeChart, xmrChart } from '#shared/statistics/spc.ts'
import type { SpcCount, SpcQuestions } from '#shared/statistics/spc-types.ts'
import { monthsFrom, valuesFrom } from './months.ts'
import { sixFigures } from './six-figures.ts'

const higher: SpcQuestions = { better: 'higher' }
const screened = { ...higher, screening: 'screened' } as const
const unscreened = { ...higher, screening: 'all ranges' } as const

describe('an XmR chart', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods 6.3.2.2, the ten flow rates: mean 50.81, mean range 1.8778.
  it('has the mean and mean range that the NIST handbook gives', () => {
    const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
    const { points, phases } = xmrChart(valuesFrom(flow), unscreened)
    const [phase] = phases
    expect(phase).toMatchObject({ measured: 10, restsOn: 10, ranges: 9, screenedOut: 0, trial: true, reason: null })
    expect(sixFigures(phase?.mean)).toBe(50.81)
    expect(sixFigures(points[0]?.limits?.upper)).toBe(sixFigures(50.81 + 2.66 * (16.9 / 9)))
    expect(sixFigures(points[0]?.limits?.lower)).toBe(sixFigures(50.81 - 2.66 * (16.9 / 9)))
  })

  // NHSRplotthedots tests/testthat: R's set.seed(123); rnorm(20), with the snapshot's mean 0.142, limits -3.01 and 3.29.
  it("has the limits of the NHS-R package's own test", () => {
    const values = [
      -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285,
      -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716,
      0.7013559, -0.47279141,
    ]
    const { points, phases, variation } = xmrChart(valuesFrom(values), screened)
    expect(phases[0]?.mean).toBeCloseTo(0.142, 3)
    expect(points[0]?.limits?.lower).toBeCloseTo(-3.01, 2)
    expect(points[0]?.limits?.upper).toBeCloseTo(3.29, 2)
    expect(points.filter(({ rules }) => rules.length > 0)).toEqual([])
    expect(variation).toBe('common cause')
    expect(phases[0]).toMatchObject({ trial: false, screenedOut: 0 })
  })

  // The 18 values with which NHSRplotthedots shows where it departs from the workbooks (vignette "deviations").
  it('screens far ranges out once, or leaves them in, and says which', () => {
    const values = valuesFrom([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1])
    const tight = xmrChart(values, screened)
    expect(tight).toMatchObject({ screening: 'screened', phases: [{ ranges: 15, screenedOut: 2 }] })
    expect(sixFigures(tight.points[0]?.limits?.upper)).toBe(4.60444)
    expect(sixFigures(tight.points[0]?.limits?.lower)).toBe(-0.715556)
    const wide = xmrChart(values, unscreened)
    expect(wide).toMatchObject({ screening: 'all ranges', phases: [{ ranges: 17, screenedOut: 0 }] })
    expect(sixFigures(wide.points[0]?.limits?.upper)).toBe(6.9515)
    expect(sixFigures(wide.points[0]?.limits?.lower)).toBe(-3.06261)
    expect([tight, wide].map(({ points }) => points[4]?.rules)).toEqual([['outside limits'], ['outside limits']])
  })

  it('takes a missing month as a gap, over which no range, run or trend reaches', () => {
    const rising = [1, 2, 3, 4, 5, 6, 7, 8].map((value, index) => ({ month: monthsFrom(9)[index] ?? '', value }))
    const whole = xmrChart(rising, screened)
    expect(whole.points.every(({ rules }) => rules.includes('trend of seven'))).toBe(true)
    const without = xmrChart(
      rising.filter(({ value }) => value !== 4),
      screened,
    )
    expect(without.points).toHaveLength(8)
    expect(without.points[3]).toMatchObject({ value: null, rules: [], month: '2024-07' })
    expect(without.points.flatMap(({ rules }) => rules)).not.toContain('trend of seven')
    expect(without).toMatchObject({ gaps: 1, phases: [{ ranges: 5, measured: 7 }] })
    expect(without.phases[0]?.mean).toBeCloseTo(32 / 7, 12)
    const said = xmrChart(
      rising.map((one) => (one.value === 4 ? { ...one, value: null } : one)),
      screened,
    )
    expect(said).toEqual(without)
  })

  it('begins anew at a rebase, for a reason, and rests on the first months where asked', () => {
    const values = valuesFrom([10, 11, 9, 10, 12, 10, 20, 21, 19, 20, 22, 20])
    const rebases = [{ month: '2024-10', reason: 'A clinic on Mondays' }]
    const chart = xmrChart(values, { ...screened, rebases })
    expect(chart.phases).toMatchObject([
      { from: '2024-04', to: '2024-09', reason: null, measured: 6 },
      { from: '2024-10', to: '2025-03', reason: 'A clinic on Mondays', measured: 6 },
    ])
    expect(chart.phases.map(({ mean }) => sixFigures(mean))).toEqual([10.3333, 20.3333])
    const fixed = xmrChart(values, { ...screened, baselineMonths: 6 })
    expect(fixed.phases).toMatchObject([{ measured: 12, restsOn: 6, trial: true }])
    expect(sixFigures(fixed.points[11]?.limits?.mean)).toBe(10.3333)
    expect(fixed.points[11]).toMatchObject({ rules: ['outside limits', 'two of three'], variation: 'improving high' })
    expect(() => xmrChart(values, { ...screened, rebases: [{ month: '2024-10', reason: ' ' }] })).toThrow(RangeError)
    expect(() => xmrChart(values, { ...screened, baselineMonths: 1 })).toThrow(RangeError)
  })

  it('says nothing of too few months, and refuses what is no series', () => {
    expect(xmrChart([], { ...screened, target: 3 })).toMatchObject({
      points: [],
      phases: [],
      variation: 'not enough',
      assurance: 'not enough',
      judgedAt: null,
    })
    expect(xmrChart(valuesFrom([4]), screened)).toMatchObject({ variation: 'not enough', points: [{ limits: null }] })
    expect(() => xmrChart([{ month: '2024-13', value: 1 }], screened)).toThrow(RangeError)
    const twice = [1, 2].map((value) => ({ month: '2024-12', value }))
    expect(() => xmrChart(twice, screened)).toThrow(RangeError)
    expect(() => xmrChart([{ month: '2024-12', value: Number.NaN }], screened)).toThrow(RangeError)
  })

  it('sees no signal in what rounding leaves of months that are all alike', () => {
    const { points, variation } = xmrChart(valuesFrom(Array<number>(24).fill(0.1)), screened)
    expect(points.flatMap(({ rules }) => rules)).toEqual([])
    expect(variation).toBe('common cause')
  })
})

describe('assurance', () => {
  const values = valuesFrom([48, 52, 50, 51, 49, 50, 52, 48, 50, 51, 49, 50])
  it.each([
    ['higher', 70, 'misses'],
    ['higher', 30, 'hits'],
    ['lower', 70, 'hits'],
    ['lower', 30, 'misses'],
    ['higher', 51, 'hit or miss'],
    ['neither', 70, 'no target'],
    ['higher', undefined, 'no target'],
  ] as const)('where %s is better and the target is %s: %s', (better, target, assurance) => {
    const asked = { better, screening: 'screened', ...(target === undefined ? {} : { target }) } as const
    expect(xmrChart(values, asked).assurance).toBe(assurance)
  })

  it('rests on the newest limits', () => {
    const risen = valuesFrom([10, 11, 9, 10, 12, 10, 20, 21, 19, 20, 22, 20])
    const rebases = [{ month: '2024-10', reason: 'A clinic on Mondays' }]
    expect(xmrChart(risen, { ...screened, target: 15, rebases }).assurance).toBe('hits')
    expect(xmrChart(risen, { ...screened, target: 28, rebases }).assurance).toBe('misses')
  })
})

describe('P and U charts', () => {
  const counts = (numerators: readonly number[], denominators: readonly number[]): SpcCount[] =>
    monthsFrom(numerators.length).map((month, index) => ({
      month,
      numerator: numerators[index] ?? 0,
      denominator: denominators[index] ?? 0,
    }))

  // NIST/SEMATECH e-Handbook 6.3.3.2: 30 wafers of 50 chips, mean 0.2313, limits 0.0524 and 0.4102.
  it('have the limits that the NIST handbook gives for its wafers', () => {
    const faulty = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
    ]
    const chart = attributeChart('P', counts(faulty, Array<number>(30).fill(50)), { better: 'lower' })
    expect(chart.phases[0]?.mean).toBeCloseTo(0.2313, 4)
    expect(chart.points[0]?.limits?.lower).toBeCloseTo(0.0524, 4)
    expect(chart.points[0]?.limits?.upper).toBeCloseTo(0.4102, 4)
    const outside = chart.points.filter(({ rules }) => rules.includes('outside limits'))
    expect(outside.map(({ numerator }) => numerator)).toEqual([22, 24])
    expect(outside.map(({ variation }) => variation)).toEqual(['concerning high', 'concerning high'])
    expect(chart).toMatchObject({ kind: 'P', screening: 'no ranges', phases: [{ ranges: 0, trial: false }] })
  })

  // Shares of 5 around 0.6: two sigma above the mean are 1.038, although the limit is cut at 1.
  it('take two sigma for what it is where a limit is cut, so that two full months of three are no signal', () => {
    const met = [3, 2, 3, 3, 2, 3, 5, 4, 5, 2, 3, 1, 3, 3]
    const chart = attributeChart('P', counts(met, Array<number>(met.length).fill(5)), higher)
    expect(chart.phases[0]?.mean).toBe(0.6)
    expect(chart.points[6]?.limits?.upper).toBe(1)
    expect(chart.points.flatMap(({ rules }) => rules)).toEqual([])
    const low = attributeChart('U', counts([2, 0, 1, 0, 2, 1], Array<number>(6).fill(100)), higher)
    expect(low.points.flatMap(({ rules }) => rules)).toEqual([])
  })

  it("have a limit for each month's own denominator, and a gap where it is 0", () => {
    const chart = attributeChart('U', counts([4, 9, 1, 0], [100, 400, 25, 0]), { better: 'neither' })
    const mean = 14 / 525
    expect(chart.points.map(({ limits }) => sixFigures(limits?.upper))).toEqual([
      sixFigures(mean + 3 * Math.sqrt(mean / 100)),
      sixFigures(mean + 3 * Math.sqrt(mean / 400)),
      sixFigures(mean + 3 * Math.sqrt(mean / 25)),
      Number.NaN,
    ])
    expect(chart.points[0]?.limits?.lower).toBe(0)
    expect(chart).toMatchObject({ gaps: 1, judgedAt: '2024-06' })
    expect(attributeChart('P', counts([9, 10], [10, 10]), higher).points[0]?.limits?.upper).toBe(1)
    expect(() => attributeChart('P', counts([11], [10]), higher)).toThrow(RangeError)
    expect(() => attributeChart('U', counts([-1], [10]), higher)).toThrow(RangeError)
  })
})
