import { MutationObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, it } from 'vitest'
import { core, onCoreEvent, runJob } from '#renderer/app/core-client.ts'
import { createQueryClient } from '#renderer/app/query-client.ts'
import { createComponentCore } from '#tests/support/component-core.ts'
import type { TestCore } from '#tests/support/test-core.ts'

const open: TestCore[] = []
const start = async (): Promise<TestCore> => {
  const made = await createComponentCore()
  open.push(made)
  return made
}
afterEach(async () => {
  for (const made of open.splice(0)) await made.close()
})

describe('the client of the core', () => {
  it('calls work that was stopped stopped, not broken', async () => {
    await start()
    const stopper = new AbortController()
    const running = runJob(core.safekeeping.backUpNow({}, { signal: stopper.signal }), () => stopper.abort())
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('goes on with the new core when the old one’s port is closed late', async () => {
    const first = await start()
    await start()
    open.splice(open.indexOf(first), 1)
    await first.close()
    for (let turns = 0; turns < 10; turns += 1) await new Promise((resolve) => setImmediate(resolve))
    expect((await core.access.state({})).stage).toBe('unlocked')
  })

  it('hears of a lock even when another listener fails', async () => {
    await start()
    await core.access.state({})
    const stopFailing = onCoreEvent(() => {
      throw new Error('a screen that fails')
    })
    const reasons: string[] = []
    let heard = (): void => undefined
    const stop = onCoreEvent((event) => {
      if (event.type === 'locked') reasons.push(event.reason)
      heard()
    })
    for (let times = 0; times < 2; times += 1) {
      const next = new Promise<void>((resolve) => (heard = resolve))
      open[0]?.core.env.events.emit({ type: 'locked', reason: 'idle' })
      await next
    }
    stopFailing()
    stop()
    expect(reasons).toEqual(['idle', 'idle'])
  })
})

describe('what the screens keep', () => {
  it('is never what was typed into a form that has gone', async () => {
    const queryClient = createQueryClient()
    const form = new MutationObserver(queryClient, {
      mutationFn: async (typed: { passphrase: string }) => typed.passphrase.length,
    })
    const leave = form.subscribe(() => undefined)
    await form.mutate({ passphrase: 'harbour pencil winter goose' })
    leave()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(queryClient.getMutationCache().getAll()).toEqual([])
  })
})
