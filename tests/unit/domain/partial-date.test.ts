import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import {
  addDays,
  addMonths,
  ageInYears,
  comparePartialDates,
  dateSpan,
  daysBetween,
  formatIsoDate,
  formatPartialDate,
  formatShortDate,
  isFuture,
  isIsoDate,
  WEEKDAY_NAMES,
  weekdayName,
} from '#shared/domain/partial-date.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'

const RUNS = { numRuns: 300 }
const anyDay = fc.integer({ min: -32_000, max: 80_000 }).map(isoFromDayNumber)

describe('calendar arithmetic', () => {
  it('agrees with Temporal', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -500, max: 500 }), (a, b, amount) => {
        const from = Temporal.PlainDate.from(a)
        const to = Temporal.PlainDate.from(b)
        expect(daysBetween(a, b)).toBe(from.until(to, { largestUnit: 'day' }).days)
        expect(addDays(a, amount)).toBe(from.add({ days: amount }).toString())
        expect(addMonths(a, amount)).toBe(from.add({ months: amount }).toString())
        expect(weekdayName(a)).toBe(WEEKDAY_NAMES[from.dayOfWeek % 7])
      }),
      RUNS,
    )
  })

  it('gives the age that Temporal gives', () => {
    const notLeapDay = anyDay.filter((date) => !date.endsWith('02-29'))
    fc.assert(
      fc.property(notLeapDay, fc.nat({ max: 40_000 }), (birth, lived) => {
        const on = addDays(birth, lived)
        const { years } = Temporal.PlainDate.from(birth).until(on, { largestUnit: 'year' })
        expect(ageInYears(birth, on)).toBe(years)
      }),
      RUNS,
    )
  })

  it('goes from day number to date and back', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(isoFromDayNumber(11_016)).toBe('2000-02-29')
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(isIsoDate(date)).toBe(true)
        expect(isoFromDayNumber(dayNumber(date))).toBe(date)
      }),
      RUNS,
    )
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s plus %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it('counts 0 days on the same day', () => {
    expect(daysBetween('2026-09-04', '2026-09-04')).toBe(0)
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
  })

  it('gives somebody born on 29 February a birthday on 1 March in other years', () => {
    expect(ageInYears('2000-02-29', '2026-02-28')).toBe(25)
    expect(ageInYears('2000-02-29', '2026-03-01')).toBe(26)
    expect(ageInYears('2000-02-29', '2024-02-29')).toBe(24)
    expect(ageInYears('1958-03-14', '2026-11-22')).toBe(68)
  })

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', 'today', ''])(
    'does not take %j for a date',
    (text) => {
      expect(isIsoDate(text)).toBe(false)
    },
  )
})

describe('formats', () => {
  it('shows only what is known', () => {
    expect(formatPartialDate({ date: '2026-09-04', precision: 'day' })).toBe('4 Sep 2026')
    expect(formatPartialDate({ date: '2026-09-01', precision: 'month' })).toBe('Sep 2026')
    expect(formatPartialDate({ date: '2026-01-01', precision: 'year' })).toBe('2026')
    expect(formatIsoDate('2026-12-31')).toBe('31 Dec 2026')
    expect(formatShortDate('2026-09-04')).toBe('4 Sep')
    expect(formatShortDate('2026-09-10')).toBe('10 Sep')
  })
})

describe('spans and order', () => {
  it('spans the month or the year', () => {
    expect(dateSpan({ date: '2024-02-01', precision: 'month' })).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(dateSpan({ date: '2003-01-01', precision: 'year' })).toEqual({ from: '2003-01-01', to: '2003-12-31' })
    expect(dateSpan({ date: '2026-09-04', precision: 'day' })).toEqual({ from: '2026-09-04', to: '2026-09-04' })
  })

  it('puts the less exact date first when they start together', () => {
    const dates: PartialDate[] = [
      { date: '2026-01-01', precision: 'day' },
      { date: '2026-01-01', precision: 'year' },
      { date: '2025-12-31', precision: 'day' },
      { date: '2026-01-01', precision: 'month' },
    ]
    expect(dates.toSorted(comparePartialDates).map(formatPartialDate)).toEqual([
      '31 Dec 2025',
      '2026',
      'Jan 2026',
      '1 Jan 2026',
    ])
    expect(
      comparePartialDates({ date: '2026-01-01', precision: 'day' }, { date: '2026-01-01', precision: 'day' }),
    ).toBe(0)
  })

  it('calls a date future only when none of its days has come', () => {
    expect(isFuture({ date: '2026-01-01', precision: 'year' }, '2026-11-22')).toBe(false)
    expect(isFuture({ date: '2026-11-22', precision: 'day' }, '2026-11-22')).toBe(false)
    expect(isFuture({ date: '2026-11-23', precision: 'day' }, '2026-11-22')).toBe(true)
    expect(isFuture({ date: '2026-12-01', precision: 'month' }, '2026-11-22')).toBe(true)
  })
})
