import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'
import { closeApp, launchApp } from '#tests/support/electron-app.ts'
import { findRuntime } from '../../electron/tooling/runtime.mjs'
import type { BenchRegister } from './bench-register.ts'
import { emptyApp } from './empty-app.ts'
import { type Figure, inTurns, median } from './measure.ts'

const LIMITS = { painted: { most: 1.5 }, register: { most: 400 }, task: { most: 100 } } as const
const NAMES = {
  painted: 'unlock screen painted, against an empty window',
  register: 'first page painted after the passphrase',
  task: 'longest task in the window',
} as const
const UNLOCK = '#passphrase'
/** The first thing to do of Today, where everybody starts. */
const FIRST_PAGE = '[data-item]'
const REGISTER_ROW = '[role="row"] [role="gridcell"]'
const STARTS = 7
const USES = 3

/** The instant, on this computer's clock, of the first frame that shows what a selector finds. */
const paintedAt = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((seen, missed) => {
        setTimeout(() => missed(new Error(`nothing on the screen matches ${wanted}`)), 30_000)
        const look = (): void => {
          if (document.querySelector(wanted) === null) requestAnimationFrame(look)
          else
            requestAnimationFrame(() => requestAnimationFrame(() => seen(performance.timeOrigin + performance.now())))
        }
        look()
      }),
    selector,
  )

const startTime = async (dataFolder: string, selector: string, projectFolder?: string): Promise<number> => {
  const started = Date.now()
  const { app, page } = await launchApp({ dataFolder, ...(projectFolder === undefined ? {} : { projectFolder }) })
  try {
    return (await paintedAt(page, selector)) - started
  } finally {
    await closeApp(app)
  }
}

const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(globalThis, { longTasks: tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
      buffered: true,
    })
  })

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(Reflect.get(globalThis, 'longTasks') as number[])))

/** Milliseconds from a key pressed in the search to the frame that shows the rows it finds. */
const keystroke = async (page: Page, key: string): Promise<number> => {
  const waiting = await page.evaluateHandle(() => {
    const painted = new Promise<number>((seen, missed) => {
      // Where nobody is found the list makes room for a sentence.
      const shown = (): string | null | undefined =>
        document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')
      const before = shown()
      const afterFrame = (pressed: number): void => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => seen(performance.now() - pressed), { once: true })
        port1.start()
        requestAnimationFrame(() => port2.postMessage(null))
      }
      const press = (): void => {
        const pressed = performance.now()
        setTimeout(() => missed(new Error('no rows changed')), 10_000)
        new MutationObserver((_changes, observer) => {
          if (shown() === before) return
          observer.disconnect()
          afterFrame(pressed)
        }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-rowcount'] })
      }
      addEventListener('keydown', press, { capture: true, once: true })
    })
    return { painted }
  })
  await page.keyboard.press(key)
  return waiting.evaluate(({ painted }) => painted)
}

/** Types a name into the search, letter by letter, each after the rows of the one before. @returns each in milliseconds. */
export const typeIntoSearch = async (page: Page, text: string): Promise<number[]> => {
  await page.locator('[role="search"] input').first().focus()
  const times: number[] = []
  for (const letter of text) times.push(await keystroke(page, letter))
  return times
}

/** Opens the app on a register, unlocked, with the list in front. */
export const withRegisterList = async <T>(dataFolder: string, work: (page: Page) => Promise<T>): Promise<T> => {
  const { app, page } = await launchApp({ dataFolder })
  try {
    await page.locator(UNLOCK).fill(DEMO_PASSPHRASE)
    await page.locator(UNLOCK).press('Enter')
    await page.getByRole('link', { name: 'Register' }).first().click()
    await page.locator(REGISTER_ROW).first().waitFor()
    return await work(page)
  } finally {
    await closeApp(app)
  }
}

/** Unlocks, searches and scrolls as a person would, and says how long the register took and the window was busy. */
const driveRegister = async (dataFolder: string): Promise<{ register: number; task: number }> => {
  const { app, page } = await launchApp({ dataFolder })
  try {
    await page.locator(UNLOCK).fill(DEMO_PASSPHRASE)
    await watchTasks(page)
    const pressed = page.evaluate(
      () =>
        new Promise<number>((seen) =>
          addEventListener('keydown', () => seen(performance.timeOrigin + performance.now()), {
            capture: true,
            once: true,
          }),
        ),
    )
    const painted = paintedAt(page, FIRST_PAGE)
    await page.locator(UNLOCK).press('Enter')
    const register = (await painted) - (await pressed)
    await page.getByRole('link', { name: 'Register' }).first().click()
    await page.locator(REGISTER_ROW).first().click()
    for (let times = 0; times < 20; times += 1) await page.keyboard.press('PageDown')
    await page.locator('[role="search"] input').first().fill('ashworth')
    await page.locator('[role="row"]', { hasText: 'ASHWORTH' }).first().waitFor()
    return { register, task: await longestTask(page) }
  } finally {
    await closeApp(app)
  }
}

/** The three figures with one value: null where there is nothing to measure with, NaN where the window failed. */
const withoutMeasure = (value: null | number, why: string): Figure[] => [
  { name: NAMES.painted, value, unit: '×', limit: LIMITS.painted, detail: why },
  { name: NAMES.register, value, unit: 'ms', limit: LIMITS.register, detail: why },
  { name: NAMES.task, value, unit: 'ms', limit: LIMITS.task, detail: why },
]

const measureWindows = async (folder: string, emptyData: string, empty: string): Promise<Figure[]> => {
  const sides = { ours: () => startTime(folder, UNLOCK), bare: () => startTime(emptyData, '#painted', empty) }
  const starts = await inTurns(sides, { warmUp: 1, rounds: STARTS })
  const uses = []
  for (let round = 0; round < USES; round += 1) uses.push(await driveRegister(folder))
  const started = `${starts.ours.toFixed(0)} ms against ${starts.bare.toFixed(0)} ms`
  const used = `10,000 people, median of ${USES}`
  return [
    { name: NAMES.painted, value: starts.ratio, unit: '×', limit: LIMITS.painted, detail: started },
    {
      name: NAMES.register,
      value: median(uses.map(({ register }) => register)),
      unit: 'ms',
      limit: LIMITS.register,
      detail: `${used}; deriving the key takes almost nothing here`,
    },
    {
      name: NAMES.task,
      value: median(uses.map(({ task }) => task)),
      unit: 'ms',
      limit: LIMITS.task,
      detail: `${used}: unlocking, paging and searching`,
    },
  ]
}

/**
 * What a person waits for in the window. Closes the register: the app opens it instead. The day's backup must have been
 * made, or the app would make it while the register is being painted.
 */
export const windowFigures = async ({ core, folder }: BenchRegister): Promise<Figure[]> => {
  if (findRuntime() === undefined) return withoutMeasure(null, 'no Electron runtime: run npm test')
  if (!existsSync(resolve(import.meta.dirname, '../../out/main/main.js')))
    return withoutMeasure(null, 'the app is not built: run npm run build')
  await core.close()
  const empty = emptyApp()
  const emptyData = mkdtempSync(join(tmpdir(), 'throughline-empty-data-'))
  try {
    return await measureWindows(folder, emptyData, empty)
  } catch (cause) {
    return withoutMeasure(
      Number.NaN,
      `the window failed: ${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'unknown'}`,
    )
  } finally {
    rmSync(empty, { recursive: true, force: true })
    rmSync(emptyData, { recursive: true, force: true })
  }
}
