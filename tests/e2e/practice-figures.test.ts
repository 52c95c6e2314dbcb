import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { searchCountFile } from '../support/figure-files.ts'
import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import { answerDialogs, FIXED_NOW, goTo, setUpPractice } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })
test.use({ trace: 'off' })
test.setTimeout(180_000)

/** Lets a file go over the page. It comes from a file input, as only those and real drops name a file on the disk. */
const dropFile = async (page: Page, path: string): Promise<void> => {
  const input = await page.evaluateHandle(() => Object.assign(document.createElement('input'), { type: 'file' }))
  await input.setInputFiles(path)
  await input.evaluate((element) => {
    const carried = new DataTransfer()
    for (const file of element.files ?? []) carried.items.add(file)
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }))
  })
}

test('a count report is dropped, checked, saved and listed with its source', async ({ app, page, dataFolder }) => {
  await setUpPractice(page)
  const counts = join(dataFolder, 'counts.csv')
  writeFileSync(counts, searchCountFile())
  const people = join(dataFolder, 'people.csv')
  writeFileSync(people, 'NHS number,Surname\n9990000026,Sampleford\n')

  await goTo(page, 'Imports')
  await dropFile(page, counts)
  await expect(page.getByText(/search-count report.*Practice figures/)).toBeVisible()
  await page.getByRole('link', { name: 'Practice figures' }).click()
  await expect(page.getByRole('heading', { name: 'No practice figures yet' })).toBeVisible()
  await expectAccessible(page, 'no practice figures')

  await dropFile(page, people)
  await expect(page.getByText(/looks like a list of people/)).toBeVisible()
  await dropFile(page, counts)
  await expect(page.getByRole('heading', { name: '9 columns, 9 kept' })).toBeVisible()
  await expectAccessible(page, 'new figures')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '4 rows of 4 can be kept' })).toBeVisible()
  await expectAccessible(page, 'checked figures')
  await page.keyboard.press('Control+Enter')
  const rows = page.getByRole('grid', { name: 'Rows of CAN005 support information' })
  await expect(rows.getByText('Tolland Green Practice')).toBeVisible()
  await expectAccessible(page, 'a table of figures')

  await page.keyboard.press('Control+k')
  await expect(page.locator(':focus')).toHaveRole('combobox')
  await page.keyboard.type('practice fig')
  await page.getByRole('option', { name: 'Practice figures' }).click()
  const listed = page.getByRole('table', { name: 'Search counts' }).getByRole('row').nth(1)
  await expect(listed).toContainText('CAN005 support information')
  await expect(listed).toContainText('EMIS Web search and report, Last run 04-Nov-2026')
  await expect(listed).toContainText('31 Oct 2026')
  await expect(listed).toContainText('Current')
  await expectAccessible(page, 'practice figures')

  const sizes = join(dataFolder, 'sizes.csv')
  writeFileSync(sizes, 'Practice code,List size\nA99901,"10,312"\n')
  await answerDialogs(app, { openFile: sizes })
  await page.keyboard.press('n')
  await page.getByLabel('Source').fill('NHS England')
  await page.getByLabel('Day', { exact: true }).fill('1')
  await page.getByLabel('Month', { exact: true }).fill('10')
  await page.getByLabel('Year', { exact: true }).fill('2026')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '1 row of 1 can be kept' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('grid', { name: 'Rows of List sizes' })).toBeVisible()
  await goTo(page, 'Settings')
  await expect(page.getByText('Practice figures have 10,312 on 1 Oct 2026 (NHS England)')).toBeVisible()
})
