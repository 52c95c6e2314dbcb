import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  _electron,
  type ConsoleMessage,
  type ElectronApplication,
  expect,
  type Page,
  test as base,
} from '@playwright/test'
import { findRuntime } from '../../electron/tooling/runtime.mjs'

/** How long a window may take to leave before its process is ended. */
const patience = 10_000

/** How to start the built app for a test. */
export interface LaunchOptions {
  /** The folder that the app keeps everything in. */
  readonly dataFolder: string
  /** The built project; another one only where the fixture itself is tried. */
  readonly projectFolder?: string
  /** Added to the environment, such as a shorter time before the lock. */
  readonly environment?: Readonly<Record<string, string>>
  /** Given to the app after the project folder. */
  readonly args?: readonly string[]
}

/** A running app, its first window, and what went wrong in the window. */
export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
  /** Console errors (breaches of the content policy are among them) and uncaught exceptions, as they come. */
  readonly problems: string[]
}

/** A start takes under three seconds on a busy machine. */
const startPatience = 18_000

/** How often a start that hangs is begun, in all. */
const starts = 4

/**
 * Starts the built app in a window of its own and waits until its page is there. About one start in a hundred hangs in
 * or breaks in Playwright's attaching to the older runtime, before anything of ours has run: that one is begun anew,
 * and says so on stderr; the last try's error is thrown.
 * @throws Error when no Electron runtime is there or the window does not open
 */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  for (let start = 1; start < starts; start += 1) {
    const before = process.platform === 'linux' ? startedByUs() : new Set<number>()
    const begun = begin(options)
    const running = await Promise.race([begun.catch(() => null), delay(startPatience, null, { ref: false })])
    if (running !== null) return running
    process.stderr.write('The app could not be attached to and is started once more.\n')
    void begun.then(({ app }) => closeApp(app)).catch(() => undefined)
    if (process.platform === 'linux') await endHungApp(before)
  }
  return begin(options)
}

/**
 * The processes that this one has started, by id. The environment of an app's main process cannot be relied on to name
 * its folder, nor can Playwright be asked for the process of a start that hangs. Linux only, like the hang.
 */
function startedByUs(): Set<number> {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return new Set(ids.filter((id) => parentOf(id) === process.pid).map(Number))
}

/** The process that started another; undefined where that one is gone meanwhile. */
function parentOf(id: string): number | undefined {
  try {
    // The name comes second, in brackets, and may hold anything; the state and the parent follow it.
    return Number(readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return undefined
  }
}

/** Ends a hung app and waits until it is gone, so that it does not hold the folder against the next start. */
async function endHungApp(before: ReadonlySet<number>): Promise<void> {
  const hung = [...startedByUs()].filter((id) => !before.has(id))
  for (const id of hung) process.kill(id, 'SIGKILL')
  while (hung.some((id) => startedByUs().has(id))) await delay(50)
}

async function begin(options: LaunchOptions): Promise<RunningApp> {
  const runtime = findRuntime()
  if (!runtime) throw new Error('There is no Electron runtime yet: run npm test, which fetches one.')
  const projectFolder = options.projectFolder ?? resolve(import.meta.dirname, '../..')
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.flags, projectFolder, ...(options.args ?? [])],
    cwd: projectFolder,
    env: appEnvironment({ ...runtime.environment, ...options.environment, THROUGHLINE_DATA: options.dataFolder }),
  })
  const problems: string[] = []
  const page = await app.firstWindow()
  // The window that prints a report comes and goes by itself: what it said before it went does not matter then.
  app.on('window', (window) => void watch(window, problems).catch(() => undefined))
  await Promise.all(app.windows().map((window) => watch(window, problems)))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.waitForLoadState('domcontentloaded')
  return { app, page, problems }
}

/** Closes the app as a person would, and ends its process when it does not leave. */
export async function closeApp(app: ElectronApplication): Promise<void> {
  const process = app.process()
  const overdue = setTimeout(() => process.kill('SIGKILL'), patience)
  try {
    await app.close()
  } catch (cause) {
    if (process.exitCode === null && process.signalCode === null) throw cause
  } finally {
    clearTimeout(overdue)
  }
}

/** What would make Electron something else than the app, or send it to a development server. */
const neverInherited = ['ELECTRON_RUN_AS_NODE', 'ELECTRON_RENDERER_URL', 'NODE_OPTIONS', 'THROUGHLINE_PASSPHRASE']

function appEnvironment(additions: Readonly<Record<string, string>>): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || neverInherited.includes(name) ? [] : [[name, value] as const],
  )
  const quiet = { TZ: 'Europe/London', DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
  return { ...Object.fromEntries(inherited), ...quiet, ...additions }
}

/** The window may have loaded before anyone listened, so what it has said already is asked for as well. */
async function watch(page: Page, problems: string[]): Promise<void> {
  const note = (text: string): void => {
    if (!problems.includes(text)) problems.push(text)
  }
  const noteError = (message: ConsoleMessage): void => {
    if (message.type() === 'error') note(message.text())
  }
  page.on('console', noteError)
  page.on('pageerror', (error) => note(error.message))
  page.on('crash', () => note('The page crashed.'))
  const earlier = await Promise.all([page.consoleMessages(), page.pageErrors()])
  earlier[0].forEach(noteError)
  earlier[1].forEach((error) => note(error.message))
}

interface AppFixtures {
  /** A fresh folder for everything that the app writes; removed after the test. */
  readonly dataFolder: string
  /** Added to the app's environment: `test.use({ appEnvironment: { … } })`. */
  readonly appEnvironment: Readonly<Record<string, string>>
  /** The project to start: the built app, unless the fixture itself is tried. */
  readonly projectFolder: string | undefined
  readonly running: RunningApp
  readonly app: ElectronApplication
  /** The app's first window. */
  readonly page: Page
  /** Must be empty when the test ends; a test that provokes an error takes it out with `splice`. */
  readonly problems: string[]
}

/** Playwright's `test` with the app running in a window: `app`, `page`, `dataFolder` and `problems`. */
export const test = base.extend<AppFixtures>({
  appEnvironment: [{}, { option: true }],
  projectFolder: [undefined, { option: true }],
  dataFolder: async ({ browserName: _unused }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-test-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  running: async ({ dataFolder, appEnvironment: environment, projectFolder }, use) => {
    const running = await launchApp({ dataFolder, environment, ...(projectFolder ? { projectFolder } : {}) })
    await use(running)
    await closeApp(running.app)
    expect(running.problems, 'errors in the window').toEqual([])
  },
  app: ({ running }, use) => use(running.app),
  page: ({ running }, use) => use(running.page),
  problems: ({ running }, use) => use(running.problems),
})

export { expect }
