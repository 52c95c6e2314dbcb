import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewJourneyEvent } from '#shared/features/journey/schema.ts'
import type { Pathway, PathwayFields, SafetyNetRow } from '#shared/features/pathways/schema.ts'
import { codeOf, only } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let personId: string
beforeEach(async () => {
  test = await createTestCore()
  personId = (await test.client.register.addPerson({ person: aPerson(), episode: anEpisode() })).id
})
afterEach(() => test.close())

type Step = Pick<NewJourneyEvent, 'eventType' | 'date'> & Partial<NewJourneyEvent>
const log = (step: Step) => test.client.journey.logEvent(anEvent(personId, { lane: 'hospital', toldBy: null, ...step }))
const refer = (date: string, note: string | null = null) =>
  log({ eventType: 'urgent_referral', lane: 'primary', date, note })
const pathways = async (): Promise<Pathway[]> => (await test.client.pathways.ofPerson({ personId })).pathways
const open = async (): Promise<SafetyNetRow[]> => (await test.client.pathways.open({})).rows
const events = async () => (await test.client.journey.ofPerson({ personId })).events
const fields = (change: Partial<PathwayFields> = {}): PathwayFields => ({
  personId,
  tumourGroup: 'skin_melanoma',
  priority: 'urgent_suspected_cancer',
  ...change,
})

describe('a referral logged from the line', () => {
  it('starts a pathway in the same command, named by its words, and one undo takes back both', async () => {
    const logged = await refer('2026-11-09', 'Suspected: skin')
    const pathway = only(await pathways())
    expect(pathway).toMatchObject({ id: logged.pathwayId, priority: 'urgent_suspected_cancer', episodeId: null })
    expect(pathway.tumourGroup).toMatch(/^skin/)
    expect(only(await events())).toMatchObject({ pathwayId: pathway.id })
    await test.client.audit.undo({ seq: logged.undo })
    expect([await pathways(), await events(), await open()]).toEqual([[], [], []])
  })

  it('starts none when the line says so', async () => {
    const logged = await test.client.journey.logEvent({
      ...anEvent(personId, { eventType: 'urgent_referral', lane: 'primary', date: '2026-11-09' }),
      pathway: 'none',
    })
    expect(logged.pathwayId).toBeNull()
    expect(await pathways()).toEqual([])
  })

  it('belongs to the diagnosis that it led to when it is logged afterwards', async () => {
    const { episodes } = await test.client.register.person({ id: personId })
    const episodeId = episodes[0]?.id ?? null
    await log({ eventType: 'urgent_referral', lane: 'primary', date: '2026-08-11', episodeId })
    expect(only(await pathways())).toMatchObject({ tumourGroup: 'lower_gi', episodeId })
  })

  it('is followed by hospital steps while there is one pathway; with two nobody guesses', async () => {
    const first = await refer('2026-11-02', 'lung')
    const booked = await log({ eventType: 'appointment_booked', date: '2026-11-04' })
    expect(booked.pathwayId).toBe(first.pathwayId)
    expect((await log({ eventType: 'nurse_phone_call', lane: 'primary', date: '2026-11-05' })).pathwayId).toBeNull()
    await refer('2026-11-09', 'skin')
    expect((await log({ eventType: 'first_seen', date: '2026-11-12' })).pathwayId).toBeNull()
  })

  it('starts a pathway though another waits for one: nobody guesses, and it is on a list', async () => {
    const first = await refer('2026-11-02', 'lung')
    await log({ eventType: 'referral_rejected', date: '2026-11-04' })
    const again = await refer('2026-11-05', 'lung')
    expect(again.pathwayId).not.toBe(first.pathwayId)
    expect(await open()).toHaveLength(2)
  })

  it('takes a letter with the event that it answers', async () => {
    const { pathwayId } = await refer('2026-11-02', 'lung')
    const seen = await log({ eventType: 'first_seen', date: '2026-11-04' })
    await refer('2026-11-09', 'skin')
    const letter = await log({
      eventType: 'clinic_letter',
      lane: 'primary',
      date: '2026-11-12',
      answersEventId: seen.id,
    })
    expect(letter.pathwayId).toBe(pathwayId)
  })
})

describe('two pathways at once', () => {
  it('stay two: one that ends leaves the other open, where Ardens loses it', async () => {
    const bowel = await refer('2026-10-20', 'bowel')
    const skin = await refer('2026-11-09', 'skin')
    expect((await open()).map((row) => row.pathwayId).toSorted()).toEqual(
      [`${bowel.pathwayId}`, `${skin.pathwayId}`].toSorted(),
    )
    await log({ eventType: 'first_seen', date: '2026-10-30', pathwayId: bowel.pathwayId })
    await log({ eventType: 'told_no_cancer', date: '2026-11-10', pathwayId: bowel.pathwayId })
    expect(only(await open())).toMatchObject({
      pathwayId: skin.pathwayId,
      place: 'sent',
      startDate: '2026-11-09',
      clock: 'told_28',
      daysAllowed: 28,
    })
  })

  it('are counted as pathways and as people', async () => {
    await refer('2026-10-20', 'bowel')
    await refer('2026-10-21', 'skin')
    expect(await test.client.pathways.lateCount({})).toEqual({ pathways: 2, people: 1 })
  })
})

describe('signing off', () => {
  const missed = async () => {
    const { pathwayId } = await refer('2026-11-02', 'lung')
    const event = await log({ eventType: 'did_not_attend', date: '2026-11-16' })
    return { pathwayId: pathwayId ?? '', eventId: event.id }
  }

  it('is asked for, closes what is complete, is kept in words and can be undone', async () => {
    const judged = await missed()
    expect(only(await open())).toMatchObject({ place: 'did_not_attend', needsSignOff: true })
    const signed = await test.client.pathways.signOff({ ...judged, decision: 'care_complete', note: 'Seen privately' })
    expect(await open()).toEqual([])
    expect(only(await pathways()).signOffs).toEqual([
      {
        id: signed.id,
        version: 1,
        eventId: judged.eventId,
        decision: 'care_complete',
        note: 'Seen privately',
        signedBy: 'Dr Anjali Rao',
        signedOn: '2026-11-23',
      },
    ])
    await test.client.audit.undo({ seq: signed.undo })
    expect(only(await open())).toMatchObject({ needsSignOff: true })
  })

  it('keeps it open for any other decision, and a second decision replaces the first', async () => {
    const judged = await missed()
    const first = await test.client.pathways.signOff({ ...judged, decision: 'book_again' })
    expect(only(await open())).toMatchObject({ needsSignOff: false, decision: 'book_again' })
    expect(await codeOf(test.client.pathways.signOff({ ...judged, decision: 'care_complete' }))).toBe('stale')
    const replaces = { id: first.id, version: 1 }
    await test.client.pathways.signOff({ ...judged, replaces, decision: 'refer_again' })
    // Another window still shows the first decision: it must not take back the second one unseen.
    expect(await codeOf(test.client.pathways.signOff({ ...judged, replaces, decision: 'keep_open' }))).toBe('stale')
    expect(only(await open())).toMatchObject({ decision: 'refer_again' })
    const last = { id: first.id, version: 2 }
    await test.client.pathways.signOff({ ...judged, replaces: last, decision: 'care_complete' })
    expect(await open()).toEqual([])
    expect(only(await pathways()).signOffs).toHaveLength(1)
  })

  it('closes nothing when the pathway has moved on, and is asked for until it is made', async () => {
    const judged = await missed()
    await log({ eventType: 'appointment_booked', date: '2026-11-18' })
    expect(await codeOf(test.client.pathways.signOff({ ...judged, decision: 'care_complete' }))).toBe('stale')
    expect(only(await open())).toMatchObject({ place: 'booked', needsSignOff: true })
    await test.client.pathways.signOff({ ...judged, decision: 'book_again' })
    expect(only(await open())).toMatchObject({ place: 'booked', needsSignOff: false, decision: null })
  })

  it('goes when the event becomes another, and comes back with it', async () => {
    const { pathwayId } = await refer('2026-11-02', 'lung')
    const step = { eventType: 'cancelled_by_patient', date: '2026-11-16', pathwayId } as const
    const { id: eventId, version } = await log(step)
    await test.client.pathways.signOff({ pathwayId: pathwayId ?? '', eventId, decision: 'care_complete' })
    const save = (change: Partial<NewJourneyEvent>, at: number) =>
      test.client.journey.saveEvent({
        id: eventId,
        version: at,
        event: anEvent(personId, { lane: 'hospital', toldBy: null, ...step, ...change }),
      })
    const noted = await save({ note: 'Rang at nine' }, version)
    expect(await open()).toEqual([])
    const told = await save({ eventType: 'told_diagnosis' }, noted.version)
    expect(only(await open())).toMatchObject({ place: 'told_cancer', needsSignOff: false })
    expect(only(await pathways()).signOffs).toEqual([])
    await test.client.audit.undo({ seq: told.undo })
    expect(await open()).toEqual([])
    expect(only(await pathways()).signOffs).toHaveLength(1)
  })

  it('goes when the event leaves the pathway, and stays when it is linked to it again', async () => {
    const judged = await missed()
    const other = await test.client.pathways.start({ pathway: fields() })
    await test.client.pathways.signOff({ ...judged, decision: 'keep_open' })
    const link = (pathwayId: string | null, version: number) =>
      test.client.pathways.linkEvents({ personId, pathwayId, events: [{ id: judged.eventId, version }] })
    const kept = async () => (await pathways()).flatMap(({ signOffs }) => signOffs).length
    await link(judged.pathwayId, 1)
    expect(await kept()).toBe(1)
    const away = await link(other.id, 1)
    expect(await kept()).toBe(0)
    expect((await open()).find(({ pathwayId }) => pathwayId === other.id)).toMatchObject({ needsSignOff: true })
    await test.client.audit.undo({ seq: away.undo })
    expect(await kept()).toBe(1)
    // Done again it is as whole: the sign-off that goes by the same change holds nothing back.
    const undo = (await test.client.audit.page({})).find(({ method }) => method === 'audit.undo')
    expect(await test.client.audit.undo({ seq: undo?.seq ?? 0 })).toMatchObject({ kept: 0 })
    expect(await kept()).toBe(0)
    expect(only((await events()).filter(({ id }) => id === judged.eventId))).toMatchObject({ pathwayId: other.id })
  })

  it('books nothing again where nothing was missed', async () => {
    const { pathwayId, id } = await refer('2026-11-02', 'lung')
    const input = { pathwayId: pathwayId ?? '', eventId: id }
    expect(await codeOf(test.client.pathways.signOff({ ...input, decision: 'book_again' }))).toBe('validation')
    await test.client.pathways.signOff({ ...input, decision: 'care_complete' })
    expect(await open()).toEqual([])
  })

  it.each(['admin', 'read-only'] as const)('is not for %s', async (role) => {
    const judged = await missed()
    await test.session().database.write(async (handle) => {
      await handle.db.updateTable('user_account').set({ access_role: role }).execute()
    })
    await test.client.access.lock({})
    await test.client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })
    expect(await codeOf(test.client.pathways.signOff({ ...judged, decision: 'care_complete' }))).toBe('forbidden')
  })
})

describe('a pathway started by hand', () => {
  it('takes the referral and events already logged with it, and lets them go again', async () => {
    const seen = await log({ eventType: 'first_seen', date: '2026-11-12' })
    const started = await test.client.pathways.start({
      pathway: fields({ hospital: 'Wexcombe General', reference: '0000 1234 5678' }),
      sent: { eventType: 'urgent_referral', date: '2026-11-09', precision: 'day' },
      events: [{ id: seen.id, version: 1 }],
    })
    expect((await events()).map((event) => event.pathwayId)).toEqual([started.id, started.id])
    expect(only(await open())).toMatchObject({ place: 'seen', hospital: 'Wexcombe General' })
    await test.client.pathways.remove({ id: started.id, version: 1 })
    expect((await events()).map((event) => event.pathwayId)).toEqual([null, null])
    expect(await open()).toEqual([])
  })

  it('refuses a stale edit, a future referral, another person and another person’s events', async () => {
    const started = await test.client.pathways.start({ pathway: fields() })
    await test.client.pathways.save({ id: started.id, version: 1, pathway: fields({ hospital: 'St Olave’s' }) })
    expect(await codeOf(test.client.pathways.save({ id: started.id, version: 1, pathway: fields() }))).toBe('stale')
    const ahead = { eventType: 'urgent_referral', date: '2026-11-24', precision: 'day' } as const
    expect(await codeOf(test.client.pathways.start({ pathway: fields(), sent: ahead }))).toBe('validation')
    const other = await test.client.register.addPerson({ person: aPerson({ surname: 'Okonjo' }), episode: null })
    expect(
      await codeOf(test.client.pathways.save({ id: started.id, version: 2, pathway: fields({ personId: other.id }) })),
    ).toBe('conflict')
    const theirs = await test.client.journey.logEvent(
      anEvent(other.id, { eventType: 'first_seen', date: '2026-11-12' }),
    )
    const link = { personId, pathwayId: started.id, events: [{ id: theirs.id, version: 1 }] }
    expect(await codeOf(test.client.pathways.linkEvents(link))).toBe('validation')
    expect(only(await pathways())).toMatchObject({ hospital: 'St Olave’s', version: 2 })
  })

  it('puts events on it and off it, with one undo, and refuses what moved on', async () => {
    const started = await test.client.pathways.start({ pathway: fields() })
    const seen = await log({ eventType: 'oncology_clinic', date: '2026-11-12', pathwayId: null })
    const link = { personId, pathwayId: started.id, events: [{ id: seen.id, version: seen.version }] }
    expect(seen.pathwayId).toBe(started.id)
    const off = await test.client.pathways.linkEvents({ ...link, pathwayId: null })
    expect(only(await events()).pathwayId).toBeNull()
    expect(await codeOf(test.client.pathways.linkEvents(link))).toBe('stale')
    await test.client.audit.undo({ seq: off.undo })
    expect(only(await events()).pathwayId).toBe(started.id)
  })
})

describe('the list of open pathways', () => {
  it('has nobody who has died, and them again when the death is taken back', async () => {
    await refer('2026-10-20', 'lung')
    const died = await log({ eventType: 'died', lane: 'person', date: '2026-11-01', pathwayId: null })
    expect(await open()).toEqual([])
    await test.client.audit.undo({ seq: died.undo })
    expect(await open()).toHaveLength(1)
  })

  it('flags what cannot follow and keeps it', async () => {
    const { pathwayId } = await refer('2026-11-02', 'lung')
    await log({ eventType: 'surgery', date: '2026-11-04', pathwayId })
    expect(only(await open())).toMatchObject({ place: 'sent', outOfOrder: 1 })
    expect(await events()).toHaveLength(2)
  })

  it('moves on when an event is corrected or removed', async () => {
    await refer('2026-11-02', 'lung')
    const told = await log({ eventType: 'told_no_cancer', date: '2026-11-10' })
    expect(await open()).toEqual([])
    await test.client.journey.removeEvent({ id: told.id, version: 1 })
    expect(await open()).toHaveLength(1)
  })
})
