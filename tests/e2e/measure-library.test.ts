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
})
