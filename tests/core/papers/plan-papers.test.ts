import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { codeOf } from '#tests/support/answers.ts'
import { createTestCore, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'
import { readWordFile } from '#tests/support/word-file.ts'
import { anAction, PLAN_FIELDS, planNow } from '../plan/plan-fields.ts'

let test: TestCore
let folder: string
beforeEach(async () => {
  test = await createTestCore()
  folder = mkdtempSync(join(tmpdir(), 'throughline-paper-'))
  test.core.env.files.grant('folder', folder, 'folder')
})
afterEach(async () => {
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

const aPlan = async (title = 'Shorten the wait for letters'): Promise<string> => {
  const { id } = await test.client.plan.start({ fields: { ...PLAN_FIELDS, strengths: 'A weekly clinic\nGood notes' } })
  const { objectives } = await planNow(test.client)
  await test.client.plan.addActions({
    planId: id,
    actions: [
      {
        ...anAction(objectives[3]?.id ?? '', { title, ownerName: 'Dr Anjali Rao' }),
        milestones: [{ title: 'Template agreed', dueOn: '2026-04-20', metOn: '2026-04-20' }],
        measureCodes: ['letter-gap'],
      },
      anAction(objectives[3]?.id ?? '', { title: '=HYPERLINK("http://example.org")' }),
    ],
  })
  return id
}

const write = (id: string, formats: ('docx' | 'xlsx' | 'pdf' | 'poster')[]) =>
  finish(test.client.papers.export({ code: 'plan', id, folderHandle: 'folder', formats }))

it('the plan as Word says its squares, actions and milestones, each table with a head', async () => {
  const { files } = await write(await aPlan(), ['docx'])
  const [file] = files
  expect(file?.name).toBe(`action-plan-${TEST_TODAY}.docx`)
  const word = readWordFile(readFileSync(join(folder, file?.name ?? '')))
  const said = word.paragraphs.map(({ text }) => text)
  expect(said).toContain('Where we began')
  expect(said).toContain('What works well: A weekly clinic')
  expect(said).toContain('Actions\t2: 2 not started')
  expect(said).toContain('Milestones\t1: 1 met')
  const rows = word.tables.map(({ rows: all }) => all.map(({ cells }) => cells.map(({ text }) => text)))
  const actions = rows.find(([head]) => head?.includes('Owner'))
  expect(actions?.[1]?.slice(0, 3)).toEqual(['4.1', 'Shorten the wait for letters', 'Dr Anjali Rao'])
  expect(rows.find(([head]) => head?.includes('Milestone'))?.[1]).toEqual([
    '4.1',
    'Template agreed',
    '20 Apr 2026',
    '20 Apr 2026',
    'Met',
  ])
  expect(word.tables.every(({ rows: [head] }) => head?.isHead === true)).toBe(true)
})

it('the plan as a workbook has a sheet for each table, dates that are dates, and no formula', async () => {
  await write(await aPlan(), ['xlsx'])
  const [name = ''] = readdirSync(folder)
  const { sheets } = await readXlsx(readFileSync(join(folder, name)))
  const cells = sheets.flatMap((sheet) => sheet.rows.flat())
  expect(sheets.map((sheet) => sheet.name)).toContain('Actions under objective 4')
  const actions = sheets.find((sheet) => sheet.name === 'Actions under objective 4')
  expect(actions?.rows[2]?.[5]).toBeInstanceOf(Date)
  expect(cells.filter((cell) => typeof cell === 'string' && cell.startsWith('='))).toEqual([])
  expect(cells).toContain(`'=HYPERLINK("http://example.org")`)
})

it('is the same again, and gives the shell one leave for each PDF', async () => {
  const id = await aPlan()
  const once = await write(id, ['docx', 'pdf', 'poster'])
  const again = await write(id, ['docx'])
  expect(again.files).toEqual(once.files)
  expect(once.printLeaves.map((leave) => test.core.env.prints.take(leave))).toEqual([
    { page: 'plan', documentId: id, folderHandle: 'folder', fileName: `action-plan-${TEST_TODAY}.pdf` },
    { page: 'poster', documentId: id, folderHandle: 'folder', fileName: `action-plan-poster-${TEST_TODAY}.pdf` },
  ])
})

it('is not written with an NHS number in it, and nothing lies in the folder', async () => {
  const id = await aPlan('Ring 999 000 0018 about her letter')
  expect(await codeOf(write(id, ['docx', 'xlsx']))).toBe('conflict')
  expect(readdirSync(folder)).toEqual([])
  await expect(write(id, ['docx'])).rejects.not.toThrow(/999/)
})

it('is noted in the audit trail, and is for those who write plans', async () => {
  const id = await aPlan()
  await write(id, ['docx'])
  const row = await test
    .session()
    .database.read.selectFrom('audit_entry')
    .select(['verb', 'detail'])
    .where('method', '=', 'papers.export')
    .executeTakeFirstOrThrow()
  expect(row.verb).toBe('export')
  expect(JSON.parse(row.detail)).toMatchObject({ document: 'plan', formats: ['docx'] })
  Object.assign(test.session(), { user: { ...test.session().user, role: 'read-only' } })
  expect(await codeOf(write(id, ['docx']))).toBe('forbidden')
})
