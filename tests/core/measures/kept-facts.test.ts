import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillDemo } from '#core/features/demo/demo.ts'
import { factsNow, loadFacts } from '#core/features/measures/load-facts.ts'
import type { EventColumns, Facts } from '#shared/features/measures/facts.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { aPractice, createTestCore, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
  await fillDemo(test.core.env, test.session(), { patients: 60, seed: 7 })
})
afterEach(() => test.close())

/** What is known of everybody, wherever their events stand in the columns. */
const told = ({ people, events }: Facts): unknown =>
  people.map(({ eventsFrom, eventsEnd, ...person }) => ({
    ...person,
    events: Object.entries(events).map(([name, column]: [string, EventColumns[keyof EventColumns]]) => [
      name,
      column.slice(eventsFrom, eventsEnd),
    ]),
  }))

const known = (): Promise<Facts> => factsNow(test.session().database.read, TEST_TODAY)

/** @returns whether the facts are still those that were read first, with a few people read again. */
const compare = async (columns: EventColumns): Promise<boolean> => {
  const now = await known()
  expect(told(now)).toEqual(told(await loadFacts(test.session().database.read)))
  return now.events.day.slice(0, columns.day.length).every((day, row) => day === columns.day[row])
}

describe('the facts that are kept of the register', () => {
  it('are those of the register after every change of a person, and only that person is read again', async () => {
    const { register, journey, pathways, tasks, audit } = test.client
    const { events } = await known()
    const isPatched = () => compare(events)
    const { id } = await register.addPerson({
      person: aPerson({ nhsNumber: null, localId: 'K-1' }),
      episode: anEpisode(),
    })
    expect(await isPatched()).toBe(true)
    const logged = await journey.logEvent(anEvent(id, { eventType: 'surgery', date: '2026-10-07' }))
    expect(await isPatched()).toBe(true)
    const other = (await known()).people.find((person) => person.eventsEnd - person.eventsFrom > 3)?.id ?? ''
    await journey.logEvent(anEvent(other, { eventType: 'care_review', date: '2026-10-01' }))
    expect(await isPatched()).toBe(true)
    await pathways.start({
      pathway: { personId: other, tumourGroup: 'lung', priority: 'urgent_suspected_cancer' },
      sent: { eventType: 'referral_received', date: '2026-10-05', precision: 'day' },
    })
    expect(await isPatched()).toBe(true)
    const summaries = await pathways.ofPerson({ personId: other })
    await tasks.add({
      title: 'Ring the hospital',
      personId: other,
      pathwayId: summaries.pathways[0]?.id ?? null,
      dueDate: '2026-12-01',
    })
    expect(await isPatched()).toBe(true)
    await audit.undo({ seq: logged.undo })
    expect(await isPatched()).toBe(true)
    const { person } = await register.person({ id: other })
    // What goes with a person may be of tables that name nobody: then all is read.
    const { undo } = await register.removePerson({ id: other, version: person.version, reason: 'Moved' })
    await compare(events)
    expect((await known()).people.some((one) => one.id === other)).toBe(false)
    await audit.undo({ seq: undo })
    await compare(events)
    expect((await known()).people.some((one) => one.id === other)).toBe(true)
  })

  it('are read whole after a change that may be about everybody', async () => {
    const before = await known()
    await test.client.access.savePractice(aPractice({ odsCode: 'A99902' }))
    expect(told(await known())).toEqual(told(await loadFacts(test.session().database.read)))
    expect(told(await known())).not.toEqual(told(before))
  })
})
