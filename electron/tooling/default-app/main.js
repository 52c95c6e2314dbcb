/**
 * Stands in for Electron's own default app in the fallback runtime, which has none: `electron [flags] <project folder>`
 * starts that project as if it had been installed. The top-level await holds back `ready` until the project's main has
 * run, as Electron does for any ES-module app; schemes can only be registered before it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app as publicApp } from 'electron'

/** Electron's own default app uses these two as well; its type definitions leave them out. */
const app = /** @type {typeof publicApp & { setVersion(version: string): void, setAppPath(path: string): void }} */ (
  publicApp
)

const target = process.argv.slice(1).find((argument) => !argument.startsWith('-'))

if (target === undefined) {
  process.stderr.write('Give the folder of the app to start.\n')
  app.exit(1)
} else {
  await loadProject(resolve(target))
}

/** @param {string} folder */
async function loadProject(folder) {
  const manifestPath = join(folder, 'package.json')
  if (!existsSync(manifestPath)) {
    process.stderr.write('There is no package.json in the folder of the app to start.\n')
    app.exit(1)
    return
  }
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'))
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  app.setAppPath(folder)
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()))
  await import(pathToFileURL(join(folder, manifest.main)).href)
}
