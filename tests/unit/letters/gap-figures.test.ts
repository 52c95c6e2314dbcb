import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gapFigure,
  gapFinding,
  isHidden,
  lastDayOf,
  monthsBetween,
  shownLetters,
  shownMedian,
  shownRange,
} from '#shared/features/letters/gap-figures.ts'

const counts = (...days: (number | null)[]) => days.map((one) => ({ days: one, letters: 1 }))

describe('a figure of the gap meter', () => {
  it('is the middle of the days, with its middle half and its likely range', () => {
    const figure = gapFigure(counts(4, 7, 9, 11, 11, 13, 18, 20, 31), 2)
    expect(figure).toEqual({
      letters: 9,
      median: 11,
      lowerQuartile: 9,
      upperQuartile: 18,
      low: 7,
      high: 20,
      leftOut: 0,
      waiting: 2,
    })
  })

  it('leaves out what has no days, and says how many', () => {
    expect(gapFigure([...counts(5, 6, null, null), { days: null, letters: 3 }], 0)).toMatchObject({
      letters: 2,
      leftOut: 5,
    })
  })

  it('is the same however equal letters are counted together', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 60 }), (days) => {
        const together = [...Map.groupBy(days, (one) => one)].map(([one, all]) => ({ days: one, letters: all.length }))
        expect(gapFigure(together, 0)).toEqual(gapFigure(counts(...days), 0))
      }),
    )
  })

  it('shows 0 as 0, 1 to 5 as a star, and hides what rests on them', () => {
    expect([0, 1, 5, 6, 1200].map(shownLetters)).toEqual(['0', '*', '*', '6', '1,200'])
    const few = gapFigure(counts(3, 4, 5), 1)
    expect(isHidden(few)).toBe(true)
    expect(shownMedian(few)).toBe('*')
    expect(shownRange(few, few.lowerQuartile, few.upperQuartile)).toBe('*')
    expect(shownMedian(gapFigure([], 0))).toBe('–')
  })

  it('never drops those still waiting from what it says', () => {
    expect(gapFinding(gapFigure(counts(4, 7, 9, 11, 11, 13), 3))).toBe(
      'Half of the letters came within 10 days, with 3 still waiting',
    )
    expect(gapFinding(gapFigure([], 3))).toContain('3 still waiting')
    expect(gapFinding(gapFigure(counts(4), 3))).toContain('Too few')
  })

  it('knows its months and their last days', () => {
    expect(monthsBetween('2025-11-09', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(['2024-02', '2026-02', '2026-12'].map(lastDayOf)).toEqual(['2024-02-29', '2026-02-28', '2026-12-31'])
  })
})
