import { describe, expect, it } from 'vitest'
import { cleanCell } from '#core/features/imports/clean-cell.ts'
import { planColumns } from '#core/features/imports/column-plan.ts'
import { findTable } from '#core/features/imports/find-table.ts'
import { FileRows } from '#core/features/imports/file-rows.ts'
import { recogniseEvent } from '#core/features/imports/recognise-event.ts'
import { suggestColumns } from '#core/features/imports/suggest-columns.ts'
import type { Table } from '#core/features/imports/layouts/layout.ts'
import { neutraliseFormula } from '#shared/domain/csv-safe.ts'
import { TODAY } from './plan-helpers.ts'

const tableOf = (...lines: string[]): Table =>
  findTable(
    { rows: FileRows.of(lines.map((line, at) => ({ line: at + 1, cells: line.split(',') }))), blank: 0 },
    { headerLine: null, layout: null },
  )

const suggested = (...lines: string[]): [string, string, string][] =>
  suggestColumns(tableOf(...lines)).columns.map(({ field, certainty, reason }) => [field, certainty, reason])

describe('suggested columns', () => {
  it('say why, and how sure they are', () => {
    expect(
      suggested(
        'NHS No,Family Name,D.O.B.,Home Telephone,Keyworker text',
        '9990000026,Hollis,01/02/1950,0,Beth',
        '9990000027,Bell,2/2/1950,0,',
      ),
    ).toEqual([
      ['nhs_number', 'checked', 'Check digit right on 1 of 2'],
      ['surname', 'named', 'Named so'],
      ['birth_date', 'checked', 'All dd/mm/yyyy'],
      ['leave_out', 'not-needed', 'Not needed, not kept'],
      ['leave_out', 'unknown', 'New column'],
    ])
  })

  it('show no more of a long cell or heading than a screen can lay out', () => {
    const { columns } = suggestColumns(tableOf(`Surname,${'heading '.repeat(9_000)}`, `${'A'.repeat(200_000)},B`))
    expect(columns.map(({ samples }) => samples)).toEqual([[`${'A'.repeat(119)}…`], ['B']])
    expect(columns[1]?.heading).toHaveLength(120)
  })

  it('find NHS numbers under a heading that says nothing', () => {
    expect(suggested('Ref,Surname,DOB', '9990000026,Hollis,01/02/1950', '9990000018,Bell,02/02/1950')[0]).toEqual([
      'nhs_number',
      'guessed',
      'Our suggestion: check digit right on 2 of 2',
    ])
  })

  it('give one field to one column, but let dates and terms repeat', () => {
    expect(
      suggested(
        'NHS number,NHS number,Surname,Date,Code Term,Date,Code Term',
        '9990000026,9990000026,Hollis,1-Jan-2025,X,,',
      ).map(([field]) => field),
    ).toEqual(['nhs_number', 'leave_out', 'surname', 'event_date', 'event_term', 'event_date', 'event_term'])
  })

  it('do not use a date that says not what of', () => {
    expect(suggested('NHS number,Surname,Date', '9990000026,Hollis,01/02/2025')[2]).toEqual([
      'leave_out',
      'unknown',
      'A date without words that say of what',
    ])
  })
})

describe('headings', () => {
  it('are found under a preamble, wherever in the first 30 rows', () => {
    const preamble = Array.from({ length: 27 }, (_, at) => `Note ${at},x`)
    expect(tableOf(...preamble, 'NHS number,Surname,Date of birth', '9990000026,Hollis,01/02/1950').headerLine).toBe(28)
  })

  it('are needed, and something under them', () => {
    expect(() => tableOf('1,2', '3,4')).toThrow('No headings were found')
    expect(() => tableOf('NHS number,Surname')).toThrow('no rows under them')
  })
})

describe('event columns', () => {
  const table = tableOf('NHS number,Code Term,Date,Value,Date,Code Term', '9990000026,X,01/02/2025,1,03/02/2025,Y')

  it('are grouped by the order they stand in', () => {
    const plan = planColumns(table, suggestColumns(table).columns, new Map(), TODAY)
    expect(plan.events).toEqual([
      { date: 2, term: 1, value: 3 },
      { date: 4, term: 5, value: null },
    ])
  })

  it('leave out what tells more of an event, and never put it beside the date of the next', () => {
    const repeating = 'Date,Code Term,Value,Associated Text,Date,Code Term,Value,Associated Text'
    const of = suggested(`NHS number,${repeating}`, `9990000026${',1-Jan-2025'.repeat(8)}`).map(([field]) => field)
    const once = ['event_date', 'event_term', 'event_value', 'leave_out']
    expect(of).toEqual(['nhs_number', ...once, ...once])
    expect(suggested('NHS number,Event date,Event details,CTV3 description', '9990000026,1-Jan-2025,X,Y')[3]).toEqual([
      'leave_out',
      'unknown',
      'Another column goes there already',
    ])
    expect(suggested('NHS number,Event date,Event details,Value,Read term', '9990000026,1-Jan-2025,X,1,Y')[4]).toEqual([
      'leave_out',
      'unknown',
      'Words without a date that says when',
    ])
  })

  it('are refused by number where somebody sends two beside each other to one place', () => {
    const choices = (['nhs_number', 'event_term', 'event_date', 'event_value', 'event_value'] as const).map(
      (field, index) => ({ index, field, dates: null }),
    )
    expect(() => planColumns(table, choices, new Map(), TODAY)).toThrow('the later is column 5')
  })

  it('need both a date and words', () => {
    expect(() =>
      planColumns(
        table,
        [
          { index: 0, field: 'nhs_number', dates: null },
          { index: 2, field: 'event_date', dates: null },
        ],
        new Map(),
        TODAY,
      ),
    ).toThrow('Each event needs a column for its date')
  })
})

describe('a coded term', () => {
  it.each([
    ['Cancer care review', 'care_review'],
    ['Cancer care review done', 'care_review'],
    ['Cancer support information given', 'support_information_given'],
    ['Fast track referral for suspected colorectal cancer', 'urgent_referral'],
    ['Urgent referral for suspected lung cancer', 'urgent_referral'],
    ['Two week wait dermatology referral', 'urgent_referral'],
    ['MDT meeting', 'mdt'],
    ['Holistic needs assessment', 'needs_assessment_done'],
  ])('is an event of ours: %s', (term, code) => {
    expect(recogniseEvent(term)?.code).toBe(code)
  })

  it.each([
    'Chemotherapy',
    'Cancer care review not wanted yet',
    'Family history of cancer',
    'Letter',
    '',
    'Annual review',
    'Invitation sent',
    'Leaflet given',
    'Telephone consultation',
    'Palliative care',
    'Urgent referral to physiotherapist',
    'Fast track referral for NHS continuing healthcare',
  ])('is left as written when it says too little: %s', (term) => {
    expect(recogniseEvent(term)).toBeNull()
  })
})

describe('a cell', () => {
  it('loses hidden marks and odd spaces, and nothing else', () => {
    expect(cleanCell('\u00A0O’Neil\u200B \r\n  Mary\u202E ')).toBe('O’Neil Mary')
    expect(cleanCell('Łukasz Żółć')).toBe('Łukasz Żółć')
    expect(cleanCell(undefined)).toBe('')
  })

  it('is the same whether or not a file of ours made it harmless first', () => {
    for (const text of ['\tHollis', '\r\nHollis', '\uFF1DHollis', '=1+1', "'=1+1", "O'Neil", '- none'])
      expect(cleanCell(neutraliseFormula(text))).toBe(cleanCell(text))
  })

  it('comes back from being defused for a spreadsheet', () => {
    for (const text of ['=1+1', '+44 20', '@home', '-x', "'quoted", '1-2'])
      expect(cleanCell(neutraliseFormula(text))).toBe(text)
  })
})
