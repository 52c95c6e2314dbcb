import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readWordFile } from '#tests/support/word-file.ts'
import { expect, test } from '../support/electron-app.ts'
import { tabTo } from './focus.ts'
import {
  acceptAndSign,
  bringInRegister,
  chooseBaseline,
  groupNotes,
  heading,
  LETTERS,
  MEASURE,
  registerFile,
  typeDate,
  writeNotes,
} from './plan-steps.ts'
import { answerDialogs, choose, FIXED_NOW, setUpPractice } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })

const MILESTONE = 'Template agreed'

/** An action is told what it is to move, and has a milestone that was met in October. */
const meetMilestone = async (page: Page): Promise<void> => {
  const keys = page.keyboard
  await choose(page, LETTERS, new RegExp(LETTERS))
  await heading(page, LETTERS)
  await choose(page, 'what it is to move', /^Choose what it is to move/)
  const dialog = page.getByRole('dialog', { name: 'What it is to move' })
  await expect(dialog.getByRole('combobox', { name: 'Measure' })).toBeFocused()
  await keys.type(MEASURE)
  await expect(page.getByRole('option', { name: MEASURE })).toBeVisible()
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await keys.press('Tab')
  await keys.press('Control+Enter')
  await expect(dialog).toBeHidden()

  const milestones = page.getByRole('list', { name: 'Milestones' })
  await keys.press('s')
  await keys.type(MILESTONE)
  await typeDate(page, page.getByRole('group', { name: /^Due/ }), ['30', '10', '2026'])
  await keys.press('Enter')
  await expect(milestones).toContainText(/Template agreed.*Due 30 Oct 2026/)
  await keys.press('m')
  await expect(milestones).toContainText(/Template agreed.*23 Nov 2026.*Met/)
  // It was met while nobody wrote it down.
  await tabTo(page, /^More: Template agreed/)
  await keys.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Change' })).toBeFocused()
  await keys.press('Enter')
  await typeDate(page, page.getByRole('group', { name: /^Met on/ }), ['20', '10', '2026'])
  await keys.press('Enter')
  await expect(milestones).toContainText(/Template agreed.*20 Oct 2026.*Met/)
}

/** The chart of the measure names the milestone in its month: on the page of the action and on its own. */
const expectOnChart = async (page: Page): Promise<void> => {
  const october = page.getByRole('row', { name: /^October 2026/ })
  await page.keyboard.press('t')
  await expect(october).toContainText(`Milestone met: ${MILESTONE}.`)
  await choose(page, 'Measure library', /^Measure library/)
  await expect(page.getByRole('tab', { name: 'Library' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('/')
  await page.keyboard.type(MEASURE)
  await expect(page.getByRole('table', { name: 'Letters' })).toBeHidden()
  const focused = page.locator(':focus')
  await page.keyboard.press('ArrowDown')
  while (!(await focused.innerText()).startsWith(MEASURE)) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await heading(page, new RegExp(`^${MEASURE}: `))
  await expect(page.getByRole('list', { name: 'What happened when' })).toContainText(
    new RegExp(`20 October 2026: \\d\\.\\d ${MILESTONE}`),
  )
}

/** Goes through the review by keyboard: something is said of the first action, and the others are passed over. */
const walkThroughReview = async (page: Page): Promise<void> => {
  const keys = page.keyboard
  await choose(page, 'Plan reviews', /^Plan reviews/)
  await heading(page, 'Reviews of the plan')
  // The key is there with what it begins, once the reviews have been read.
  await expect(page.getByRole('button', { name: 'Begin a review' })).toBeVisible()
  await keys.press('n')
  await expect(page.getByRole('dialog', { name: 'Begin a review' })).toBeVisible()
  await keys.press('Control+Enter')
  await heading(page, 'Review of September to November 2026')
  const walk = page.getByRole('navigation', { name: 'Actions of this review' })
  const here = walk.locator('[aria-current=step]')
  for (let at = 0; at < 9; at += 1) {
    await expect(walk.getByRole('status')).toHaveText(`${at} of 9`)
    if ((await here.innerText()).includes(LETTERS)) {
      await tabTo(page, /^What happened/)
      await keys.type('The template is agreed with Wexcombe.')
      await tabTo(page, /^How it stands/)
      await keys.press('Enter')
      await expect(page.getByRole('option', { name: 'On track' })).toBeVisible()
      await keys.press('ArrowDown')
      await keys.press('Enter')
      await tabTo(page, /^Next step/)
      await keys.type('Use it in every clinic')
      await tabTo(page, /^What we ask/)
      await keys.type('A portal, please')
      await keys.press('Control+Enter')
    } else {
      // Where the words are waited for, a single key is a letter of theirs.
      if (await page.getByLabel('What happened').evaluate((box) => box === document.activeElement))
        await tabTo(page, /^Nothing to say/)
      await keys.press('x')
    }
  }
  await expect(walk.getByRole('status')).toHaveText('9 of 9')
  await tabTo(page, /^What is said in sum/)
  await keys.type('A good first quarter.')
  await tabTo(page, /^Close the review/)
  await keys.press('Enter')
  await heading(page, 'Board paper')
  await expect(page.getByText('Kept as it was when the review was closed.')).toBeVisible()
}

const writePaper = async (page: Page, folder: string) => {
  await tabTo(page, /^Write to files/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Write the board paper to files' })).toBeVisible()
  await tabTo(page, /^Choose a folder and write/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible({ timeout: 30_000 })
  const [name = ''] = readdirSync(folder)
  expect(name).toBe('board-paper-2026-11-23.docx')
  return readWordFile(readFileSync(join(folder, name)))
}

test('from twenty notes to a signed plan, a milestone on the chart, a review and its board paper, by keys alone', async ({
  app,
  page,
  dataFolder,
}) => {
  test.slow()
  const folder = join(dataFolder, 'written')
  mkdirSync(folder)
  await answerDialogs(app, { openFile: registerFile(dataFolder), folder })
  await setUpPractice(page)
  await bringInRegister(page)
  await writeNotes(page, app)
  await groupNotes(page)
  await chooseBaseline(page)
  await acceptAndSign(page)
  await meetMilestone(page)
  await expectOnChart(page)
  await walkThroughReview(page)

  const { styledAs, paragraphs, tables } = await writePaper(page, folder)
  expect(styledAs('Title')).toEqual(['Review of September to November 2026'])
  expect(styledAs('Subtitle')).toEqual(['Brackenfold Surgery'])
  expect(styledAs('Heading1')).toEqual([
    'In sum',
    'What was done',
    'How each action stands',
    'Measures beside baseline and target',
    'Risks',
    'What we ask',
    'Decisions',
    'Milestones until 28 Feb 2027',
  ])
  expect(paragraphs.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      'Action plan 2026 to 2029',
      'Looks back on 1 Sep 2026 to 30 Nov 2026.',
      'Led by Dr Anjali Rao, begun 23 Nov 2026, closed 23 Nov 2026.',
      'A good first quarter.',
      '9 actions were open when the review began; something was said of 1.',
      'No risk stands.',
    ]),
  )
  const [stood = [], done = [], each = [], measures = [], asked = []] = tables.map(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ text }) => text)),
  )
  expect(stood).toEqual([
    ['Status', 'Before', 'After'],
    ['Not started', '9', '8'],
    ['On track', '0', '1'],
  ])
  expect(done).toEqual([
    ['Action', 'What happened', 'Next step'],
    [`4.1 ${LETTERS}`, 'The template is agreed with Wexcombe.', 'Use it in every clinic'],
  ])
  expect(each[0]).toEqual(['Action', 'Objective', 'Who', 'Due', 'Before', 'Now'])
  expect(each).toHaveLength(10)
  expect(each).toContainEqual([`4.1 ${LETTERS}`, '4', 'Nobody named', '31 Aug 2027', 'Not started', 'On track'])
  expect(measures).toEqual([
    ['Measure', 'Baseline', 'Now', 'Target', 'Is it changing?'],
    [MEASURE, '75.0%', '100.0%, Oct 2026', 'None set', 'Improving, high'],
  ])
  expect(asked).toEqual([
    ['Action', 'Ask'],
    [`4.1 ${LETTERS}`, 'A portal, please'],
  ])
})
