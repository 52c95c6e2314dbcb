import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MAIN = `const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')
app.setPath('userData', join(process.env.THROUGHLINE_DATA, 'electron'))
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true, contextIsolation: true } })
  window.once('ready-to-show', () => window.show())
  return window.loadFile(join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
`
const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><main id="painted">Empty</main></html>\n'

/** A project whose window shows one word: the least that a start on this runtime can cost. */
export const emptyApp = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-empty-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '0.0.0', main: 'main.js' }))
  writeFileSync(join(folder, 'main.js'), MAIN)
  writeFileSync(join(folder, 'index.html'), PAGE)
  return folder
}
