import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron-app.ts'
import { zipOf } from '#tests/corpus/zip-file.ts'
import { expectAccessible } from './axe.ts'
import { answerDialogs, FIXED_NOW, setUpPractice } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })

const HEADINGS = 'NHS number,Surname,First name,Date of birth,Sex,Usual GP,Cancer,Diagnosis date,Stage'
const OURS = [
  '9990000026,Hollis,Ada,01/02/1950,F,Dr Rao,Malignant tumour of lung,03/04/2024,1A',
  '9990000018,Bell,Ivor,25/06/1948,M,Dr Rao,Malignant tumour of lung,21/01/2024,2A',
]
const THEIRS = [
  '9990000026,Hollis,Ada,01/02/1950,F,Dr Rao,Malignant tumour of lung,03/04/2025,3B',
  '9990000018,Bell,Ivor,25/06/1948,M,Dr Rao,Malignant tumour of lung,21/01/2024,3B',
  '9990000107,Marsh,Una,07/08/1951,F,Dr Rao,Malignant tumour of lung,02/02/2024,',
]

const fileIn = (folder: string, name: string, rows: readonly string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, [HEADINGS, ...rows].map((row) => `${row}\r\n`).join(''))
  return path
}

const title = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { name, level: 1 })).toBeVisible({ timeout: 30_000 })

/** From anywhere to the check of the file that the dialog will give, by keyboard. */
const checkByKeyboard = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k')
  await expect(page.locator(':focus')).toHaveRole('combobox')
  await page.keyboard.type('imports')
  await expect(page.getByRole('option', { name: /^Imports/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await title(page, 'Imports')
  await page.keyboard.press('n')
  await title(page, 'Match columns')
  await page.keyboard.press('Control+Enter')
  await title(page, 'Check changes')
}

/** Tab until the focused control is called so. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let step = 0; step < 120; step += 1) {
    const called = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name.test(called)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name.source}`)
}

test('a list is brought in by keyboard alone, through what disagrees, and taken back', async ({
  app,
  page,
  dataFolder,
}) => {
  test.slow()
  const bar = page.getByRole('region', { name: 'Rows in the file' })
  const shown = page.locator('[data-patient]')
  await answerDialogs(app, { openFile: fileIn(dataFolder, 'ours.csv', OURS) })
  await setUpPractice(page)
  await checkByKeyboard(page)
  await page.getByLabel('Name of this import').fill('x'.repeat(200))
  await page.keyboard.press('Control+Enter')
  await title(page, 'Import finished')
  // However long a name is, the way out stays where it was.
  await expect(page.getByRole('button', { name: /^Lock/ })).toBeInViewport({ ratio: 1 })

  await answerDialogs(app, { openFile: fileIn(dataFolder, 'theirs.csv', THEIRS) })
  await checkByKeyboard(page)
  await expect(bar).toContainText('2 disagree')
  await expect(page.getByText('2 people still to choose: ours stays')).toBeVisible()
  await expectAccessible(page, 'imports, nobody has chosen')
  await expect(shown).toContainText('HOLLIS')
  await page.keyboard.press('t')
  await page.keyboard.press('o')
  await expect(shown).toContainText('BELL')
  await page.keyboard.press('t')
  await expect(page.getByText(/still to choose/)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 person still to choose: ours stays')).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByText('Decided')).toHaveCount(2)
  await expectAccessible(page, 'imports, all chosen')

  await page.keyboard.press('Control+Enter')
  await title(page, 'Import finished')
  await expect(bar).toContainText('1 added')
  await expect(bar).toContainText('2 disagreed')
  await expect(page.getByText('Each was settled as somebody chose')).toBeVisible()

  await tabTo(page, /^Undo .+/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 person, 1 diagnosis')).toBeVisible()
  await expect(page.getByText('2 fields of 2 people')).toBeVisible()
  await expectAccessible(page, 'imports, before undoing')
  await tabTo(page, /^Undo this import/)
  await page.keyboard.press('Enter')
  await title(page, 'Import undone')
  await expect(bar).toContainText('3 rows in')
})

test('bringing in a large file says how long it takes, and can be cancelled with nothing left', async ({
  app,
  page,
  dataFolder,
}) => {
  test.slow()
  const people = Array.from(
    { length: 120_000 },
    (_, at) => `L${at},Person${at},Given${at},21/02/${1930 + (at % 60)},Malignant tumour of lung,23/04/2024`,
  )
  const path = join(dataFolder, 'large.csv')
  writeFileSync(path, ['Local number,Surname,First name,Date of birth,Cancer,Diagnosis date', ...people].join('\r\n'))
  await answerDialogs(app, { openFile: path })
  await setUpPractice(page)
  await checkByKeyboard(page)
  await page.keyboard.press('Control+Enter')
  const progress = page.getByRole('region', { name: 'Bringing in people' })
  await expect(progress.getByText(/people a second\. (About|A few) .+ left\./)).toBeVisible({ timeout: 30_000 })
  await progress.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Stopped. Nothing was saved, and the register is as it was.')).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByRole('region', { name: 'Rows in the file' })).toContainText('120,000 new')
  await page.getByRole('button', { name: 'Stop, change nothing' }).click()
  await expect(page.getByText('Nothing has been brought in yet')).toBeVisible()
})

test('two lists in a zip file are taken one after another by keyboard, each an import of its own', async ({
  app,
  page,
  dataFolder,
}) => {
  test.slow()
  const listOf = (rows: readonly string[]): Buffer => Buffer.from([HEADINGS, ...rows].join('\r\n'))
  const path = join(dataFolder, 'november.zip')
  writeFileSync(
    path,
    zipOf([
      { name: 'MDT/one.csv', data: listOf(OURS) },
      { name: 'two.csv', data: listOf(THEIRS.slice(2)) },
      { name: '__MACOSX/._two.csv', data: Buffer.from('x') },
      { name: 'letter.pdf', data: Buffer.from('%PDF-1.7') },
    ]),
  )
  await answerDialogs(app, { openFile: path })
  await setUpPractice(page)
  await page.keyboard.press('Control+k')
  await expect(page.locator(':focus')).toHaveRole('combobox')
  await page.keyboard.type('imports')
  await expect(page.getByRole('option', { name: /^Imports/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await title(page, 'Imports')
  await page.keyboard.press('n')
  await title(page, 'Files in a zip file')
  await expect(page.getByText('november.zip: 3 files, 2 left, 1 not taken here')).toBeVisible()
  await expectAccessible(page, 'imports, files in a zip file')

  const bringIn = async (): Promise<void> => {
    await page.keyboard.press('n')
    await title(page, 'Match columns')
    await page.keyboard.press('Control+Enter')
    await title(page, 'Check changes')
    await page.keyboard.press('Control+Enter')
    await title(page, 'Import finished')
    await tabTo(page, /^Back to the files/)
    await page.keyboard.press('Enter')
    await title(page, 'Files in a zip file')
  }
  await bringIn()
  await expect(page.getByText('november.zip: 3 files, 1 done, 1 left, 1 not taken here')).toBeVisible()
  await bringIn()
  await expect(page.getByText('Every file that can be taken here is done')).toBeVisible()
  await expectAccessible(page, 'imports, every file done')
  await tabTo(page, /^Compare with the register MDT/)
  await page.keyboard.press('Enter')
  await title(page, 'Compare a list')
  await page.keyboard.press('Control+Enter')
  await title(page, 'Hospital MDT list, 23 Nov 2026')
  await expectAccessible(page, 'a list of a zip file, compared')
  await page.getByRole('link', { name: 'Back to the files' }).press('Enter')
  await title(page, 'Files in a zip file')
  await expect(page.getByRole('link', { name: /^See the comparison MDT/ })).toBeVisible()
  await tabTo(page, /^Close this list/)
  await page.keyboard.press('Enter')
  await title(page, 'Imports')
  await expect(page.getByRole('listitem').filter({ hasText: '1 row in: 1 new' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '2 rows in: 2 new' })).toBeVisible()
})
