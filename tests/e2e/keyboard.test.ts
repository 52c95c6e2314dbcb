import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { testNhsNumbers } from '#shared/domain/nhs-number.ts'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'
import { expect, type RunningApp, test } from '../support/electron-app.ts'
import { answerDialogs, FIXED_NOW, openDemo, PASSPHRASE, putRight, withApp } from './steps.ts'

const clock = { THROUGHLINE_NOW: FIXED_NOW }

test.use({ appEnvironment: clock })

type Focus = 'on the page' | 'seen' | 'lost' | 'hidden' | 'without a ring'

/** Where the focus is: on nothing, on the page itself after going to it, or on a control with a ring around it. */
const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const here = document.activeElement
    if (here === null || here === document.body) return 'lost'
    if (here.getAttribute('tabindex') === '-1' && !here.matches('[role=option], [role=row], [role=tab]'))
      return 'on the page'
    const { left, top, width, height } = here.getBoundingClientRect()
    if (left + width <= 0 || top + height <= 0 || left >= innerWidth || top >= innerHeight) return 'hidden'
    const ringed = (element: Element | null): boolean => {
      if (element === null || element === document.body) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    }
    // A row draws its ring inside itself, over its cells.
    const { content, borderTopStyle, borderTopWidth } = getComputedStyle(here, '::after')
    if (content !== 'none' && borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0) return 'seen'
    // A box that frames its input shows the ring on the frame.
    return ringed(here) || ringed(here.parentElement) || ringed(here.closest('label, [role=search], [role=dialog]'))
      ? 'seen'
      : 'without a ring'
  })

/** Focus is somewhere, and somebody who looks can tell where. */
const expectFocus = async (page: Page): Promise<void> => {
  await expect.poll(() => focusOf(page)).toMatch(/^(on the page|seen)$/)
}

/** Tab until the focused control is called so. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let step = 0; step < 250; step += 1) {
    const called = await page.evaluate(() => {
      const here = document.activeElement
      const label = here instanceof HTMLInputElement ? (here.labels?.[0]?.textContent ?? '') : ''
      return `${here?.getAttribute('aria-label') ?? ''} ${label} ${here?.textContent ?? ''}`.trim()
    })
    if (name.test(called)) {
      await expectFocus(page)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name.source}`)
}

test('a nurse logs an event from a cold start, and takes it back', async ({ dataFolder }) => {
  await withApp(dataFolder, ({ page }) => openDemo(page), clock)
  const job = async ({ page }: RunningApp): Promise<void> => {
    const keys = page.keyboard
    await expect(page.getByText('Who are you?')).toBeVisible()
    await expectFocus(page)
    await keys.press('ArrowDown')
    await keys.press('Tab')
    await keys.type(DEMO_PASSPHRASE)
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: 'Monday 23 November', level: 1 })).toBeVisible({ timeout: 20_000 })
    await expectFocus(page)
    await keys.press('Alt+2')
    await expect(page.getByRole('heading', { name: 'Register', level: 1 })).toBeVisible()
    await expect(page.getByText('Practice nurse')).toBeVisible()
    await expectFocus(page)

    await keys.press('/')
    await expectFocus(page)
    await keys.type('a')
    await keys.press('ArrowDown')
    await expect(page.locator('[data-row="0"]')).toBeFocused()
    await expectFocus(page)
    await keys.press('Enter')
    await expect(page.getByRole('tab', { name: 'Journey' })).toBeVisible()
    await expectFocus(page)
    const logged = page.getByText(/^\d+ logged$/)
    const before = await logged.innerText()

    await keys.press('n')
    await keys.type('11/11 chemo started told by patient')
    await expectFocus(page)
    await keys.press('Enter')
    await expect(page.getByText('Logged: Chemotherapy started').first()).toBeVisible()
    await expect(logged).toHaveText(`${Number.parseInt(before, 10) + 1} logged`)
    await expectFocus(page)
    await keys.press('Control+z')
    await expect(logged).toHaveText(before)
    await expectFocus(page)

    await keys.press('Escape')
    await expect(page.getByRole('heading', { name: 'Register', level: 1 })).toBeVisible()
    await expectFocus(page)
    await keys.press('Control+l')
    await expect(page.getByText('Who are you?')).toBeVisible()
    await expectFocus(page)
  }
  await withApp(dataFolder, job, clock)
})

test('a cancer lead sets up, adds a person and mends two errors', async ({ page }) => {
  const keys = page.keyboard
  await expect(page.getByRole('heading', { name: 'Set up my practice' })).toBeVisible()
  await expectFocus(page)
  await tabTo(page, /Practice name/)
  await keys.type('Brackenfold Surgery')
  await tabTo(page, /List size/)
  await keys.type('10240')
  await tabTo(page, /Your name/)
  await keys.type('Dr Anjali Rao')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'Choose your passphrase' })).toBeVisible()
  await tabTo(page, /^Passphrase/)
  await keys.type(PASSPHRASE)
  await tabTo(page, /The same again/)
  await keys.type(PASSPHRASE)
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'Print your recovery sheet' })).toBeVisible()
  await tabTo(page, /Show it to copy by hand/)
  await keys.press('Enter')
  const group = await page
    .getByRole('list', { name: 'The six groups' })
    .getByRole('listitem')
    .nth(2)
    .locator('span')
    .innerText()
  await tabTo(page, /Type group 3/)
  await keys.type(group)
  await tabTo(page, /I know nobody can recover/)
  await keys.press('Space')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'Nothing is waiting for you' })).toBeVisible({ timeout: 20_000 })
  await expectFocus(page)
  await keys.press('Alt+2')
  await expect(page.getByText('Nobody is on the register yet', { exact: false })).toBeVisible()
  await expectFocus(page)

  await keys.press('n')
  await expect(page.getByRole('heading', { name: 'Add a person' })).toBeVisible()
  await expectFocus(page)
  await tabTo(page, /^Surname/)
  await keys.type('Sampleford')
  await tabTo(page, /First name/)
  await keys.type('Una')
  await tabTo(page, /NHS number/)
  const [number = ''] = testNhsNumbers(800_000)
  await keys.type(`${number.slice(0, 9)}${(Number(number.at(9)) + 1) % 10}`)
  await tabTo(page, /^Cancer/)
  await keys.type('sigmoid colon')
  await tabTo(page, /^Day/)
  await keys.type('31')
  await tabTo(page, /^Month/)
  await keys.type('2')
  await tabTo(page, /^Year/)
  await keys.type('2020')
  await keys.press('Control+s')
  await expect(putRight(page)).toContainText('2 things to put right')
  await expect(putRight(page)).toBeFocused()

  await tabTo(page, /^NHS number:/)
  await keys.press('Enter')
  await expect(page.getByLabel('NHS number')).toBeFocused()
  await expectFocus(page)
  await keys.press('Control+a')
  await keys.type(number)
  await keys.press('Control+s')
  await expect(putRight(page)).toContainText('1 thing to put right')
  await expect(putRight(page)).toBeFocused()
  await tabTo(page, /^Diagnosed:/)
  await keys.press('Enter')
  await expectFocus(page)
  await keys.press('Control+a')
  await keys.type('28')
  await keys.press('Control+s')
  await expect(page.getByLabel(/^Why (it is|they are) right$/)).toBeFocused()
  await expectFocus(page)
  await keys.type('Checked against the hospital letter')
  await keys.press('Enter')
  await keys.press('Control+s')
  await expect(page.getByRole('tab', { name: 'Journey' })).toBeVisible()
  await expect(page.getByText('SAMPLEFORD').first()).toBeVisible()
  await expectFocus(page)
})

test('a reporter freezes the figures and exports them', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'exported')
  mkdirSync(folder)
  await answerDialogs(app, { folder })
  await openDemo(page)
  const keys = page.keyboard
  await keys.press('Alt+7')
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
  await expectFocus(page)
  await keys.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Network report', level: 1 })).toBeVisible({ timeout: 30_000 })
  await expectFocus(page)
  await tabTo(page, /^PDF/)
  await keys.press('Space')
  await keys.press('Control+Enter')
  await expect(page.getByText('Say what it is for')).toBeVisible()
  await expectFocus(page)
  await keys.type('Network meeting')
  await tabTo(page, /^Whom it is for/)
  await keys.type('Primary care network')
  await keys.press('Control+Enter')
  await expect(page.getByText(/^Report exported/).first()).toBeVisible({ timeout: 30_000 })
  await expectFocus(page)
  expect(readdirSync(folder).filter((name) => name.endsWith('.xlsx'))).toHaveLength(1)
  expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toEqual([])
  for (const place of ['Alt+8', 'Alt+9', 'Alt+1']) {
    await keys.press(place)
    await expectFocus(page)
  }
  await keys.press('Control+k')
  await expectFocus(page)
  await keys.type('reports')
  await expect(page.getByRole('option', { name: /^Reports/ }).first()).toBeVisible()
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
  await expectFocus(page)
  await keys.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectFocus(page)
  await keys.press('Escape')
  await expectFocus(page)
})

/** A hospital's list: dates that could be read two ways, and its own word for a cancer. */
const hospitalList = (month: string): string => {
  const numbers = testNhsNumbers(820_000)
  const rows = ['Una', 'Ulric', 'Tess'].map(
    (name, at) => `${String(numbers.next().value)},Sampleby,${name},0${at + 3}/${month}/2025,LGX`,
  )
  return ['NHS number,Surname,First name,Seen on,Site', ...rows, ''].join('\r\n')
}

test('a list is matched by hand once, and the next one by itself', async ({ app, page, dataFolder }) => {
  const files = ['09', '10'].map((month) => join(dataFolder, `list-${month}.csv`))
  for (const [at, file] of files.entries()) writeFileSync(file, hospitalList(at === 0 ? '09' : '10'))
  await openDemo(page)
  const keys = page.keyboard
  const bringIn = async (openFile: string | undefined): Promise<void> => {
    await answerDialogs(app, openFile === undefined ? {} : { openFile })
    await keys.press('Alt+8')
    await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible()
    await keys.press('n')
    await expect(page.getByRole('heading', { name: 'Match columns', level: 1 })).toBeVisible()
    await expectFocus(page)
  }

  await bringIn(files[0])
  await tabTo(page, /^Diagnosis date$/)
  await keys.press('Enter')
  await keys.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Seen on goes to' })).toHaveValue('Diagnosis date')
  await expectFocus(page)
  await expect(page.getByText('All 3 dates could be read either way round').first()).toBeVisible()
  await keys.press('Control+Enter')
  await expect(page.getByText('Say which comes first: nothing is guessed')).toBeVisible()
  await expectFocus(page)
  await keys.press('Space')
  await expect(page.getByText('Read day first, as chosen')).toBeVisible()
  await tabTo(page, /“LGX” means/)
  await keys.type('sigmoid')
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(page.getByRole('combobox', { name: '“LGX” means' })).toHaveValue('Sigmoid colon')
  await keys.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Check changes', level: 1 })).toBeVisible()
  await expect(page.getByText('Sigmoid colon, 3 Sep 2025').first()).toBeVisible()
  await keys.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Import finished', level: 1 })).toBeVisible({ timeout: 30_000 })

  await bringIn(files[1])
  await expect(page.getByRole('heading', { name: 'As in “Table with headings”' })).toBeVisible()
  await expect(page.getByText('Read day first, as chosen')).toBeVisible()
  await expect(page.getByText('Every column has a place')).toBeVisible()
})
