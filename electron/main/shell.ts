import { app, dialog, type BrowserWindow } from 'electron'
import { COLOUR_SCHEMES, type LockWarning } from '#shared/contract/shell-api.ts'
import { SHELL_CHANNELS } from '#shared/contract/shell-channels.ts'
import type { CoreState, LockReason } from '#shared/contract/shell-messages.ts'
import { startAutoLock } from './auto-lock.ts'
import { guardClipboard } from './clipboard-guard.ts'
import type { Core } from './core-process.ts'
import { offerDialogs } from './dialogs.ts'
import { createFileHandles } from './file-handles.ts'
import { hearPage, oneOf } from './ipc.ts'
import { setMenu } from './menu.ts'
import { offerPreferences } from './preferences.ts'
import { offerPagePrinting } from './print-page.ts'
import { offerReportPrinting } from './print-report.ts'
import { quitAfter } from './quit.ts'
import { serveApp } from './security/app-protocol.ts'
import { protectContent } from './security/content-protection.ts'
import { openAppSession } from './security/session.ts'
import { startSmokeTest, type SmokeTest } from './smoke.ts'
import type { StartOptions } from './start-options.ts'
import { openAppWindow, type AppWindow, type WindowParts } from './window.ts'
import { createReportWindows } from './report-windows.ts'

const reportFatal = (smoke: SmokeTest | null, window: BrowserWindow, message: string): void => {
  if (smoke !== null) smoke.fail(message)
  else
    void dialog
      .showMessageBox(window, { type: 'error', message, buttons: ['Close Throughline'] })
      .then(() => app.quit())
}

const hearApp = (core: Core, appWindow: AppWindow, noteActivity: () => void): void => {
  hearPage(SHELL_CHANNELS.connect, ['app', 'report'], (_payload, sender) => core.connect(sender))
  hearPage(SHELL_CHANNELS.activity, ['app'], noteActivity)
  hearPage(SHELL_CHANNELS.setTheme, ['app'], (scheme) => appWindow.setScheme(oneOf(scheme, COLOUR_SCHEMES)))
  hearPage(SHELL_CHANNELS.quit, ['app'], () => app.quit())
  app.on('second-instance', () => appWindow.bringToFront())
}

/** Puts the shell together: core, window, and what the window may ask for. Runs once the app is ready. */
export const openShell = (start: StartOptions, core: Core): void => {
  const smoke = start.smoke ? startSmokeTest() : null
  const parts: WindowParts = { session: openAppSession(), preload: start.builtFiles.preload }
  serveApp(parts.session, start.builtFiles.pages, start.developmentServer)

  const lock = (reason: LockReason): void => core.send({ type: 'lock', reason })
  const warn = (warning: LockWarning): void => appWindow.window.webContents.send(SHELL_CHANNELS.lockWarning, warning)
  const files = createFileHandles((message) => core.send(message))
  const clipboard = guardClipboard()
  const autoLock = startAutoLock({ lock, warn, lockAfterSeconds: start.lockAfterSeconds })
  const reports = createReportWindows(parts)

  let unlocked = false
  const onState = (state: CoreState): void => {
    autoLock.follow(state)
    if (!appWindow.window.isDestroyed()) protectContent(appWindow.window, state)
    if (unlocked && !state.unlocked) {
      files.forgetAll()
      void clipboard.clear()
      reports.closeAll()
      appWindow.forgetVisited()
    }
    unlocked = state.unlocked
  }
  const onReady = (): void => {
    files.grantAgain()
    smoke?.noteCoreReady()
  }
  const appWindow = openAppWindow(parts, () => smoke?.notePainted())

  core.listen({ onState, onReady, onFatal: (message) => reportFatal(smoke, appWindow.window, message) })
  hearApp(core, appWindow, autoLock.noteActivity)
  offerDialogs(files)
  offerPagePrinting()
  const preferencesKept = offerPreferences()
  offerReportPrinting({
    openWindow: reports.open,
    files,
    takePrint: (leave) => core.takePrint(leave),
    showProgress: appWindow.showProgress,
  })
  setMenu({ lock: () => lock('request') })
  quitAfter(async () => {
    await clipboard.clear()
    await core.shutDown()
    await preferencesKept()
  })
}
