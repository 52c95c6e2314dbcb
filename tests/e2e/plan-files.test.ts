import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWordFile } from '#tests/support/word-file.ts'
import { expect, test } from '../support/electron-app.ts'
import { tabOnto, tabTo } from './focus.ts'
import { answerDialogs, choose, FIXED_NOW, goByKeys, openDemo } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })

/** What the plan of the demo practice has. */
const ACTIONS = 21
const MILESTONES = 42

const A4_LANDSCAPE = '841.92 x 594.96 pts (A4)'
const A3_LANDSCAPE = '1191.12 x 841.92 pts (A3)'

/** What pdfinfo says of a file, by its names. */
const aboutPdf = (path: string): Record<string, string> =>
  Object.fromEntries(
    execFileSync('pdfinfo', [path], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )

test('the plan as Word, PDF, workbook and poster, and the workbook looked at to be brought in again, by keys alone', async ({
  app,
  page,
  dataFolder,
}) => {
  const folder = join(dataFolder, 'written')
  mkdirSync(folder)
  const path = (name: string): string => join(folder, `action-plan-${name}`)
  await answerDialogs(app, { folder, openFile: path('2026-11-23.xlsx') })
  await openDemo(page)
  const keys = page.keyboard
  await goByKeys(page, 'Action plan')
  await expect(page.getByRole('table', { name: 'Objectives by year' })).toBeVisible()
  await expect(page.getByText(`${ACTIONS} actions`, { exact: true })).toBeVisible()
  await tabTo(page, /^More of the plan/)
  await keys.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Write to files' })).toBeFocused()
  await keys.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Write the action plan to files' })
  for (const name of ['PDF', 'Excel workbook', 'A3 poster']) {
    await tabOnto(page, dialog.getByRole('checkbox', { name, exact: true }))
    await keys.press('Space')
  }
  await tabTo(page, /^Choose a folder and write/)
  await keys.press('Enter')
  await expect(dialog.getByText(/^4 files in /)).toBeVisible({ timeout: 60_000 })
  expect(readdirSync(folder).toSorted()).toEqual([
    'action-plan-2026-11-23.docx',
    'action-plan-2026-11-23.pdf',
    'action-plan-2026-11-23.xlsx',
    'action-plan-poster-2026-11-23.pdf',
  ])
  const word = readWordFile(readFileSync(path('2026-11-23.docx')))
  expect(word.styledAs('Title')).toEqual(['Action plan 2025 to 2028'])
  expect(word.styledAs('Heading1')).toEqual(
    expect.arrayContaining(['Where we began', 'Three years at a glance', 'Is it working?']),
  )
  const actions = word.tables.filter(({ rows }) => rows[0]?.cells.some(({ text }) => text === 'Owner'))
  expect(actions.reduce((sum, { rows }) => sum + rows.length - 1, 0)).toBe(ACTIONS)
  const pdf = aboutPdf(path('2026-11-23.pdf'))
  expect(pdf).toMatchObject({ Tagged: 'yes', Title: 'Action plan 2025 to 2028', 'Page size': A4_LANDSCAPE })
  expect(Number(pdf['Pages'])).toBeGreaterThan(1)
  expect(aboutPdf(path('poster-2026-11-23.pdf'))).toMatchObject({
    Tagged: 'yes',
    Pages: '1',
    'Page size': A3_LANDSCAPE,
  })

  await keys.press('Escape')
  await expect(dialog).toBeHidden()
  await choose(page, 'Bring in a plan', /^Bring in a plan/)
  await expect(page.getByRole('heading', { name: 'Bring in a plan', level: 1 })).toBeVisible()
  await keys.press('n')
  const rows = page.getByRole('region', { name: 'Rows in the file' })
  await expect(rows).toBeVisible()
  // Every action and milestone is found again, and known for one that the plan has.
  await expect(rows).toHaveText(
    `${ACTIONS + MILESTONES} rows in=0 to bring in+${MILESTONES} milestones of these+0 headings, totals and notes+${ACTIONS} left out by you+0 cannot come inEvery row accounted for`,
  )
  await expect(page.getByText('Nothing comes in')).toBeVisible()
  await goByKeys(page, 'Action plan')
  await expect(page.getByText(`${ACTIONS} actions`, { exact: true })).toBeVisible()
})
