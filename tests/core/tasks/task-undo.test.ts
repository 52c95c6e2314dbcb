import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/contract/errors.ts'
import type { Clock } from '#core/clock.ts'
import { addDays } from '#shared/domain/partial-date.ts'
import type { Task, TaskFields } from '#shared/features/tasks/schema.ts'
import { createTestCore, TEST_NOW, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let day = TEST_TODAY
const clock: Clock = { now: () => TEST_NOW, today: () => day, elapsed: () => performance.now() }

beforeEach(async () => {
  day = TEST_TODAY
  test = await createTestCore({ clock })
})
afterEach(() => test.close())

const plain: TaskFields = { title: 'Check the bloods', note: null, ownerId: null, dueDate: null, repeats: 'never' }

const theTask = async (id: string): Promise<Task> => {
  const pages = await Promise.all(
    (['late', 'soon', 'later', 'no_date', 'finished'] as const).map((view) => test.client.tasks.page({ view })),
  )
  const task = pages.flatMap(({ rows }) => rows).find((row) => row.id === id)
  if (task === undefined) throw new Error('the task is gone')
  return task
}

const added = async (): Promise<string> => (await test.client.tasks.add({ ...plain })).id
const version = async (id: string): Promise<number> => (await theTask(id)).version
const drop = async (id: string, reason: string): Promise<number> =>
  (await test.client.tasks.drop({ id, version: await version(id), reason })).undo
const reopen = async (id: string): Promise<number> =>
  (await test.client.tasks.reopen({ id, version: await version(id) })).undo
const finish = async (id: string): Promise<number> =>
  (await test.client.tasks.finish({ id, version: await version(id) })).undo
const save = async (id: string, change: Partial<TaskFields>): Promise<number> =>
  (await test.client.tasks.save({ id, version: await version(id), task: { ...plain, ...change } })).undo
const undo = (seq: number): Promise<{ restored: number; kept: number }> => test.client.audit.undo({ seq })

const KEPT = { restored: 0, kept: 1 }

describe('taking back what was done to a task long since', () => {
  it.each([
    ['on the same day', 0],
    ['on another day', 1],
  ])('leaves it dropped when it was opened and dropped again %s', async (_when, later) => {
    const id = await added()
    const first = await drop(id, 'Not needed')
    await undo(first)
    const second = await drop(id, 'Moved away')
    await reopen(id)
    day = addDays(day, later)
    await drop(id, 'Done elsewhere')
    expect(await undo(second)).toEqual(KEPT)
    expect(await theTask(id)).toMatchObject({ state: 'dropped', droppedReason: 'Done elsewhere', finishedOn: day })
  })

  it('leaves it finished when it was dropped before, and dropped when it was finished before', async () => {
    const id = await added()
    const dropped = await drop(id, 'Not needed')
    await reopen(id)
    const finished = await finish(id)
    expect(await undo(dropped)).toEqual(KEPT)
    expect(await theTask(id)).toMatchObject({ state: 'done', finishedOn: day, droppedReason: null })
    await reopen(id)
    await drop(id, 'Not needed after all')
    expect(await undo(finished)).toEqual(KEPT)
    expect(await theTask(id)).toMatchObject({ state: 'dropped', droppedReason: 'Not needed after all' })
  })

  it('gives a finished task no reason for having been dropped', async () => {
    const id = await added()
    await drop(id, 'Not needed')
    const reopened = await reopen(id)
    await finish(id)
    expect(await undo(reopened)).toEqual(KEPT)
    expect(await theTask(id)).toMatchObject({ state: 'done', droppedReason: null })
  })

  it('never leaves a repeating task without the date it repeats from', async () => {
    const id = await added()
    const dated = await save(id, { dueDate: '2026-12-01' })
    const repeating = await save(id, { dueDate: '2026-12-01', repeats: 'weekly' })
    const moved = await save(id, { dueDate: '2026-12-08', repeats: 'weekly' })
    expect(await undo(dated)).toEqual(KEPT)
    expect(await undo(repeating)).toEqual(KEPT)
    expect(await theTask(id)).toMatchObject({ dueDate: '2026-12-08', repeats: 'weekly' })
    expect(await undo(moved)).toEqual({ restored: 1, kept: 0 })
    expect(await theTask(id)).toMatchObject({ dueDate: '2026-12-01', repeats: 'weekly' })
  })

  it('leaves a task that makes sense, whatever was done and taken back in whatever order', async () => {
    const step = fc.oneof(
      fc.record({ what: fc.constantFrom('drop', 'reopen', 'finish', 'next day') }),
      fc.record({ what: fc.constant('undo'), at: fc.nat({ max: 4 }) }),
      fc.record({
        what: fc.constant('save'),
        dueDate: fc.constantFrom(null, '2026-12-01', '2026-12-08'),
        repeats: fc.constantFrom('never', 'weekly', 'monthly'),
      }),
    )
    type Step = { what: string; at?: number; dueDate?: string | null; repeats?: 'never' | 'weekly' | 'monthly' }
    const take = async (id: string, done: number[], { what, at = 0, dueDate = null, repeats = 'never' }: Step) => {
      if (what === 'next day') day = addDays(day, 1)
      else if (what === 'undo') await undo(done[at % Math.max(1, done.length)] ?? 0)
      else if (what === 'drop') done.push(await drop(id, `For reason ${done.length}`))
      else if (what === 'save') done.push(await save(id, { dueDate, repeats }))
      else done.push(await (what === 'finish' ? finish(id) : reopen(id)))
    }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 14 }), async (steps) => {
        const id = await added()
        const done: number[] = []
        for (const one of steps)
          await take(id, done, one).catch((cause: unknown) => {
            if (!(cause instanceof AppError) || cause.code === 'internal') throw cause
          })
        const task = await theTask(id)
        expect([task.state === 'open', task.droppedReason === null]).toEqual([
          task.finishedOn === null && task.finishedBy === null,
          task.state !== 'dropped',
        ])
        expect(task.repeats === 'never' || task.dueDate !== null).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
