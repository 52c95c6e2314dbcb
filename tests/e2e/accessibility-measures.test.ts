import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import { FIXED_NOW, goTo, openDemo } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })
test.use({ trace: 'off' })
test.setTimeout(180_000)

test('Measures: from a figure to a person in two keys, and another day', async ({ page }) => {
  await openDemo(page)
  await goTo(page, 'Measures')
  const figure = page.getByRole('button', { name: /^Care review within 12 months, not done: / })
  await expect(figure).toBeVisible()
  await expectAccessible(page, 'measures')
  await figure.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /^IND223, .* Not done: / })
  await expect(drawer.locator('[data-row="0"]')).toBeFocused()
  await expectAccessible(page, 'the people behind a figure')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Care reviews' })).toHaveAttribute('aria-selected', 'true')
  await goTo(page, 'Measures')
  await page.getByRole('tab', { name: 'What if today were' }).click()
  const slider = page.getByRole('slider', { name: /^What if today were/ })
  await expect(slider).toHaveAttribute('aria-valuetext', '23 Nov 2026')
  await expect(page.getByRole('grid', { name: 'Worklist' }).locator('[data-row="0"]')).toBeVisible()
  await expectAccessible(page, 'what if')
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', '24 Nov 2026')
})
