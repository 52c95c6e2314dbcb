import type { ElectronApplication, Page } from '@playwright/test'
import type { CoreState } from '#shared/contract/shell-messages.ts'
import { expect } from './attack.ts'
import { coreHeard, coreSays, portArrives, test } from './scripted-app.ts'

const OPEN: CoreState = { unlocked: true, lockAfterMinutes: 10, demo: false, screenShareHidden: true }
const SHUT: CoreState = { ...OPEN, unlocked: false }

/** Stops the timers of the shell's own process. @returns lets so many milliseconds pass for them. */
const clockByHand = async (app: ElectronApplication): Promise<(ms: number) => Promise<void>> => {
  await app.evaluate(() => {
    const { mock } = process.getBuiltinModule('node:test')
    mock.timers.enable({ apis: ['setTimeout'] })
  })
  return (ms) => app.evaluate((_electron, passed) => process.getBuiltinModule('node:test').mock.timers.tick(passed), ms)
}

/** The shell has heard what the core said before: it hears in order, and this is answered by way of the core. */
const settled = (page: Page): Promise<unknown> => coreHeard(page, 'lock')

test.describe('nobody at the keyboard', () => {
  test.use({ appEnvironment: { THROUGHLINE_LOCK_AFTER_SECONDS: '3' } })

  test('locks after a warning, and work puts it off', async ({ page }) => {
    await portArrives(page)
    await coreSays(page, { type: 'state', state: OPEN })
    await page.waitForFunction(() => window.scripted.warnings.length === 1)
    await page.keyboard.press('Shift')
    await page.waitForFunction(() => window.scripted.warnings.length === 2)
    expect(await coreHeard(page, 'lock')).toEqual([])
    await expect.poll(() => coreHeard(page, 'lock')).toEqual([{ type: 'lock', reason: 'idle' }])
    expect(await page.evaluate(() => window.scripted.warnings)).toEqual([
      { secondsLeft: 1.5 },
      null,
      { secondsLeft: 1.5 },
    ])
  })

  test('keys that a script makes up do not put it off', async ({ page }) => {
    await portArrives(page)
    await coreSays(page, { type: 'state', state: OPEN })
    await page.evaluate(() => {
      setInterval(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })), 100)
    })
    await expect.poll(() => coreHeard(page, 'lock')).toEqual([{ type: 'lock', reason: 'idle' }])
  })

  test('a register that is shut is not locked again', async ({ app, page }) => {
    const pass = await clockByHand(app)
    await portArrives(page)
    await coreSays(page, { type: 'state', state: OPEN })
    await settled(page)
    await pass(1500)
    await page.waitForFunction(() => window.scripted.warnings.length === 1)
    await coreSays(page, { type: 'state', state: SHUT })
    await page.waitForFunction(() => window.scripted.warnings.length === 2)
    await pass(60_000)
    expect(await coreHeard(page, 'lock')).toEqual([])
    // The same clock locks a register that is open.
    await coreSays(page, { type: 'state', state: OPEN })
    await settled(page)
    await pass(1500)
    await pass(1500)
    expect(await coreHeard(page, 'lock')).toEqual([{ type: 'lock', reason: 'idle' }])
  })
})

for (const [event, reason] of [
  ['suspend', 'suspend'],
  ['lock-screen', 'screen-lock'],
] as const) {
  test(`the computer's ${event} locks at once`, async ({ app, page }) => {
    await portArrives(page)
    await coreSays(page, { type: 'state', state: OPEN })
    await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
    await expect.poll(() => coreHeard(page, 'lock')).toEqual([{ type: 'lock', reason }])
  })
}

test('a lock takes back what was copied, and nothing else', async ({ app, page }) => {
  const clipboardText = () => app.evaluate(async ({ clipboard }) => clipboard.readText())
  await portArrives(page)

  await coreSays(page, { type: 'state', state: OPEN })
  await page.evaluate(() => window.throughline.copyText('999 000 0018'))
  expect(await clipboardText()).toBe('999 000 0018')
  await coreSays(page, { type: 'state', state: SHUT })
  await expect.poll(clipboardText).toBe('')

  await coreSays(page, { type: 'state', state: OPEN })
  await page.evaluate(() => window.throughline.copyText('999 000 0018'))
  await app.evaluate(({ clipboard }) => clipboard.writeText('from another program'))
  await coreSays(page, { type: 'state', state: SHUT })
  await coreHeard(page, 'lock')
  expect(await clipboardText()).toBe('from another program')
})

test('a lock forgets the files that were chosen', async ({ app, page, dataFolder }) => {
  await app.evaluate(({ dialog, shell }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] })
    shell.showItemInFolder = () => undefined
  }, dataFolder)
  await portArrives(page)
  await coreSays(page, { type: 'state', state: OPEN })
  const handle = await page.evaluate(async () => {
    const choice = await window.throughline.chooseFolder({ title: 'Choose a folder' })
    return choice.status === 'chosen' ? choice.file.handle : ''
  })
  const show = () => page.evaluate(async (given) => (await window.throughline.showInFolder(given)).ok, handle)
  expect(await coreHeard(page, 'grant-file')).toEqual([
    { type: 'grant-file', handle, path: dataFolder, access: 'folder' },
  ])
  expect(await show()).toBe(true)
  await coreSays(page, { type: 'state', state: SHUT })
  expect(await show()).toBe(false)
})
