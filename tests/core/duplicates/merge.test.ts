import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordedTable } from '#core/db/recorder.ts'
import { REFERENCES } from '#core/db/references.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const somebody = async (change: Parameters<typeof aPerson>[0] = {}): Promise<string> =>
  (await test.client.register.addPerson({ person: aPerson(change), episode: null })).id

const OF_PEOPLE = [...new Set((REFERENCES.person ?? []).map(({ table }) => table))]

type Row = Readonly<Record<string, unknown>>

/** Every row of every table that hangs on people, and the people, without the count of how often they were changed. */
const everything = (): Promise<Record<string, Row[]>> =>
  test.session().database.alone((connection) => {
    const rows = (table: RecordedTable): Row[] =>
      (connection.prepare(`SELECT * FROM "${table}" ORDER BY id`).all() as Row[]).map((row) => ({ ...row, version: 0 }))
    return Object.fromEntries((['person', ...OF_PEOPLE] as RecordedTable[]).map((table) => [table, rows(table)]))
  })

const workedOut = (): Promise<Record<string, unknown[]>> =>
  test.session().database.alone((connection) => {
    const tables = ['care_recall', 'check_hit', 'pathway_summary', 'letter_gap', 'letter_wait']
    return Object.fromEntries(
      tables.map((table) => {
        const rows = connection.prepare(`SELECT * FROM "${table}"`).all() as Row[]
        return [table, rows.map((row) => JSON.stringify(row)).toSorted()]
      }),
    )
  })

const versionOf = async (id: string): Promise<number> => (await test.client.register.person({ id })).person.version

const merge = async (
  personId: string,
  otherId: string,
  choices: Parameters<typeof test.client.duplicates.merge>[0]['choices'] = {},
): Promise<{ undo: number; moved: number }> =>
  test.client.duplicates.merge({
    personId,
    version: await versionOf(personId),
    otherId,
    otherVersion: await versionOf(otherId),
    choices,
  })

/** A life with a row in nearly every table. */
const fill = async (personId: string, events: number): Promise<void> => {
  const { client } = test
  const episode = await client.register.addEpisode({ personId, episode: anEpisode() })
  await client.register.addRegistration({
    personId,
    registration: { practiceName: 'Brackenfold Surgery', odsCode: null, from: null, to: null },
  })
  const pathway = await client.pathways.start({
    pathway: {
      personId,
      episodeId: episode.id,
      tumourGroup: 'lower_gi',
      priority: 'urgent_suspected_cancer',
      hospital: 'Wexcombe',
      reference: null,
      note: null,
    },
    sent: { eventType: 'urgent_referral', date: '2026-09-01', precision: 'day' },
  })
  let answered: string | null = null
  for (let at = 0; at < events; at += 1) {
    const { id }: { id: string } = await client.journey.logEvent(
      anEvent(personId, {
        eventType: at % 2 === 0 ? 'oncology_clinic' : 'clinic_letter',
        date: `2026-10-${String(at + 1).padStart(2, '0')}`,
        episodeId: episode.id,
        pathwayId: at % 3 === 0 ? pathway.id : null,
        answersEventId: at % 2 === 1 ? answered : null,
      }),
    )
    answered = id
  }
  await client.tasks.add({ personId, title: 'Ring the nurse', dueDate: '2026-12-01', sourceEventId: answered })
  await client.today.putOff({ subject: `support_contact:${personId}`, personId, until: '2026-12-01' })
  const [hit] = await client.checks.ofPerson({ personId })
  if (hit !== undefined)
    await client.checks.keep({ personId, rule: hit.rule, subjectId: hit.subjectId, reason: 'It is right' })
}

describe('merging two records', () => {
  it('moves everything to the one that stays, and remembers the id of the other', async () => {
    const [kept, other] = [await somebody(), await somebody({ nhsNumber: null, localId: '7' })]
    await fill(kept, 2)
    await fill(other, 5)
    const before = await everything()
    const { moved } = await merge(kept, other)
    const after = await everything()
    expect(moved).toBeGreaterThan(8)
    const ofOther = OF_PEOPLE.filter((table) => (after[table] ?? []).some(({ person_id }) => person_id === other))
    expect(ofOther).toEqual([])
    const fewer = OF_PEOPLE.map((table) => [table, (before[table] ?? []).length - (after[table] ?? []).length] as const)
    // Both had put off the same thing, which one of them keeps; the merger itself is new.
    expect(Object.fromEntries(fewer.filter(([, count]) => count !== 0))).toEqual({ put_off: 1, merged_person: -1 })
    expect(after['merged_person']).toMatchObject([{ id: other, person_id: kept, by_name: 'Dr Anjali Rao' }])
    expect(await refusal(test.client.register.person({ id: other }))).toMatchObject({ code: 'not-found' })
    const { episodes } = await test.client.register.person({ id: kept })
    expect(episodes).toHaveLength(2)
    expect((await test.client.checks.ofPerson({ personId: kept })).map(({ rule }) => rule)).toContain('diagnosis-twice')
  })

  it('keeps both histories readable, through a second merger too', async () => {
    const [first, second, third] = [
      await somebody({ nhsNumber: null, localId: '1' }),
      await somebody({ nhsNumber: null, localId: '2' }),
      await somebody({ nhsNumber: null, localId: '3' }),
    ]
    await test.client.journey.logEvent(anEvent(first, { eventType: 'surgery', date: '2026-10-07' }))
    await merge(second, first)
    await merge(third, second)
    const { entries } = await test.client.history.ofPerson({ personId: third })
    const sentences = entries.map(({ sentence }) => sentence)
    expect(sentences.filter((sentence) => sentence === 'Added a person')).toHaveLength(3)
    expect(sentences.filter((sentence) => sentence === 'Merged two records of one person')).toHaveLength(2)
    expect(sentences).toContain('Logged an event')
  })

  it('takes fields as chosen, and otherwise never a blank over something', async () => {
    const kept = await somebody({
      givenName: 'Maureen',
      usualGp: null,
      postcode: 'WX1 2AP',
      sex: 'X',
      leaveOutOfSharing: false,
    })
    const other = await somebody({
      nhsNumber: null,
      localId: '7',
      givenName: 'Mo',
      surname: 'Ashwurth',
      usualGp: 'Dr Rao',
      postcode: 'WX9 9ZZ',
      sex: '2',
      leaveOutOfSharing: true,
      deathDate: { date: '2026-10-01', precision: 'month' },
    })
    await merge(kept, other, { givenName: 'other', address: 'kept' })
    const { person } = await test.client.register.person({ id: kept })
    expect(person).toMatchObject({
      givenName: 'Mo',
      surname: 'Ashworth',
      usualGp: 'Dr Rao',
      postcode: 'WX1 2AP',
      sex: '2',
      localId: '7',
      leaveOutOfSharing: true,
      deathDate: { date: '2026-10-01', precision: 'month' },
    })
  })

  it('loses no part of an address or a carer that only one record has', async () => {
    const kept = await somebody({ address: '1 High Street', postcode: null, carerPhone: '01632 960001' })
    const other = await somebody({ address: null, postcode: 'WX1 2AP', carerName: 'Ann Pell' })
    await merge(kept, other, { nhsNumber: 'kept' })
    expect((await test.client.register.person({ id: kept })).person).toMatchObject({
      address: '1 High Street',
      postcode: 'WX1 2AP',
      carerName: 'Ann Pell',
      carerPhone: '01632 960001',
    })
  })

  it('asks which of two NHS numbers is right', async () => {
    const kept = await somebody({ nhsNumber: '9990000018' })
    const other = await somebody({ nhsNumber: '9990000107' })
    expect(await refusal(merge(kept, other))).toMatchObject({
      code: 'validation',
      details: { fieldErrors: { 'choices.nhsNumber': 'The records have two NHS numbers. Choose which one is right' } },
    })
    const { undo } = await merge(kept, other, { nhsNumber: 'other' })
    expect((await test.client.register.person({ id: kept })).person.nhsNumber).toBe('9990000107')
    expect(await test.client.audit.undo({ seq: undo })).toMatchObject({ kept: 0 })
    expect((await test.client.register.person({ id: kept })).person.nhsNumber).toBe('9990000018')
    expect((await test.client.register.person({ id: other })).person.nhsNumber).toBe('9990000107')
  })

  it('refuses a record that somebody changed meanwhile, itself, and one that is gone', async () => {
    const [kept, other] = [await somebody(), await somebody({ nhsNumber: null, localId: '7' })]
    const call = (change: object): Promise<unknown> =>
      test.client.duplicates.merge({ personId: kept, version: 1, otherId: other, otherVersion: 1, ...change })
    expect(await refusal(call({ otherVersion: 2 }))).toMatchObject({ code: 'stale' })
    expect(await refusal(call({ version: 4 }))).toMatchObject({ code: 'stale' })
    expect(await refusal(call({ otherId: kept }))).toMatchObject({ code: 'validation' })
    await call({})
    expect(await refusal(call({}))).toMatchObject({ code: 'not-found' })
  })

  it('says of the one that stays what was said of the other: not the same as a third', async () => {
    const [kept, other, third] = [
      await somebody({ nhsNumber: null, localId: '1' }),
      await somebody({ nhsNumber: null, localId: '2' }),
      await somebody({ nhsNumber: null, localId: '3' }),
    ]
    await test.client.duplicates.notSame({ personId: other, otherId: third, reason: 'Cousins' })
    await test.client.duplicates.notSame({ personId: other, otherId: kept })
    const before = await everything()
    const { undo } = await merge(kept, other)
    const said = await test.client.duplicates.notSameList({})
    expect(said.map(({ people, reason }) => [new Set(people.map(({ id }) => id)), reason])).toEqual([
      [new Set([kept, third]), 'Cousins'],
    ])
    await test.client.audit.undo({ seq: undo })
    expect(await everything()).toEqual(before)
  })

  it('is taken back whole by one undo, whatever the two records hold', async () => {
    const record = fc.record({
      events: fc.nat(4),
      named: fc.constantFrom('Ashworth', 'Pell'),
      local: fc.option(fc.constantFrom('4', '5'), { nil: null }),
      numbered: fc.boolean(),
      shared: fc.boolean(),
      dead: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(record, record, fc.constantFrom('kept', 'other'), async (one, other, side) => {
        const stored = async (drawn: typeof one): Promise<string> => {
          const id = await somebody({
            surname: drawn.named,
            localId: drawn.local ?? '9',
            leaveOutOfSharing: drawn.shared,
            deathDate: drawn.dead ? { date: '2026-11-01', precision: 'month' } : null,
            ...(drawn.numbered ? {} : { nhsNumber: null }),
          })
          await fill(id, drawn.events)
          return id
        }
        const [first, second] = [await stored(one), await stored(other)]
        const [before, workedBefore] = [await everything(), await workedOut()]
        const { undo } = await merge(first, second, { nhsNumber: side, surname: side, localId: side })
        const taken = await test.client.audit.undo({ seq: undo })
        expect(taken.kept).toBe(0)
        expect(await everything()).toEqual(before)
        expect(await workedOut()).toEqual(workedBefore)
      }),
      { numRuns: 8 },
    )
  }, 60_000)
})
