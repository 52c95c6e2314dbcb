import { describe, expect, it } from 'vitest'
import { dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import { addMonthsToDay, yearEnd, yearLabel, yearOf } from '#shared/features/measures/financial-year.ts'
import {
  groupOf,
  isSameStanding,
  MET,
  NOT_MET,
  OUTSIDE,
  tallyOf,
  UNDECIDED,
} from '#shared/features/measures/standing.ts'

const excluded = { is: 'excluded', reason: 'CAN_DAT24M' } as const
const adjusted = { is: 'adjusted', reason: 'CANPCADEC' } as const

describe('the five numbers', () => {
  it('count whoever is counted, add the adjusted, and leave the rest beside them', () => {
    const tally = tallyOf([OUTSIDE, MET, MET, NOT_MET, adjusted, excluded, excluded, UNDECIDED])
    expect(tally).toMatchObject({
      numerator: 2,
      denominator: 3,
      adjustments: 1,
      denominatorPlusAdjustments: 4,
      excluded: 2,
      undecided: 1,
      reasons: [
        { is: 'excluded', reason: 'CAN_DAT24M', count: 2 },
        { is: 'adjusted', reason: 'CANPCADEC', count: 1 },
      ],
    })
    expect(tally.receiving?.value).toBe(0.5)
    expect(tally.achieved?.value).toBeCloseTo(2 / 3, 12)
  })

  it('give no share of nobody', () => {
    expect(tallyOf([OUTSIDE])).toMatchObject({ denominator: 0, receiving: null, achieved: null })
  })

  it('carry the Wilson interval: 81 of 263 is 25.5% to 36.6% (Newcombe 1998)', () => {
    const standings = [...Array.from({ length: 81 }, () => MET), ...Array.from({ length: 182 }, () => NOT_MET)]
    const { receiving } = tallyOf(standings)
    expect(receiving?.lower).toBeCloseTo(0.2553, 4)
    expect(receiving?.upper).toBeCloseTo(0.3662, 4)
  })
})

describe('standings', () => {
  it('are the same only with the same reason', () => {
    expect(isSameStanding(excluded, { ...excluded })).toBe(true)
    expect(isSameStanding(excluded, { ...excluded, reason: 'MDRV_DAT' })).toBe(false)
    expect(isSameStanding(MET, NOT_MET)).toBe(false)
    expect(isSameStanding(MET, OUTSIDE)).toBe(false)
  })

  it('stand in one group each, outside in none', () => {
    expect([OUTSIDE, MET, NOT_MET, adjusted, excluded, UNDECIDED].map(groupOf)).toEqual([
      null,
      'met',
      'not-met',
      'adjusted',
      'excluded',
      'undecided',
    ])
  })
})

describe('the financial year', () => {
  it('ends on 31 March and is named by its first year', () => {
    expect([yearOf('2024-03-31'), yearOf('2024-04-01'), yearOf('2026-11-23')]).toEqual([2023, 2024, 2026])
    expect([yearEnd(2023), yearLabel(2023), yearLabel(1999)]).toEqual(['2024-03-31', '2023/24', '1999/00'])
  })

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-31', -3, '2023-12-31'],
    ['2023-11-30', 3, '2024-02-29'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(isoFromDayNumber(addMonthsToDay(dayNumber(from), months))).toBe(to)
  })
})
