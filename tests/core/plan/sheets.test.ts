import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillDemo } from '#core/features/demo/demo.ts'
import { finish } from '#core/in-process.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import type { PlanSheet } from '#shared/features/plan/sheet-schema.ts'
import { refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { anAction, PLAN_FIELDS, planNow } from './plan-fields.ts'

let test: TestCore
let folder: string
beforeEach(async () => {
  test = await createTestCore()
  folder = mkdtempSync(join(tmpdir(), 'throughline-sheet-'))
  test.core.env.files.grant('folder', folder, 'folder')
})
afterEach(async () => {
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

const given = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  test.core.env.files.grant(name, path, 'read')
  return name
}

const read = (fileHandle: string, sheet: string | null = null): Promise<PlanSheet> =>
  finish(test.client.plan.readSheet({ fileHandle, sheet }))

const HEADINGS = ['Objective', 'Action', 'Lead', 'Start', 'By when', 'RAG']
const CSV = [
  HEADINGS.join(','),
  '4 Raise standards,Shorten the wait,Dr Rao,Apr 2026,Mar 2027,Green',
  ',Code stage at diagnosis,,1/5/2026,31/10/2026,Complete',
  'Parking,Ask for spaces,,1/5/2026,31/10/2026,',
  '5,Carers asked,Beth Marsh,1/5/2026,Spring 2027,Red',
].join('\n')

/** What a plan says of its actions, as a sheet can: without ids, by objective and title. */
const told = (plan: Plan) =>
  plan.actions
    .map((action) => ({
      objective: plan.objectives.find(({ id }) => id === action.objectiveId)?.number ?? null,
      title: action.title,
      ownerName: action.ownerName,
      partners: action.partners,
      startsOn: action.startsOn,
      dueOn: action.dueOn,
      status: action.status,
      measureCodes: action.measureCodes.toSorted(),
      milestones: action.milestones
        .map(({ title, dueOn, metOn }) => ({ title, dueOn, metOn }))
        .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title)),
    }))
    .toSorted((a, b) => a.title.localeCompare(b.title))

type Brought = Parameters<TestCore['client']['plan']['bringIn']>[0]['actions'][number]

const broughtFrom = ({ fileName, actions }: PlanSheet): Brought[] =>
  actions.map(
    ({
      objective,
      line,
      sheet: _sheet,
      objectiveSaid: _said,
      milestones,
      measureCodes,
      status,
      startsOn,
      ...fields
    }) => ({
      objective: objective ?? 1,
      fields: { ...fields, startsOn: startsOn ?? fields.dueOn },
      milestones,
      measureCodes,
      status,
      origin: { kind: 'spreadsheet', id: null, words: `${fileName}, line ${line}` },
    }),
  )

describe('a spreadsheet of actions', () => {
  it('is read with what comes in and what does not, and nothing is kept', async () => {
    const sheet = await read(given('plan.csv', CSV))
    expect(sheet).toMatchObject({ fileName: 'plan.csv', sheets: [], sheet: null, rows: 4, skipped: 0 })
    expect(sheet.actions.map(({ line, objective, title, status }) => [line, objective, title, status])).toEqual([
      [2, 4, 'Shorten the wait', 'on_track'],
      [3, 4, 'Code stage at diagnosis', 'done'],
      [4, null, 'Ask for spaces', 'not_started'],
    ])
    expect(sheet.rejected).toEqual([
      {
        sheet: null,
        line: 5,
        said: '5',
        reason: 'The due date is “Spring 2027”. Write it like 4 Sep 2026 or Sep 2026.',
      },
    ])
    expect(await test.client.plan.current({})).toBeNull()
  })

  it('begins a plan with its actions in one step, and one undo takes all of it back', async () => {
    const sheet = await read(given('plan.csv', CSV))
    const { undo, ids } = await test.client.plan.bringIn({ fields: PLAN_FIELDS, actions: broughtFrom(sheet) })
    const plan = await planNow(test.client)
    expect(ids).toHaveLength(3)
    expect(plan).toMatchObject({ ...PLAN_FIELDS, state: 'draft' })
    expect(plan.actions.map(({ code, status, endedOn }) => [code, status, endedOn])).toEqual([
      ['1.1', 'not_started', null],
      ['4.1', 'on_track', null],
      ['4.2', 'done', '2026-10-31'],
    ])
    expect((await test.client.plan.action({ id: ids[0] ?? '' })).origin).toEqual({
      kind: 'spreadsheet',
      id: null,
      words: 'plan.csv, line 2',
    })
    await test.client.audit.undo({ seq: undo })
    expect(await test.client.plan.current({})).toBeNull()
  })

  it('goes into the plan there is, and one undo leaves that as it was', async () => {
    const sheet = await read(given('plan.csv', CSV))
    const { id } = await test.client.plan.start({ fields: PLAN_FIELDS })
    const before = await planNow(test.client)
    const { undo } = await test.client.plan.bringIn({ planId: id, actions: broughtFrom(sheet) })
    expect((await planNow(test.client)).actions).toHaveLength(3)
    await test.client.audit.undo({ seq: undo })
    expect(await planNow(test.client)).toEqual(before)
  })

  it('needs one plan to go into, and an objective that it has', async () => {
    const actions = broughtFrom(await read(given('plan.csv', CSV)))
    const { plan } = test.client
    expect((await refusal(plan.bringIn({ actions }))).code).toBe('validation')
    const odd = actions.map((action) => ({ ...action, objective: 9 }))
    expect((await refusal(plan.bringIn({ fields: PLAN_FIELDS, actions: odd }))).details.fieldErrors).toEqual({
      'actions.0.objective': 'This plan has no objective 9. Choose another one.',
    })
    expect(await plan.current({})).toBeNull()
  })
})

it('an action may be added as done: it ended when it was due, or today', async () => {
  const { plan } = test.client
  const { id } = await plan.start({ fields: PLAN_FIELDS })
  const objectiveId = (await planNow(test.client)).objectives[0]?.id ?? ''
  await plan.addActions({
    planId: id,
    actions: [
      { ...anAction(objectiveId, { dueOn: '2026-06-30' }), status: 'done' },
      { ...anAction(objectiveId), status: 'stopped' },
      anAction(objectiveId),
    ],
  })
  expect((await planNow(test.client)).actions.map(({ status, endedOn }) => [status, endedOn])).toEqual([
    ['done', '2026-06-30'],
    ['stopped', '2026-11-23'],
    ['not_started', null],
  ])
})

it('the app’s own workbook comes back whole', async () => {
  await fillDemo(test.core.env, test.session(), { patients: 80, seed: 20_261_123 })
  const before = await planNow(test.client)
  await finish(test.client.papers.export({ code: 'plan', id: before.id, folderHandle: 'folder', formats: ['xlsx'] }))
  const [name = ''] = readdirSync(folder)
  test.core.env.files.grant('workbook', join(folder, name), 'read')
  const sheet = await read('workbook')
  expect(sheet.rejected).toEqual([])
  expect(sheet.actions).toHaveLength(before.actions.length)
  expect(sheet.read).toContain('Actions under objective 4')
  expect(sheet.actions.length + sheet.milestoneRows + sheet.skipped).toBe(sheet.rows)

  await test.client.plan.close({ id: before.id, version: before.version, reason: 'Begun again' })
  await test.client.plan.bringIn({ fields: PLAN_FIELDS, actions: broughtFrom(sheet) })
  expect(told(await planNow(test.client))).toEqual(told(before))
})

describe('awkward sheets', () => {
  const april = new Date(Date.UTC(2026, 3, 1))
  const march = new Date(Date.UTC(2027, 2, 31))
  const rows = [
    ['Cancer plan of the network'],
    [],
    HEADINGS,
    ['Objective 2', 'Go to each meeting', 'Dr Rao', april, march, 'Amber'],
    [null, 'Report back', null, april, march, 'Red'],
    ['Total', 2],
  ]

  it.each([
    ['plan.xlsx', writeXlsx],
    ['plan.ods', writeOds],
  ] as const)('merged objectives and real dates of %s are read', async (name, write) => {
    const sheet = await read(given(name, await write({ sheets: [{ name: 'Plan', rows }] })))
    expect(sheet.actions).toMatchObject([
      { line: 4, objective: 2, startsOn: '2026-04-01', dueOn: '2027-03-31', status: 'at_risk' },
      { line: 5, objective: 2, title: 'Report back', status: 'off_track' },
    ])
    expect(sheet).toMatchObject({ skipped: 1, rows: 3, rejected: [] })
  })

  it('a chosen sheet alone is read; without a choice every sheet with headings of a plan', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Cover', rows: [['Made', 'In May']] },
        { name: 'This year', rows },
        { name: 'Next year', rows },
      ],
    })
    const handle = given('plan.xlsx', bytes)
    const all = await read(handle)
    expect(all).toMatchObject({ sheets: ['Cover', 'This year', 'Next year'], read: ['This year', 'Next year'] })
    expect(all.actions).toHaveLength(4)
    const one = await read(handle, 'Next year')
    expect(one).toMatchObject({ sheet: 'Next year', read: ['Next year'] })
    expect(one.actions).toHaveLength(2)
    expect((await refusal(read(handle, 'Cover'))).message).toContain('No headings of a plan')
  })

  it('formulas are never run: what they last showed is read, and one without is missing', async () => {
    const cells = new Map([
      ['1,1', { formula: '"Shorten "&"the wait"', formulaResult: 'Shorten the wait' }],
      ['1,4', { formula: 'TODAY()' }],
    ])
    const bytes = await writeXlsx({
      sheets: [{ name: 'Plan', rows: [HEADINGS, ['4', null, 'Dr Rao', '1 Apr 2026', null, '']], cells }],
    })
    const sheet = await read(given('plan.xlsx', bytes))
    expect(sheet.actions).toEqual([])
    expect(sheet.rejected).toMatchObject([{ line: 2, reason: 'The due date is missing.' }])
  })

  it('dates that may be American are refused beside one that is', async () => {
    const csv = ['Action,Due', 'One,03/25/2027', 'Two,03/04/2027', 'Three,4 Mar 2027'].join('\n')
    const sheet = await read(given('plan.csv', csv))
    expect(sheet.actions.map(({ title }) => title)).toEqual(['Three'])
    expect(sheet.rejected.map(({ line }) => line)).toEqual([2, 3])
  })

  it.each([
    ['a list of patients', 'NHS number,Surname,Due\n999 000 0018,MARSH,1 May 2027', 'looks like a list of patients'],
    ['a number in an action', 'Action,Due\nRing 999 000 0018,1 May 2027', 'holds an NHS number on line 2'],
    ['no due dates', 'Objective,Action,Owner\n4,Shorten the wait,Dr Rao', 'No column of this file says when'],
    ['no plan at all', 'Make,Model\nA,B', 'No headings of a plan were found'],
  ])('%s is refused in a sentence', async (_what, csv, words) => {
    const { code, message } = await refusal(read(given('list.csv', csv)))
    expect(code).toBe('validation')
    expect(message).toContain(words)
    expect(message).not.toContain('MARSH')
  })

  it('more actions than come in at once are refused', async () => {
    const csv = ['Action,Due', ...Array.from({ length: 501 }, (_none, at) => `Action ${at},1 May 2027`)].join('\n')
    expect((await refusal(read(given('plan.csv', csv)))).message).toContain('more than 500 actions')
  })
})
