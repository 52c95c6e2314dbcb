import { finish, inProcessClient } from '#core/in-process.ts'
import type { BenchRegister } from './bench-register.ts'
import { type Figure, timed } from './measure.ts'

const LOOK_EVERY = 10
/** Milliseconds: a call that waits for so long still feels answered at once. */
const LONGEST_SILENCE = 100

/** How long a backup takes, and how long it keeps the core from answering anybody. */
export const backupFigures = async ({ core }: BenchRegister): Promise<Figure[]> => {
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - LOOK_EVERY)
    last = now
  }, LOOK_EVERY)
  const whole = await timed(() => finish(inProcessClient(core).safekeeping.backUpNow({})))
  clearInterval(watch)
  return [
    { name: 'backup of 10,000 people', value: whole, unit: 'ms', limit: null, detail: 'copied, opened and counted' },
    {
      name: 'longest silence of the core meanwhile',
      value: longest,
      unit: 'ms',
      limit: { most: LONGEST_SILENCE },
      detail: 'no call is answered for so long',
    },
  ]
}
