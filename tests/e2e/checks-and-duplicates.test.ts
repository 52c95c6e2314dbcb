import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/electron-app.ts'
import { FIXED_NOW, goTo, openDemo } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })

const REASON = 'Read again in the letter of the clinic'

const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name, level: 1 })

/** What the register offers for a whole view. */
const chooseFromRegister = async (page: Page, item: string): Promise<void> => {
  await goTo(page, 'Register')
  await page.getByRole('button', { name: 'More to do with this view' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** The row of one check, among those that can be kept with a reason. */
const checkRow = (page: Page, title: string): Locator =>
  page.getByRole('table', { name: 'Unusual, not wrong' }).getByRole('row').filter({ hasText: title })

/** How many are said to be left to look at, from the table of checks. */
const toLookAt = async (page: Page, title: string): Promise<number> => {
  const link = checkRow(page, title).getByRole('link', { name: /^\d+ to look at$/ })
  return Number.parseInt(await link.innerText(), 10)
}

/** From the table of checks to the people of one. */
const openCheck = async (page: Page, title: string): Promise<Locator> => {
  await checkRow(page, title)
    .getByRole('link', { name: /to look at$/ })
    .click()
  await expect(heading(page, title)).toBeVisible()
  const people = page.getByRole('list', { name: `People: ${title}` })
  await expect(people).toBeVisible()
  return people.getByRole('listitem')
}

const backToChecks = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('table', { name: 'Unusual, not wrong' })).toBeVisible()
}

test('what a check asks about is kept with a reason, or put right', async ({ page }) => {
  await openDemo(page)
  await chooseFromRegister(page, 'What the checks say')
  await expect(heading(page, 'Checks')).toBeVisible()

  await test.step('checks with somebody to look at stand first, and nothing is impossible', async () => {
    await expect(page.getByRole('table', { name: 'Unusual, not wrong' }).getByRole('row').nth(1)).toContainText(
      /\d+ to look at/,
    )
    await expect(page.getByRole('table', { name: 'Cannot be so' }).getByRole('link')).toHaveCount(0)
  })

  await test.step('one is kept, with a reason that has to be given', async () => {
    const title = 'Behaviour and code disagree'
    const before = await toLookAt(page, title)
    const rows = await openCheck(page, title)
    await expect(rows).toHaveCount(before)
    const name = await rows.first().getByRole('link').first().innerText()
    await rows.first().getByRole('button', { name: 'Keep it' }).click()
    const dialog = page.getByRole('dialog', { name: 'Keep it with a reason' })
    await expect(dialog.locator('[data-patient]')).toContainText(name.split(',')[0] ?? '')
    await dialog.getByRole('button', { name: /^Keep it/ }).click()
    await expect(dialog.getByRole('alert')).toContainText('Say why in a few words')
    await dialog.getByLabel('Why it is right').fill(REASON)
    await dialog.getByRole('button', { name: /^Keep it/ }).click()
    await expect(page.locator('[data-toast]')).toContainText('Kept with your reason.')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
    await page.getByRole('tab', { name: 'Kept with a reason' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(`“${REASON}” (Dr Anjali Rao`)
    await backToChecks(page)
    await expect(checkRow(page, title)).toContainText(`1 of ${before} kept`)
  })

  await test.step('one is put right at the diagnosis, and is asked about no more', async () => {
    const title = 'Side and site name different sides'
    const before = await toLookAt(page, title)
    const rows = await openCheck(page, title)
    const row = rows.first()
    const name = await row.getByRole('link').first().innerText()
    await expect(row).toContainText(/The side says “(left|right)”, and the site says “.+, (left|right)/)
    const named = /the site says “.*\b(left|right)\b/.exec(await row.innerText())?.[1] ?? ''
    await row.getByRole('link', { name: 'Edit the diagnosis' }).click()
    const side = page.getByRole('combobox', { name: /^Side/ })
    await expect(side).toHaveValue(named === 'left' ? 'Right' : 'Left')
    await side.click()
    await page.getByRole('option', { name: named === 'left' ? 'Left' : 'Right' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.locator('[data-toast]').filter({ hasText: 'Diagnosis saved.' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Checks:/ })).toHaveCount(0)
    await chooseFromRegister(page, 'What the checks say')
    await expect(checkRow(page, title)).toContainText(before === 1 ? 'Not raised' : `${before - 1} to look at`)
    if (before > 1) {
      await openCheck(page, title)
      await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
    }
  })
})

/** A record on the page of two, by the name of its banner. */
const record = (page: Page, side: 'Left' | 'Right'): Locator => page.getByRole('region', { name: `${side} record` })

test('two records of one person are compared, merged, and parted again by one undo', async ({ page }) => {
  await openDemo(page)
  await chooseFromRegister(page, 'People who are here twice')
  await expect(heading(page, 'Duplicates')).toBeVisible()
  await expect(page.getByText(/^Last looked through 340 people on/)).toBeVisible({ timeout: 30_000 })
  const pairs = page.getByRole('list', { name: 'Records that may be one person' }).getByRole('listitem')
  const toCompare = page.getByRole('tab', { name: /^To compare/ })
  await expect(pairs.first()).toBeVisible()
  const before = await pairs.count()
  await expect(toCompare).toHaveText(`To compare ${before}`)
  const pair = pairs.filter({ hasText: 'Surname: one letter apart' }).first()
  const [kept = '', other = ''] = (await pair.locator('b').allInnerTexts()).slice(0, 2)

  await test.step('the two are compared, the one with the NHS number first', async () => {
    await pair.getByRole('link').click()
    await expect(heading(page, 'Compare two records')).toBeVisible()
    await expect(record(page, 'Left')).toContainText(kept)
    await expect(record(page, 'Left')).toContainText(/NHS number\s*999 \d{3} \d{4}/)
    await expect(record(page, 'Right')).toContainText(other)
    await expect(record(page, 'Right')).toContainText(/NHS number\s*not known/)
    const surname = page.getByRole('radiogroup', { name: /^Surname/ })
    await expect(surname.getByRole('radio', { name: /left record$/ })).toBeChecked()
    await expect(
      page
        .getByRole('radiogroup', { name: /^NHS number/ })
        .getByRole('radio')
        .first(),
    ).toBeChecked()
    await expect(page.getByRole('table', { name: 'Why these may be one person' })).toContainText('one letter apart')
  })

  await test.step('merged, with both names said before', async () => {
    await page.getByRole('button', { name: 'Merge' }).click()
    const dialog = page.getByRole('dialog', { name: 'Make one record of these two?' })
    await expect(dialog.getByRole('region', { name: 'Stays' })).toContainText(kept)
    await expect(dialog.getByRole('region', { name: 'Becomes part of it' })).toContainText(other)
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await expect(page.locator('[data-toast]')).toContainText('Merged into one record.')
    await expect(heading(page, 'Duplicates')).toBeVisible()
    await expect(pairs).toHaveCount(before - 1)
    await expect(pairs.filter({ hasText: other })).toHaveCount(0)
  })

  await test.step('taken back from the toast: both are there again', async () => {
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.locator('[data-toast]').filter({ hasText: 'Taken back.' })).toBeVisible()
    await expect(pairs).toHaveCount(before)
    await expect(pairs.filter({ hasText: other })).toHaveCount(1)
    await expect(toCompare).toHaveText(`To compare ${before}`)
  })
})
