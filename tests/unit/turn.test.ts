import { describe, expect, it } from 'vitest'
import { eachInTurns } from '#core/turn.ts'

describe('work on many items', () => {
  it('does each once and in order, and lets others work in between', async () => {
    const items = Array.from({ length: 450 }, (_, at) => at)
    const done: number[] = []
    const seenByOthers: number[] = []
    let running = true
    const other = (): void => {
      seenByOthers.push(done.length)
      if (running) setImmediate(other)
    }
    setImmediate(other)
    await eachInTurns(items, async (item) => void done.push(item))
    running = false
    expect(done).toEqual(items)
    expect(seenByOthers.filter((count) => count > 0 && count < items.length).length).toBeGreaterThanOrEqual(4)
  })

  it('ends with the first failure', async () => {
    const done: number[] = []
    const failing = eachInTurns([1, 2, 3], async (item) => {
      if (item === 2) throw new Error('no')
      done.push(item)
    })
    await expect(failing).rejects.toThrow('no')
    expect(done).toEqual([1])
  })
})
