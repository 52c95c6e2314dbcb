import type { Page } from '@playwright/test'
import type { BenchRegister } from './bench-register.ts'
import { inOpenWindow } from './bench-window.ts'
import { type Figure, median, percentile95 } from './measure.ts'

const SCROLLER = '[data-timeline] > [role="presentation"]'
const ROW = `${SCROLLER} [data-open]`
const SPEED = 3600
const LASTS = 5000
/** As often as a key repeats itself that is held down. */
const REPEAT = 33
/** A frame at 60 a second, and one that is missed. */
const MOST_MS = { median: 17, percentile95: 34 } as const

/** Goes to an address inside the window, without loading it anew. */
const goInside = (page: Page, address: string): Promise<void> =>
  page.evaluate((wanted) => {
    history.pushState(null, '', wanted)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)

/** Milliseconds between one frame and the next while something goes on; the timeline is scrolled to and fro by `speed`. */
const frames = (page: Page, speed: number): Promise<number[]> =>
  page.evaluate(
    ({ wanted, pixels, lasts }) =>
      new Promise<number[]>((seen) => {
        const scroller = document.querySelector(wanted)
        const began = performance.now()
        const times: number[] = []
        let before: number | null = null
        let way = 1
        const frame = (now: number): void => {
          if (before !== null) {
            times.push(now - before)
            if (scroller !== null && pixels > 0) {
              const { scrollTop, clientHeight, scrollHeight } = scroller
              if (scrollTop + clientHeight >= scrollHeight - 1) way = -1
              else if (scrollTop <= 0) way = 1
              scroller.scrollTop = scrollTop + (way * pixels * (now - before)) / 1000
            }
          }
          before = now
          if (performance.now() - began < lasts) requestAnimationFrame(frame)
          else seen(times)
        }
        requestAnimationFrame(frame)
      }),
    { wanted: SCROLLER, pixels: speed, lasts: LASTS },
  )

/** Holds a key down, as long as frames are counted. */
const framesWhileHeld = async (page: Page, key: string): Promise<number[]> => {
  const counted = frames(page, 0)
  const ends = performance.now() + LASTS
  for (let next = performance.now(); next < ends; next += REPEAT) {
    await page.waitForTimeout(Math.max(0, next - performance.now()))
    await page.keyboard.down(key)
  }
  await page.keyboard.up(key)
  return counted
}

const figuresOf = (what: string, times: readonly number[]): Figure[] => [
  {
    name: `${what}, a frame`,
    value: median(times),
    unit: 'ms',
    limit: { most: MOST_MS.median },
    detail: `median of ${times.length}`,
  },
  {
    name: `${what}, 95 frames of 100`,
    value: percentile95(times),
    unit: 'ms',
    limit: { most: MOST_MS.percentile95 },
    detail: `the slowest took ${Math.max(...times).toFixed(0)} ms`,
  },
]

/** Frames of the timeline in the window. Closes the register: the app opens it instead. */
export const planFrameFigures = (register: BenchRegister): Promise<Figure[]> =>
  inOpenWindow(register, async (page) => {
    await goInside(page, '/plan?view=timeline')
    await page.locator(ROW).first().waitFor()
    // What is fetched after the first page would be counted too.
    await page.waitForTimeout(LASTS)
    const scrolled = await frames(page, SPEED)
    await page.locator(SCROLLER).evaluate((scroller) => scroller.scrollTo(0, 0))
    await page.locator(ROW).first().focus()
    return [
      ...figuresOf('timeline scrolled fast', scrolled),
      ...figuresOf('an arrow key held', await framesWhileHeld(page, 'ArrowDown')),
    ]
  })
