import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { EMIS_FILE_FACTS, emisFile } from '../support/emis-file.ts'
import { expect, test } from '../support/electron-app.ts'
import { readWordFile } from '../support/word-file.ts'
import { answerDialogs, FIXED_NOW, PASSPHRASE, sayWhereItGoes, setUpPractice, unlock } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })

const { people, breast, supported } = EMIS_FILE_FACTS

test('a newcomer sets up, brings in a GP export, logs an event, locks, and exports the network report', async ({
  app,
  page,
  dataFolder,
}) => {
  test.slow()
  const exportFolder = join(dataFolder, 'exported')
  mkdirSync(exportFolder)
  const importFile = join(dataFolder, 'register.csv')
  writeFileSync(importFile, emisFile())
  await answerDialogs(app, { openFile: importFile, folder: exportFolder })

  await setUpPractice(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await test.step('import the file', async () => {
    await page.getByRole('link', { name: 'Imports' }).click()
    await page.getByRole('button', { name: 'Bring in a file' }).first().click()
    await expect(page.getByRole('heading', { name: 'Match columns' })).toBeVisible()
    await expect(page.getByText('EMIS patient report').first()).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Check changes' })).toBeVisible()
    await expect(page.getByText('Every row accounted for')).toBeVisible()
    await page.getByRole('button', { name: `Bring in ${people} people` }).click()
    await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible({ timeout: 30_000 })
  })

  await test.step('find the person and log an event by keyboard', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.locator(':focus')).toHaveRole('combobox')
    await page.keyboard.type('sample-a')
    await expect(page.getByRole('option', { name: /SAMPLE-A, Una/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Log an event' })).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.type('11/11 chemo started told by patient')
    await expect(page.getByText('11 Nov 2026').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Logged: Chemotherapy started').first()).toBeVisible()
  })

  await test.step('lock, unlock, and the event is there', async () => {
    await page.keyboard.press('Control+l')
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible()
    await expect(page.getByText('SAMPLE-A')).toHaveCount(0)
    await unlock(page, PASSPHRASE)
    await page.keyboard.press('Control+k')
    await expect(page.locator(':focus')).toHaveRole('combobox')
    await page.keyboard.type('sample-a')
    await page.getByRole('option', { name: /SAMPLE-A, Una/ }).click()
    await expect(page.getByText('Chemotherapy started').first()).toBeVisible()
  })

  await test.step('freeze and export the report', async () => {
    await page.getByRole('link', { name: 'Reports' }).click()
    await page.getByRole('radio', { name: /Last financial year/ }).check()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Figures frozen', { exact: false }).first()).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(`${supported} of ${people}`).first()).toBeVisible()
    await sayWhereItGoes(page)
    await page.keyboard.press('Control+Enter')
    await expect
      .poll(() => readdirSync(exportFolder).filter((name) => name.endsWith('.pdf')), { timeout: 60_000 })
      .toHaveLength(1)
  })

  const file = (ending: string): string =>
    join(
      exportFolder,
      readdirSync(exportFolder).find((name) => name.endsWith(ending) && !name.endsWith('.schema.json')) ?? '',
    )

  await test.step('the PDF says the right numbers and is tagged', async () => {
    const text = execFileSync('pdftotext', ['-layout', file('.pdf'), '-'], { encoding: 'utf8' })
    expect(text).toContain('Brackenfold Surgery')
    expect(text).toMatch(new RegExp(`Support contact within 3 months: ${supported} of ${people}, 75%`))
    expect(text).toMatch(/Page 1 of \d+/)
    expect(text).not.toMatch(/Sample-|999 ?700/)
    const info = execFileSync('pdfinfo', [file('.pdf')], { encoding: 'utf8' })
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).not.toMatch(/Electron|Chrome\/\d/)
  })

  await test.step('the workbook’s cells hold the same numbers', async () => {
    const { sheets } = await readXlsx(readFileSync(file('.xlsx')))
    const row = (label: string): unknown[] | undefined =>
      sheets.flatMap((sheet) => sheet.rows).find((cells) => cells[0] === label)
    expect(row('Support contact within 3 months')?.slice(0, 4)).toEqual([
      'Support contact within 3 months',
      supported,
      people,
      0.75,
    ])
    expect(row('Breast')?.[1]).toBe(breast)
  })

  await test.step('the Word document holds the same numbers in its tables', () => {
    const rows = readWordFile(readFileSync(file('.docx'))).tables.flatMap((table) => table.rows)
    const row = (label: string): string[] | undefined =>
      rows.map(({ cells }) => cells.map(({ text }) => text)).find(([name]) => name === label)
    expect(row('Support contact within 3 months')?.slice(1, 4)).toEqual([String(supported), String(people), '75%'])
    expect(row('Breast')?.[1]).toBe(String(breast))
  })

  await test.step('the JSON is the same frozen report', () => {
    const dataset = JSON.parse(readFileSync(file('.json'), 'utf8')) as {
      format: string
      practiceName: string
      demo: boolean
    }
    expect(dataset).toMatchObject({
      format: 'throughline.network-report',
      practiceName: 'Brackenfold Surgery',
      demo: false,
    })
  })
})
