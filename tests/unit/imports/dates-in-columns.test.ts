import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DateReading, dateColumn, dateReader, type DateStyle } from '#core/features/imports/dates-in-columns.ts'
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
      { seed: 20_261_123, numRuns: 400 },
    )
  })

  it('never throws and never makes up a day', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-. JanFebMayT:'), maxLength: 14 }), (text) => {
        const read = dateReader(dateColumn([text]).style, TODAY)(text.trim())
        expect(read.ok ? read.value.date : read.reason).toMatch(read.ok ? /^\d{4}-\d{2}-\d{2}$/ : /\w/)
      }),
      { seed: 20_261_123, numRuns: 2000 },
    )
  })
})
