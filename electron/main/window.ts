import {
  app,
  BrowserWindow,
  nativeTheme,
  type BrowserWindowConstructorOptions,
  type Rectangle,
  type Session,
} from 'electron'
import type { ColourScheme } from '#shared/contract/shell-api.ts'
import { VERSION_ARGUMENT } from '#shared/contract/shell-channels.ts'
import { APP_ORIGIN, isAppUrl } from './security/address.ts'
import { protectContent } from './security/content-protection.ts'
import { registerWindow, type WindowRole } from './security/trusted-sender.ts'
import { PAPER, titleBarOverlay, windowBackground } from './theme.ts'
import { recallWindow, rememberWindow } from './window-memory.ts'

const TITLE = 'Throughline'

const MOST_RELOADS = 3

/** Chromium's ERR_ABORTED: the page that was there stays. */
const NAVIGATION_STOPPED = -3

export interface WindowParts {
  readonly session: Session
  readonly preload: string
}

/** The only place that makes a window: every one is sandboxed, without Node, under the same session and guards. */
export const createWindow = (
  role: WindowRole,
  { session, preload }: WindowParts,
  options: BrowserWindowConstructorOptions,
): BrowserWindow => {
  const window = new BrowserWindow({
    ...options,
    title: TITLE,
    show: false,
    // What is printed keeps it in its margins.
    backgroundColor: role === 'report' ? PAPER : windowBackground(),
    webPreferences: {
      session,
      preload,
      additionalArguments: [VERSION_ARGUMENT + app.getVersion()],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      // Files come through our dialogs as handles, never through the page's own picker.
      disableBlinkFeatures: 'FileSystemAccessLocal',
      backgroundThrottling: role === 'app',
    },
  })
  registerWindow(window.webContents, role)
  protectContent(window, null)
  // The task switcher shows the title, so it never follows the page's.
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}

export interface AppWindow {
  readonly window: BrowserWindow
  setScheme(scheme: ColourScheme): void
  bringToFront(): void
  /** Forgets the addresses this window has been to: a search in one of them may hold a name. */
  forgetVisited(): void
  /** Shows in the taskbar that something is being made. */
  showProgress(busy: boolean): void
}

const loadHome = (window: BrowserWindow): void => void window.loadURL(`${APP_ORIGIN}/`)

/** A page whose process died is loaded again; one that keeps dying is left, so that the window can be closed. */
const recoverPage = (window: BrowserWindow): void => {
  let left = MOST_RELOADS
  window.webContents.on('render-process-gone', () => {
    left -= 1
    if (left >= 0) window.webContents.reload()
  })
}

/** A page may empty itself (about:blank) without anyone being asked first: it is brought back. */
const bringHome = (window: BrowserWindow): void => {
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isAppUrl(url)) loadHome(window)
  })
  window.webContents.on('did-fail-load', (_event, code, _description, url, isMainFrame) => {
    if (isMainFrame && code !== NAVIGATION_STOPPED && !isAppUrl(url)) loadHome(window)
  })
}

const followTheme = (window: BrowserWindow): void => {
  const repaint = (): void => {
    window.setBackgroundColor(windowBackground())
    // macOS draws its own controls and has no such method.
    if (process.platform !== 'darwin') window.setTitleBarOverlay(titleBarOverlay())
  }
  nativeTheme.on('updated', repaint)
  window.once('closed', () => nativeTheme.removeListener('updated', repaint))
}

const createAppWindow = (parts: WindowParts, bounds: Rectangle | null): BrowserWindow => {
  const window = createWindow('app', parts, {
    width: 1440,
    height: 900,
    ...bounds,
    minWidth: 1024,
    minHeight: 680,
    titleBarStyle: 'hidden',
    titleBarOverlay: titleBarOverlay(),
    autoHideMenuBar: true,
  })
  followTheme(window)
  recoverPage(window)
  bringHome(window)
  window.once('closed', () => app.quit())
  return window
}

/** The app's window, where it was left, shown once it has painted. `onPainted` runs then. */
export const openAppWindow = (parts: WindowParts, onPainted: () => void): AppWindow => {
  const memory = recallWindow()
  let { scheme } = memory
  nativeTheme.themeSource = scheme
  const window = createAppWindow(parts, memory.bounds)
  window.once('ready-to-show', () => {
    if (memory.maximised) window.maximize()
    window.show()
    onPainted()
  })
  window.on('close', () => rememberWindow(window, scheme))
  loadHome(window)
  return {
    window,
    setScheme: (chosen) => {
      scheme = chosen
      nativeTheme.themeSource = chosen
    },
    bringToFront: () => {
      if (window.isMinimized()) window.restore()
      window.focus()
    },
    forgetVisited: () => {
      if (!window.isDestroyed()) window.webContents.navigationHistory.clear()
    },
    showProgress: (busy) => window.setProgressBar(busy ? 2 : -1),
  }
}
