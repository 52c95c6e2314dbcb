import { describe, expect, it } from 'vitest'
import { chartValue, runChart } from '#shared/features/measures/library/run-chart.ts'
import type { LibraryFigure } from '#shared/features/measures/library/schema.ts'
import { monthsFrom } from '#tests/unit/statistics/months.ts'

type Counts = readonly [numerator: number, denominator: number | null]

const seriesOf = (all: readonly Counts[], valueOf: (counts: Counts) => number | null) =>
  monthsFrom(all.length).map((month, at) => {
    const counts = all[at] ?? [0, null]
    const figure: LibraryFigure = {
      value: valueOf(counts),
      lower: null,
      upper: null,
      numerator: counts[0],
      denominator: counts[1],
      undecided: 0,
    }
    return { month, figure }
  })

const share = ([part, whole]: Counts): number | null => (whole === null || whole === 0 ? null : part / whole)

describe('the run of months', () => {
  it('is a P chart of a share, with the target as it is', () => {
    const series = seriesOf(
      [
        [3, 10],
        [0, 0],
        [9, 10],
      ],
      share,
    )
    const chart = runChart({ kind: 'proportion', better: 'higher', target: { value: 0.75 }, series }, true)
    expect(chart.kind).toBe('P')
    expect(chart.points.map(({ value }) => value)).toEqual([0.3, null, 0.9])
    expect(chart.target).toBe(0.75)
    expect(chart.phases[0]?.mean).toBe(0.6)
  })

  it('is a U chart of a rate, in events of person-years, and nothing without a list size', () => {
    const perHundredThousand = ([events, years]: Counts): number | null =>
      years === null ? null : (events / years) * 100_000
    const series = seriesOf(
      [
        [4, 1000],
        [2, 1000],
        [1, null],
      ],
      perHundredThousand,
    )
    const chart = runChart({ kind: 'rate', better: 'lower', target: { value: 500 }, series }, true)
    expect(chart.kind).toBe('U')
    expect(chart.points.map(({ value }) => value && chartValue('rate', value))).toEqual([400, 200, null])
    expect(chartValue('rate', chart.target ?? 0)).toBeCloseTo(500, 9)
    expect(chartValue('rate', chart.phases[0]?.mean ?? 0)).toBeCloseTo(300, 9)
  })

  it('is an XmR chart of days, with or without the unusual ranges', () => {
    const days = [20, 21, 20, 21, 20, 21, 20, 21, 60, 20, 21, 20, 21]
    const series = seriesOf(
      days.map((value) => [value, 1] as const),
      ([value]) => value,
    )
    const asked = { kind: 'median', better: 'lower', target: null, series } as const
    const screened = runChart(asked, true)
    const all = runChart(asked, false)
    expect([screened.kind, screened.screening, all.screening]).toEqual(['XmR', 'screened', 'all ranges'])
    expect(screened.phases[0]?.screenedOut).toBe(2)
    expect(all.phases[0]?.screenedOut).toBe(0)
    expect(all.points[0]?.limits?.upper).toBeGreaterThan(screened.points[0]?.limits?.upper ?? Infinity)
  })
})
