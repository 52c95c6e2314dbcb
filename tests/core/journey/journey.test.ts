import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent, emptyRow } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let personId: string
beforeEach(async () => {
  test = await createTestCore()
  personId = (await test.client.register.addPerson({ person: aPerson(), episode: anEpisode() })).id
})
afterEach(() => test.close())

/** A pathway of a person, put straight into the register. */
const pathwayOf = async (ofPerson: string): Promise<string> => {
  const id = test.core.env.ids.next()
  const { database } = test.core.vault.openRegister()
  await database.write(async ({ db }) => {
    await db
      .insertInto('pathway')
      .values({
        ...emptyRow('pathway'),
        id,
        person_id: ofPerson,
        tumour_group: 'lower_gi',
        priority: 'urgent_suspected_cancer',
        version: 1,
      })
      .execute()
  })
  return id
}

describe('logging what happened', () => {
  it('shows the event in order with what it makes due, and takes it back by undo', async () => {
    const { client } = test
    await client.journey.logEvent(
      anEvent(personId, { eventType: 'symptom_noticed', lane: 'person', date: '2026-07-01', precision: 'month' }),
    )
    const logged = await client.journey.logEvent(anEvent(personId, { eventType: 'discharged', date: '2026-10-12' }))
    const { events, due } = await client.journey.ofPerson({ personId })
    expect(events.map((event) => event.eventType)).toEqual(['symptom_noticed', 'discharged'])
    expect(due).toContainEqual(
      expect.objectContaining({
        kind: 'letter',
        document: 'discharge',
        dueDate: '2026-10-19',
        sourceEventId: logged.id,
      }),
    )
    await client.audit.undo({ seq: logged.undo })
    const after = await client.journey.ofPerson({ personId })
    expect(after.events.map((event) => event.eventType)).toEqual(['symptom_noticed'])
    expect(after.due.filter((item) => item.kind === 'letter')).toEqual([])
  })

  it('closes the hole when the letter comes, and opens it again when the letter is removed', async () => {
    const { client } = test
    const clinic = await client.journey.logEvent(
      anEvent(personId, { eventType: 'oncology_clinic', date: '2026-11-03' }),
    )
    const letter = await client.journey.logEvent(
      anEvent(personId, { eventType: 'clinic_letter', lane: 'primary', date: '2026-11-20', answersEventId: clinic.id }),
    )
    const letters = async (): Promise<number> =>
      (await client.journey.ofPerson({ personId })).due.filter((item) => item.kind === 'letter').length
    expect(await letters()).toBe(0)
    await client.journey.removeEvent({ id: letter.id, version: 1 })
    expect(await letters()).toBe(1)
  })

  it('works out support contact and care review from the diagnosis, by calendar months', async () => {
    const { due } = await test.client.journey.ofPerson({ personId })
    expect(due.map((item) => [item.kind, item.dueDate])).toEqual([
      ['support_contact', '2026-12-04'],
      ['care_review', '2027-09-04'],
    ])
    await test.client.journey.logEvent(
      anEvent(personId, { eventType: 'support_contact', lane: 'primary', date: '2026-11-20' }),
    )
    expect((await test.client.journey.ofPerson({ personId })).due.map((item) => item.kind)).toEqual(['care_review'])
  })

  it('refuses the future, another person’s diagnosis, and an event that moved on', async () => {
    const { client } = test
    expect(await codeOf(client.journey.logEvent(anEvent(personId, { date: '2026-11-24' })))).toBe('validation')
    const other = await client.register.addPerson({ person: aPerson({ surname: 'Okonjo' }), episode: anEpisode() })
    const { episodes } = await client.register.person({ id: other.id })
    expect(await codeOf(client.journey.logEvent(anEvent(personId, { episodeId: episodes[0]?.id ?? null })))).toBe(
      'validation',
    )
    const logged = await client.journey.logEvent(anEvent(personId))
    await client.journey.saveEvent({ id: logged.id, version: 1, event: anEvent(personId, { note: 'first' }) })
    expect(
      await codeOf(
        client.journey.saveEvent({ id: logged.id, version: 1, event: anEvent(personId, { note: 'second' }) }),
      ),
    ).toBe('stale')
    const { events } = await client.journey.ofPerson({ personId })
    expect(events.map((event) => [event.note, event.version])).toEqual([['first', 2]])
  })
})

describe('what an event is linked to', () => {
  it('keeps the pathway, how, who and where, and refuses a pathway of somebody else', async () => {
    const { client } = test
    const mine = await pathwayOf(personId)
    const details = { pathwayId: mine, hospital: 'Wexcombe', method: 'video', doneBy: 'Beth', template: null } as const
    await client.journey.logEvent(anEvent(personId, details))
    expect((await client.journey.ofPerson({ personId })).events[0]).toMatchObject(details)
    const other = await client.register.addPerson({ person: aPerson({ surname: 'Okonjo' }), episode: null })
    const theirs = await pathwayOf(other.id)
    expect(await codeOf(client.journey.logEvent(anEvent(personId, { pathwayId: theirs })))).toBe('validation')
  })

  it('knows the names that a line may hold', async () => {
    await test.client.register.addPerson({
      person: aPerson({ surname: 'Okonjo' }),
      episode: anEpisode({ hospital: 'St Osyth' }),
    })
    const { people, hospitals } = await test.client.journey.names({})
    expect(people).toHaveLength(1)
    expect(hospitals).toEqual(['St Osyth', 'Wexcombe'])
  })
})
