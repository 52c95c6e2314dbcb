import { expect, test } from './attack.ts'

test('a page from elsewhere is refused, even behind our own preload script', async ({ app }) => {
  const outcome = await app.evaluate(async ({ app: electronApp, BrowserWindow, dialog }) => {
    let dialogs = 0
    dialog.showOpenDialog = async () => {
      dialogs += 1
      return { canceled: true, filePaths: [] }
    }
    const preload = `${electronApp.getAppPath()}/out/preload/preload.cjs`
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await window.loadURL('about:blank')
    const script = `window.throughline.chooseFolder({ title: 'Attack' }).then(() => 'answered', (error) => error.message)`
    const answer: unknown = await window.webContents.executeJavaScript(script)
    window.destroy()
    return { answer, dialogs }
  })
  expect(outcome.answer).toContain('Refused')
  expect(outcome.dialogs).toBe(0)
})

test('our own address in a window that we did not open is refused', async ({ app }) => {
  const answer: unknown = await app.evaluate(async ({ app: electronApp, BrowserWindow }) => {
    const [own] = BrowserWindow.getAllWindows()
    const { session } = own!.webContents
    const preload = `${electronApp.getAppPath()}/out/preload/preload.cjs`
    const window = new BrowserWindow({ show: false, webPreferences: { preload, session, sandbox: true } })
    await window.loadURL('app://ui/')
    const script = `window.throughline.chooseFolder({ title: 'Attack' }).then(() => 'answered', (error) => error.message)`
    const found: unknown = await window.webContents.executeJavaScript(script)
    window.destroy()
    return found
  })
  expect(answer).toContain('Refused')
})

test('a frame inside our own window is refused', async ({ app }) => {
  const answers: unknown = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const [own] = BrowserWindow.getAllWindows()
    const { mainFrame } = own!.webContents
    // No frame of ours has the bridge, so the message is made as a frame with one would make it.
    const frame = { url: 'app://ui/', parent: mainFrame, origin: 'app://ui' }
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...given: unknown[]) => unknown>
    const askAs = async (senderFrame: unknown) => {
      try {
        await handlers.get('shell:show-in-folder')!({ sender: own!.webContents, senderFrame }, 'no such handle')
        return 'answered'
      } catch (error) {
        return (error as Error).message
      }
    }
    return [
      await askAs(frame),
      await askAs(null),
      await askAs({ ...frame, parent: null, url: 'app://ui.example/' }),
      await askAs(mainFrame),
    ]
  })
  expect(answers).toEqual([
    expect.stringContaining('Refused'),
    expect.stringContaining('Refused'),
    expect.stringContaining('Refused'),
    'answered',
  ])
})

test('a message of the wrong shape is refused', async ({ page }) => {
  const answers = await page.evaluate(() => {
    // The types allow none of these calls, which is why the shell must refuse them by itself.
    const shell = window.throughline as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>
    const attempts: [string, unknown][] = [
      ['chooseFileToOpen', { title: 'Open', kinds: ['executable'] }],
      ['chooseFileToOpen', { title: 'Open', kinds: 'csv' }],
      ['chooseFilesToOpen', { title: 'Open', kinds: 'csv' }],
      ['chooseFolderToOpen', null],
      ['chooseFileToSave', { title: 'Save', kind: 'csv', suggestedName: '../../autostart.csv' }],
      ['chooseFileToSave', { title: 'Save', kind: 'csv', suggestedName: 'CON.csv' }],
      ['chooseFolder', { title: 'x'.repeat(5000) }],
      ['chooseFolder', null],
      ['showInFolder', { handle: 'x' }],
      ['printReport', { page: 'report', documentId: 'a', folderHandle: 'x', fileName: 'a.pdf' }],
      ['printReport', { leave: '../index' }],
      ['printReport', { leave: 'x'.repeat(33) }],
    ]
    return Promise.all(
      attempts.map(([name, payload]) =>
        shell[name]!(payload).then(
          () => 'answered',
          (error: Error) => error.message,
        ),
      ),
    )
  })
  for (const answer of answers) expect(answer).toContain('Refused')
})
