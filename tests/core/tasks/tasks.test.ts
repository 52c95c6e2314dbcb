import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForReading } from '#core/db/sqlite/connection.ts'
import type { NewTask, TaskView } from '#shared/features/tasks/schema.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let personId: string
beforeEach(async () => {
  test = await createTestCore()
  personId = (await test.client.register.addPerson({ person: aPerson(), episode: anEpisode() })).id
})
afterEach(() => test.close())

const aTask = (change: Partial<NewTask> = {}): NewTask => ({ title: 'Check the bloods', personId, ...change })

const titles = async (view: TaskView, owner: string = 'anyone'): Promise<string[]> =>
  (await test.client.tasks.page({ view, owner })).rows.map(({ title }) => title)

describe('tasks', () => {
  it('stand in the view of their date, with whose they are', async () => {
    const { tasks } = test.client
    await tasks.add(aTask({ title: 'Late', dueDate: '2026-11-20', ownerId: test.userId }))
    await tasks.add(aTask({ title: 'Today', dueDate: '2026-11-23' }))
    await tasks.add(aTask({ title: 'Far', dueDate: '2027-02-01' }))
    await tasks.add(aTask({ title: 'Some day', personId: null }))
    expect(await tasks.counts({})).toEqual({ late: 1, soon: 1, later: 1, no_date: 1, finished: 0 })
    expect(await titles('late')).toEqual(['Late'])
    expect(await titles('late', 'nobody')).toEqual([])
    expect(await titles('soon', 'nobody')).toEqual(['Today'])
    expect(await tasks.counts({ owner: test.userId })).toMatchObject({ late: 1, soon: 0 })
    const { rows } = await tasks.page({ view: 'late' })
    expect(rows[0]).toMatchObject({ ownerName: 'Dr Anjali Rao', person: { surname: 'Ashworth' } })
    expect((await tasks.page({ view: 'no_date' })).rows[0]?.person).toBeNull()
    expect((await tasks.ofPerson({ personId })).map(({ title }) => title)).toEqual(['Late', 'Today', 'Far'])
  })

  it('come back when they repeat, and one undo takes back both', async () => {
    const { client } = test
    const added = await client.tasks.add(aTask({ dueDate: '2026-10-31', repeats: 'monthly', note: 'PSA' }))
    const finished = await client.tasks.finish({ id: added.id, version: 1 })
    expect(finished.next?.dueDate).toBe('2026-11-30')
    const after = await client.tasks.ofPerson({ personId })
    expect(after.map(({ state, dueDate, note }) => [state, dueDate, note])).toEqual([
      ['open', '2026-11-30', 'PSA'],
      ['done', '2026-10-31', 'PSA'],
    ])
    expect(after[1]).toMatchObject({ finishedOn: '2026-11-23', finishedBy: 'Dr Anjali Rao' })
    expect(await client.audit.undo({ seq: finished.undo })).toEqual({ restored: 2, kept: 0 })
    expect((await client.tasks.ofPerson({ personId })).map(({ state }) => state)).toEqual(['open'])
  })

  it('keep the 31st through a short month, and start anew when the date is changed', async () => {
    const { tasks } = test.client
    const first = await tasks.add(aTask({ dueDate: '2026-12-31', repeats: 'monthly' }))
    const step = async (id: string): Promise<{ id: string; dueDate: string }> => {
      const { next } = await tasks.finish({ id, version: 1 })
      if (next === null) throw new Error('it repeats')
      return next
    }
    const january = await step(first.id)
    const february = await step(january.id)
    const march = await step(february.id)
    expect([january, february, march].map(({ dueDate }) => dueDate)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31'])
    await tasks.save({ id: march.id, version: 1, task: { title: 'Moved', dueDate: '2027-03-10', repeats: 'monthly' } })
    expect((await tasks.finish({ id: march.id, version: 2 })).next?.dueDate).toBe('2027-04-10')
  })

  it('open again, and take away what followed while nobody has touched it', async () => {
    const { tasks } = test.client
    const { id } = await tasks.add(aTask({ dueDate: '2026-11-23', repeats: 'weekly' }))
    const { version } = await tasks.finish({ id, version: 1 })
    const reopened = await tasks.reopen({ id, version })
    expect((await tasks.ofPerson({ personId })).map(({ state }) => state)).toEqual(['open'])
    await test.client.audit.undo({ seq: reopened.undo })
    expect((await tasks.ofPerson({ personId })).map(({ state }) => state)).toEqual(['open', 'done'])
  })

  it('are dropped with a reason and do not come back', async () => {
    const { tasks } = test.client
    const { id } = await tasks.add(aTask({ dueDate: '2026-11-23', repeats: 'weekly' }))
    const dropped = await tasks.drop({ id, version: 1, reason: 'Done at the hospital' })
    expect(await tasks.ofPerson({ personId })).toMatchObject([
      { state: 'dropped', droppedReason: 'Done at the hospital' },
    ])
    const again = await refusal(tasks.finish({ id, version: dropped.version }))
    expect(again.code).toBe('conflict')
    await test.client.audit.undo({ seq: dropped.undo })
    expect(await tasks.ofPerson({ personId })).toMatchObject([{ state: 'open', droppedReason: null }])
  })

  it('are added for several people at once and taken back at once', async () => {
    const other = (await test.client.register.addPerson({ person: aPerson(), episode: null })).id
    const { added, undo } = await test.client.tasks.addForPeople({
      personIds: [personId, other, personId],
      task: { title: 'Send the leaflet' },
    })
    expect(added).toBe(2)
    expect(await titles('no_date')).toEqual(['Send the leaflet', 'Send the leaflet'])
    await test.client.audit.undo({ seq: undo })
    expect(await titles('no_date')).toEqual([])
  })

  it('go with a person who is taken off, and come back with them', async () => {
    await test.client.tasks.add(aTask())
    const { person } = await test.client.register.person({ id: personId })
    const { undo } = await test.client.register.removePerson({ id: personId, version: person.version, reason: 'Moved' })
    expect(await titles('no_date')).toEqual([])
    await test.client.audit.undo({ seq: undo })
    expect(await titles('no_date')).toEqual(['Check the bloods'])
  })
})

describe('a task that cannot be right', () => {
  it('is refused with the field and a plain sentence', async () => {
    const { tasks, journey, register } = test.client
    const fields = async (work: Promise<unknown>): Promise<string[]> =>
      Object.keys((await refusal(work)).details.fieldErrors ?? {})
    expect(await fields(tasks.add(aTask({ title: ' ' })))).toEqual(['title'])
    expect(await fields(tasks.add(aTask({ repeats: 'weekly' })))).toEqual(['dueDate'])
    expect(await fields(tasks.add(aTask({ ownerId: personId })))).toEqual(['ownerId'])
    const other = (await register.addPerson({ person: aPerson(), episode: null })).id
    const event = await journey.logEvent(anEvent(other))
    expect(await fields(tasks.add(aTask({ sourceEventId: event.id })))).toEqual(['sourceEventId'])
    expect((await refusal(tasks.addForPeople({ personIds: [test.userId], task: { title: 'x' } }))).code).toBe(
      'not-found',
    )
  })

  it('is refused when somebody else was quicker, and to those who may only look', async () => {
    const { tasks } = test.client
    const { id } = await tasks.add(aTask())
    await tasks.save({ id, version: 1, task: { title: 'Other words' } })
    expect((await refusal(tasks.save({ id, version: 1, task: { title: 'Mine' } }))).code).toBe('stale')
    expect((await refusal(tasks.finish({ id, version: 1 }))).code).toBe('stale')
    expect((await refusal(tasks.drop({ id, version: 1, reason: 'No' }))).code).toBe('stale')
    Object.assign(test.session().user, { role: 'read-only' })
    expect((await refusal(tasks.finish({ id, version: 2 }))).code).toBe('forbidden')
  })
})

describe('the plans of the list', () => {
  it.each([
    ["state = 'open' AND due_date < '2026-11-23' ORDER BY due_date, id", 'task_open'],
    ["state = 'open' AND owner_id = 'x' AND due_date < '2026-11-23' ORDER BY due_date, id", 'task_open_owner'],
    ["state <> 'open' ORDER BY finished_on DESC, id DESC", 'task_finished'],
  ])('%s', (where, index) => {
    const { database, key } = test.core.vault.openRegister()
    const connection = openForReading(database.path, key)
    const plan = JSON.stringify(connection.prepare(`EXPLAIN QUERY PLAN SELECT * FROM task WHERE ${where}`).all())
    connection.close()
    expect(plan).toContain(index)
    expect(plan).not.toContain('TEMP B-TREE')
  })
})
