import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { closeApp, expect, launchApp, type RunningApp } from '../support/electron-app.ts'

/** Monday 23 November 2026, ten in the morning: the core's clock stands there in these tests. */
export const FIXED_NOW = '2026-11-23T10:00:00.000Z'
export const PASSPHRASE = 'harbour pencil winter goose'

interface Answers {
  openFile?: string
  folder?: string
}

/** Answers the system's dialogs, which no test can click. The shell's own checks still run on the answer. */
export const answerDialogs = (app: ElectronApplication, answers: Answers): Promise<void> =>
  app.evaluate(({ dialog }, { openFile, folder }) => {
    dialog.showOpenDialog = async (...args: unknown[]) => {
      const options = (args.length > 1 ? args[1] : args[0]) as { properties?: string[] }
      const path = options.properties?.includes('openDirectory') === true ? folder : openFile
      return path === undefined ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [path] }
    }
  }, answers)

/** Answers where a file is to be written. */
export const answerSaving = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)

/** The first step of setting up, to the second. */
export const fillPractice = async (page: Page): Promise<void> => {
  await page.getByLabel('Practice name').fill('Brackenfold Surgery')
  await page.getByLabel('ODS code').fill('A99901')
  await page.getByLabel('List size').fill('10,240')
  await page.getByLabel('Cancer network').fill('Ferrin Vale')
  await page.getByLabel('Your name').fill('Dr Anjali Rao')
  await page.getByLabel('Your name').press('Enter')
  await expect(page.getByRole('heading', { name: 'Choose your passphrase' })).toBeVisible()
}

/** The second step, to the third. */
export const choosePassphrase = async (page: Page): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('The same again').fill(PASSPHRASE)
  await page.getByLabel('The same again').press('Enter')
  await expect(page.getByRole('heading', { name: 'Print your recovery sheet' })).toBeVisible()
}

/** The third step, with the recovery sheet in view, to the open register. */
export const finishSetUp = async (page: Page): Promise<void> => {
  const group = await page
    .getByRole('list', { name: 'The six groups' })
    .getByRole('listitem')
    .nth(2)
    .locator('span')
    .innerText()
  await page.getByLabel(/Type group 3/).fill(group)
  await page.getByLabel(/I know nobody can recover/).check()
  await page.getByRole('button', { name: 'Finish setting up' }).click()
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible({ timeout: 20_000 })
  await goTo(page, 'Register')
}

/** First run to an unlocked, empty register. */
export const setUpPractice = async (page: Page): Promise<void> => {
  await fillPractice(page)
  await choosePassphrase(page)
  await page.getByRole('button', { name: 'Show it to copy by hand' }).click()
  await finishSetUp(page)
}

/** A place in the rail. */
export const goTo = (
  page: Page,
  place: 'Today' | 'Register' | 'Measures' | 'Reports' | 'Imports' | 'Settings',
): Promise<void> => page.getByRole('navigation').getByRole('link', { name: place, exact: true }).first().click()

/** A place in the rail without the mouse: by its own key, or by name where it has none. */
export const goByKeys = async (page: Page, place: string): Promise<void> => {
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: new RegExp(`^${place}`) })
  const key = await link.getAttribute('aria-keyshortcuts')
  if (key !== null) return page.keyboard.press(key)
  await page.keyboard.press('Control+k')
  await expect(page.locator(':focus')).toHaveRole('combobox')
  await page.keyboard.type(place)
  await page
    .getByRole('option', { name: new RegExp(`^${place}`) })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
}

/** Chooses what the palette offers for some words. */
export const choose = async (page: Page, words: string, name: RegExp): Promise<void> => {
  await page.keyboard.press('Control+k')
  await expect(page.locator(':focus')).toHaveRole('combobox')
  await page.keyboard.type(words)
  // Enter takes the first: what was offered before the words were typed may still stand there.
  await expect(page.getByRole('option').first()).toHaveAccessibleName(name)
  await page.keyboard.press('Enter')
}

/** What every export of a report asks. */
export const sayWhereItGoes = async (page: Page): Promise<void> => {
  await page.locator('#report-purpose').fill('Network meeting')
  await page.locator('#report-recipient').fill('Primary care network')
}

/** First run to the demo practice. */
export const openDemo = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Open the demo practice' }).click()
  await expect(page.getByText('Demo practice', { exact: true })).toBeVisible({ timeout: 30_000 })
  await goTo(page, 'Register')
}

/** From the unlock screen to the register. */
export const unlock = async (page: Page, passphrase: string): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByLabel('Passphrase', { exact: true }).press('Enter')
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible({ timeout: 20_000 })
  await goTo(page, 'Register')
}

/** The list of what to put right above a form. */
export const putRight = (page: Page): Locator => page.getByRole('alert').filter({ hasText: 'to put right' })

/** The first row of the register. */
export const firstRow = (page: Page): Locator =>
  page.getByRole('grid', { name: 'People on the register' }).locator('[data-row="0"]')

interface NewPerson {
  readonly surname: string
  readonly givenName: string
  readonly nhsNumber: string
}

/** The form for somebody new, with a diagnosis that is complete but for its date. */
export const fillPerson = async (page: Page, person: NewPerson): Promise<void> => {
  await expect(page.getByRole('heading', { name: 'Add a person' })).toBeVisible()
  await page.getByLabel('Surname').fill(person.surname)
  await page.getByLabel('First name').fill(person.givenName)
  await page.getByLabel('NHS number').fill(person.nhsNumber)
  await page.getByLabel('Cancer', { exact: true }).fill('sigmoid colon')
}

/** Adds somebody from the register of a practice that is no demo, where a test number is asked about. */
export const addPerson = async (page: Page, person: NewPerson): Promise<void> => {
  await page.keyboard.press('n')
  await fillPerson(page, person)
  await page.keyboard.press('Control+s')
  await page.getByLabel(/^Why (it is|they are) right$/).fill('Checked against the letter')
  await page.getByRole('button', { name: /^Keep/ }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('tab', { name: 'Journey' })).toBeVisible()
}

/** Starts the app on a folder, does the work, and closes it: for tests that start it more than once. */
export const withApp = async (
  dataFolder: string,
  work: (running: RunningApp) => Promise<void>,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const running = await launchApp({ dataFolder, environment })
  try {
    await work(running)
    expect(running.problems, 'errors in the window').toEqual([])
  } finally {
    await closeApp(running.app)
  }
}
