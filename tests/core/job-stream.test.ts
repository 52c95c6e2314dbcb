import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jobStream } from '#core/job-stream.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const PROGRESS = { step: 'Counting', done: 0, total: 3, unit: 'step' }

describe('a job whose listener leaves', () => {
  it('is stopped, and has ended when the loop has', async () => {
    const { client, core } = test
    const stream = await client.reports.build({ from: '2025-04-01', to: '2026-03-31', smallNumbers: 'hide-1-to-5' })
    for await (const _progress of stream) break
    expect(core.quietFor()).toBeGreaterThan(0)
    expect(await client.reports.list({})).toEqual([])
  })

  it('is told by the signal, as it is by the signal of whoever started it', async () => {
    const heard: string[] = []
    const work = (name: string) => (onProgress: (progress: typeof PROGRESS) => void, signal: AbortSignal) =>
      new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          heard.push(name)
          reject(new Error(name))
        })
        onProgress(PROGRESS)
      })
    for await (const _progress of jobStream(work('left'), undefined)) break
    const starter = new AbortController()
    const stream = jobStream(work('stopped'), starter.signal)
    await stream.next()
    starter.abort()
    await expect(stream.next()).rejects.toThrow('stopped')
    expect(heard).toEqual(['left', 'stopped'])
  })
})
