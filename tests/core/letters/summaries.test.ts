import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let personId: string
let eventId: string
beforeEach(async () => {
  test = await createTestCore()
  personId = (await test.client.register.addPerson({ person: aPerson(), episode: anEpisode() })).id
  eventId = (
    await test.client.journey.logEvent(
      anEvent(personId, { eventType: 'treatment_summary', lane: 'primary', date: '2026-11-20' }),
    )
  ).id
})
afterEach(() => test.close())

const FIELDS = { treatmentGiven: 'Operation, then chemotherapy', effects: 'Tiredness', actionsAsked: true }
const ofPerson = () => test.client.letters.ofPerson({ personId })

describe('a treatment summary that came', () => {
  it('is read in, and what it asks of the practice becomes tasks with an owner and a day', async () => {
    const { client } = test
    const saved = await client.letters.saveSummary({
      eventId,
      version: null,
      fields: FIELDS,
      actions: [
        { title: 'Bone density scan', ownerId: test.userId, dueDate: '2026-12-20' },
        { title: 'Put it on the problem list' },
      ],
    })
    expect(saved.tasks).toBe(2)
    const tasks = await client.tasks.ofPerson({ personId })
    expect(tasks.map(({ title, ownerId, dueDate, sourceEventId }) => [title, ownerId, dueDate, sourceEventId])).toEqual(
      [
        ['Bone density scan', test.userId, '2026-12-20', eventId],
        ['Put it on the problem list', null, null, eventId],
      ],
    )
    await client.audit.undo({ seq: saved.undo })
    expect(await client.tasks.ofPerson({ personId })).toEqual([])
    expect((await ofPerson()).summaries).toEqual([])
  })

  it('refuses tasks of a summary that asks nothing, and says which task is wrong', async () => {
    const { client } = test
    const nothing = client.letters.saveSummary({
      eventId,
      version: null,
      fields: { ...FIELDS, actionsAsked: false },
      actions: [{ title: 'Bone density scan' }],
    })
    expect((await refusal(nothing)).details.fieldErrors).toHaveProperty('actionsAsked')
    const stranger = client.letters.saveSummary({
      eventId,
      version: null,
      fields: FIELDS,
      actions: [{ title: 'First' }, { title: 'Second', ownerId: '01900000-0000-7000-8000-0000000fffff' }],
    })
    expect((await refusal(stranger)).details.fieldErrors).toHaveProperty(['actions.1.ownerId'])
    expect(await client.tasks.ofPerson({ personId })).toEqual([])
  })

  it('goes when its event turns out to be another letter, and comes back with the undo', async () => {
    const { client } = test
    await client.letters.saveSummary({ eventId, version: null, fields: FIELDS })
    const { events } = await client.journey.ofPerson({ personId })
    const { id, version, ...event } = events.find((one) => one.id === eventId) ?? events[0]!
    const saved = await client.journey.saveEvent({ id, version, event: { ...event, eventType: 'clinic_letter' } })
    expect((await ofPerson()).summaries).toEqual([])
    await client.audit.undo({ seq: saved.undo })
    expect((await ofPerson()).summaries).toHaveLength(1)
  })

  it('is refused when somebody else read it in meanwhile', async () => {
    const { client } = test
    const first = await client.letters.saveSummary({ eventId, version: null, fields: FIELDS })
    expect((await refusal(client.letters.saveSummary({ eventId, version: null, fields: FIELDS }))).code).toBe('stale')
    await client.letters.saveSummary({ eventId, version: first.version, fields: { ...FIELDS, contact: 'Nurses' } })
    const late = client.letters.saveSummary({ eventId, version: first.version, fields: { ...FIELDS, contact: 'Ward' } })
    expect((await refusal(late)).code).toBe('stale')
  })

  it('has holes that can be asked for, and that close when they are written down', async () => {
    const { client } = test
    const first = await client.letters.saveSummary({ eventId, version: null, fields: FIELDS })
    await client.letters.ask({
      personId,
      wanted: [
        { eventId, slot: 'aim' },
        { eventId, slot: 'contact' },
      ],
      kind: 'letter',
      happenedOn: '2026-11-23',
      note: 'Please tell us',
    })
    const { rows } = await client.letters.page({ tab: 'week' })
    expect(rows.map(({ slot }) => slot)).toEqual(['aim', 'contact'])
    const second = await client.letters.saveSummary({
      eventId,
      version: first.version,
      fields: { ...FIELDS, aim: 'C' },
    })
    expect((await ofPerson()).queries[0]?.items.map(({ slot, state }) => [slot, state])).toEqual([
      ['aim', 'answered'],
      ['contact', 'open'],
    ])
    const third = await client.letters.saveSummary({
      eventId,
      version: second.version,
      fields: { ...FIELDS, aim: 'C', contact: 'Specialist nurses' },
    })
    expect((await ofPerson()).queries[0]?.state).toBe('answered')
    await client.audit.undo({ seq: third.undo })
    expect((await ofPerson()).queries[0]?.state).toBe('open')
  })

  it('goes with its event, and comes back with it', async () => {
    const { client } = test
    await client.letters.saveSummary({ eventId, version: null, fields: FIELDS, actions: [{ title: 'Scan' }] })
    const removed = await client.journey.removeEvent({ id: eventId, version: 1 })
    expect((await ofPerson()).summaries).toEqual([])
    await client.audit.undo({ seq: removed.undo })
    expect((await ofPerson()).summaries[0]).toMatchObject({ eventId, treatmentGiven: 'Operation, then chemotherapy' })
  })
})
