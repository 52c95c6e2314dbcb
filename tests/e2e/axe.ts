import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '../support/electron-app.ts'

/** Every success criterion that WCAG 2.0, 2.1 and 2.2 have at levels A and AA and axe can try. */
const WCAG_A_AND_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

const SCHEMES = ['light', 'dark'] as const

const violationsOf = async (page: Page): Promise<string[]> => {
  // Legacy mode stays in this page: an Electron window cannot open the blank one that axe would use.
  // Only violations are written out: describing the thousands of parts that pass would take most of the time.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await builder.withTags(WCAG_A_AND_AA).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/**
 * What is on the screen now has no violation that axe finds, in light and in dark. It notes every violation and goes on,
 * so that one run tells about every state.
 */
export const expectAccessible = async (page: Page, state: string): Promise<void> => {
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
    expect.soft(await violationsOf(page), `${state}, ${scheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
