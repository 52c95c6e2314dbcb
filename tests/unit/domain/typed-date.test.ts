import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isoFromDayNumber } from '#shared/domain/calendar.ts'
import {
  formatIsoDate,
  formatPartialDate,
  parseTypedDate,
  partialDateFromParts,
  BLANK_DATE,
  datePartsOf,
  dayPartsOf,
} from '#shared/domain/partial-date.ts'

const SUNDAY = '2026-11-22'

function typed(text: string, today = SUNDAY): string {
  const result = parseTypedDate(text, { today })
  return result.ok ? formatPartialDate(result.value) : result.message
}

describe('parseTypedDate', () => {
  it.each([
    ['4 Sep 2026', '4 Sep 2026'],
    ['04-Sep-2026', '4 Sep 2026'],
    ['4/9/2026', '4 Sep 2026'],
    ['04.09.2026', '4 Sep 2026'],
    ['2026-09-04', '4 Sep 2026'],
    ['2026-09-04T09:15:00Z', '4 Sep 2026'],
    ['4 september 2026', '4 Sep 2026'],
    ['4th of Sept 2026', '4 Sep 2026'],
    ['4sep2026', '4 Sep 2026'],
    ['01 Feb 2024 09:15', '1 Feb 2024'],
    ['29/02/2024', '29 Feb 2024'],
    ['Sep 2026', 'Sep 2026'],
    ['09/2026', 'Sep 2026'],
    ['2026-09', 'Sep 2026'],
    ['2026', '2026'],
    [' 2026 ', '2026'],
  ])('reads %j as %s', (text, shown) => {
    expect(typed(text)).toBe(shown)
  })

  it.each([
    ['11/11', '11 Nov 2026'],
    ['22/11', '22 Nov 2026'],
    ['23/11', '23 Nov 2025'],
    ['31 Dec', '31 Dec 2025'],
    ['29/2', '29 Feb 2024'],
    ['today', '22 Nov 2026'],
    ['Yesterday', '21 Nov 2026'],
    ['Saturday', '21 Nov 2026'],
    ['mon', '16 Nov 2026'],
    ['last Thurs', '19 Nov 2026'],
    ['Sunday', '15 Nov 2026'],
  ])('reads %j, typed on Sunday 22 Nov 2026, as %s', (text, shown) => {
    expect(typed(text)).toBe(shown)
  })

  it('finds the last 29 February across a century without one', () => {
    expect(typed('29/2', '2103-01-01')).toBe('29 Feb 2096')
  })

  it.each([
    ['31/02/2020', 'February 2020 has 29 days'],
    ['31 April 2026', 'April 2026 has 30 days'],
    ['30/2', 'February never has 30 days'],
    ['32/1/2026', 'There is no day 32 in a month'],
    ['0/1/2026', 'There is no day 0 in a month'],
    ['9/14/2026', 'There is no month 14. Write the day first: 14 Sep 2026'],
    ['11/13', 'There is no month 13. Write the day first: 13 Nov'],
    ['Sep 4 2026', 'Write the day before the month, like 4 Sep 2026'],
    ['Sep 4', 'Write the day before the month, or the year with 4 digits'],
    ['4/9/26', 'Write the year with 4 digits, such as 2026'],
    ['4 Sep 26', 'Write the year with 4 digits, such as 2026'],
    ['13/2026', 'There is no month 13'],
    ['Sep', 'Add the year, with 4 digits'],
    ['4/9/1066', 'The year must be between 1880 and 2150'],
    ['', 'Enter a date. Leave day or month blank if not known'],
    ['soon', 'Write it like 4 Sep 2026, Sep 2026 or 2026'],
    ['4 Foo 2026', 'Write it like 4 Sep 2026, Sep 2026 or 2026'],
    ['45231', 'Write it like 4 Sep 2026, Sep 2026 or 2026'],
    ['1 2 3 2026', 'Write it like 4 Sep 2026, Sep 2026 or 2026'],
  ])('refuses %j: %s', (text, message) => {
    const result = parseTypedDate(text, { today: SUNDAY })
    expect(result).toMatchObject({ ok: false, message })
  })

  it('reads back every date it formats, and day-first digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_000, max: 60_000 }), (days) => {
        const date = isoFromDayNumber(days)
        const expected = { ok: true, value: { date, precision: 'day' } }
        const [year, month, day] = date.split('-')
        expect(parseTypedDate(formatIsoDate(date), { today: SUNDAY })).toEqual(expected)
        expect(parseTypedDate(`${day}/${month}/${year}`, { today: SUNDAY })).toEqual(expected)
        expect(parseTypedDate(date, { today: SUNDAY })).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        expect(typeof parseTypedDate(text, { today: SUNDAY }).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})

describe('a date as its three boxes', () => {
  it.each([
    ['2026-09-04', 'day', { day: '4', month: '9', year: '2026' }],
    ['2026-09-01', 'month', { day: '', month: '9', year: '2026' }],
    ['2026-01-01', 'year', { day: '', month: '', year: '2026' }],
  ] as const)('%s, known to the %s, is read back as it was', (date, precision, parts) => {
    expect(datePartsOf({ date, precision })).toEqual(parts)
    expect(partialDateFromParts(parts)).toEqual({ ok: true, value: { date, precision } })
  })

  it('is blank where there is none', () => {
    expect([datePartsOf(null), dayPartsOf(null)]).toEqual([BLANK_DATE, BLANK_DATE])
    expect(dayPartsOf('2026-11-23')).toEqual({ day: '23', month: '11', year: '2026' })
  })
})

describe('partialDateFromParts', () => {
  it.each([
    [
      { day: '4', month: '9', year: '2026' },
      { date: '2026-09-04', precision: 'day' },
    ],
    [
      { day: '04', month: 'Sep', year: '2026' },
      { date: '2026-09-04', precision: 'day' },
    ],
    [
      { day: '', month: '9', year: '2026' },
      { date: '2026-09-01', precision: 'month' },
    ],
    [
      { day: ' ', month: '', year: ' 2026 ' },
      { date: '2026-01-01', precision: 'year' },
    ],
  ])('makes %j', (parts, value) => {
    expect(partialDateFromParts(parts)).toEqual({ ok: true, value })
  })

  it.each([
    [{ day: '31', month: '02', year: '2020' }, 'impossible', 'February 2020 has 29 days'],
    [{ day: '4', month: '', year: '2026' }, 'no-month', 'Add the month, or leave the day blank too'],
    [{ day: '4', month: '9', year: '' }, 'no-year', 'Add the year, with 4 digits'],
    [
      { day: '20112026', month: '', year: '' },
      'unreadable',
      'Write the day, the month and the year each in its own box',
    ],
    [
      { day: '4/9', month: '', year: '2026' },
      'unreadable',
      'Write the day, the month and the year each in its own box',
    ],
    [{ day: '4', month: '9', year: '26' }, 'two-digit-year', 'Write the year with 4 digits, such as 2026'],
    [{ day: '9', month: '14', year: '2026' }, 'month-first', 'There is no month 14. Write the day first: 14 Sep 2026'],
    [{ day: '', month: '14', year: '2026' }, 'impossible', 'There is no month 14'],
    [{ day: 'x', month: '9', year: '2026' }, 'unreadable', 'Write the day as a number from 1 to 31'],
    [{ day: '', month: 'x', year: '2026' }, 'unreadable', 'Write the month as a number or a name, such as 9 or Sep'],
    [{ day: '', month: '', year: '' }, 'blank', 'Enter a date. Leave day or month blank if not known'],
  ])('refuses %j', (parts, reason, message) => {
    expect(partialDateFromParts(parts)).toEqual({ ok: false, reason, message })
  })
})
