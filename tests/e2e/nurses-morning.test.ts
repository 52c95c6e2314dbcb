import type { Page } from '@playwright/test'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'
import { expect, type RunningApp, test } from '../support/electron-app.ts'
import { FIXED_NOW, openDemo, withApp } from './steps.ts'

const clock = { THROUGHLINE_NOW: FIXED_NOW }

const MOST_KEYSTROKES = 25
const MOST_SECONDS = 15

/** A keyboard that counts: every letter typed and every key or chord pressed is one keystroke. */
const countingKeyboard = ({ keyboard }: Page) => {
  let count = 0
  return {
    press: async (key: string): Promise<void> => {
      count += 1
      await keyboard.press(key)
    },
    type: async (text: string): Promise<void> => {
      count += text.length
      await keyboard.type(text)
    },
    /** How many since this was last asked. */
    counted: (): number => {
      const since = count
      count = 0
      return since
    },
  }
}

type Keys = ReturnType<typeof countingKeyboard>

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 })

const unlockAsNurse = async (page: Page, keys: Keys): Promise<void> => {
  await expect(page.getByText('Who are you?')).toBeVisible()
  await keys.press('ArrowDown')
  await keys.press('Tab')
  await keys.type(DEMO_PASSPHRASE)
  await keys.press('Enter')
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Practice nurse')).toBeVisible()
}

/** Today: a thing that no clinician has to sign off can wait until tomorrow, and then not after all. */
const lookAtToday = async (page: Page, keys: Keys): Promise<void> => {
  await keys.press('Alt+1')
  await expect(heading(page, /23 November/)).toBeVisible()
  const mayWait = page.locator('[data-item]', { hasNotText: 'no clinician has signed' }).first()
  await expect(mayWait).toBeVisible()
  await keys.press((await mayWait.getAttribute('data-item')) ?? '')
  await keys.press('z')
  await expect(page.getByText(/^Put off until/).first()).toBeVisible()
  await keys.press('Control+z')
  await expect(page.getByText('Taken back.').first()).toBeVisible()
}

/** Letters to chase: ring about the one that has been missing longest. */
const ringAboutALetter = async (page: Page, keys: Keys): Promise<void> => {
  await keys.press('Alt+3')
  await expect(heading(page, 'Letters to chase')).toBeVisible()
  await expect(page.locator('[data-row="0"]')).toBeFocused()
  await keys.press('c')
  const call = page.getByRole('dialog', { name: /^Log the call/ })
  await expect(call.getByLabel('What was said')).toBeFocused()
  await expect(call.locator('[data-patient]')).toBeVisible()
  await keys.type('Being typed')
  await keys.press('Control+Enter')
  await expect(page.getByText(/^Call logged/).first()).toBeVisible()
  await expect(call).toBeHidden()
}

/** The recall list: the support contact of the first person has been done. */
const recordAContact = async (page: Page, keys: Keys): Promise<void> => {
  await keys.press('Alt+5')
  await expect(heading(page, 'Care reviews')).toBeVisible()
  await expect(page.locator('[data-row="0"]')).toBeFocused()
  await keys.press('d')
  const record = page.getByRole('dialog', { name: /record it$/ })
  await expect(record.locator('[data-patient]')).toBeVisible()
  await expect(record.getByRole('button', { name: 'Save', exact: true })).toBeFocused()
  await keys.press('Enter')
  await expect(page.getByText('Recorded: support contact, done.').first()).toBeVisible()
  await expect(record).toBeHidden()
}

/** From anywhere to one person, by name. */
const openPerson = async (page: Page, keys: Keys, typed: string, name: RegExp): Promise<void> => {
  await keys.press('Control+k')
  await expect(page.locator(':focus')).toHaveRole('combobox')
  await keys.type(typed)
  await expect(page.getByRole('option', { name }).first()).toBeVisible()
  await keys.press('Enter')
  await expect(heading(page, name)).toBeAttached()
}

/** An event in one line: counted and timed from the first key to the moment it stands in the journey. */
const logAnEvent = async (page: Page, keys: Keys): Promise<void> => {
  const logged = page.getByText(/^\d+ logged$/)
  const before = Number.parseInt(await logged.innerText(), 10)
  keys.counted()
  const start = performance.now()
  await keys.press('n')
  await keys.type('11/11 chemo, told by pt')
  await keys.press('Enter')
  await expect(logged).toHaveText(`${before + 1} logged`)
  expect(performance.now() - start).toBeLessThan(MOST_SECONDS * 1000)
  expect(keys.counted()).toBeLessThanOrEqual(MOST_KEYSTROKES)
  await expect(page.getByText('Logged: Chemotherapy started').first()).toBeVisible()
}

/** Back through the page to the tabs of the person. */
const backToTabs = async (page: Page, keys: Keys): Promise<void> => {
  for (let step = 0; step < 60; step += 1) {
    const isTab = await page.evaluate(() => document.activeElement?.getAttribute('role') === 'tab')
    if (isTab) return
    await keys.press('Shift+Tab')
  }
  throw new Error('Shift+Tab never came to the tabs')
}

/** A task about this person, from their own page of tasks. */
const addATask = async (page: Page, keys: Keys): Promise<void> => {
  await backToTabs(page, keys)
  await keys.press('ArrowRight')
  await keys.press('ArrowRight')
  await keys.press('ArrowRight')
  await expect(heading(page, /: tasks$/)).toBeAttached()
  await keys.press('a')
  const form = page.getByRole('dialog', { name: /task/i })
  await expect(form.locator('[data-patient]')).toBeVisible()
  await keys.type('Ask about the sick note')
  await keys.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(page.getByText('Ask about the sick note').first()).toBeVisible()
}

/** What was done this morning stands in the history; Escape closes the patient. */
const lookBack = async (page: Page, keys: Keys): Promise<void> => {
  await expect(page.getByRole('tab', { name: /^Tasks/ })).toBeFocused()
  await keys.press('ArrowRight')
  await keys.press('ArrowRight')
  await expect(heading(page, /: history$/)).toBeAttached()
  await expect(page.getByText('Logged an event').first()).toBeVisible()
  await expect(page.getByText('Added: Chemotherapy started, 11 Nov 2026')).toBeVisible()
  await keys.press('Escape')
  await expect(page.locator('[data-patient]')).toBeHidden()
}

test('a nurse’s morning, by keyboard only', async ({ dataFolder }) => {
  test.setTimeout(120_000)
  await withApp(dataFolder, ({ page }) => openDemo(page), clock)
  const morning = async ({ page }: RunningApp): Promise<void> => {
    // Nobody touches the mouse: that it was never needed is checked at the end.
    await page.evaluate(() => {
      window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-clicked', ''), true)
    })
    const keys = countingKeyboard(page)
    await unlockAsNurse(page, keys)
    await lookAtToday(page, keys)
    await ringAboutALetter(page, keys)
    await recordAContact(page, keys)
    await openPerson(page, keys, 'ashworth m', /ASHWORTH, Maureen/)
    await logAnEvent(page, keys)
    await addATask(page, keys)
    await lookBack(page, keys)
    expect(await page.locator('html[data-clicked]').count()).toBe(0)
  }
  await withApp(dataFolder, morning, clock)
})
