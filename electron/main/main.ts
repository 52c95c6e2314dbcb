import { app } from 'electron'
import { registerAppScheme } from './security/app-protocol.ts'
import { hardenCommandLine } from './security/command-line.ts'
import { guardNavigation } from './security/navigation.ts'
import { guardSessions } from './security/session.ts'
import { openShell } from './shell.ts'
import { readStartOptions } from './start-options.ts'
import { useDataFolder } from './data-folder.ts'

const start = readStartOptions({
  arguments: process.argv,
  environment: process.env,
  packaged: app.isPackaged,
  mainFolder: import.meta.dirname,
})

// The lock is kept per data folder, so the folder comes first and everything that opens a file comes after.
useDataFolder(start)
if (app.requestSingleInstanceLock()) {
  hardenCommandLine()
  registerAppScheme()
  guardSessions(start.developmentServer)
  guardNavigation()
  void app.whenReady().then(() => openShell(start))
} else {
  app.quit()
}
