import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'
import { closeApp, launchApp } from '#tests/support/electron-app.ts'
import { findRuntime } from '../../electron/tooling/runtime.mjs'
import type { BenchRegister } from './bench-register.ts'
import type { Figure } from './measure.ts'

const PASSPHRASE = '#passphrase'
const FIRST_PAGE = '[data-item]'

/**
 * Measures something in the window with a register unlocked. Closes the register: the app opens it instead.
 * @returns no figures where there is no runtime or nothing is built.
 */
export const inOpenWindow = async (
  { core, folder }: BenchRegister,
  measure: (page: Page) => Promise<Figure[]>,
): Promise<Figure[]> => {
  if (findRuntime() === undefined || !existsSync(resolve(import.meta.dirname, '../../out/main/main.js'))) return []
  await core.close()
  const { app, page } = await launchApp({ dataFolder: folder })
  try {
    await page.locator(PASSPHRASE).fill(DEMO_PASSPHRASE)
    await page.locator(PASSPHRASE).press('Enter')
    await page.locator(FIRST_PAGE).first().waitFor()
    return await measure(page)
  } finally {
    await closeApp(app)
  }
}
