import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '#tests/support/answers.ts'
import { anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { aLetterTo, somebodyWaiting, type Waiting } from './letter-helpers.ts'

let test: TestCore
let maureen: Waiting
beforeEach(async () => {
  test = await createTestCore()
  maureen = await somebodyWaiting(test)
})
afterEach(() => test.close())

const queriesOf = async () => (await test.client.letters.ofPerson({ personId: maureen.personId })).queries
const listed = async (tab: 'late' | 'week' | 'expected' | 'arrived') => test.client.letters.page({ tab })

describe('asking the hospital', () => {
  it('keeps a letter and a call as steps of one question, with what was promised', async () => {
    const { client } = test
    const { personId, dischargeId } = maureen
    const asked = await client.letters.ask(aLetterTo(personId, [dischargeId], { happenedOn: '2026-11-02' }))
    const called = await client.letters.ask(
      aLetterTo(personId, [], {
        query: { id: asked.queryId, version: asked.version },
        kind: 'call',
        happenedOn: '2026-11-16',
        spokeTo: 'Sharon',
        note: 'Being typed.',
        ringAgainOn: '2026-11-23',
      }),
    )
    const [query] = await queriesOf()
    expect(query).toMatchObject({
      subject: 'Discharge letter',
      state: 'open',
      openedOn: '2026-11-02',
      ringAgainOn: '2026-11-23',
      version: called.version,
    })
    expect(query?.steps.map(({ kind, happenedOn, byName }) => [kind, happenedOn, byName])).toEqual([
      ['letter', '2026-11-02', 'Dr Anjali Rao'],
      ['call', '2026-11-16', 'Dr Anjali Rao'],
    ])
    const { rows } = await listed('late')
    expect(rows[0]).toMatchObject({
      document: 'discharge',
      dueDate: '2026-10-19',
      since: { eventType: 'surgery', date: '2026-10-07' },
      asked: { openedOn: '2026-11-02', lastKind: 'call', lastOn: '2026-11-16', ringAgainOn: '2026-11-23' },
    })
  })

  it('answers the question when the letter is logged in the journey, and opens it again by undo', async () => {
    const { client } = test
    const { personId, dischargeId } = maureen
    await client.letters.ask(aLetterTo(personId, [dischargeId]))
    const letter = await client.journey.logEvent(
      anEvent(personId, { eventType: 'discharge_letter', lane: 'primary', date: '2026-11-23' }),
    )
    expect((await queriesOf())[0]).toMatchObject({
      state: 'answered',
      closedOn: '2026-11-23',
      items: [{ state: 'answered', answerEventId: letter.id }],
    })
    expect((await queriesOf())[0]?.steps.at(-1)?.kind).toBe('answer')
    const { kept } = await client.audit.undo({ seq: letter.undo })
    expect(kept).toBe(0)
    expect((await queriesOf())[0]).toMatchObject({ state: 'open', closedOn: null, items: [{ state: 'open' }] })
    expect((await queriesOf())[0]?.steps.map(({ kind }) => kind)).toEqual(['letter'])
  })

  it('closes the question that the pages draw the letter to, where two events begin on one day', async () => {
    const { client } = test
    const { personId } = maureen
    const clinic = async (precision: 'day' | 'month') =>
      (
        await client.journey.logEvent(
          anEvent(personId, { eventType: 'follow_up_clinic', date: '2026-11-01', precision }),
        )
      ).id
    const [onTheDay, someDay] = [await clinic('day'), await clinic('month')]
    await client.letters.ask(aLetterTo(personId, [onTheDay, someDay]))
    await client.journey.logEvent(
      anEvent(personId, { eventType: 'follow_up_plan', lane: 'primary', date: '2026-11-08' }),
    )
    const items = (await queriesOf())[0]?.items.map(({ eventId, state }) => [eventId, state])
    expect(items).toEqual([
      [onTheDay, 'answered'],
      [someDay, 'open'],
    ])
  })

  it('opens the question again when the letter that answered it is removed, and closes it when that is undone', async () => {
    const { client } = test
    const { personId, dischargeId } = maureen
    await client.letters.ask(aLetterTo(personId, [dischargeId]))
    const came = await client.letters.itCame({ personId, eventId: dischargeId, date: '2026-11-20' })
    const removed = await client.journey.removeEvent({ id: came.eventId, version: 1 })
    expect((await queriesOf())[0]).toMatchObject({ state: 'open', items: [{ state: 'open', answerEventId: null }] })
    await client.audit.undo({ seq: removed.undo })
    expect((await queriesOf())[0]).toMatchObject({
      state: 'answered',
      items: [{ state: 'answered', answerEventId: came.eventId }],
    })
  })

  it('asks for several letters of a person in one question, each answered by itself', async () => {
    const { client } = test
    const { personId, dischargeId, clinicId } = maureen
    await client.letters.ask(aLetterTo(personId, [dischargeId, clinicId]))
    expect((await queriesOf())[0]?.subject).toBe('Discharge letter and 1 more')
    await client.letters.itCame({ personId, eventId: clinicId, date: '2026-11-22' })
    expect((await queriesOf())[0]).toMatchObject({ state: 'open' })
    expect((await queriesOf())[0]?.items.map(({ state }) => state)).toEqual(['open', 'answered'])
    await client.letters.itCame({ personId, eventId: dischargeId, date: '2026-11-23' })
    expect((await queriesOf())[0]).toMatchObject({ state: 'answered' })
  })

  it('stops asking for a letter that is not needed, with the reason, and takes that back by undo', async () => {
    const { client } = test
    const { personId, dischargeId } = maureen
    const said = await client.letters.notNeeded({
      personId,
      wanted: [{ eventId: dischargeId }],
      reason: 'The ward told us everything on the telephone',
    })
    const dueLetters = async () =>
      (await client.journey.ofPerson({ personId })).due
        .filter(({ kind }) => kind === 'letter')
        .map(({ document }) => document)
    expect(await dueLetters()).toEqual(['clinic'])
    expect((await queriesOf())[0]).toMatchObject({ state: 'not_needed' })
    await client.audit.undo({ seq: said.undo })
    expect(await dueLetters()).toEqual(['discharge', 'clinic'])
    expect(await queriesOf()).toEqual([])
  })

  it('opens a question again that was not needed', async () => {
    const { client } = test
    const { personId, dischargeId } = maureen
    await client.letters.notNeeded({ personId, wanted: [{ eventId: dischargeId }], reason: 'Told by phone' })
    const [query] = await queriesOf()
    await client.letters.reopen({ queryId: query?.id ?? '', version: query?.version ?? 0 })
    expect((await queriesOf())[0]).toMatchObject({ state: 'open', closedOn: null })
    expect((await listed('late')).rows[0]).toMatchObject({ document: 'discharge', asked: { queryId: query?.id } })
  })

  it('stays answered when an earlier “not needed” is taken back', async () => {
    const { client } = test
    const { personId, dischargeId } = maureen
    await client.letters.ask(aLetterTo(personId, [dischargeId]))
    const said = await client.letters.notNeeded({
      personId,
      wanted: [{ eventId: dischargeId }],
      reason: 'Told by phone',
    })
    const [query] = await queriesOf()
    await client.letters.reopen({ queryId: query?.id ?? '', version: query?.version ?? 0 })
    await client.letters.itCame({ personId, eventId: dischargeId, date: '2026-11-23' })
    await client.audit.undo({ seq: said.undo })
    expect((await queriesOf())[0]).toMatchObject({ state: 'answered', closedOn: '2026-11-23' })
  })

  it('refuses a step on a question that somebody changed meanwhile', async () => {
    const { client } = test
    const { personId, dischargeId } = maureen
    const { queryId, version } = await client.letters.ask(aLetterTo(personId, [dischargeId]))
    const query = { id: queryId, version }
    await client.letters.ask(aLetterTo(personId, [], { query, kind: 'call', ringAgainOn: '2026-11-30' }))
    const late = client.letters.ask(aLetterTo(personId, [], { query, kind: 'call', ringAgainOn: '2026-12-01' }))
    expect((await refusal(late)).code).toBe('stale')
  })

  it('refuses a second question about the same letter, and letters of somebody else', async () => {
    const { client } = test
    const { personId, dischargeId } = maureen
    await client.letters.ask(aLetterTo(personId, [dischargeId]))
    expect((await refusal(client.letters.ask(aLetterTo(personId, [dischargeId])))).message).toContain(
      'asked for already',
    )
    const other = await somebodyWaiting(test, 'Other')
    const mixed = await refusal(client.letters.ask(aLetterTo(personId, [other.clinicId])))
    expect(mixed.details.fieldErrors?.['wanted']).toContain('belongs to somebody else')
  })

  it('refuses a call in the future and a promise before the call', async () => {
    const { personId, dischargeId } = maureen
    const future = await refusal(
      test.client.letters.ask(aLetterTo(personId, [dischargeId], { happenedOn: '2026-11-24' })),
    )
    expect(Object.keys(future.details.fieldErrors ?? {})).toEqual(['happenedOn'])
    const promised = await refusal(
      test.client.letters.ask(aLetterTo(personId, [dischargeId], { promisedFor: '2026-11-01' })),
    )
    expect(Object.keys(promised.details.fieldErrors ?? {})).toEqual(['promisedFor'])
  })

  it('takes an answer in words for what is no letter, and not for a letter', async () => {
    const { client } = test
    const { personId, dischargeId } = maureen
    const asked = await client.letters.ask(
      aLetterTo(personId, [], { wanted: [{ askedFor: 'Histology of the polyp' }] }),
    )
    expect((await listed('late')).rows.map(({ askedFor }) => askedFor)).not.toContain('Histology of the polyp')
    await client.letters.answer({ queryId: asked.queryId, version: asked.version, note: 'No cancer in it' })
    expect((await queriesOf())[0]).toMatchObject({ state: 'answered' })
    const letter = await client.letters.ask(aLetterTo(personId, [dischargeId]))
    const refused = client.letters.answer({ queryId: letter.queryId, version: letter.version, note: 'On its way' })
    expect((await refusal(refused)).code).toBe('conflict')
  })

  it('drafts a letter that says who, what and since when, and where it went last time', async () => {
    const { client } = test
    const { personId, dischargeId, clinicId } = maureen
    await client.letters.ask(aLetterTo(personId, [dischargeId], { happenedOn: '2026-11-02' }))
    const { draft } = await client.letters.about({ personId, wanted: [{ eventId: clinicId }], queryId: null })
    expect(draft).toMatchObject({
      hospital: 'Wexcombe General',
      department: 'Ward clerk, Larch Ward',
      phone: '01632 960 208',
    })
    expect(draft.letter).toContain('ASHWORTH, Maureen (Mrs)')
    expect(draft.letter).toContain(
      'We have not had the oncology letter, 20 days after the oncology clinic on 3 Nov 2026.',
    )
    expect(draft.letter).toContain('Brackenfold Surgery')
    const [query] = await queriesOf()
    const again = await client.letters.about({ personId, wanted: [], queryId: query?.id ?? null })
    expect(again.draft.letter).toContain('47 days after surgery on 7 Oct 2026')
    expect(again.draft.letter).toContain('We asked before, on 2 Nov 2026.')
    expect(again.draft.call[0]).toBe('Ask for Ward clerk, Larch Ward, Wexcombe General, 01632 960 208.')
  })

  it('asks for several letters at once, one draft a person and hospital, and takes all of it back by one undo', async () => {
    const { client } = test
    const other = await somebodyWaiting(test, 'Fenwicke')
    const { sent, undo } = await client.letters.askSeveral({
      letters: [
        { personId: maureen.personId, eventId: maureen.dischargeId },
        { personId: maureen.personId, eventId: maureen.clinicId },
        { personId: other.personId, eventId: other.dischargeId },
      ],
      ringAgainOn: '2026-11-30',
    })
    expect(sent.map(({ personId }) => personId)).toEqual([maureen.personId, other.personId])
    const [query] = await queriesOf()
    expect(query?.items).toHaveLength(2)
    expect(query?.steps[0]?.note).toBe(sent[0]?.text)
    expect(sent[0]?.text).toContain('discharge letter')
    expect(sent[0]?.text).toContain('oncology letter')
    await client.audit.undo({ seq: undo })
    expect(await queriesOf()).toEqual([])
  })

  it('leaves asking to those who may log events', async () => {
    const { personId, dischargeId } = maureen
    Object.assign(test.session(), { user: { ...test.session().user, role: 'read-only' } })
    expect((await refusal(test.client.letters.ask(aLetterTo(personId, [dischargeId])))).code).toBe('forbidden')
    await expect(test.client.letters.page({ tab: 'late' })).resolves.toMatchObject({ total: 2 })
  })

  it('keeps the history of an answered question when its event is removed', async () => {
    const { client } = test
    const { personId, dischargeId } = maureen
    await client.letters.ask(aLetterTo(personId, [dischargeId]))
    await client.journey.removeEvent({ id: dischargeId, version: 1 })
    expect((await queriesOf())[0]?.items[0]).toMatchObject({ eventId: null, document: 'discharge', state: 'open' })
  })
})
