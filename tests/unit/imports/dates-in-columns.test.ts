import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DateReading, dateColumn, dateReader, DatesSeen } from '#core/features/imports/dates-in-columns.ts'
import type { DateQuestion, DateStyle } from '#shared/features/imports/matching.ts'
import { addDays, formatIsoDate } from '#shared/domain/partial-date.ts'

const TODAY = '2026-11-23'

const readIn = (column: readonly string[], text: string): DateReading =>
  dateReader(dateColumn(column).style, TODAY)(text)
const reasonIn = (column: readonly string[], text: string): string => {
  const read = readIn(column, text)
  return read.ok ? 'read' : read.reason
}

describe('how a column writes its dates', () => {
  it.each<[DateStyle, readonly string[], string]>([
    ['named-month', ['22-Jul-1972', '1-Mar-1950', ''], 'All dd-Mmm-yyyy'],
    ['named-month', ['22 Dec 2024 09:15'], 'All dd-Mmm-yyyy'],
    ['iso', ['1972-07-22', '2024-02-29T10:00:00Z'], 'All yyyy-mm-dd'],
    ['day-first', ['22/07/1972', '03/04/2024'], 'All dd/mm/yyyy'],
    ['day-first', ['03/04/2024', '01/02/2024'], 'All dd/mm/yyyy'],
    ['day-first', ['03/04/2024', 'not known'], '1 of 2 dd/mm/yyyy'],
    ['month-first', ['07/22/1972', '03/04/2024'], 'All month first'],
    ['mixed', ['07/22/1972', '22/07/1972', '03/04/2024'], 'All day and month either way round'],
    ['empty', ['', ''], 'Empty'],
  ])('is seen as %s', (style, cells, words) => {
    expect(dateColumn(cells)).toMatchObject({ style, words })
  })
})

describe('reading a date of a column', () => {
  it.each([
    ['22-Jul-1972', '1972-07-22', 'day'],
    ['5 Oct 1966', '1966-10-05', 'day'],
    ['22 Dec 2024 09:15', '2024-12-22', 'day'],
    ['03/04/2024', '2024-04-03', 'day'],
    ['3.4.2024', '2024-04-03', 'day'],
    ['2024-02-29 00:00:00', '2024-02-29', 'day'],
    ['4 September 2026', '2026-09-04', 'day'],
    ['Sep 2026', '2026-09-01', 'month'],
    ['09/2026', '2026-09-01', 'month'],
    ['2026', '2026-01-01', 'year'],
  ])('takes %s', (text, date, precision) => {
    expect(readIn([text], text)).toEqual({ ok: true, value: { date, precision } })
  })

  it.each([
    ['31/02/2020', 'there is no such day'],
    ['29-Feb-2023', 'there is no such day'],
    ['01/02/20', 'the year has 2 digits'],
    ['11/11', 'the year is missing'],
    ['45678', 'a spreadsheet has turned the date into a number. Export it again with the column set to date or text'],
    ['yesterday', 'the year is missing'],
    ['banana', 'this is not a date'],
    ['00/00/0000', 'there is no such day'],
  ])('refuses %s with a reason', (text, reason) => {
    expect(reasonIn([text], text)).toBe(reason)
  })

  it('refuses the whole of a column that puts the month first', () => {
    expect(reasonIn(['07/22/1972', '03/04/2024'], '03/04/2024')).toContain('dates have the month first')
    expect(reasonIn(['07/22/1972', '03/04/2024'], '07/22/1972')).toContain('dates have the month first')
  })

  it('refuses only what could be read two ways where a column is mixed', () => {
    const column = ['07/22/1972', '22/07/1972', '03/04/2024']
    expect(reasonIn(column, '03/04/2024')).toBe('day and month could be either way round')
    expect(reasonIn(column, '07/22/1972')).toBe('the month is written before the day')
    expect(readIn(column, '22/07/1972')).toMatchObject({ ok: true })
  })

  it('gives back any day, in every style it is written in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (days) => {
        const date = addDays('1900-01-01', days)
        const [year, month, day] = date.split('-')
        for (const text of [
          date,
          `${day}/${month}/${year}`,
          formatIsoDate(date),
          formatIsoDate(date).replaceAll(' ', '-'),
        ]) {
          expect(dateReader('day-first', TODAY)(text)).toEqual({ ok: true, value: { date, precision: 'day' } })
        }
      }),
      { numRuns: 400 },
    )
  })

  it('never throws and never makes up a day', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-. JanFebMayT:'), maxLength: 14 }), (text) => {
        const read = dateReader(dateColumn([text]).style, TODAY)(text.trim())
        expect(read.ok ? read.value.date : read.reason).toMatch(read.ok ? /^\d{4}-\d{2}-\d{2}$/ : /\w/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('what is asked about the dates of a column', () => {
  it.each<[DateQuestion | null, readonly string[]]>([
    [null, ['22/07/1972', '03/04/2024']],
    [null, ['22-Jul-1972', '2024-04-03', 'not known', '']],
    [null, ['04/04/2024', '13/13/2024', '00/02/2024']],
    ['either-way', ['03/04/2024', '04/04/2024', '5 Oct 1966']],
    ['either-way', ['03/04/2024 10:15 AM', '3. 4. 2024']],
    ['month-first', ['07/22/1972', '03/04/2024']],
    ['mixed', ['07/22/1972', '22/07/1972', '03/04/2024']],
  ])('is %s', (question, cells) => {
    const seen = new DatesSeen()
    for (const cell of cells) seen.see(cell)
    expect(seen.asks).toBe(question)
  })

  it('comes with how many dates say so', () => {
    const seen = new DatesSeen()
    for (const cell of ['07/22/1972', '22/07/1972', '03/04/2024', '05/05/2024', 'never', '', '1 Mar 2020'])
      seen.see(cell)
    expect(seen.counted(3)).toEqual({
      index: 3,
      style: 'mixed',
      filled: 6,
      dayFirst: 1,
      monthFirst: 1,
      eitherWay: 1,
      other: 1,
      asks: 'mixed',
    })
  })
})

describe('reading dates as somebody chose', () => {
  const reads = (order: 'day-first' | 'month-first', text: string): string => {
    const read = dateReader('mixed', TODAY, order)(text)
    return read.ok ? read.value.date : read.reason
  }

  it.each([
    ['month-first', '03/04/2024', '2024-03-04'],
    ['month-first', '07/22/1972 10:15 PM', '1972-07-22'],
    ['month-first', '7 . 22 . 1972', '1972-07-22'],
    ['month-first', '22/07/1972', 'there is no such day with the month first'],
    ['month-first', '2024-04-03', '2024-04-03'],
    ['month-first', '3 Apr 2024', '2024-04-03'],
    ['day-first', '03/04/2024', '2024-04-03'],
    ['day-first', '07/22/1972', 'the month is written before the day'],
  ] as const)('%s takes %s as %s', (order, text, expected) => {
    expect(reads(order, text)).toBe(expected)
  })

  it('never accepts a day that is impossible in the chosen order', () => {
    fc.assert(
      fc.property(fc.nat(31), fc.nat(31), fc.constantFrom('/', '-', '.', ' ', ' / '), (first, second, between) => {
        const text = [first, second, 2024].join(between)
        for (const order of ['day-first', 'month-first'] as const) {
          const [day, month] = order === 'day-first' ? [first, second] : [second, first]
          const read = dateReader('mixed', TODAY, order)(text)
          const exists = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate()
          const found = read.ok ? read.value.date.slice(5).split('-').map(Number) : null
          expect(found).toEqual(exists ? [month, day] : null)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
