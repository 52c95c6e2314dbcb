import { expect, test } from './attack.ts'

test('the window is sandboxed, isolated and without Node', async ({ app, page }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Not in the documentation, but the only way to see what a window was made with.
    return (
      window!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  })
  const found = await page.evaluate(() =>
    [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      'showOpenFilePicker',
      'showDirectoryPicker',
    ].filter((name) => name in window),
  )
  expect(found).toEqual([])
})

test('a page cannot change the bridge to the shell', async ({ page }) => {
  const outcome = await page.evaluate(() => {
    const before = window.throughline.chooseFolder
    for (const attempt of [
      () => Object.assign(window, { throughline: {} }),
      () => Object.assign(window.throughline, { chooseFolder: () => 'mine' }),
      () => Object.defineProperty(window.throughline, 'chooseFolder', { value: () => 'mine' }),
    ]) {
      try {
        attempt()
      } catch {
        // Strict code is told that it failed; what counts is that nothing changed.
      }
    }
    return window.throughline.chooseFolder === before
  })
  expect(outcome).toBe(true)
})

test('the title never follows the page', async ({ app, page }) => {
  await page.evaluate(() => {
    document.title = 'EXAMPLE, Alice 999 000 0018'
  })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  const titles = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  )
  expect(titles).toEqual(['Throughline'])
})
