import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { testNhsNumbers } from '#shared/domain/nhs-number.ts'
import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import { expectFocus, tabTo } from './focus.ts'
import { answerSaving, fillPerson, FIXED_NOW, goByKeys, openDemo } from './steps.ts'

const [nhsNumber = ''] = testNhsNumbers(830_000)

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })

test('a document is written, sent, sees the register change, and is sent again, by keys alone', async ({
  app,
  page,
  dataFolder,
}) => {
  test.slow()
  await openDemo(page)
  const keys = page.keyboard
  const text = page.getByRole('textbox', { name: 'Text of the document' })
  const issue = async (number: number): Promise<void> => {
    await keys.press('Control+k')
    await expect(page.locator(':focus')).toHaveRole('combobox')
    await keys.type('issue this')
    await expect(page.getByRole('option', { name: /^Issue this document/ })).toBeVisible()
    await keys.press('Enter')
    const dialog = page.getByRole('dialog', { name: new RegExp(`^Issue ${number} of`) })
    await expect(dialog.getByText('Nothing stands in the way.')).toBeVisible()
    await expectAccessible(page, 'issuing a document')
    await tabTo(page, /^What it is issued for/)
    await keys.type('The practice meeting')
    await keys.press('Enter')
    await expect(page.getByText(`Issue ${number} is frozen.`).first()).toBeVisible()
    await expect(dialog).toBeHidden()
  }

  await goByKeys(page, 'Toolkit')
  await expect(page.getByRole('heading', { name: 'Toolkit', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Local situation profile', exact: true })).toBeVisible()
  await expectAccessible(page, 'the toolkit')
  await keys.press('n')
  await expect(page.getByRole('dialog', { name: 'New from blank' })).toBeVisible()
  await keys.type('People we look after')
  await keys.press('Enter')
  await expect(text).toBeVisible()

  await tabTo(page, /^Text of the document/)
  await keys.press('Control+Alt+1')
  await keys.type('Who we look after')
  await keys.press('Enter')
  await keys.type('There are @')
  await expect(page.getByRole('combobox', { name: 'Find a fact' })).toBeFocused()
  await keys.type('people on the')
  await expect(page.getByRole('option', { name: /^People on the register/ })).toBeVisible()
  await keys.press('Enter')
  await expect(text).toBeFocused()
  await keys.type(' people, and ')
  await keys.press('Control+b')
  await keys.type('every one')
  await keys.press('Control+b')
  await keys.type(' of them counts. Write to lead@example.org.')
  await expect(text.locator('[data-field="register.people"]')).toHaveText(/^\d+$/)
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  const before = Number(await text.locator('[data-field="register.people"]').innerText())
  await expect(text.locator('strong')).toHaveText('every one')
  await expect(text).toContainText('lead@example.org')
  await keys.press('Control+f')
  await keys.type('counts')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await keys.press('Escape')
  await expect(text).toBeFocused()
  await expectAccessible(page, 'a document')
  await issue(1)

  await goByKeys(page, 'Register')
  await expect(page.getByRole('grid', { name: 'People on the register' })).toBeVisible()
  await keys.press('n')
  await fillPerson(page, { surname: 'Sampleby', givenName: 'Una', nhsNumber })
  await page.locator('#episode-diagnosisDate').fill('4')
  await page.locator('#episode-diagnosisDate-month').fill('9')
  await page.locator('#episode-diagnosisDate-year').fill('2026')
  await keys.press('Control+s')
  await expect(page.getByRole('heading', { name: /SAMPLEBY/ })).toBeAttached()

  await goByKeys(page, 'Toolkit')
  const card = page.getByRole('button', { name: 'People we look after', exact: true })
  await expect(card.locator('..')).toContainText('1 fact changed since')
  await keys.press('/')
  await keys.type('people we look')
  await keys.press('ArrowDown')
  await expect(card).toBeFocused()
  await expectFocus(page)
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'Changed since issue 1' })).toBeVisible()
  const change = page.getByRole('button', { name: 'Change 1: People on the register' })
  await expect(change.locator('..')).toContainText(`${before + 1}`)
  await expect(text.locator('[data-field="register.people"]')).toContainText(`${before}`)
  await expectAccessible(page, 'a document with a change')
  await issue(2)
  await expect(page.getByText('Nothing has changed.')).toBeVisible()

  const file = join(dataFolder, 'document.docx')
  await answerSaving(app, file)
  await keys.press('Control+k')
  await expect(page.locator(':focus')).toHaveRole('combobox')
  await keys.type('write as word')
  await expect(page.getByRole('option', { name: /^Write as Word/ })).toBeVisible()
  await keys.press('Enter')
  await expect(page.getByText('Written to document.docx.')).toBeVisible()
  expect(existsSync(file)).toBe(true)

  await tabTo(page, /^1, /)
  await keys.press('Enter')
  const sent = page.getByRole('article', { name: 'People we look after' })
  await expect(sent).toContainText(`There are ${before} people`)
  await expectAccessible(page, 'an issue')
  expect(await page.title()).toBe('Toolkit document - Throughline')
})
