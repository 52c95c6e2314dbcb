import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { emisFile } from '../support/emis-file.ts'
import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import {
  answerDialogs,
  choosePassphrase,
  fillPractice,
  finishSetUp,
  firstRow,
  FIXED_NOW,
  goTo,
  openDemo,
  putRight,
  sayWhereItGoes,
  setUpPractice,
} from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })
// A trace would keep a copy of the window for every step: most of the time, and axe already says what is wrong where.
test.use({ trace: 'off' })
test.setTimeout(180_000)

test('setting up, and everything in front of the lock', async ({ page }) => {
  const passphrase = page.getByLabel('Passphrase', { exact: true })
  const again = page.getByRole('button', { name: 'Back' })

  await expectAccessible(page, 'set-up, practice')
  await page.getByRole('button', { name: 'Choose a passphrase' }).click()
  await expect(putRight(page)).toBeVisible()
  await expectAccessible(page, 'set-up, practice with errors')
  await page.getByRole('button', { name: 'Restore a backup instead' }).click()
  await expect(page.getByRole('heading', { name: 'Restore a backup' })).toBeVisible()
  await expectAccessible(page, 'set-up, restore')
  await again.click()

  await fillPractice(page)
  await expectAccessible(page, 'set-up, passphrase')
  await passphrase.fill('letmein')
  await page.getByLabel('The same again').press('Enter')
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Suggest one' }).click()
  await expect(page.getByText('A suggestion')).toBeVisible()
  await expectAccessible(page, 'set-up, passphrase with errors and a suggestion')

  await choosePassphrase(page)
  await expectAccessible(page, 'set-up, recovery sheet')
  await page.getByLabel(/Type group 3/).fill('WRONG')
  await page.getByRole('button', { name: 'Finish setting up' }).click()
  await expect(page.getByText('That is not group 3', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Show it to copy by hand' }).click()
  await expectAccessible(page, 'set-up, recovery sheet shown, with errors')
  await finishSetUp(page)

  await expect(page.getByText('Nobody is on the register yet', { exact: false })).toBeVisible()
  await expectAccessible(page, 'register, nobody on it')
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Security and backup' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('table', { name: 'Kept copies, newest first' })).toBeVisible({ timeout: 20_000 })

  await page.keyboard.press('Control+l')
  await expectAccessible(page, 'unlock')
  await page.getByRole('button', { name: 'Use the recovery sheet' }).click()
  await page.getByLabel('The six groups on the sheet').fill('WRONG')
  await page.getByLabel('Passphrase', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Set the new passphrase and unlock' }).click()
  await expect(page.locator('[aria-invalid=true]').first()).toBeVisible()
  await expectAccessible(page, 'recovery form with errors')
  await again.click()
  await page.getByRole('button', { name: 'Switch practice' }).click()
  await expect(page.getByRole('button', { name: 'Set up another practice' })).toBeVisible()
  await expectAccessible(page, 'switch practice')
  await again.click()
  await restoreStates(page)
  await passphrase.fill('not the passphrase at all')
  await passphrase.press('Enter')
  await expect(passphrase).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page, 'unlock after a wrong passphrase')
})

const restoreStates = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Restore a backup' }).click()
  const backup = page.getByRole('button', { name: /people, .* events/ }).first()
  await expect(backup).toBeVisible()
  await expectAccessible(page, 'restore, choose a backup')
  await backup.click()
  await page.getByLabel('Passphrase when it was made').fill('not the passphrase')
  await page.getByRole('button', { name: 'Open it and compare' }).click()
  await expect(page.getByLabel('Passphrase when it was made')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page, 'restore, wrong passphrase')
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Back' }).click()
}

test('the register, the finder, the keys and every form', async ({ page }) => {
  await openDemo(page)
  const row = firstRow(page)
  await expect(row).toBeVisible()
  await row.focus()
  await expectAccessible(page, 'register with its preview')

  await page.keyboard.press('f')
  await expect(page.getByRole('dialog', { name: 'Add a filter' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Breast' }).check()
  await expectAccessible(page, 'register, filters')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Columns' }).click()
  await expectAccessible(page, 'register, columns')
  await page.keyboard.press('Escape')
  await row.focus()
  await page.keyboard.press('x')
  await expect(page.getByText('1 chosen')).toBeVisible()
  await expectAccessible(page, 'register, one chosen')
  await page.getByRole('button', { name: 'Set named lead' }).click()
  await expect(page.getByRole('dialog', { name: /named lead/ })).toBeVisible()
  await expectAccessible(page, 'register, set the named lead')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Find on the register' }).fill('zzzz')
  await expect(page.getByText('Nobody matches')).toBeVisible()
  await expectAccessible(page, 'register, nobody found')

  await page.keyboard.press('Control+k')
  await expect(page.locator(':focus')).toHaveRole('combobox')
  await page.keyboard.type('as')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectAccessible(page, 'finder')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Help and keys' }).click()
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessible(page, 'keys')
  await page.keyboard.press('Escape')

  await goTo(page, 'Register')
  await page.getByRole('link', { name: 'Add a person' }).click()
  await expect(page.getByRole('heading', { name: 'Add a person' })).toBeVisible()
  await expectAccessible(page, 'add a person')
  await page.keyboard.press('Control+s')
  await expect(putRight(page)).toBeVisible()
  await page.getByLabel('Surname').fill('Sample')
  await expectAccessible(page, 'add a person with errors')
  for (const part of ['More about them', 'Address and contact', 'Carer'])
    await page.getByRole('button', { name: part }).click()
  await expectAccessible(page, 'add a person, parts open')
  await page.getByRole('combobox', { name: 'Tumour group' }).click()
  await expectAccessible(page, 'add a person, tumour groups open')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('button', { name: 'Discard what I typed' })).toBeVisible()
  await expectAccessible(page, 'leave without saving')
  await page.getByRole('button', { name: 'Discard what I typed' }).click()
})

test('one person’s pages', async ({ page }) => {
  await openDemo(page)
  await firstRow(page).focus()
  await page.keyboard.press('Enter')
  const line = page.getByPlaceholder('Such as: 11/11 chemo started told by patient')
  await expect(line).toBeVisible()
  await expectAccessible(page, 'journey')
  await line.fill('11/11 chemo started told by patient')
  await expect(page.getByText('11 Nov 2026').first()).toBeVisible()
  await expectAccessible(page, 'journey, event typed')
  await line.fill('32/11 somethingelse')
  await line.press('Enter')
  await expectAccessible(page, 'journey, event not understood')
  await line.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Empty the line?' })).toBeVisible()
  await expectAccessible(page, 'before typed words are lost')
  await page.getByRole('button', { name: 'Discard what I typed' }).click()
  await page.getByRole('button', { name: 'Table' }).click()
  await expect(page.getByRole('table', { name: /one event a row/ })).toBeVisible()
  await expectAccessible(page, 'journey as a table')
  await page.getByRole('button', { name: 'Table' }).click()
  await page
    .getByRole('button', { name: /^More about .+, .*\d{4}/ })
    .first()
    .click()
  await expect(page.getByRole('menuitem', { name: 'Correct' })).toBeVisible()
  await expectAccessible(page, 'journey, menu of an event')
  await page.getByRole('menuitem', { name: 'Correct' }).click()
  const drawer = page.getByRole('dialog', { name: 'Correct an event' })
  await expect(drawer).toBeVisible()
  await expectAccessible(page, 'event drawer')
  await drawer.getByLabel('Year').fill('2030')
  await drawer.getByRole('button', { name: 'Save the event' }).click()
  await expect(putRight(page)).toBeVisible()
  await expectAccessible(page, 'event drawer with errors')
  await drawer.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('tab', { name: 'Details' }).click()
  await expectAccessible(page, 'details')
  await page.getByRole('button', { name: 'Add a registration' }).click()
  const registration = page.getByRole('dialog', { name: 'Add a registration' })
  await expect(registration).toBeVisible()
  await expectAccessible(page, 'registration drawer')
  await registration.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: 'Edit the diagnosis' }).first().click()
  await expect(page.getByRole('heading', { name: 'Edit a diagnosis' })).toBeVisible()
  await expectAccessible(page, 'edit a diagnosis')
  await page.getByLabel('Stage').fill('nine')
  await page.keyboard.press('Control+s')
  await expect(putRight(page)).toBeVisible()
  await expectAccessible(page, 'edit a diagnosis with errors')
  await page.keyboard.press('Alt+ArrowLeft')
  await page.getByRole('button', { name: 'Discard what I typed' }).click()
  await expect(page.getByRole('tab', { name: 'Details' })).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { name: 'Edit a person' })).toBeVisible()
  await expectAccessible(page, 'edit a person')
})

/** The export once more: one row changed, one spoilt, one new, the rest as they were. */
const secondFile = (): string => {
  const lines = emisFile().split('\r\n')
  const people = lines.slice(4).map((line, index) => {
    if (index === 0) return line.replace('Dr Tamsin Hale', 'Dr Owen Marsh')
    return index === 1 ? line.replace(/999 (\d)/, '999 x$1') : line
  })
  return [...lines.slice(0, 4), ...people].join('\r\n')
}

test('imports and reports', async ({ app, page, dataFolder }) => {
  const file = join(dataFolder, 'export.csv')
  const folder = join(dataFolder, 'exported')
  mkdirSync(folder)
  writeFileSync(file, emisFile().split('\r\n').toSpliced(10, 1).join('\r\n'))
  await answerDialogs(app, { openFile: file, folder })
  await setUpPractice(page)
  await goTo(page, 'Imports')
  await expect(page.getByText('Nothing has been brought in yet')).toBeVisible()
  await expectAccessible(page, 'imports, none yet')
  await page.getByRole('button', { name: 'Bring in a file' }).click()
  await expect(page.getByRole('heading', { name: 'Match columns' })).toBeVisible()
  await expectAccessible(page, 'imports, match columns')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Check changes' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'imports, done')

  writeFileSync(file, secondFile())
  await goTo(page, 'Imports')
  await page.getByRole('button', { name: 'Bring in a file' }).click()
  await expect(page.getByRole('heading', { name: 'Match columns' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Check changes' })).toBeVisible()
  for (const tab of await page.getByRole('tablist', { name: 'People by outcome' }).getByRole('tab').all()) {
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await expectAccessible(page, `imports, check: ${await tab.innerText()}`)
  }
  await goTo(page, 'Imports')
  await expectAccessible(page, 'imports, one so far')
  await reportStates(app, page)
})

/** Keeps the next PDF from being printed, so that the progress stands still; gives what lets it go on. */
const holdPrinting = async (app: ElectronApplication): Promise<() => Promise<void>> => {
  await app.evaluate(({ app: shell }) => {
    const held = new Promise<void>((release) => Object.assign(globalThis, { release }))
    shell.once('web-contents-created', (_event, contents) => {
      const print = contents.printToPDF.bind(contents)
      contents.printToPDF = async (options) => {
        await held
        return print(options)
      }
    })
  })
  return () => app.evaluate(() => (Reflect.get(globalThis, 'release') as () => void)())
}

const reportStates = async (app: ElectronApplication, page: Page): Promise<void> => {
  await goTo(page, 'Reports')
  await expect(page.getByText('No report yet')).toBeVisible()
  await expectAccessible(page, 'reports, none yet')
  await page.getByRole('radio', { name: /Other dates/ }).check()
  await page.getByRole('button', { name: 'Freeze the figures' }).click()
  await expect(putRight(page)).toBeVisible()
  await expectAccessible(page, 'reports, dates with errors')
  await page.getByRole('radio', { name: /Last financial year/ }).check()
  await page.getByRole('button', { name: 'Freeze the figures' }).click()
  await expect(page.getByRole('heading', { name: 'Network report', level: 1 })).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'report')
  await page.getByRole('button', { expanded: false }).and(page.locator('[title="Explain this number"]')).first().click()
  await expect(page.getByRole('dialog', { name: 'Explain this number' })).toBeVisible()
  await expectAccessible(page, 'report, a number explained')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: 'People behind the figure' })).toBeVisible()
  await expectAccessible(page, 'report, the people behind a number')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const goOnPrinting = await holdPrinting(app)
  await sayWhereItGoes(page)
  await page.getByRole('button', { name: 'Export the files' }).click()
  await expect(page.getByText('Printing to PDF', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'report, exporting')
  await goOnPrinting()
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page, 'report exported')
  await goTo(page, 'Reports')
  await expect(page.getByRole('table', { name: 'Reports frozen so far' })).toBeVisible()
  await expectAccessible(page, 'reports, one so far')
}

test('every part of the settings', async ({ page }) => {
  await openDemo(page)
  await goTo(page, 'Settings')
  const sections = page.getByRole('navigation', { name: 'Settings' }).getByRole('link')
  for (const section of await sections.all()) {
    await section.click()
    await expect(section).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, `settings, ${await section.innerText()}`)
  }
})
