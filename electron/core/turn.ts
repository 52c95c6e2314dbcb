import type { Clock } from './clock.ts'

/** Lets messages, timers and other calls run before going on. */
export const letOthersWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The longest that work in steps goes on without letting others work, in milliseconds. */
const MOST_HELD_UP = 40

/** Runs work that stops after each step, and pauses whenever it has held others up for as long as may be. */
export const stepsInTurns = async <T>(
  steps: Generator<unknown, T, void>,
  { elapsed }: Pick<Clock, 'elapsed'>,
  pause: () => Promise<void> = letOthersWork,
): Promise<T> => {
  let since = elapsed()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (elapsed() - since < MOST_HELD_UP) continue
    await pause()
    since = elapsed()
  }
}

/** Small enough that nobody else waits for as long as a person notices. */
const ITEMS_A_TURN = 100

/** Does something to each of many items, one after another, and lets others work in between: reading goes on meanwhile. */
export const eachInTurns = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % ITEMS_A_TURN === 0) await letOthersWork()
    await work(item)
  }
}
