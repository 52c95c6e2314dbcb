import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Clock, frozenClock, londonDate } from '#core/clock.ts'
import { openForReading } from '#core/db/sqlite/connection.ts'
import type { Session } from '#core/context.ts'
import { refreshProjections } from '#core/projections/person-summary.ts'
import type { CareRecord, RecallState } from '#shared/features/care/schema.ts'
import type { ContactKind } from '#shared/features/journey/public.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { aPractice, createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const diagnosed = async (date: string, surname = 'Dallimore', change: object = {}): Promise<string> => {
  const added = await test.client.register.addPerson({
    person: aPerson({ surname, ...change }),
    episode: anEpisode({ diagnosisDate: { date, precision: 'day' } }),
  })
  return added.id
}

const aRecord = (personId: string, change: Partial<CareRecord> = {}): CareRecord => ({
  personId,
  kind: 'support_contact',
  outcome: 'done',
  date: '2026-11-23',
  precision: 'day',
  ...change,
})

const listed = async (kind: ContactKind, state: RecallState): Promise<string[]> =>
  (await test.client.care.page({ kind, state })).rows.map(({ person }) => person.surname)

describe('the recall list', () => {
  it('has everybody in one state by when they are due, the longest wait first', async () => {
    await diagnosed('2026-08-01', 'Late')
    await diagnosed('2026-07-01', 'Latest')
    await diagnosed('2026-08-26', 'Thursday')
    await diagnosed('2026-11-01', 'New')
    await diagnosed('2024-01-01', 'Longago')
    expect(await listed('support_contact', 'overdue')).toEqual(['Latest', 'Late'])
    expect(await listed('support_contact', 'due')).toEqual(['Thursday'])
    expect(await listed('support_contact', 'later')).toEqual(['New'])
    expect(await listed('care_review', 'later')).toHaveLength(4)
    const counts = await test.client.care.counts({})
    expect(counts['support_contact']).toEqual({ overdue: 2, due: 1, later: 1, no_answer: 0 })
    const { rows } = await test.client.care.page({})
    expect(rows[0]).toMatchObject({ dueDate: '2026-10-01', lapsesDate: '2027-10-01', invitations: 0, saidNo: null })
  })

  it('asks nobody whose registration here has ended, and asks again once it runs', async () => {
    const { register } = test.client
    const [left, stayed] = [await diagnosed('2026-08-01', 'Left'), await diagnosed('2026-08-01', 'Stayed')]
    const stay = { practiceName: 'Brackenfold Surgery', odsCode: 'A99901', from: null }
    const ended = { ...stay, to: { date: '2026-11-02', precision: 'day' as const } }
    const added = await register.addRegistration({ personId: left, registration: ended })
    // An earlier practice says nothing of this one.
    const elsewhere = { ...ended, practiceName: 'Otherwhere Practice', odsCode: null }
    await register.addRegistration({ personId: stayed, registration: elsewhere })
    expect(await listed('support_contact', 'overdue')).toEqual(['Stayed'])
    expect((await test.client.care.counts({}))['support_contact']).toMatchObject({ overdue: 1 })
    expect((await test.client.journey.ofPerson({ personId: left })).due).toEqual([])
    expect((await register.person({ id: left })).leftOn).toEqual(ended.to)
    expect((await register.person({ id: stayed })).leftOn).toBeNull()
    await register.saveRegistration({ id: added.id, version: 1, registration: { ...stay, to: null } })
    expect(await listed('support_contact', 'overdue')).toHaveLength(2)
  })

  it('goes by the practice as it is written now, and undo goes back to what it was', async () => {
    const { register, access, audit } = test.client
    const id = await diagnosed('2026-08-01', 'Left')
    const ended = { from: null, to: { date: '2026-11-02', precision: 'day' as const } }
    await register.addRegistration({
      personId: id,
      registration: { practiceName: 'Brackenfold Surgery', odsCode: 'A99907', ...ended },
    })
    expect(await listed('support_contact', 'overdue')).toEqual(['Left'])
    await access.savePractice(aPractice({ odsCode: 'A99907' }))
    expect(await listed('support_contact', 'overdue')).toEqual([])
    expect((await test.client.journey.ofPerson({ personId: id })).due).toEqual([])
    const saved = (await audit.page({})).find(({ method }) => method === 'access.savePractice')
    await audit.undo({ seq: saved?.seq ?? 0 })
    expect(await listed('support_contact', 'overdue')).toEqual(['Left'])
  })

  it('takes whoever was seen off the list, and undo puts them back', async () => {
    const id = await diagnosed('2026-08-01')
    const { undo } = await test.client.care.record(
      aRecord(id, { method: 'phone', doneBy: 'Beth Tranter', informationGiven: true, note: '' }),
    )
    expect(await listed('support_contact', 'overdue')).toEqual([])
    const { events, due } = await test.client.journey.ofPerson({ personId: id })
    expect(events.map(({ eventType }) => eventType)).toEqual(['support_contact', 'support_information_given'])
    expect(events[0]).toMatchObject({ method: 'phone', doneBy: 'Beth Tranter', note: null, lane: 'primary' })
    expect(due.map(({ kind }) => kind)).toEqual(['care_review'])
    await test.client.audit.undo({ seq: undo })
    expect(await listed('support_contact', 'overdue')).toEqual(['Dallimore'])
    expect((await test.client.journey.ofPerson({ personId: id })).events).toEqual([])
  })

  it('counts two invitations a week apart as no answer, and one day less as one', async () => {
    const id = await diagnosed('2026-08-01')
    await test.client.care.record(aRecord(id, { outcome: 'invited', date: '2026-11-02', method: 'letter' }))
    await test.client.care.record(aRecord(id, { outcome: 'invited', date: '2026-11-08', method: 'phone' }))
    expect(await listed('support_contact', 'overdue')).toEqual(['Dallimore'])
    await test.client.care.record(aRecord(id, { outcome: 'invited', date: '2026-11-09', method: 'text' }))
    expect(await listed('support_contact', 'overdue')).toEqual([])
    expect(await listed('support_contact', 'no_answer')).toEqual(['Dallimore'])
    expect((await test.client.care.page({ state: 'no_answer' })).rows[0]).toMatchObject({
      invitations: 3,
      invitedOn: { date: '2026-11-09', precision: 'day' },
      noAnswerUntil: '2027-11-02',
    })
    expect(await test.client.register.viewCounts({})).toMatchObject({ contact_due: 0, everyone: 1 })
    expect((await test.client.register.page({ due: 'late' })).total).toBe(0)
  })

  it('has whoever never answered due again in the register on the day after', async () => {
    let instant = '2026-02-02T10:00:00.000Z'
    const clock: Clock = { now: () => instant, today: () => londonDate(instant), elapsed: () => 0 }
    await test.close()
    test = await createTestCore({ clock })
    const id = await diagnosed('2025-10-01')
    for (const date of ['2025-10-20', '2025-10-28'])
      await test.client.care.record(aRecord(id, { outcome: 'invited', date, method: 'letter' }))
    const due = async (): Promise<number | undefined> => (await test.client.register.viewCounts({}))['contact_due']
    const { database } = test.core.vault.current() as Session
    for (const [at, expected] of [
      ['2026-02-02T10:00:00.000Z', 0],
      ['2026-10-20T10:00:00.000Z', 0],
      ['2026-10-21T10:00:00.000Z', 1],
    ] as const) {
      instant = at
      await refreshProjections(database, londonDate(at))
      expect([at, await due()]).toEqual([at, expected])
    }
  })

  it('asks whoever said no again a year later, while it still matters', async () => {
    const id = await diagnosed('2025-11-01')
    await test.client.care.record(aRecord(id, { kind: 'care_review', outcome: 'declined', date: '2026-10-03' }))
    const { rows } = await test.client.care.page({ kind: 'care_review', state: 'later' })
    expect(rows[0]).toMatchObject({ dueDate: '2027-10-03', saidNo: 'declined', saidNoOn: { date: '2026-10-03' } })
    const { rows: register } = await test.client.register.page({})
    expect(register[0]?.nextDue).toMatchObject({ kind: 'support_contact' })
    await test.client.care.record(aRecord(id, { outcome: 'unsuitable', date: '2026-10-03' }))
    expect(await listed('support_contact', 'later')).toEqual([])
  })

  it('narrows to a named lead and to a tumour group', async () => {
    await diagnosed('2026-08-01', 'Mine', { namedLeadId: test.userId })
    await diagnosed('2026-08-02', 'Nobodys')
    const names = async (filter: object): Promise<string[]> =>
      (await test.client.care.page(filter)).rows.map(({ person }) => person.surname)
    expect(await names({ lead: test.userId })).toEqual(['Mine'])
    expect(await names({ lead: 'nobody' })).toEqual(['Nobodys'])
    expect(await names({ tumourGroup: 'lung' })).toEqual([])
    expect(await names({ tumourGroup: 'lower_gi' })).toEqual(['Mine', 'Nobodys'])
    expect((await test.client.care.counts({ lead: 'nobody' }))['support_contact']?.overdue).toBe(1)
  })

  it('agrees with what is due of each person, whatever was recorded', async () => {
    for (const [index, outcome] of (['done', 'invited', 'declined', 'unsuitable'] as const).entries()) {
      const id = await diagnosed(`2026-0${index + 2}-01`, `Number${index}`)
      await test.client.care.record(aRecord(id, { outcome, date: '2026-10-01' }))
      const { due } = await test.client.journey.ofPerson({ personId: id })
      const inLists = new Map<string, string>()
      for (const kind of ['support_contact', 'care_review'] as const)
        for (const state of ['overdue', 'due', 'later', 'no_answer'] as const)
          for (const row of (await test.client.care.page({ kind, state })).rows)
            if (row.person.id === id) inLists.set(kind, row.dueDate)
      expect(inLists).toEqual(new Map(due.map(({ kind, dueDate }) => [kind, dueDate])))
    }
  })
})

describe('a diagnosis that the register does not count', () => {
  const rodent = anEpisode({
    tumourGroup: 'skin_other',
    site: 'Skin, basal cell',
    icd10Code: 'C44.3',
    stage: null,
    diagnosisDate: { date: '2026-11-01', precision: 'day' },
  })
  const owed = async (id: string) =>
    (await test.client.journey.ofPerson({ personId: id })).due.map(({ kind, dueDate }) => [kind, dueDate])

  it('neither hides an overdue contact nor takes the one that is recorded', async () => {
    const { client } = test
    const id = await diagnosed('2026-08-01')
    const before = await owed(id)
    expect(before[0]).toEqual(['support_contact', '2026-11-01'])
    const skin = await client.register.addEpisode({ personId: id, episode: rodent })
    expect(await owed(id)).toEqual(before)
    expect(await listed('support_contact', 'overdue')).toEqual(['Dallimore'])
    await client.care.record(aRecord(id))
    const [contact] = (await client.journey.ofPerson({ personId: id })).events
    expect(contact?.episodeId).not.toBeNull()
    expect(contact?.episodeId).not.toBe(skin.id)
  })

  it('starts both contacts once the lead keeps it on the practice’s register', async () => {
    const id = await diagnosed('2026-08-01')
    const kept = { ...rodent, onPracticeRegister: true, practiceRegisterReason: 'Agreed at the team meeting' }
    await test.client.register.addEpisode({ personId: id, episode: kept })
    expect((await owed(id))[0]).toEqual(['support_contact', '2027-02-01'])
  })
})

describe('recording', () => {
  it('refuses the same thing twice, the future, and a person who is gone', async () => {
    const id = await diagnosed('2026-08-01')
    await test.client.care.record(aRecord(id))
    const twice = await refusal(test.client.care.record(aRecord(id)))
    expect(twice.details.fieldErrors?.['date']).toContain('already')
    const future = await refusal(test.client.care.record(aRecord(id, { date: '2026-11-24' })))
    expect(future.details.fieldErrors?.['date']).toContain('future')
    const gone = await refusal(test.client.care.record(aRecord('01900000-0000-7000-8000-00000000ffff')))
    expect(gone.code).toBe('not-found')
  })

  it('keeps a template of a review that was held, and of nothing else', async () => {
    const id = await diagnosed('2026-08-01')
    const review = { kind: 'care_review', template: 'Cancer care review' } as const
    await test.client.care.record(aRecord(id, { ...review, outcome: 'invited', date: '2026-10-01' }))
    await test.client.care.record(aRecord(id, review))
    const { events } = await test.client.journey.ofPerson({ personId: id })
    expect(events.map(({ template }) => template)).toEqual([null, 'Cancer care review'])
  })

  it('is for those who may log events', async () => {
    const id = await diagnosed('2026-08-01')
    const session = test.session()
    Object.assign(session.user, { role: 'read-only' })
    const refused = await refusal(test.client.care.record(aRecord(id)))
    expect(refused.code).toBe('forbidden')
  })
})

describe('another day', () => {
  it('drops whoever has lapsed since', async () => {
    const later = await createTestCore({ clock: frozenClock('2028-01-10T09:00:00.000Z') })
    await later.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: { date: '2026-08-01', precision: 'day' } }),
    })
    expect((await later.client.care.page({})).total).toBe(0)
    expect((await later.client.care.page({ kind: 'care_review' })).total).toBe(1)
    await later.close()
  })
})

describe('the plan', () => {
  it('walks an index and never the table', () => {
    const { database, key } = test.core.vault.openRegister()
    const connection = openForReading(database.path, key)
    const plan = connection
      .prepare(
        `EXPLAIN QUERY PLAN SELECT count(*) FROM care_recall AS recall WHERE recall.kind = ? AND recall.lapses_date >= ?
           AND (recall.no_answer_until IS NULL OR recall.no_answer_until < ?) AND recall.due_date < ?`,
      )
      .all('care_review', '2026-11-23', '2026-11-23', '2026-11-23')
    connection.close()
    expect(JSON.stringify(plan)).toContain('COVERING INDEX care_recall_due')
  })
})
