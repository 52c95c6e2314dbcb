import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TABLES_OF_A_PERSON } from '#core/features/history/rows.ts'
import { COLUMN_CLASSES } from '#shared/privacy/columns.ts'
import type { HistoryEntry } from '#shared/features/history/contract.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let personId: string
beforeEach(async () => {
  test = await createTestCore()
  personId = (await test.client.register.addPerson({ person: aPerson(), episode: anEpisode() })).id
})
afterEach(() => test.close())

const entries = async (): Promise<HistoryEntry[]> => (await test.client.history.ofPerson({ personId })).entries
const newest = async (): Promise<HistoryEntry> => {
  const [entry] = await entries()
  if (entry === undefined) throw new Error('a person has a history')
  return entry
}

describe('the history of a person', () => {
  it('reads every table that holds rows of a person', () => {
    const worked = ['person_summary', 'pathway_summary', 'letter_gap', 'check_hit', 'audit_entry']
    const ofPeople = Object.entries(COLUMN_CLASSES)
      .filter(([table, columns]) => 'person_id' in columns && 'version' in columns && !worked.includes(table))
      .map(([table]) => table)
    expect([...TABLES_OF_A_PERSON].toSorted()).toEqual(ofPeople.toSorted())
  })

  it('begins with how they came in, and leaves out looks at them', async () => {
    await test.client.register.person({ id: personId })
    await test.client.journey.ofPerson({ personId })
    const { entries: all, fromFiles } = await test.client.history.ofPerson({ personId })
    expect(fromFiles).toBe(0)
    expect(all.map(({ sentence }) => sentence)).toEqual(['Added a person'])
    expect(all[0]?.changes.map(({ kind, what }) => [kind, what])).toEqual([
      ['insert', 'Personal details'],
      ['insert', 'Diagnosis: Sigmoid colon'],
    ])
    expect(all[0]?.userName).toBe('Dr Anjali Rao')
  })

  it('says of a correction what was there before and what came after', async () => {
    const { client } = test
    const logged = await client.journey.logEvent(anEvent(personId, { eventType: 'surgery', date: '2026-10-07' }))
    await client.journey.saveEvent({
      id: logged.id,
      version: 1,
      event: anEvent(personId, {
        eventType: 'surgery',
        date: '2026-10-01',
        precision: 'month',
        method: 'in_person',
        toldBy: null,
      }),
    })
    expect(await newest()).toMatchObject({
      sentence: 'Corrected an event',
      undone: false,
      canUndo: true,
      changes: [
        {
          kind: 'update',
          what: 'Surgery, 7 Oct 2026',
          fields: [
            { label: 'Date', before: '7 Oct 2026', after: 'Oct 2026' },
            { label: 'Told by', before: 'Patient', after: 'blank' },
            { label: 'How', before: 'blank', after: 'In person' },
          ],
        },
      ],
    })
    // The first entry still names the event as it was then.
    expect((await entries())[1]?.changes).toEqual([{ kind: 'insert', what: 'Surgery, 7 Oct 2026', fields: [] }])
  })

  it('keeps what was removed, and marks what was taken back', async () => {
    const { client } = test
    const logged = await client.journey.logEvent(anEvent(personId, { eventType: 'biopsy', date: '2026-08-30' }))
    const removed = await client.journey.removeEvent({ id: logged.id, version: 1 })
    expect((await newest()).changes).toEqual([{ kind: 'remove', what: 'Biopsy, 30 Aug 2026', fields: [] }])
    await client.audit.undo({ seq: removed.undo })
    const all = await entries()
    expect(all.map(({ sentence, undone }) => [sentence, undone])).toEqual([
      ['Took back an earlier change', false],
      ['Removed an event', true],
      ['Logged an event', false],
      ['Added a person', false],
    ])
    expect(all[1]).toMatchObject({ canUndo: false })
  })

  it('names staff, not their record numbers', async () => {
    const { client } = test
    const { person } = await client.register.person({ id: personId })
    const { id, version, namedLeadName: _name, ...fields } = person
    await client.register.savePerson({ id, version, person: { ...fields, namedLeadId: test.userId } })
    expect((await newest()).changes[0]?.fields).toEqual([
      { label: 'Named lead', before: 'blank', after: 'Dr Anjali Rao' },
    ])
  })

  it('holds the rows of a record that was merged into this one', async () => {
    const other = await test.client.register.addPerson({ person: aPerson({ surname: 'Ashwort' }), episode: null })
    await test.client.journey.logEvent(anEvent(other.id, { eventType: 'ct_scan', date: '2026-08-20' }))
    await test.session().database.write(async ({ db }) => {
      await db.updateTable('journey_event').set({ person_id: personId }).where('person_id', '=', other.id).execute()
      await db.deleteFrom('person').where('id', '=', other.id).execute()
      await db
        .insertInto('merged_person')
        .values({ id: other.id, person_id: personId, by_name: 'Dr Anjali Rao', merged_on: '2026-11-23', version: 1 })
        .execute()
    })
    const told = (await entries()).flatMap(({ changes }) => changes.map(({ what }) => what))
    expect(told).toContain('CT scan, 20 Aug 2026')
  })

  it('says nothing of anybody else who was changed at the same time', async () => {
    const other = await test.client.register.addPerson({ person: aPerson({ surname: 'Okonjo' }), episode: anEpisode() })
    await test.client.journey.logEvent(anEvent(other.id))
    expect(await entries()).toHaveLength(1)
  })
})
