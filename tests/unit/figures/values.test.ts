import { describe, expect, it } from 'vitest'
import type { FigureColumn, FigureType } from '#shared/features/figures/kinds.ts'
import { holdsNhsNumber, looksLikePersonName } from '#shared/features/figures/people-marks.ts'
import { checkFigureRow, runsOppositeWays } from '#shared/features/figures/row-checks.ts'
import { figureKey, readFigure } from '#shared/features/figures/values.ts'

const column = (type: FigureType): FigureColumn => ({ code: 'it', label: 'It', type, headings: 'it' })
const read = (type: FigureType, cell: string): unknown => {
  const reading = readFigure(column(type), cell, () => null)
  return reading.ok ? reading.value : reading.reason
}

describe('a cell', () => {
  it.each([
    ['count', '1,055', 1055],
    ['count', '0', 0],
    ['count', '*', null],
    ['count', '[c]', null],
    ['share', '72%', 72],
    ['share', '71.9', 71.9],
    ['number', '-0.4', -0.4],
    ['decile', '10', 10],
    ['code', 'a 99901', 'A99901'],
    ['place', 'ab12cd', 'AB1 2CD'],
    ['place', 'e01000001', 'E01000001'],
    ['place', '95AA01S1', '95AA01S1'],
    ['split', 'Persons', null],
    ['split', '65-74', '65-74'],
    ['date', '20260331', '2026-03-31'],
    ['text', '', null],
  ] as const)('%s “%s” is read', (type, cell, value) => {
    expect(read(type, cell)).toBe(value)
  })

  it.each([
    ['count', '1.5', '“It” is not a whole number'],
    ['count', '-3', '“It” is below zero'],
    ['count', '1,05', '“It” is not a number'],
    ['share', '101', '“It” is over 100%'],
    ['decile', '11', '“It” is from 1 to 10'],
    ['rank', '0', '“It” starts at 1'],
    ['code', 'not a code!', '“It” is not an organisation’s code'],
    ['place', 'Leeds', '“It” is neither a postcode nor the code of a small area'],
    ['date', '20260231', '“It” is not a date'],
  ] as const)('%s “%s” is refused without being quoted', (type, cell, reason) => {
    expect(read(type, cell)).toBe(reason)
  })

  it('is looked up without case or spaces', () => {
    expect(figureKey(' ab1 2cd ')).toBe('AB12CD')
  })
})

describe('the figures of a row', () => {
  it.each([
    [{ population: 41, parent: 57, percent: 72 }],
    [{ population: 41, parent: 57, percent: 71 }],
    [{ population: 41, parent: 57, percent: 71.9 }],
    [{ population: 0, parent: 0, percent: 0 }],
    [{ population: 41 }],
  ])('may be rounded either way: %j', (values) => {
    expect(checkFigureRow('search-counts', values)).toEqual({ reject: null, warn: [] })
  })

  it.each([
    ['search-counts', { population: 41, parent: 57, percent: 70 }, 'The percentage is not the count over its parent'],
    ['screening', { eligible: 400, screened: 300, uptake: 75.2 }, 'The uptake is not screened over eligible'],
    ['referral-rates', { value: 3, numerator: 9, denominator: 3 }, 'The numerator is larger than the denominator'],
  ] as const)('are questioned when %s do not fit', (kind, values, words) => {
    expect(checkFigureRow(kind, values).warn).toEqual([words])
  })

  it.each([
    [{ value: 5, lower: 6, upper: 7 }, 'The value is outside its own limits'],
    [{ value: 5, lower: 6, upper: 4 }, 'The lower limit is above the upper limit'],
  ])('are refused when the interval cannot be: %j', (values, reason) => {
    expect(checkFigureRow('referral-rates', values).reject).toBe(reason)
  })

  it('tell when ranks and deciles run opposite ways', () => {
    const right = [
      { rank: 1, decile: 1 },
      { rank: 30_000, decile: 9 },
    ]
    expect(runsOppositeWays(right)).toBe(false)
    expect(runsOppositeWays(right.map(({ rank, decile }) => ({ rank, decile: 11 - decile })))).toBe(true)
    expect(runsOppositeWays([{ rank: 4 }])).toBe(false)
  })
})

describe('signs of people', () => {
  it.each([['999 000 0026'], ['9990000026'], ['seen, 999-000-0026.']])('%s holds an NHS number', (text) => {
    expect(holdsNhsNumber(text)).toBe(true)
  })

  it.each([['999 000 0027'], ['0.9990000026'], ['99900000261'], ['20008'], ['9990000026.5']])(
    '%s holds none',
    (text) => {
      expect(holdsNhsNumber(text)).toBe(false)
    },
  )

  it('names are told from practices', () => {
    expect(['HOLLIS, Ada', 'Mrs Edna Marsh', "O'NEILL, Mary Anne (Mrs)"].every(looksLikePersonName)).toBe(true)
    expect(
      ['Ostley Road, The Surgery', 'DR HALE & PARTNERS', 'THE SURGERY, HIGH STREET', 'Brackenfold Surgery'].some(
        looksLikePersonName,
      ),
    ).toBe(false)
  })
})
