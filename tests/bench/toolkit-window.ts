import type { Page } from '@playwright/test'
import type { BenchRegister } from './bench-register.ts'
import { inOpenWindow } from './bench-window.ts'
import type { Figure } from './measure.ts'

const CARD = '[data-card]'
const FACT = '[contenteditable] [data-field]'
/** Time to look through the library before something in it is opened, in milliseconds. */
const LOOKS = 2000

/** Milliseconds from going to an address until the frame that shows what a selector finds. */
const shownIn = (page: Page, address: string, selector: string): Promise<number> =>
  page.evaluate(
    ({ to, wanted }) =>
      new Promise<number>((seen) => {
        const began = performance.now()
        const look = (): void => {
          if (document.querySelector(wanted) === null) requestAnimationFrame(look)
          else requestAnimationFrame(() => requestAnimationFrame(() => seen(performance.now() - began)))
        }
        history.pushState(null, '', to)
        dispatchEvent(new PopStateEvent('popstate'))
        look()
      }),
    { to: address, wanted: selector },
  )

/** Opening the document in the window, first and again. Closes the register: the app opens it instead. */
export const toolkitWindowFigures = (register: BenchRegister, documentId: string, mostMs: number): Promise<Figure[]> =>
  inOpenWindow(register, async (page) => {
    const openIt = async (): Promise<number> => {
      await shownIn(page, '/toolkit', CARD)
      await page.waitForTimeout(LOOKS)
      return shownIn(page, `/toolkit/${documentId}`, FACT)
    }
    const figure = (name: string, value: number, detail: string): Figure => ({
      name,
      value,
      unit: 'ms',
      limit: { most: mostMs },
      detail,
    })
    return [
      figure('the first document in the window', await openIt(), 'nothing is in memory of the register yet'),
      figure('the same again in the window', await openIt(), 'until its first fact is painted'),
    ]
  })
