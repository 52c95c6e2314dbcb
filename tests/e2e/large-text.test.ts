import type { Page } from '@playwright/test'
import { expect, test } from '../support/electron-app.ts'
import { FIXED_NOW, goTo, openDemo } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })
test.setTimeout(120_000)

/** Controls that stand over each other or reach past the window, by their words. */
const misplaced = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const words = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent).trim()
    const controls = [...document.querySelectorAll('header button, header a, main h1, [role=group] button, [role=tab]')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 2)
    const past = controls.filter(({ box }) => box.left < 0 || box.right > innerWidth)
    const over = controls.filter(({ element, box }, index) =>
      controls.slice(index + 1).some((other) => {
        if (element.contains(other.element) || other.element.contains(element)) return false
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        return width > 3 && height > 3
      }),
    )
    return [...past, ...over].map(({ element }) => words(element))
  })

test('the smallest window with the largest text keeps every control in view and apart', async ({ app, page }) => {
  await openDemo(page)
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Reading and keys' }).click()
  await page.getByText('150%', { exact: true }).click()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024)

  for (const place of ['Today', 'Register', /^Letters to chase/, /^Referrals/, /^Care reviews/, 'Reports', 'Imports']) {
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place })
    await link.click()
    await expect(page.locator('main h1')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Lock' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Help and keys' })).toBeInViewport({ ratio: 1 })
    await expect.poll(() => misplaced(page)).toEqual([])
  }

  await goTo(page, 'Register')
  await page.locator('[data-row="0"]').dblclick()
  await expect(page.getByRole('region', { name: 'Patient' })).toBeVisible()
  await expect.poll(() => misplaced(page)).toEqual([])
})
