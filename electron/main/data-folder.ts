import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { StartOptions } from './start-options.ts'

/** Sets where everything is written. Chromium's own files stay together in a folder beside the register. */
export const useDataFolder = ({ dataFolder }: StartOptions): void => {
  if (dataFolder !== null) {
    mkdirSync(dataFolder, { recursive: true })
    app.setPath('userData', dataFolder)
  }
  app.setPath('sessionData', join(app.getPath('userData'), 'browser'))
}
