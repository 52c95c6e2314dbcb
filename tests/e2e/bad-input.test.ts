import { spawn } from 'node:child_process'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { testNhsNumbers } from '#shared/domain/nhs-number.ts'
import { findRuntime } from '../../electron/tooling/runtime.mjs'
import { expect, test } from '../support/electron-app.ts'
import {
  addPerson,
  answerDialogs,
  fillPerson,
  goTo,
  openDemo,
  PASSPHRASE,
  putRight,
  sayWhereItGoes,
  setUpPractice,
  unlock,
  withApp,
} from './steps.ts'

const [first = '', second = ''] = testNhsNumbers(810_000)

const passphraseField = (page: Page) => page.getByLabel('Passphrase', { exact: true })

test('a wrong passphrase gets a sentence and a longer wait each time, and nothing else', async ({ page }) => {
  await setUpPractice(page)
  await page.keyboard.press('Control+l')
  await expect(passphraseField(page)).toBeVisible()
  const asBefore = await page.getByRole('main').innerText()
  const wrong = async (): Promise<string> => {
    await passphraseField(page).fill('harbour pencil winter moose')
    await passphraseField(page).press('Enter')
    await expect(passphraseField(page)).toHaveAttribute('aria-invalid', 'true')
    await expect(passphraseField(page)).toHaveValue('')
    return page.getByRole('main').innerText()
  }
  const words = await wrong()
  const added = words.split('\n').filter((line) => line.trim() !== '' && !asBefore.includes(line))
  expect(added).toEqual([expect.stringMatching(/^[A-Z][^.]+\. .*Wait 1 second, then try again\.$/)])
  await expect(page.getByText('Wait 1 second', { exact: false })).toHaveCount(0)
  expect(await wrong()).toMatch(/Wait 2 seconds, then try again\./)
  await expect(page.getByText(/Wait \d/)).toHaveCount(0)
  await unlock(page, PASSPHRASE)
})

test('what is wrong in a form is said beside it, and what was typed stays', async ({ page }) => {
  await setUpPractice(page)
  await page.keyboard.press('n')
  await fillPerson(page, {
    surname: 'Sampleford',
    givenName: 'Una',
    nhsNumber: `${first.slice(0, 9)}${(Number(first.at(9)) + 1) % 10}`,
  })
  const typed = async (day: string, month: string, year: string): Promise<void> => {
    await page.locator('#episode-diagnosisDate').fill(day)
    await page.locator('#episode-diagnosisDate-month').fill(month)
    await page.locator('#episode-diagnosisDate-year').fill(year)
  }
  await typed('31', '02', '2020')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(putRight(page)).toContainText(
    'NHS number: This is not a valid NHS number: a digit is wrong or two are swapped',
  )
  await expect(putRight(page)).toContainText(/Diagnosed: .*February 2020/)
  await expect(page.locator('#episode-diagnosisDate')).toHaveValue('31')
  await expect(page.locator('#episode-diagnosisDate-month')).toHaveValue('02')
  await expect(page.getByLabel('Surname')).toHaveValue('Sampleford')
  await expect(page.getByLabel('Cancer', { exact: true })).toHaveValue('sigmoid colon')

  await typed('1', '1', '2090')
  await page.getByLabel('NHS number').fill(first)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(putRight(page)).toContainText('1 thing to put right')
  await expect(putRight(page)).toContainText('Diagnosed: A diagnosis cannot be in the future')
  await expect(page.locator('#episode-diagnosisDate-year')).toHaveValue('2090')

  await typed('', '5', '2025')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByLabel(/^Why (it is|they are) right$/).fill('Checked against the letter')
  await page.getByRole('button', { name: /^Keep/ }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('tab', { name: 'Journey' })).toBeVisible()

  await test.step('a second person with the same NHS number', async () => {
    await goTo(page, 'Register')
    await page.getByRole('link', { name: 'Add a person' }).click()
    await fillPerson(page, { surname: 'Otherby', givenName: 'Ulla', nhsNumber: first })
    await expect(page.getByText('1 person on the register has the same NHS number', { exact: false })).toBeVisible()
    await expect(page.getByRole('complementary', { name: 'About what you typed' })).not.toContainText(/sampleford/i)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByLabel(/^Why (it is|they are) right$/).fill('Checked against the letter')
    await page.getByRole('button', { name: /^Keep/ }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(putRight(page)).toContainText(/NHS number: .*(register|already)/)
    await expect(page.getByLabel('Surname')).toHaveValue('Otherby')
    await page.getByLabel('NHS number').fill(second)
    await expect(page.getByText('Could be someone you have')).toHaveCount(0)
  })
})

test('a file that is no CSV, and a folder that cannot be written to', async ({ app, page, dataFolder }) => {
  const picture = join(dataFolder, 'picture.csv')
  writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'))
  await answerDialogs(app, { openFile: picture, folder: '/proc' })
  await openDemo(page)
  await goTo(page, 'Imports')
  await page.getByRole('button', { name: 'Bring in a file' }).click()
  const refusal = page.getByRole('alert').filter({ hasText: 'This file was not read' })
  await expect(refusal).toContainText(/[A-Z][^.]+\. .*Nothing was saved\./)
  await expect(page.getByRole('button', { name: 'Bring in a file' })).toBeVisible()

  await goTo(page, 'Reports')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Network report', level: 1 })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('checkbox', { name: 'PDF' }).uncheck()
  await sayWhereItGoes(page)
  await page.getByRole('button', { name: 'Export the files' }).click()
  const files = page.getByRole('complementary', { name: 'Export' })
  await expect(files.getByRole('alert')).toContainText(/[A-Z][^.]+\. .*[Cc]hoose/)
  await expect(page.getByRole('checkbox', { name: 'PDF' })).not.toBeChecked()
  await expect(page.getByRole('button', { name: 'Export the files' })).toBeEnabled()
})

/** The encrypted register of a data folder. */
const registerIn = (folder: string): string => {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.db'))
  if (found === undefined) throw new Error('There is no register in the data folder.')
  return join(folder, found)
}

test('a damaged register is said to be one, and a backup brings everybody back', async ({ dataFolder }) => {
  await withApp(dataFolder, async ({ page }) => {
    await setUpPractice(page)
    await addPerson(page, { surname: 'Sampleford', givenName: 'Una', nhsNumber: first })
    await goTo(page, 'Settings')
    await page.getByRole('link', { name: 'Security and backup' }).click()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(page.getByText(/^Backed up: 1 /).first()).toBeVisible({ timeout: 20_000 })
  })
  const register = registerIn(dataFolder)
  writeFileSync(register, Buffer.alloc(statSync(register).size, 7))

  await withApp(dataFolder, async ({ page }) => {
    await passphraseField(page).fill(PASSPHRASE)
    await passphraseField(page).press('Enter')
    const trouble = page.getByRole('alert').filter({ hasText: 'This register could not be opened' })
    await expect(trouble).toContainText('damaged', { timeout: 20_000 })
    await trouble.getByRole('button', { name: 'Restore a backup' }).click()
    await page.getByRole('button', { name: /: 1 p/ }).first().click()
    await page.getByLabel('Passphrase when it was made').fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Open it and compare' }).click()
    await expect(page.getByRole('table')).toContainText('cannot be opened')
    await page.getByLabel('Type the practice name').fill('Another Surgery')
    await page.getByRole('button', { name: 'Replace the register' }).click()
    await expect(page.getByLabel('Type the practice name')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('Type the practice name')).toHaveValue('Another Surgery')
    await page.getByLabel('Type the practice name').fill('Brackenfold Surgery')
    await page.getByRole('button', { name: 'Replace the register' }).click()
    await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('SAMPLEFORD').first()).toBeVisible()
  })
})

test('a second copy leaves at once, and the first goes on working', async ({ page, dataFolder }) => {
  await openDemo(page)
  const runtime = findRuntime()
  if (runtime === undefined) throw new Error('There is no Electron runtime.')
  const copy = spawn(runtime.executable, [...runtime.flags, resolve(import.meta.dirname, '../..')], {
    env: { ...process.env, ...runtime.environment, THROUGHLINE_DATA: dataFolder },
    stdio: 'ignore',
  })
  expect(await new Promise((settle) => copy.once('exit', settle))).toBe(0)
  await goTo(page, 'Settings')
  await expect(page.getByLabel('Practice name')).not.toHaveValue('')
})

test.describe('nobody at the keyboard', () => {
  test.use({ appEnvironment: { THROUGHLINE_LOCK_AFTER_SECONDS: '4' } })

  test('locks by itself, says why, and keeps no patient in view', async ({ page }) => {
    await openDemo(page)
    await expect(page.getByText('Locked because nobody was working here. What was saved is kept.')).toBeVisible({
      timeout: 20_000,
    })
    await expect(page.locator('[data-row]')).toHaveCount(0)
  })
})
