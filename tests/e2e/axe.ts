import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { expect } from '../support/electron-app.ts'

/** Every success criterion that WCAG 2.0, 2.1 and 2.2 have at levels A and AA and axe can try. */
const WCAG_A_AND_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/**
 * The rules among them that look at colours: contrast, and links told from their text by colour alone. The others read
 * structure, words and sizes, which no theme changes: tests/unit/ui/dark-theme.test.ts reads every style for that.
 */
const ABOUT_COLOURS = axe
  .getRules(WCAG_A_AND_AA)
  .filter(({ tags }) => tags.includes('cat.color'))
  .map(({ ruleId }) => ruleId)

const violationsOf = async (page: Page, runOnly: NonNullable<RunOptions['runOnly']>): Promise<string[]> => {
  // To hand axe to a page takes as long as a run, so a page is given it once and keeps it until it is loaded anew.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (chosen) => {
    const inPage = Reflect.get(window, 'axe') as typeof axe
    // Only violations are written out: describing the thousands of parts that pass would take most of the time.
    const results = await inPage.run({ runOnly: chosen, resultTypes: ['violations'] })
    return results.violations
  }, runOnly)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

const turnTo = async (page: Page, scheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme: scheme })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
  // A colour on its way from one theme to the other is neither's.
  await page.evaluate(() => {
    const changing = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    return Promise.allSettled(changing.map(({ finished }) => finished))
  })
}

/**
 * What is on the screen now has no violation that axe finds in light, nor one of colours in dark. It notes every
 * violation and goes on, so that one run tells about every state.
 */
export const expectAccessible = async (page: Page, state: string): Promise<void> => {
  await turnTo(page, 'dark')
  expect.soft(await violationsOf(page, { type: 'rule', values: ABOUT_COLOURS }), `${state}, dark`).toEqual([])
  await turnTo(page, 'light')
  expect.soft(await violationsOf(page, { type: 'tag', values: WCAG_A_AND_AA }), `${state}, light`).toEqual([])
}
