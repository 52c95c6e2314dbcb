import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DueRow, TodayItem } from '#shared/features/today/schema.ts'
import { itemDetail } from '#shared/features/today/words.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const somebody = async (surname: string, diagnosed: string | null = null): Promise<string> =>
  (
    await test.client.register.addPerson({
      person: aPerson({ surname }),
      episode: diagnosed === null ? null : anEpisode({ diagnosisDate: { date: diagnosed, precision: 'day' } }),
    })
  ).id

const subjects = async (): Promise<string[]> => (await test.client.today.page({})).items.map(({ subject }) => subject)
const first = async (): Promise<TodayItem> => {
  const [item] = (await test.client.today.page({})).items
  if (item === undefined) throw new Error('nothing to do')
  return item
}
const dueRow = async (row: DueRow['row']): Promise<DueRow | undefined> =>
  (await test.client.today.page({})).due.find((one) => one.row === row)

describe('Today', () => {
  it('is empty when nothing is due', async () => {
    const page = await test.client.today.page({})
    expect(page.items).toEqual([])
    expect(page.due.every(({ late, week, fourWeeks }) => late + week + fourWeeks === 0)).toBe(true)
    expect(await test.client.today.recent({})).toEqual([])
  })

  it('gathers what is late of every kind, and finishing a thing takes it away', async () => {
    const { client } = test
    const waiting = await somebody('Letter', null)
    const discharged = await client.journey.logEvent(
      anEvent(waiting, { eventType: 'discharged', date: '2026-10-12', hospital: 'Wexcombe' }),
    )
    const contact = await somebody('Contact', '2026-08-26')
    const { id: taskId } = await client.tasks.add({ title: 'Order leaflets', dueDate: '2026-11-20' })
    await client.tasks.add({ title: 'Not yet', dueDate: '2026-11-24' })
    expect(await subjects()).toEqual([`letter:${discharged.id}`, `support_contact:${contact}`, `task:${taskId}`])
    expect(await first()).toMatchObject({
      score: 80,
      person: { surname: 'Letter' },
      facts: { kind: 'letter', row: { document: 'discharge', hospital: 'Wexcombe', dueDate: '2026-10-19' } },
    })
    await client.tasks.finish({ id: taskId, version: 1 })
    await client.care.record({
      personId: contact,
      kind: 'support_contact',
      outcome: 'done',
      date: '2026-11-23',
      precision: 'day',
    })
    expect(await subjects()).toEqual([`letter:${discharged.id}`])
  })

  it('leaves whoever was just invited in peace, and letters that nobody can use any more', async () => {
    const invited = await somebody('Invited', '2026-08-01')
    await test.client.care.record({
      personId: invited,
      kind: 'support_contact',
      outcome: 'invited',
      date: '2026-11-17',
      precision: 'day',
    })
    const old = await somebody('Old')
    await test.client.journey.logEvent(anEvent(old, { eventType: 'discharged', date: '2026-08-01' }))
    expect(await subjects()).toEqual([])
    expect(await dueRow('letters')).toMatchObject({ late: 1 })
  })

  it('says of a task about somebody who has died that they have, here and among the tasks', async () => {
    const { client } = test
    const { id: personId } = await client.register.addPerson({
      person: aPerson({ deathDate: { date: '2026-11-19', precision: 'day' } }),
      episode: null,
    })
    await client.tasks.add({ personId, title: 'Ring about results', dueDate: '2026-11-20' })
    await client.tasks.add({ title: 'Order leaflets', dueDate: '2026-11-20' })
    const { items } = await client.today.page({})
    expect(items.map((item) => [item.facts.kind === 'task' && item.facts.died, itemDetail(item, TEST_TODAY)])).toEqual(
      expect.arrayContaining([
        [true, 'This person has died: see whether it is still needed. The task was due 3 days ago.'],
        [false, 'The task was due 3 days ago.'],
      ]),
    )
    const { rows } = await client.tasks.page({ view: 'late' })
    expect(rows.map(({ title, died }) => [title, died])).toEqual([
      ['Ring about results', true],
      ['Order leaflets', false],
    ])
  })

  it('shows tasks of nobody and of whoever looks, not of others', async () => {
    const { client, userId } = test
    const mine = await client.tasks.add({ title: 'Mine', dueDate: '2026-11-22', ownerId: userId })
    const session = test.session()
    await client.tasks.add({ title: 'Nobody’s', dueDate: '2026-11-23' })
    expect(await subjects()).toHaveLength(2)
    Object.assign(session.user, { id: '01900000-0000-7000-8000-00000000eeee' })
    expect(await subjects()).not.toContain(`task:${mine.id}`)
  })

  it('counts what is late, due this week and due in four weeks, as the lists do', async () => {
    await somebody('Late', '2026-07-01')
    await somebody('Week', '2026-08-30')
    await somebody('Month', '2026-09-10')
    expect(await dueRow('support_contacts')).toEqual({ row: 'support_contacts', late: 1, week: 1, fourWeeks: 2 })
    const counts = await test.client.care.counts({})
    expect(counts['support_contact']).toMatchObject({ overdue: 1, due: 2 })
    await test.client.tasks.add({ title: 'One', dueDate: '2026-11-30' })
    await test.client.tasks.add({ title: 'Two', dueDate: '2026-12-21' })
    expect(await dueRow('tasks')).toEqual({ row: 'tasks', late: 0, week: 1, fourWeeks: 2 })
    expect(await test.client.tasks.counts({})).toMatchObject({ soon: 2 })
  })
})

describe('not today', () => {
  it('puts a thing off until its day, can be undone, and brought back', async () => {
    const { client } = test
    const { id } = await client.tasks.add({ title: 'Order leaflets', dueDate: '2026-11-20' })
    const subject = `task:${id}`
    const off = await client.today.putOff({ subject, personId: null, until: '2026-11-24' })
    expect(await subjects()).toEqual([])
    expect((await client.today.page({})).putOff).toBe(1)
    await client.audit.undo({ seq: off.undo })
    expect(await subjects()).toEqual([subject])
    await client.today.putOff({ subject, personId: null, until: '2026-11-24' })
    await client.today.putOff({ subject, personId: null, until: '2026-12-01' })
    const back = await client.today.bringBack({})
    expect(back.broughtBack).toBe(1)
    expect(await subjects()).toEqual([subject])
    await client.audit.undo({ seq: back.undo })
    expect(await subjects()).toEqual([])
  })

  it('works for a letter, which is left out before the worst are chosen', async () => {
    const person = await somebody('Letter')
    const { id } = await test.client.journey.logEvent(anEvent(person, { eventType: 'discharged', date: '2026-10-12' }))
    await test.client.today.putOff({ subject: `letter:${id}`, personId: person, until: '2026-11-24' })
    expect(await subjects()).toEqual([])
    expect((await test.client.today.page({})).putOff).toBe(1)
  })

  it('counts no more what was done, came or went in the meantime', async () => {
    const { client } = test
    const person = await somebody('Meanwhile')
    const { id: event } = await client.journey.logEvent(
      anEvent(person, { eventType: 'discharged', date: '2026-10-12' }),
    )
    const { pathwayId } = await client.journey.logEvent(
      anEvent(person, { lane: 'hospital', toldBy: null, eventType: 'urgent_referral', date: '2026-11-01' }),
    )
    const { id: task } = await client.tasks.add({ title: 'Order leaflets', dueDate: '2026-11-20' })
    for (const subject of [`letter:${event}`, `referral:${pathwayId}`, `task:${task}`])
      await client.today.putOff({ subject, personId: null, until: '2026-12-01' })
    expect((await client.today.page({})).putOff).toBe(3)
    await client.tasks.finish({ id: task, version: 1 })
    await client.letters.itCame({ personId: person, eventId: event, date: '2026-11-20', precision: 'day', note: null })
    await client.pathways.remove({ id: pathwayId ?? '', version: 1 })
    expect((await client.today.page({})).putOff).toBe(0)
  })

  it('never hides what waits for a clinician', async () => {
    const personId = await somebody('Rejected')
    const event = { lane: 'hospital', toldBy: null } as const
    const { pathwayId } = await test.client.journey.logEvent(
      anEvent(personId, { ...event, eventType: 'urgent_referral', date: '2026-11-01' }),
    )
    const subject = `referral:${pathwayId}`
    const putOff = { subject, personId, until: '2026-12-01' }
    await test.client.today.putOff(putOff)
    expect(await subjects()).toEqual([])
    await test.client.journey.logEvent(
      anEvent(personId, { ...event, eventType: 'referral_rejected', date: '2026-11-05', pathwayId }),
    )
    expect(await subjects()).toEqual([subject])
    expect((await refusal(test.client.today.putOff(putOff))).details.fieldErrors?.['until']).toContain('clinician')
  })

  it('is refused for a day that is past, for a person who is gone, and for those who may only look', async () => {
    const { today } = test.client
    const past = await refusal(today.putOff({ subject: 'task:x', personId: null, until: '2026-11-23' }))
    expect(past.details.fieldErrors?.['until']).toContain('still to come')
    const far = await refusal(today.putOff({ subject: 'task:x', personId: null, until: '2027-02-22' }))
    expect(far.details.fieldErrors?.['until']).toContain('90 days')
    await today.putOff({ subject: 'task:x', personId: null, until: '2027-02-21' })
    const gone = await refusal(today.putOff({ subject: 'x', personId: test.userId, until: '2026-11-24' }))
    expect(gone.code).toBe('not-found')
    Object.assign(test.session().user, { role: 'read-only' })
    expect((await refusal(today.putOff({ subject: 'x', personId: null, until: '2026-11-24' }))).code).toBe('forbidden')
  })
})

describe('recent journeys', () => {
  it('are the people this user looked at last, the newest first, without those taken off since', async () => {
    const ids: string[] = []
    for (const name of ['One', 'Two', 'Three']) ids.push(await somebody(name))
    for (const id of ids) await test.client.journey.ofPerson({ personId: id })
    const names = async (): Promise<string[]> =>
      (await test.client.today.recent({})).map(({ person }) => person.surname)
    expect(await names()).toEqual(['Three', 'Two', 'One'])
    await test.client.journey.ofPerson({ personId: ids[0] ?? '' })
    expect(await names()).toEqual(['One', 'Three', 'Two'])
    const { person } = await test.client.register.person({ id: ids[2] ?? '' })
    await test.client.register.removePerson({ id: person.id, version: person.version, reason: 'Moved away' })
    expect(await names()).toEqual(['One', 'Two'])
    Object.assign(test.session().user, { id: '01900000-0000-7000-8000-00000000eeee' })
    expect(await names()).toEqual([])
  })
})
