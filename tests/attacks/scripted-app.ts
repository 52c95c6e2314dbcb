import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { AllowedPrint, CoreToShellMessage, ShellToCoreMessage } from '#shared/contract/shell-messages.ts'
import { test as base } from './attack.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const SCRIPTED = join(import.meta.dirname, 'scripted')

/** The built shell as it is, with a core and a page that do what a test tells them. */
const makeScriptedProject = async (folder: string): Promise<void> => {
  const out = join(folder, 'out')
  await mkdir(out, { recursive: true })
  await cp(join(PROJECT, 'out/main'), join(out, 'main'), { recursive: true })
  await cp(join(PROJECT, 'out/preload'), join(out, 'preload'), { recursive: true })
  await Promise.all(
    ['core-child.js', 'core-utility.js'].map((name) => cp(join(SCRIPTED, 'core.js'), join(out, 'main', name))),
  )
  await mkdir(join(out, 'renderer'))
  await Promise.all(['index.html', 'page.js'].map((name) => cp(join(SCRIPTED, name), join(out, 'renderer', name))))
  await cp(join(SCRIPTED, 'index.html'), join(out, 'renderer/report.html'))
  const manifest = {
    name: 'throughline',
    productName: 'Throughline',
    version: '0.0.1',
    type: 'module',
    main: 'out/main/main.js',
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
}

/** What the scripted page offers a test. */
export interface Scripted {
  readonly ports: number
  readonly gone: readonly { restarting: boolean }[]
  readonly warnings: readonly ({ secondsLeft: number } | null)[]
  ask(order: string, value?: unknown): Promise<{ heard: ShellToCoreMessage[]; environment: Record<string, string> }>
}

declare global {
  interface Window {
    readonly scripted: Scripted
  }
}

/** Makes the core send a message to the shell. */
export const coreSays = async (page: Page, message: CoreToShellMessage): Promise<void> => {
  await page.evaluate(async (value) => void (await window.scripted.ask('say', value)), message)
}

/** Makes the core allow one print, as it does for a report that may leave. @returns the leave. */
export const coreAllows = async (page: Page, print: AllowedPrint): Promise<string> => {
  const leave = randomBytes(24).toString('base64url')
  await page.evaluate(async (value) => void (await window.scripted.ask('allow', value)), { leave, print })
  return leave
}

/** What the core has heard from the shell, by type. */
export const coreHeard = async (page: Page, type: ShellToCoreMessage['type']): Promise<ShellToCoreMessage[]> => {
  const heard = await page.evaluate(async () => (await window.scripted.ask('nothing')).heard)
  return heard.filter((message) => message.type === type)
}

/** Waits until the page has its port, the nth since it was loaded. */
export const portArrives = async (page: Page, count = 1): Promise<void> => {
  await page.waitForFunction((wanted) => window.scripted.ports === wanted, count)
}

export const test = base.extend({
  projectFolder: async ({ browserName: _unused }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-scripted-'))
    await makeScriptedProject(folder)
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})
