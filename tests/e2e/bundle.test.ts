import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import {
  answerDialogs,
  choosePassphrase,
  fillPractice,
  finishSetUp,
  FIXED_NOW,
  goTo,
  openDemo,
  PASSPHRASE,
} from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })

const openSection = async (page: Page): Promise<void> => {
  await goTo(page, 'Settings')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Whole register' }).click()
  await expect(page.getByRole('heading', { name: 'Whole register', level: 1 })).toBeVisible()
}

const hashIn = async (page: Page, panel: string): Promise<string | null> =>
  page.getByRole('region', { name: panel }).locator('[data-content-hash]').getAttribute('data-content-hash')

test('the whole register goes out to a file and into a new practice, and is identical', async ({
  app,
  page,
  dataFolder,
}) => {
  test.slow()
  const file = join(dataFolder, 'bundle.zip')
  await answerDialogs(app, { openFile: file })
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, file)
  await openDemo(page)
  await openSection(page)
  await page.getByLabel(/^Why is it needed/).fill('Moving to a new computer')
  await page.getByLabel(/^Why is it needed/).press('Tab')
  await page.getByRole('button', { name: 'Choose where to write it' }).press('Enter')
  await expect(page.getByText(/^Written and read back: 340 people/)).toBeVisible({ timeout: 30_000 })
  expect(existsSync(file)).toBe(true)
  const written = await hashIn(page, 'Write a bundle')
  expect(written).toMatch(/^[0-9a-f]{64}$/)

  await test.step('a new practice on the same computer', async () => {
    await goTo(page, 'Register')
    await page.keyboard.press('Control+l')
    await page.getByRole('button', { name: 'Switch practice' }).click()
    await page.getByRole('button', { name: 'Set up another practice' }).click()
    await fillPractice(page)
    await choosePassphrase(page)
    await page.getByRole('button', { name: 'Show it to copy by hand' }).click()
    await finishSetUp(page)
  })

  await test.step('takes the bundle', async () => {
    await openSection(page)
    await page.getByRole('button', { name: 'Choose a bundle' }).click()
    await expect(page.getByText('Everybody in this bundle is made up')).toBeVisible({ timeout: 30_000 })
    await expectAccessible(page, 'a checked bundle')
    await page.getByLabel('Your passphrase').fill(PASSPHRASE)
    await page.getByLabel('Your passphrase').press('Enter')
    await expect(page.getByText('The register is identical', { exact: true })).toBeVisible({ timeout: 60_000 })
    expect(await hashIn(page, 'Bring in a bundle')).toBe(written)
  })

  await test.step('and shows its people', async () => {
    await goTo(page, 'Register')
    await expect(page.getByRole('grid', { name: 'People on the register' })).toContainText('ASHWORTH')
  })
})
