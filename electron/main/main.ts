import { app } from 'electron'
import { coreEnvironment } from './core-environment.ts'
import { launchCoreHost } from './core-host.ts'
import { CoreProcess, type Core } from './core-process.ts'
import { useDataFolder } from './data-folder.ts'
import { registerAppScheme } from './security/app-protocol.ts'
import { hardenCommandLine } from './security/command-line.ts'
import { guardNavigation } from './security/navigation.ts'
import { guardSessions } from './security/session.ts'
import { openShell } from './shell.ts'
import { readStartOptions } from './start-options.ts'

const start = readStartOptions({
  arguments: process.argv,
  environment: process.env,
  packaged: app.isPackaged,
  mainFolder: import.meta.dirname,
})

const startCore = (): Core => {
  const environment = coreEnvironment(process.env, {
    dataFolder: app.getPath('userData'),
    appVersion: app.getVersion(),
    packaged: start.packaged,
  })
  return new CoreProcess((events) => launchCoreHost(start, environment, events))
}

// The lock is kept per data folder, so the folder comes first and everything that opens a file comes after.
useDataFolder(start)
if (app.requestSingleInstanceLock()) {
  hardenCommandLine()
  registerAppScheme()
  guardSessions(start.developmentServer)
  guardNavigation()
  const core = startCore()
  void app.whenReady().then(() => openShell(start, core))
} else {
  app.quit()
}
