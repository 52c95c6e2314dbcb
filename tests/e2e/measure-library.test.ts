import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import { FIXED_NOW, goTo, openDemo } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })
test.use({ trace: 'off' })
test.setTimeout(180_000)

const MOST_STOPS = 60

/** Presses Tab until the focus is there, as somebody without a mouse would. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const words = await page.evaluate(() => {
      const element = document.activeElement
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
      return `${element?.getAttribute('aria-label') ?? ''} ${labels.map((label) => label.textContent).join(' ')} ${element?.textContent ?? ''}`
    })
    if (name.test(words)) return
  }
  throw new Error(`The Tab key does not reach ${String(name)}`)
}

const focused = (page: Page) => page.locator(':focus')

test('the library of measures by keyboard: a measure, how it is told apart, its limits, its people, and back', async ({
  page,
}) => {
  await openDemo(page)
  await goTo(page, 'Measures')
  await expect(page.getByRole('tab', { name: 'Indicators' })).toBeVisible()
  await tabTo(page, /Indicators/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Library' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('table', { name: 'Letters' })).toBeVisible()
  await expectAccessible(page, 'the library of measures')

  // Words narrow it, arrows go through it, Enter opens.
  await page.keyboard.press('/')
  await page.keyboard.type('gap meter')
  await expect(page.getByRole('table', { name: 'The register' })).toBeHidden()
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveText(/^Gap meter/)
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { level: 1, name: /^Gap meter: days to the letter, \d+ days, / }),
  ).toBeVisible()
  await expectAccessible(page, 'the page of a measure')

  const foot = page.getByText(/^XmR chart: limits are the mean/)
  await expect(foot).toContainText('Moving ranges beyond 3.267 times their mean were left out')
  await tabTo(page, /^ *Leave out unusual ranges/)
  await page.keyboard.press('ArrowDown')
  await expect(foot).toContainText('No moving range was left out')

  // A month of the chart, new limits from it, and back on the same month of the chart that is drawn anew.
  await tabTo(page, /^October 2026: \d+\. Mean/)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog', { name: 'Start new limits from a month' })
  await expect(focused(page)).toHaveAccessibleName(/^What changed in how things are done/)
  await expectAccessible(page, 'the dialog of new limits')
  await page.keyboard.type('Letters come by the portal')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.locator('[data-month="2026-09"]')).toHaveAccessibleName(
    /Limits begin anew: Letters come by the portal\.$/,
  )
  await expect(page.locator('[data-month="2026-09"]')).toBeFocused()
  await page.keyboard.press('n')
  await page.keyboard.type('Two locums')
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAccessibleName(/Note: Two locums\.$/)
  await expectAccessible(page, 'a chart with marks')

  await tabTo(page, /Told apart by/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const parts = page.getByRole('table', { name: /^Gap meter: days to the letter, by / })
  await expect(parts).toBeVisible()
  await expectAccessible(page, 'a measure told apart')

  // A figure, the people behind it, a person: two keys.
  await tabTo(page, /open the people/)
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /^Gap meter: days to the letter, / })
  await expect(drawer.locator('[data-row="0"]')).toBeFocused()
  await expectAccessible(page, 'the people behind a part of a measure')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Journey' })).toHaveAttribute('aria-selected', 'true')

  await page.keyboard.press('Alt+ArrowLeft')
  await expect(parts).toBeVisible()
  await expect(foot).toContainText('No moving range was left out')
  await page.keyboard.press('Escape')
  await expect(focused(page)).toHaveText(/^Gap meter/)

  // The pages that are in no rail, from the palette.
  for (const [typed, heading] of [
    ['pathway patterns', 'Measures'],
    ['measure library', 'Measures'],
    ['check a pack', 'Check a pack'],
    ['network', 'Network'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await expect(page.locator(':focus')).toHaveRole('combobox')
    await page.keyboard.type(typed)
    await expect(page.getByRole('option', { name: new RegExp(`^${typed}`, 'i') }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
})
