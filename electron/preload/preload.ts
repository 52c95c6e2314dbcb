import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CORE_AWAITED_MESSAGE, CORE_PORT_MESSAGE, type ShellApi } from '#shared/contract/shell-api.ts'
import { SHELL_CHANNELS, VERSION_ARGUMENT } from '#shared/contract/shell-channels.ts'

/** Least time between two reports that someone is working, in milliseconds. */
const ACTIVITY_INTERVAL = 1000

/** Hands a page what the shell sends on a channel. The listener that is added is the one that is removed. */
const subscribe =
  <T>(channel: string) =>
  (listener: (value: T) => void): (() => void) => {
    const receive = (_event: unknown, value: T): void => listener(value)
    ipcRenderer.on(channel, receive)
    return () => {
      ipcRenderer.removeListener(channel, receive)
    }
  }

const createActivityReport = (): ((now: number) => void) => {
  let last = Number.NEGATIVE_INFINITY
  return (now) => {
    if (now - last < ACTIVITY_INTERVAL) return
    last = now
    ipcRenderer.send(SHELL_CHANNELS.activity)
  }
}
const reportActivity = createActivityReport()

const printPage: ShellApi['printPage'] = async ({ title }) => {
  // The queue shows the document's title, and the window's own title never changes (window.ts).
  const before = document.title
  document.title = title
  try {
    return await ipcRenderer.invoke(SHELL_CHANNELS.printPage)
  } finally {
    document.title = before
  }
}

const api: ShellApi = {
  version: process.argv.find((argument) => argument.startsWith(VERSION_ARGUMENT))?.slice(VERSION_ARGUMENT.length) ?? '',
  platform: process.platform,
  chooseFileToOpen: (options) => ipcRenderer.invoke(SHELL_CHANNELS.chooseFileToOpen, options),
  chooseFilesToOpen: (options) => ipcRenderer.invoke(SHELL_CHANNELS.chooseFilesToOpen, options),
  chooseFolderToOpen: (options) => ipcRenderer.invoke(SHELL_CHANNELS.chooseFolderToOpen, options),
  chooseFileToSave: (options) => ipcRenderer.invoke(SHELL_CHANNELS.chooseFileToSave, options),
  chooseFolder: (options) => ipcRenderer.invoke(SHELL_CHANNELS.chooseFolder, options),
  fileFromDrop: (file) => ipcRenderer.invoke(SHELL_CHANNELS.fileFromDrop, webUtils.getPathForFile(file)),
  filesFromDrop: (files) =>
    ipcRenderer.invoke(
      SHELL_CHANNELS.filesFromDrop,
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  showInFolder: (handle) => ipcRenderer.invoke(SHELL_CHANNELS.showInFolder, handle),
  printReport: (options) => ipcRenderer.invoke(SHELL_CHANNELS.printReport, options),
  stopPrinting: () => ipcRenderer.send(SHELL_CHANNELS.stopPrinting),
  onPrintStage: subscribe(SHELL_CHANNELS.printStage),
  printPage,
  reportReady: () => ipcRenderer.send(SHELL_CHANNELS.reportReady),
  activity: () => reportActivity(performance.now()),
  onLockWarning: subscribe(SHELL_CHANNELS.lockWarning),
  onCoreGone: subscribe(SHELL_CHANNELS.coreGone),
  copyText: (text) => ipcRenderer.invoke(SHELL_CHANNELS.copyText, text),
  setTitleBarTheme: ({ scheme }) => ipcRenderer.send(SHELL_CHANNELS.setTheme, scheme),
  // Asked for before the first paint, so that nothing changes size under the person's eyes.
  readPreferences: () => ipcRenderer.sendSync(SHELL_CHANNELS.readPreferences),
  keepPreferences: (json) => ipcRenderer.send(SHELL_CHANNELS.keepPreferences, json),
  quit: () => ipcRenderer.send(SHELL_CHANNELS.quit),
}

contextBridge.exposeInMainWorld('throughline', api)

// A port that arrives before the page's scripts have run would find nobody listening.
const listening = new Promise<void>((resolve) => {
  window.addEventListener('DOMContentLoaded', () => resolve(), { once: true })
  window.addEventListener('message', (event: MessageEvent<{ type?: unknown } | null>) => {
    if (event.source === window && event.data?.type === CORE_AWAITED_MESSAGE) resolve()
  })
})
ipcRenderer.on(SHELL_CHANNELS.corePort, ({ ports }) => {
  void listening.then(() => window.postMessage({ type: CORE_PORT_MESSAGE }, location.origin, ports))
})
ipcRenderer.send(SHELL_CHANNELS.connect)

for (const type of ['keydown', 'pointerdown', 'wheel'] as const) {
  window.addEventListener(type, (event) => event.isTrusted && reportActivity(event.timeStamp), {
    capture: true,
    passive: true,
  })
}

for (const type of ['copy', 'cut'] as const) {
  // The clipboard is written after the event.
  window.addEventListener(type, () => setTimeout(() => ipcRenderer.send(SHELL_CHANNELS.copied), 0), { capture: true })
}
