import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { filesOf } from '../core/bundle/changed-bundle.ts'
import { expect, test } from '../support/electron-app.ts'
import { answerDialogs, FIXED_NOW, goTo, openDemo, sayWhereItGoes } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })

const freeze = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Network report', level: 1 })).toBeVisible({ timeout: 30_000 })
}

const exportFiles = async (page: Page): Promise<void> => {
  await sayWhereItGoes(page)
  await page.getByRole('button', { name: 'Export the files' }).click()
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible({ timeout: 60_000 })
}

const fillDay = async (page: Page, label: string, day: readonly [string, string, string]): Promise<void> => {
  const group = page.getByRole('group', { name: label })
  for (const [at, part] of ['Day', 'Month', 'Year'].entries()) await group.getByLabel(part).fill(day[at] ?? '')
}

test('a text with fields and the report before stand alike on the screen and in the files', async ({
  app,
  page,
  dataFolder,
}) => {
  test.slow()
  const folder = join(dataFolder, 'exported')
  mkdirSync(folder)
  await answerDialogs(app, { folder })
  await openDemo(page)
  await goTo(page, 'Reports')
  await page.getByRole('radio', { name: /Other dates/ }).check()
  await fillDay(page, 'First day', ['1', '4', '2024'])
  await fillDay(page, 'Last day', ['31', '3', '2025'])
  await freeze(page)
  await exportFiles(page)

  await goTo(page, 'Reports')
  await page.getByRole('radio', { name: /Last financial year/ }).check()
  await page.getByRole('button', { name: 'Add a text' }).click()
  await page.getByRole('textbox', { name: /Heading/ }).fill('What we saw')
  await page.getByRole('textbox', { name: 'Words' }).click()
  await page.keyboard.type('We had {new diag')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' new cancers, /emergency')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' of them as an emergency.')
  await expect(page.getByRole('textbox', { name: 'Words' })).toHaveValue(
    'We had {New diagnoses} new cancers, {Emergency share} of them as an emergency.',
  )
  // A text that stands in no report yet is there again after another page.
  await page.getByRole('link', { name: 'Check a pack' }).click()
  await expect(page.getByRole('button', { name: 'Choose a pack' })).toBeVisible()
  await goTo(page, 'Reports')
  await expect(page.getByRole('textbox', { name: 'Words' })).toHaveValue(/^We had /)
  await page.getByRole('radio', { name: /Last financial year/ }).check()
  await expect(page.getByRole('combobox', { name: 'Report before' })).toHaveValue(/^Last: 1 Apr 2024 to 31 Mar 2025/)
  await freeze(page)
  const title = /^Headline measures beside the report of 1 Apr 2024 to 31 Mar 2025 \(sent 23 Nov 2026\)$/
  await expect(page.getByRole('table', { name: title })).toBeVisible()
  await expect(page.getByText('of them as an emergency.')).toContainText(/We had \d+ new cancers, †/)
  await exportFiles(page)

  const names = readdirSync(folder).filter((name) => name.includes('2026-03-31'))
  const path = (ending: string): string => join(folder, names.find((name) => name.endsWith(ending)) ?? '')
  const pdf = execFileSync('pdftotext', [path('.pdf'), '-'], { encoding: 'utf8' })
  const word = filesOf(path('.docx')).get('word/document.xml') ?? ''
  for (const said of [pdf, word, readFileSync(path('.csv'), 'utf8'), readFileSync(path('.html'), 'utf8')]) {
    expect(said).toContain('What we saw')
    expect(said.replaceAll(/\s+/g, ' ')).toMatch(/We had \d+ new cancers, † of them as an emergency\./)
    expect(said.replaceAll(/\s+/g, ' ')).toContain('beside the report of 1 Apr 2024 to 31 Mar 2025')
  }
})
