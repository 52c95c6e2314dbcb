import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import { expectFocus, tabTo } from './focus.ts'
import { FIXED_NOW, goByKeys, openDemo } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })

test('a suggestion becomes an analysis, its change a task, and it counts in a report, by keys alone', async ({
  page,
}) => {
  await openDemo(page)
  const keys = page.keyboard
  await keys.press('Control+k')
  await expect(page.locator(':focus')).toHaveRole('combobox')
  await keys.type('learning')
  await expect(page.getByRole('option', { name: /^Learning/ }).first()).toBeVisible()
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'Learning', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Begin: / }).first()).toBeVisible()
  await expectFocus(page)
  await expectAccessible(page, 'learning events')
  const closed = page.getByRole('tab', { name: /^Closed/ })
  const before = Number((await closed.innerText()).replace(/\D/g, ''))

  await tabTo(page, /^Begin/)
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'Learning event analysis', level: 1 })).toBeVisible()
  await tabTo(page, /^Day$/)
  await keys.type('16')
  await tabTo(page, /^Month$/)
  await keys.type('11')
  await tabTo(page, /^Year$/)
  await keys.type('2026')
  await tabTo(page, /^What happened/)
  await keys.type('Seen three times for tiredness.')
  await tabTo(page, /^Handling of results/)
  await keys.press('Space')
  await tabTo(page, /^Referral process/)
  await keys.press('Space')
  await tabTo(page, /^Learning points/)
  await keys.type('Compare a result with the last one.')
  await tabTo(page, /^Add a change/)
  await keys.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Add an agreed change' })).toBeVisible()
  await expectFocus(page)
  await keys.type('Show the last result beside the new one')
  await keys.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Changes agreed' })).toContainText(
    'Show the last result beside the new one',
  )
  await expectFocus(page)
  await expectAccessible(page, 'an analysis')

  await keys.press('c')
  await expect(page.getByRole('button', { name: /^Close it/ })).toBeVisible()
  await keys.press('c')
  await expect(page.getByRole('button', { name: /^Open again/ })).toBeVisible()
  await keys.press('p')
  await expect(page.getByRole('heading', { name: 'Analysis on paper', level: 1 })).toBeVisible()
  await expectFocus(page)
  await expectAccessible(page, 'an analysis on paper')
  await keys.press('Escape')
  await expect(page.getByRole('button', { name: /^Open again/ })).toBeVisible()
  await expectFocus(page)
  await tabTo(page, /^All tasks/)
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible()
  await tabTo(page, /^Late/)
  for (let tab = 0; tab < 3; tab += 1) await keys.press('ArrowRight')
  await keys.press('Enter')
  await expect(page.getByText('Show the last result beside the new one')).toBeVisible()

  await goByKeys(page, 'Learning')
  await expect(closed).toHaveText(new RegExp(`${before + 1}$`))

  await goByKeys(page, 'Reports')
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
  await keys.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Network report', level: 1 })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: 'Learning events' })).toBeVisible()
  await expect(page.getByRole('table', { name: /Themes of the analyses/ })).toBeVisible()
})
