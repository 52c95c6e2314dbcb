import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { CoreState } from '#shared/contract/shell-messages.ts'
import { expect } from './attack.ts'
import { coreSays, portArrives, test } from './scripted-app.ts'

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

test('a printed report says which app made it and nothing about the computer', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'reports')
  const folderHandle = await chooseFolder(app, page, folder)
  const outcome = await page.evaluate(
    (handle) => window.throughline.printReport({ reportId: 'r1', folderHandle: handle, fileName: 'report.pdf' }),
    folderHandle,
  )
  expect(outcome).toMatchObject({ ok: true, file: { name: 'report.pdf' } })
  expect(await readdir(folder)).toEqual(['report.pdf'])
  const pdf = (await readFile(join(folder, 'report.pdf'))).toString('latin1')
  expect(pdf).toContain('/Creator (Throughline)')
  expect(pdf).not.toMatch(/Electron|Chrome|Linux|Windows NT|Macintosh/)
  expect(await windowCount(app)).toBe(1)
})

test('a lock stops a report that is being drawn, and leaves no file', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'reports')
  const folderHandle = await chooseFolder(app, page, folder)
  const drawing = app.waitForEvent('window')
  const outcome = page.evaluate(
    (handle) =>
      window.throughline.printReport({ reportId: 'never-drawn', folderHandle: handle, fileName: 'report.pdf' }),
    folderHandle,
  )
  await portArrives(await drawing)
  expect(await windowCount(app)).toBe(2)
  await coreSays(page, { type: 'state', state: { ...OPEN, unlocked: false } })
  expect(await outcome).toEqual({ ok: false, message: expect.stringContaining('locked before the PDF was ready') })
  expect(await readdir(folder)).toEqual([])
  expect(await windowCount(app)).toBe(1)
})

test('a folder that has gone is said in words', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'reports')
  const folderHandle = await chooseFolder(app, page, folder)
  await rm(folder, { recursive: true })
  const outcome = await page.evaluate(
    (handle) => window.throughline.printReport({ reportId: 'r1', folderHandle: handle, fileName: 'report.pdf' }),
    folderHandle,
  )
  expect(outcome).toEqual({ ok: false, message: 'That folder is not there any more. Choose another folder.' })
})
