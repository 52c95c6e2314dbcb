import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEvent, emptyRow } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let personId: string
beforeEach(async () => {
  test = await createTestCore()
  personId = (await test.client.register.addPerson({ person: aPerson(), episode: null })).id
})
afterEach(() => test.close())

const CONTACTS = { practicePhone: '01632 960 140', outOfHoursName: null, outOfHoursPhone: '01632 960 199' }

const aSummary = async (date: string, aim: string): Promise<void> => {
  const { id: eventId } = await test.client.journey.logEvent(
    anEvent(personId, { eventType: 'treatment_summary', lane: 'primary', date }),
  )
  await test.session().database.write(async ({ db }) => {
    await db
      .insertInto('treatment_summary')
      .values({
        ...emptyRow('treatment_summary'),
        id: test.core.env.ids.next(),
        event_id: eventId,
        person_id: personId,
        aim,
        version: 1,
      })
      .execute()
  })
}

describe('what paper about a person needs', () => {
  it('is null where nobody has recorded it', async () => {
    expect(await test.client.handouts.facts({ personId })).toMatchObject({
      contacts: { practicePhone: null, outOfHoursName: null, outOfHoursPhone: null },
      summary: null,
    })
  })

  it('comes from the settings and from the newest treatment summary', async () => {
    const { undo } = await test.client.settings.saveContacts(CONTACTS)
    await aSummary('2026-11-02', 'To control or ease')
    await aSummary('2025-03-02', 'To cure')
    expect(await test.client.handouts.facts({ personId })).toMatchObject({
      contacts: CONTACTS,
      summary: { aim: 'To control or ease' },
    })
    await test.client.audit.undo({ seq: undo })
    expect((await test.client.settings.contacts({})).practicePhone).toBeNull()
  })

  it('refuses a number that is blank, with words for its field', async () => {
    const refused = await refusal(test.client.settings.saveContacts({ ...CONTACTS, practicePhone: ' ' }))
    expect(refused.details.fieldErrors).toHaveProperty('practicePhone')
  })
})

describe('printing a paper', () => {
  it('stands in the audit trail each time, with the person and without their name', async () => {
    await test.client.handouts.printed({ personId, what: 'handover_card' })
    await test.client.handouts.printed({ personId, what: 'story' })
    const [second, first] = await test.client.audit.page({})
    expect(first).toMatchObject({ verb: 'print', method: 'handouts.printed', personId })
    expect(second).toMatchObject({ verb: 'print', sentence: 'Printed a paper about a person' })
    const { entries } = await test.client.history.ofPerson({ personId })
    expect(entries.filter(({ verb }) => verb === 'print')).toHaveLength(2)
  })

  it('is refused for a person who is not there', async () => {
    const gone = '01900000-0000-7000-8000-00000000ffff'
    const refused = await refusal(test.client.handouts.printed({ personId: gone, what: 'story' }))
    expect(refused.code).toBe('not-found')
  })
})
