import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { testNhsNumbers } from '#shared/domain/nhs-number.ts'
import { expect, test } from '../support/electron-app.ts'
import { addPerson, goTo, setUpPractice, withApp } from './steps.ts'

const [NHS_NUMBER = ''] = testNhsNumbers(830_000)
const SURNAME = 'Quillfeather'
const GIVEN_NAME = 'Zephyrine'
const NOTE = 'Wigglesbury'
const SPACED = `${NHS_NUMBER.slice(0, 3)} ${NHS_NUMBER.slice(3, 6)} ${NHS_NUMBER.slice(6)}`
const CANARIES = [SURNAME, SURNAME.toUpperCase(), SURNAME.toLowerCase(), GIVEN_NAME, NOTE, NHS_NUMBER, SPACED]

const traces = (text: string): string[] => CANARIES.filter((canary) => text.includes(canary))

/** Every canary in the bytes of a file, in the two ways that this computer writes text. */
const tracesInFile = (path: string): string[] => {
  const bytes = readFileSync(path)
  return CANARIES.filter((canary) => bytes.includes(canary, 0, 'utf8') || bytes.includes(canary, 0, 'utf16le'))
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** From now on notes every title that any window is given. */
const noteTitles = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    const titles = BrowserWindow.getAllWindows().map((window) => window.getTitle())
    Object.assign(globalThis, { titles })
    for (const window of BrowserWindow.getAllWindows()) {
      window.on('page-title-updated', (_event, title) => titles.push(title))
    }
  })

const titlesOf = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'titles') as string[])

/** All that a script, or somebody with the developer tools, could still read in the window. */
const allInWindow = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value)
    return [
      document.documentElement.outerHTML,
      ...typed,
      document.title,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
    ].join('\n')
  })

test('nothing that tells who a patient is outlives the lock, or lies open in a file', async ({ dataFolder }) => {
  await withApp(dataFolder, async ({ app, page }) => {
    await noteTitles(app)
    await setUpPractice(page)
    await addPerson(page, { surname: SURNAME, givenName: GIVEN_NAME, nhsNumber: NHS_NUMBER })
    await expect(page.getByText(SURNAME.toUpperCase()).first()).toBeVisible()
    expect(traces(await allInWindow(page)), 'the canaries are in the window before the lock').toContain(
      SURNAME.toUpperCase(),
    )

    await page.keyboard.press('n')
    await page.keyboard.type(`1/11/2025 chemo started ${NOTE}`)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Logged: Chemotherapy started').first()).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.locator(':focus')).toHaveRole('combobox')
    await page.keyboard.type(SURNAME)
    await expect(page.getByRole('option', { name: new RegExp(SURNAME, 'i') })).toBeVisible()
    await page.keyboard.press('Escape')
    await goTo(page, 'Settings')
    await page.getByRole('link', { name: 'Security and backup' }).click()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(page.getByText(/^Backed up: 1 /).first()).toBeVisible({ timeout: 20_000 })
    await goTo(page, 'Register')
    await page.getByRole('textbox', { name: 'Find on the register' }).fill(SURNAME)
    await expect(page.getByText('1 person', { exact: true }).first()).toBeVisible()

    await page.keyboard.press('Control+l')
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible()
    expect(traces(await allInWindow(page)), 'in the window after the lock').toEqual([])
    expect(traces(page.url()), 'in the address after the lock').toEqual([])
    expect((await titlesOf(app)).flatMap(traces), 'in any title').toEqual([])
    const written = filesIn(dataFolder)
    expect(
      written.flatMap((path) => [...traces(path), ...tracesInFile(path)]),
      'in files after the lock',
    ).toEqual([])
  })

  const left = filesIn(dataFolder)
  expect(left.filter((path) => path.endsWith('.db'))).toHaveLength(1)
  expect(left.filter((path) => path.endsWith('.tlbackup')).length).toBeGreaterThan(0)
  expect(
    left.flatMap((path) => [...traces(path), ...tracesInFile(path)]),
    'in files after leaving',
  ).toEqual([])
})
