import type { Locator, Page } from '@playwright/test'
import { expect } from '../support/electron-app.ts'

type Focus = 'on the page' | 'seen' | 'lost' | 'hidden' | 'without a ring'

/** Where the focus is: on nothing, on the page itself after going to it, or on a control with a ring around it. */
const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const here = document.activeElement
    if (here === null || here === document.body) return 'lost'
    if (here.getAttribute('tabindex') === '-1' && !here.matches('[role=option], [role=row], [role=tab]'))
      return 'on the page'
    const { left, top, width, height } = here.getBoundingClientRect()
    if (left + width <= 0 || top + height <= 0 || left >= innerWidth || top >= innerHeight) return 'hidden'
    const ringed = (element: Element | null): boolean => {
      if (element === null || element === document.body) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    }
    // A row draws its ring inside itself, over its cells.
    const { content, borderTopStyle, borderTopWidth } = getComputedStyle(here, '::after')
    if (content !== 'none' && borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0) return 'seen'
    // A box that frames its input shows the ring on the frame.
    return ringed(here) || ringed(here.parentElement) || ringed(here.closest('label, [role=search], [role=dialog]'))
      ? 'seen'
      : 'without a ring'
  })

/** Focus is somewhere, and somebody who looks can tell where. */
export const expectFocus = async (page: Page): Promise<void> => {
  await expect.poll(() => focusOf(page)).toMatch(/^(on the page|seen)$/)
}

/** Tab until the focused control is called so. */
export const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let step = 0; step < 250; step += 1) {
    const called = await page.evaluate(() => {
      const here = document.activeElement
      const label =
        here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement
          ? (here.labels?.[0]?.textContent ?? '')
          : ''
      return `${here?.getAttribute('aria-label') ?? ''} ${label} ${here?.textContent ?? ''}`.trim()
    })
    if (name.test(called)) {
      await expectFocus(page)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name.source}`)
}

/** Tab until the focus is on this one, where others are called the same. */
export const tabOnto = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let step = 0; step < 250; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectFocus(page)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(target)}`)
}
