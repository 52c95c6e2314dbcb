import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIVE_OBJECTIVES } from '#shared/features/plan/objectives.ts'
import { type ReadSheet, readPlanSheets } from '#shared/features/plan/plan-sheet.ts'

const TODAY = '2026-11-23'
const HEADINGS = [
  'Objective',
  'Action',
  'Owner',
  'With',
  'Start',
  'Due',
  'Status',
  'Milestones',
  'Cost',
  'Risk',
  'Notes',
]
const ROW = ['4', 'Shorten the wait', 'Dr Rao', 'Oncology', '1 Apr 2026', '31 Mar 2027', 'Green', '', '', '', '']

const sheetOf = (rows: readonly (readonly string[])[], sheet: string | null = null): ReadSheet => ({
  sheet,
  rows: rows.flatMap((cells, at) => (cells.some((cell) => cell !== '') ? [{ line: at + 1, cells }] : [])),
})

const readAll = (...sheets: readonly ReadSheet[]) => {
  const found = readPlanSheets(sheets, {
    today: TODAY,
    objectives: FIVE_OBJECTIVES,
    measures: [
      { code: 'gap', title: 'Days to the letter' },
      { code: 'gap-late', title: 'Days to the letter, late ones' },
    ],
  })
  if (found === null) throw new Error('there are headings of a plan')
  return found
}

const read = (...rows: readonly (readonly string[])[]) => readAll(sheetOf(rows))
const readRow = (change: Readonly<Record<number, string>>) =>
  read(
    HEADINGS,
    ROW.map((cell, at) => change[at] ?? cell),
  )

describe('rows', () => {
  it('become actions with everything that they say', () => {
    const { actions, rejected, columns, ignored } = read(
      [...HEADINGS, 'Ward', 'Measures'],
      [
        '4 Raise standards',
        'Shorten\nthe wait',
        'Dr Rao',
        'Oncology',
        'Apr 2026',
        'Mar 2027',
        'Amber',
        'Template agreed (31 May 2026); First month counted [Aug 2026]\n- Shared (with the network)',
        '£200',
        'Staff leave',
        'Ask Beth',
        '7B',
        'Days to the letter, late ones; Days to the letter',
      ],
    )
    expect(rejected).toEqual([])
    expect(actions).toEqual([
      {
        sheet: null,
        line: 2,
        objective: 4,
        objectiveSaid: '',
        title: 'Shorten the wait',
        words: 'Ask Beth',
        ownerName: 'Dr Rao',
        partners: 'Oncology',
        startsOn: '2026-04-01',
        dueOn: '2027-03-31',
        status: 'at_risk',
        milestones: [
          { title: 'Template agreed', dueOn: '2026-05-31', metOn: null },
          { title: 'First month counted', dueOn: '2026-08-31', metOn: null },
          { title: 'Shared (with the network)', dueOn: '2027-03-31', metOn: null },
        ],
        measureCodes: ['gap-late', 'gap'],
        costWords: '£200',
        riskWords: 'Staff leave',
      },
    ])
    expect(columns).toContainEqual({ heading: 'With', column: 'partners' })
    expect(ignored).toEqual(['Ward'])
  })

  it('take the day of a milestone from beside its words, before or after them', () => {
    const told =
      'First list 30/11/2026; Second list, by 1 Dec 2026; Third - 2026-12-02; 03/12/2026: Fourth; 4th Dec 2026 – Fifth; Figures for 31 March 2027'
    expect(readRow({ 7: told }).actions[0]?.milestones.map(({ title, dueOn }) => [title, dueOn])).toEqual([
      ['First list', '2026-11-30'],
      ['Second list', '2026-12-01'],
      ['Third', '2026-12-02'],
      ['Fourth', '2026-12-03'],
      ['Fifth', '2026-12-04'],
      ['Figures for 31 March 2027', '2027-03-31'],
    ])
  })

  it.each([
    [{ 5: '' }, 'The due date is missing.'],
    [{ 7: 'Agreed 30/11/26' }, 'The date of the milestone “Agreed” is “30/11/26”. Write the year with 4 digits'],
    [{ 4: '' }, 'The start date is missing.'],
    [{ 5: '2027' }, 'The due date is “2027”. Add the month.'],
    [{ 4: '1 Apr 2028' }, 'It is due before it starts.'],
    [{ 1: '' }, 'No action is written on this line.'],
    [{ 6: 'Purple' }, 'The status “Purple” is not one that is known.'],
    [{ 7: 'Agreed (13/14/2026)' }, 'The date of the milestone “Agreed” is “13/14/2026”.'],
    [{ 2: 'x'.repeat(81) }, 'The owner is longer than 80 characters.'],
  ])('that cannot come in are listed with their line and why: %o', (change, reason) => {
    const { actions, rejected } = readRow(change)
    expect(actions).toEqual([])
    expect(rejected).toMatchObject([{ line: 2, reason: expect.stringContaining(reason) }])
  })

  it('with a long action keep all of it', () => {
    const long = 'Agree with every practice of the network how letters are read and filed '.repeat(3).trim()
    const [action] = readRow({ 1: long, 10: 'A note' }).actions
    expect(action?.title.length).toBeLessThanOrEqual(120)
    expect(action?.title).toMatch(/…$/)
    expect(action?.words).toBe(`${long}\nA note`)
  })

  it('under a merged objective belong to it, and totals, blanks and repeated headings are none', () => {
    const [, ...rest] = ROW
    const found = read(
      ['Our plan'],
      [],
      HEADINGS,
      ['Objective 2', ...rest],
      ['', ...rest],
      HEADINGS,
      ['Parking', ...rest],
      ['', ...rest],
      ['1', ...rest],
      ['Total', '', '', '', '', '', '', '', '£200'],
    )
    expect(found.actions.map(({ line, objective, objectiveSaid }) => [line, objective, objectiveSaid])).toEqual([
      [4, 2, ''],
      [5, 2, ''],
      [7, null, 'Parking'],
      [8, null, 'Parking'],
      [9, 1, ''],
    ])
    expect(found.skipped).toBe(2)
    expect(found.rows).toBe(7)
  })

  it('stand under the objective of their section, their sheet or their number', () => {
    const headings = ['No', 'Action', 'Due']
    const found = readAll(
      sheetOf([headings, ['Objective 3: plans'], ['a', 'One', 'May 2027'], ['b', 'Two', 'May 2027']], 'A'),
      sheetOf([['Actions under objective 5'], headings, ['2.1', 'Three', 'May 2027']], 'B'),
      sheetOf([headings, ['2.2', 'Four', 'May 2027'], ['x', 'Five', 'May 2027']], 'C'),
      sheetOf(
        [
          ['What', 'Value'],
          ['Note', 'x'],
        ],
        'About',
      ),
    )
    expect(found.actions.map(({ title, objective }) => [title, objective])).toEqual([
      ['One', 3],
      ['Two', 3],
      ['Three', 5],
      ['Four', 2],
      ['Five', null],
    ])
    expect(found.read).toEqual(['A', 'B', 'C'])
    expect(found.actions.every(({ startsOn }) => startsOn === null)).toBe(true)
  })

  it('of milestones on their own sheet go to their actions', () => {
    const found = readAll(
      sheetOf(
        [
          ['Code', 'Action', 'Due'],
          ['4.1', 'Shorten the wait', 'Mar 2027'],
          ['1.11', 'Lead here', 'Mar 2027'],
          ['11.1', 'Our own', 'Mar 2027'],
        ],
        'Actions',
      ),
      sheetOf(
        [
          ['Action', 'Milestone', 'Due', 'Met'],
          ['4.1', 'Agreed', '1 May 2026', '3 May 2026'],
          ['4.2', 'Lost', '1 May 2026', ''],
          ['4.1', 'Counted', '1 May 2027', '1 Jan 2027'],
          ['1.11', 'Told', '1 May 2027', ''],
        ],
        'Milestones',
      ),
    )
    expect(found.actions[0]?.milestones).toEqual([{ title: 'Agreed', dueOn: '2026-05-01', metOn: '2026-05-03' }])
    expect(found.rejected.map(({ sheet, line }) => [sheet, line])).toEqual([
      ['Milestones', 3],
      ['Milestones', 4],
    ])
    expect(found.milestoneRows).toBe(2)
    expect(found.actions[1]?.milestones).toEqual([{ title: 'Told', dueOn: '2027-05-01', metOn: null }])
  })

  it('whose progress is told in sentences keep it as a note', () => {
    const { actions, columns } = read(
      ['Action', 'Due', 'Progress'],
      ['One', 'May 2027', 'Met with the trust in May and again in June'],
      ['Two', 'May 2027', 'Waiting for the network to answer our letter'],
    )
    expect(columns.at(-1)).toEqual({ heading: 'Progress', column: 'notes' })
    expect(actions.map(({ status }) => status)).toEqual(['not_started', 'not_started'])
    expect(actions[0]?.words).toContain('Met with the trust')
  })

  it('are all accounted for, whatever stands in them', () => {
    const cell = oneof(
      constantFrom('', 'Objective 2', 'Total', 'Green', 'Action', 'Due', '1 May 2027', 'May 2027', '13/14/2027', '5'),
      string({ maxLength: 12 }),
    )
    assert(
      property(array(array(cell, { minLength: 1, maxLength: 11 }), { maxLength: 12 }), (rows) => {
        const found = read(HEADINGS, ...rows)
        const { actions, rejected, skipped, milestoneRows } = found
        expect(actions.length + rejected.length + skipped + milestoneRows).toBe(found.rows)
        expect(rejected.every(({ reason }) => reason.endsWith('.'))).toBe(true)
        expect(actions.every(({ startsOn, dueOn }) => startsOn === null || startsOn <= dueOn)).toBe(true)
      }),
    )
  })
})

it('a sheet without actions or without due dates is no plan', () => {
  const wishes = { today: TODAY, objectives: FIVE_OBJECTIVES, measures: [] }
  expect(readPlanSheets([sheetOf([['Objective', 'Action', 'Owner'], ROW])], wishes)).toBeNull()
  expect(readPlanSheets([sheetOf([['Owner', 'Due'], ROW])], wishes)).toBeNull()
  expect(readPlanSheets([sheetOf([])], wishes)).toBeNull()
})
