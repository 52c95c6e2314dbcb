/** Lets messages, timers and other calls run before going on. */
export const letOthersWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Small enough that nobody else waits for as long as a person notices. */
const ITEMS_A_TURN = 100

/** Does something to each of many items, one after another, and lets others work in between: reading goes on meanwhile. */
export const eachInTurns = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % ITEMS_A_TURN === 0) await letOthersWork()
    await work(item)
  }
}
