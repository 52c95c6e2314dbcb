import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { CoreState } from '#shared/contract/shell-messages.ts'
import { expect } from './attack.ts'
import { coreAllows, coreSays, portArrives, test } from './scripted-app.ts'

const OPEN: CoreState = { unlocked: true, lockAfterMinutes: 10, demo: false, screenShareHidden: true }

const chooseFolder = async (app: ElectronApplication, page: Page, folder: string): Promise<string> => {
  await mkdir(folder)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, folder)
  await portArrives(page)
  await coreSays(page, { type: 'state', state: OPEN })
  return page.evaluate(async () => {
    const choice = await window.throughline.chooseFolder({ title: 'Choose a folder' })
    return choice.status === 'chosen' ? choice.file.handle : ''
  })
}

const windowCount = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

/** What a page of ours does once the core has allowed a print. */
const print = (page: Page, leave: string) =>
  page.evaluate((given) => window.throughline.printReport({ leave: given }), leave)

test('a printed report says which app made it and nothing about the computer', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'reports')
  const folderHandle = await chooseFolder(app, page, folder)
  const outcome = await print(
    page,
    await coreAllows(page, { page: 'report', documentId: 'r1', folderHandle, fileName: 'report.pdf' }),
  )
  expect(outcome).toMatchObject({ ok: true, file: { name: 'report.pdf' } })
  expect(await readdir(folder)).toEqual(['report.pdf'])
  const pdf = (await readFile(join(folder, 'report.pdf'))).toString('latin1')
  expect(pdf).toContain('/Creator (Throughline)')
  expect(pdf).not.toMatch(/Electron|Chrome|Mozilla|Linux|Windows NT|Macintosh/)
  expect(pdf).not.toContain(dataFolder)
  expect(await windowCount(app)).toBe(1)
})

test('a page has nothing printed that the core did not allow, and that once', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'reports')
  const folderHandle = await chooseFolder(app, page, folder)
  const refused = { ok: false, message: expect.stringContaining('Export the report again') }
  expect(await print(page, 'A'.repeat(32))).toEqual(refused)
  const wished = await page.evaluate(async (handle) => {
    const given = {
      leave: 'A'.repeat(32),
      page: 'report',
      documentId: 'blocked',
      folderHandle: handle,
      fileName: 'report.pdf',
    }
    return window.throughline.printReport(given)
  }, folderHandle)
  expect(wished).toEqual(refused)
  expect(await readdir(folder)).toEqual([])
  const leave = await coreAllows(page, { page: 'report', documentId: 'r1', folderHandle, fileName: 'report.pdf' })
  const outcomes = await Promise.all([print(page, leave), print(page, leave)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  await rm(join(folder, 'report.pdf'))
  expect(await print(page, leave)).toEqual(refused)
  expect(await readdir(folder)).toEqual([])
  expect(await windowCount(app)).toBe(1)
})

test('what the core allows leads to no other page and no other folder', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'reports')
  const folderHandle = await chooseFolder(app, page, folder)
  for (const odd of [{ documentId: '../index' }, { fileName: '../a.pdf' }, { fileName: 'a.desktop' }]) {
    const leave = await coreAllows(page, {
      page: 'report',
      documentId: 'r1',
      folderHandle,
      fileName: 'report.pdf',
      ...odd,
    })
    expect(await print(page, leave)).toMatchObject({ ok: false })
  }
  expect(await readdir(folder)).toEqual([])
})

test('a handle for reading is no leave to write in its folder', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'reports')
  await chooseFolder(app, page, folder)
  const folderHandle = await page.evaluate(async () => {
    const chosen = await window.throughline.chooseFolderToOpen({ title: 'Choose what to bring in' })
    return chosen.status === 'chosen' ? (chosen.folders[0]?.handle ?? '') : ''
  })
  const leave = await coreAllows(page, { page: 'report', documentId: 'r1', folderHandle, fileName: 'report.pdf' })
  expect(await print(page, leave)).toEqual({ ok: false, message: expect.stringContaining('Choose the folder again') })
  expect(await readdir(folder)).toEqual([])
})

test('a lock stops a report that is being drawn, and leaves no file', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'reports')
  const folderHandle = await chooseFolder(app, page, folder)
  const drawing = app.waitForEvent('window')
  const leave = await coreAllows(page, {
    page: 'report',
    documentId: 'never-drawn',
    folderHandle,
    fileName: 'report.pdf',
  })
  const outcome = print(page, leave)
  await portArrives(await drawing)
  expect(await windowCount(app)).toBe(2)
  await coreSays(page, { type: 'state', state: { ...OPEN, unlocked: false } })
  expect(await outcome).toEqual({ ok: false, message: expect.stringContaining('locked before the PDF was ready') })
  expect(await readdir(folder)).toEqual([])
  expect(await windowCount(app)).toBe(1)
})

test('a report that is being drawn is stopped on a word of its page, and leaves no file', async ({
  app,
  page,
  dataFolder,
}) => {
  const folder = join(dataFolder, 'reports')
  const folderHandle = await chooseFolder(app, page, folder)
  const drawing = app.waitForEvent('window')
  const leave = await coreAllows(page, {
    page: 'report',
    documentId: 'never-drawn',
    folderHandle,
    fileName: 'report.pdf',
  })
  const outcome = print(page, leave)
  const hidden = await drawing
  await portArrives(hidden)
  await hidden.evaluate(() => window.throughline.stopPrinting())
  expect(await windowCount(app)).toBe(2)
  await page.evaluate(() => window.throughline.stopPrinting())
  expect(await outcome).toEqual({ ok: false, message: expect.stringContaining('You stopped it') })
  expect(await readdir(folder)).toEqual([])
  expect(await windowCount(app)).toBe(1)
  await page.evaluate(() => window.throughline.stopPrinting())
  const again = await coreAllows(page, { page: 'report', documentId: 'r1', folderHandle, fileName: 'report.pdf' })
  expect(await print(page, again)).toMatchObject({ ok: true })
})

test('a folder that has gone is said in words', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'reports')
  const folderHandle = await chooseFolder(app, page, folder)
  await rm(folder, { recursive: true })
  const outcome = await print(
    page,
    await coreAllows(page, { page: 'report', documentId: 'r1', folderHandle, fileName: 'report.pdf' }),
  )
  expect(outcome).toEqual({ ok: false, message: 'That folder is not there any more. Choose another folder.' })
})
