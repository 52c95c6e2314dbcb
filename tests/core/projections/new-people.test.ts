import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoPeople } from '#core/features/demo/people.ts'
import { projectPeople } from '#core/projections/person-summary.ts'
import { runInTransaction } from '#core/write.ts'
import { inJourneyOrder, matchLetters } from '#shared/features/journey/public.ts'
import { createTestCore, type TestCore, TEST_TODAY } from '#tests/support/test-core.ts'
import { summaryRows } from '#tests/support/summary-rows.ts'

const SUBJECT = { method: 'test', verb: 'create', personId: null, undoesSeq: null } as const
const people = [...demoPeople({ patients: 120, seed: 3, today: TEST_TODAY, leadIds: [] })]
const ids = people.map(({ person }) => person.id)

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const summaries = async () => {
  const { read } = test.session().database
  return {
    people: await summaryRows(read),
    recalls: await read.selectFrom('care_recall').selectAll().orderBy('person_id').orderBy('kind').execute(),
  }
}

const remakeAll = (): Promise<void> => test.session().database.write((handle) => projectPeople(handle, ids, TEST_TODAY))

describe('summaries of new people', () => {
  it('are the same from the rows in hand as from the rows read back', async () => {
    await runInTransaction(test.core.env, test.session(), SUBJECT, ({ addPeople }) => addPeople(people))
    const fromHand = await summaries()
    expect(fromHand.people).toHaveLength(people.length)
    expect(fromHand.people.some((one) => one.next_due_date !== null)).toBe(true)
    expect(fromHand.recalls.length).toBeGreaterThan(0)
    await remakeAll()
    expect(await summaries()).toEqual(fromHand)
  })

  it('pair letters as the pages do, in whatever order the events came in', async () => {
    // Enough events on one day, or in one month, for the order of the rows to matter.
    const crowded = people.map((one) => ({
      ...one,
      events: one.events
        .map((event) => ({ ...event, event_date: `${event.event_date.slice(0, 7)}-01`, answers_event_id: null }))
        .toReversed(),
    }))
    await runInTransaction(test.core.env, test.session(), SUBJECT, ({ addPeople }) => addPeople(crowded))
    const { read } = test.session().database
    const kept = async () =>
      (await read.selectFrom('letter_gap').select(['event_id', 'letter_event_id']).execute())
        .flatMap(({ event_id, letter_event_id }) => (event_id === null ? [] : [`${event_id} ${letter_event_id}`]))
        .toSorted()
    const shown: string[] = []
    for (const personId of ids) {
      const { events } = await test.client.journey.ofPerson({ personId })
      for (const [id, letter] of matchLetters(inJourneyOrder(events))) shown.push(`${id} ${letter.id}`)
    }
    expect(shown.length).toBeGreaterThan(100)
    expect(await kept()).toEqual(shown.toSorted())
    await remakeAll()
    expect(await kept()).toEqual(shown.toSorted())
  })

  it('hold what was written about them later in the same transaction', async () => {
    await runInTransaction(test.core.env, test.session(), SUBJECT, async ({ addPeople, update, insert }) => {
      await addPeople(people)
      await update('person', ids[0] ?? '', { surname: 'Renamed' }, null)
      await insert('journey_event', {
        id: test.core.env.ids.next(),
        person_id: ids[1] ?? '',
        episode_id: null,
        event_type: 'died',
        lane: 'person',
        event_date: TEST_TODAY,
        event_date_precision: 'day',
        note: null,
        told_by: null,
        answers_event_id: null,
      })
    })
    const changed = await test
      .session()
      .database.read.selectFrom('person_summary')
      .select(['person_id', 'sort_name', 'died'])
      .where('person_id', 'in', ids.slice(0, 2))
      .orderBy('person_id')
      .execute()
    expect(changed[0]?.sort_name).toMatch(/^renamed /)
    expect(changed[1]?.died).toBe(1)
    const asLeft = await summaries()
    await remakeAll()
    expect(await summaries()).toEqual(asLeft)
  })
})
