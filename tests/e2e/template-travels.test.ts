import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import { answerDialogs, answerSaving, FIXED_NOW, goByKeys, openDemo, setUpPractice, withApp } from './steps.ts'

test('a template made in one practice is looked at, taken in and used in another', async ({ dataFolder }) => {
  test.slow()
  const [ours, theirs] = [join(dataFolder, 'ours'), join(dataFolder, 'theirs')]
  for (const folder of [ours, theirs]) mkdirSync(folder)
  const file = join(dataFolder, 'letter-audit.tlt')
  const clock = { THROUGHLINE_NOW: FIXED_NOW }

  await withApp(
    ours,
    async ({ app, page }) => {
      await openDemo(page)
      await goByKeys(page, 'Toolkit')
      await page.getByRole('button', { name: 'Letter audit', exact: true }).click()
      await expect(page.getByRole('textbox', { name: 'Text of the document' })).toContainText('Beth Tranter')
      await page.getByRole('button', { name: 'More for this document' }).click()
      await page.getByRole('menuitem', { name: 'Save as my template' }).click()
      const saving = page.getByRole('dialog', { name: 'Save as my template' })
      await saving.getByLabel('Title').fill('Our letter audit')
      await saving.getByLabel('What it is for').fill('Twenty letters, two rounds')
      await saving.getByLabel('Who uses it').fill('A nurse with the lead')
      await saving.getByRole('button', { name: 'Save the template' }).click()
      await expect(saving).toBeHidden()
      await goByKeys(page, 'Toolkit')
      await page.getByRole('button', { name: 'More for the toolkit' }).click()
      await page.getByRole('menuitem', { name: 'Own templates' }).click()
      await answerSaving(app, file)
      await page.getByRole('button', { name: 'Write Our letter audit to a file' }).click()
      await expect(page.getByText(/“Our letter audit” is written/).first()).toBeVisible()
    },
    clock,
  )
  expect(existsSync(file)).toBe(true)

  await withApp(
    theirs,
    async ({ app, page }) => {
      await setUpPractice(page)
      await goByKeys(page, 'Toolkit')
      await page.getByRole('button', { name: 'More for the toolkit' }).click()
      await page.getByRole('menuitem', { name: 'Own templates' }).click()
      await expect(page.getByRole('heading', { name: 'No template of your own yet' })).toBeVisible()
      await answerDialogs(app, { openFile: file })
      await page.getByRole('button', { name: 'Bring in a template' }).click()
      const looking = page.getByRole('dialog', { name: 'Bring in a template' })
      const preview = looking.getByRole('article', { name: 'Our letter audit' })
      await expect(preview).toContainText('What we call good')
      // What was filled in stays where it was written.
      await expect(preview).not.toContainText('Beth Tranter')
      await expectAccessible(page, 'a template that another practice made')
      await looking.getByRole('button', { name: 'Bring it in' }).click()
      await expect(looking).toBeHidden()
      await page.getByRole('button', { name: 'Begin a document from Our letter audit' }).click()
      await page.getByRole('button', { name: 'Begin it' }).click()
      const text = page.getByRole('textbox', { name: 'Text of the document' })
      await expect(text).toContainText('What we call good')
      await expect(text.locator('[data-field="letters.late"]')).toHaveText('0')
      await expect(text).not.toContainText('Beth Tranter')
    },
    clock,
  )
})
