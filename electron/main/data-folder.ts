import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import type { StartOptions } from './start-options.ts'

/**
 * One folder after the other, as the core does: Node's own way of making several at once never comes back from a place
 * such as /proc, and the app would hang before it has a window to say so in.
 */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** Sets where everything is written. Chromium's own files stay together in a folder beside the register. */
export const useDataFolder = ({ dataFolder }: StartOptions): void => {
  if (dataFolder !== null) {
    makeFolder(dataFolder)
    app.setPath('userData', dataFolder)
  }
  app.setPath('sessionData', join(app.getPath('userData'), 'browser'))
}
