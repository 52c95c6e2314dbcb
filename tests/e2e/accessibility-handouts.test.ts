import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import { firstRow, FIXED_NOW, openDemo } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })
test.use({ trace: 'off' })

test('the history of a person and the papers about them', async ({ page }) => {
  await openDemo(page)
  await firstRow(page).focus()
  await page.keyboard.press('Enter')
  const journey = page.getByRole('tab', { name: 'Journey' })
  await expect(journey).toBeVisible()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByText('Made up the demo practice')).toBeVisible()
  await expectAccessible(page, 'history')
  await page.keyboard.press('h')
  await expect(page.getByRole('article', { name: 'Handover card' })).toBeVisible()
  await expectAccessible(page, 'handover card')
  await page.keyboard.press('Escape')
  await expect(journey).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.getByRole('article', { name: 'Your care so far' })).toBeVisible()
  await expectAccessible(page, 'the journey in plain words')
})
