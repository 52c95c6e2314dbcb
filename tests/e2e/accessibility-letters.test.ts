import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import { FIXED_NOW, goTo, openDemo } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })
test.use({ trace: 'off' })
test.setTimeout(180_000)

test('letters to chase, the gap meter, a person’s letters and the days they may take', async ({ page }) => {
  await openDemo(page)
  await page
    .getByRole('link', { name: /^Letters to chase/ })
    .first()
    .click()
  await expect(page.getByRole('grid', { name: 'Letters: Late' }).locator('[data-row="0"]')).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Drafted letter' })).toBeVisible()
  await expectAccessible(page, 'letters to chase')
  const dialogs = [
    ['c', /^Log the call/, 'log a call'],
    ['s', /^Send a letter/, 'send a letter'],
    ['r', /^It came/, 'it came'],
    ['d', /^Not needed/, 'not needed'],
  ] as const
  for (const [key, name, state] of dialogs) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await expectAccessible(page, `letters, ${state}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Ask for several at once' }).click()
  await expect(page.getByRole('dialog', { name: /^Ask for/ })).toBeVisible()
  await expectAccessible(page, 'letters, ask for several')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: /^Arrived/ }).click()
  await expectAccessible(page, 'letters that arrived')

  await page.getByRole('link', { name: 'Gap meter' }).click()
  await expect(page.getByRole('table', { name: 'By hospital' })).toBeVisible()
  await expectAccessible(page, 'gap meter')
  await page.getByRole('button', { name: /^Treatment summary: .* letters, open the list/ }).click()
  await expect(page.getByRole('dialog', { name: /^Letters counted/ })).toBeVisible()
  await expectAccessible(page, 'letters behind a figure')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: 'Letters that this journey brings' })).toBeVisible()
  await expectAccessible(page, 'a person’s letters')
  await page.getByRole('button', { name: 'What it says' }).first().click()
  await expect(page.getByRole('dialog', { name: 'What the treatment summary says' })).toBeVisible()
  await expectAccessible(page, 'what a treatment summary says')
  await page.keyboard.press('Escape')

  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Letters expected' }).click()
  await expect(page.getByRole('button', { name: 'Save the days' })).toBeVisible()
  await expectAccessible(page, 'letters expected')
})
