import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './attack.ts'

test('a chosen file crosses as a handle, never as a path', async ({ app, page, dataFolder }) => {
  const path = join(dataFolder, 'export.csv')
  await writeFile(path, 'NHS number\n')
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  const choices = await page.evaluate(async () => [
    await window.throughline.chooseFileToOpen({ title: 'Choose a file', kinds: ['csv'] }),
    await window.throughline.chooseFileToOpen({ title: 'Choose a file', kinds: ['csv'] }),
  ])
  expect(JSON.stringify(choices)).not.toContain(dataFolder)
  const handles = choices.map((choice) => (choice.status === 'chosen' ? choice.file.handle : ''))
  expect(choices[0]).toEqual({ status: 'chosen', file: { handle: handles[0], name: 'export.csv', size: 11 } })
  expect(handles[0]).toMatch(/^[\w-]{32}$/)
  expect(handles[1]).not.toBe(handles[0])
})

test('a guessed handle opens nothing', async ({ app, page }) => {
  await app.evaluate(({ shell }) => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    shell.showItemInFolder = (path) => {
      shown.push(path)
    }
  })
  const answers = await page.evaluate(async () => {
    const guesses = ['', '/etc/passwd', '../..', '0', '__proto__', 'constructor', 'A'.repeat(32)]
    const shown = await Promise.all(guesses.map((guess) => window.throughline.showInFolder(guess)))
    const printed = await window.throughline.printReport({ leave: 'A'.repeat(32) })
    return [...shown, printed]
  })
  expect(answers.map((answer) => answer.ok)).toEqual(answers.map(() => false))
  expect(await app.evaluate(() => Reflect.get(globalThis, 'shown') as string[])).toEqual([])
})

test('a file made by a script is not a dropped file', async ({ page }) => {
  const choice = await page.evaluate(() => window.throughline.fileFromDrop(new File(['x'], '/etc/passwd')))
  expect(choice.status).toBe('refused')
})

test('a file made by a script is not one of several dropped files', async ({ page }) => {
  const choice = await page.evaluate(() => window.throughline.filesFromDrop([new File(['x'], '/etc/passwd')]))
  expect(choice.status).toBe('refused')
})

test('a folder that is chosen to be read crosses as a handle too', async ({ app, page, dataFolder }) => {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, dataFolder)
  const choice = await page.evaluate(() => window.throughline.chooseFolderToOpen({ title: 'Choose what to bring in' }))
  expect(JSON.stringify(choice)).not.toContain(dataFolder)
  expect(choice).toMatchObject({
    status: 'chosen',
    files: [],
    folders: [{ handle: expect.stringMatching(/^[\w-]{32}$/) }],
  })
})

test('what is not a file any more is refused in words', async ({ app, page, dataFolder }) => {
  const answers = []
  for (const path of [dataFolder, join(dataFolder, 'gone.csv')]) {
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, path)
    answers.push(
      await page.evaluate(() => window.throughline.chooseFileToOpen({ title: 'Choose a file', kinds: ['csv'] })),
    )
  }
  expect(answers).toEqual([
    { status: 'refused', message: expect.stringContaining('not a folder') },
    { status: 'refused', message: expect.stringContaining('still there') },
  ])
})
