import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPerson, anEpisode, anEvent, nextNhsNumber } from '#tests/support/builders.ts'
import { aPractice, createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const day = (date: string) => ({ date, precision: 'day' as const })
const diagnosis = async (personId: string) => (await test.client.register.person({ id: personId })).episodes[0]

describe('undoing beside later work', () => {
  it('never leaves the precision of one date on another date', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: { date: '2026-03-01', precision: 'month' } }),
    })
    const first = await diagnosis(id)
    const exact = await client.register.saveEpisode({
      id: first?.id ?? '',
      version: 1,
      episode: anEpisode({ diagnosisDate: day('2026-04-10') }),
    })
    await client.register.saveEpisode({
      id: exact.id,
      version: exact.version,
      episode: anEpisode({ diagnosisDate: day('2026-05-17') }),
    })
    expect(await client.audit.undo({ seq: exact.undo })).toEqual({ restored: 0, kept: 1 })
    expect((await diagnosis(id))?.diagnosisDate).toEqual(day('2026-05-17'))
  })

  it('keeps a date of which only the precision was corrected since', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: day('2026-04-10') }),
    })
    const first = await diagnosis(id)
    const moved = await client.register.saveEpisode({
      id: first?.id ?? '',
      version: 1,
      episode: anEpisode({ diagnosisDate: day('2026-05-01') }),
    })
    const vague = { date: '2026-05-01', precision: 'month' as const }
    await client.register.saveEpisode({
      id: moved.id,
      version: moved.version,
      episode: anEpisode({ diagnosisDate: vague }),
    })
    expect(await client.audit.undo({ seq: moved.undo })).toEqual({ restored: 0, kept: 1 })
    expect((await diagnosis(id))?.diagnosisDate).toEqual(vague)
  })

  it('keeps a choice whose reason was put another way since', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: anEpisode() })
    const choose = async (practiceRegisterReason: string) => {
      const now = await diagnosis(id)
      const episode = anEpisode({ onPracticeRegister: true, practiceRegisterReason })
      return client.register.saveEpisode({ id: now?.id ?? '', version: now?.version ?? 0, episode })
    }
    const chosen = await choose('Asked for by the family')
    await choose('Agreed at the meeting')
    expect(await client.audit.undo({ seq: chosen.undo })).toEqual({ restored: 0, kept: 1 })
    expect(await diagnosis(id)).toMatchObject({
      onPracticeRegister: true,
      practiceRegisterReason: 'Agreed at the meeting',
    })
  })

  it('keeps a date that was corrected since it was first written', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: anEpisode({ diagnosisDate: null }) })
    const first = await diagnosis(id)
    const dated = await client.register.saveEpisode({
      id: first?.id ?? '',
      version: 1,
      episode: anEpisode({ diagnosisDate: day('2026-04-10') }),
    })
    await client.register.saveEpisode({
      id: dated.id,
      version: dated.version,
      episode: anEpisode({ diagnosisDate: day('2026-05-17') }),
    })
    expect(await client.audit.undo({ seq: dated.undo })).toEqual({ restored: 0, kept: 1 })
    expect((await diagnosis(id))?.diagnosisDate).toEqual(day('2026-05-17'))
  })

  it('keeps an NHS number changed since when somebody else has the old one now', async () => {
    const { client } = test
    const old = nextNhsNumber()
    const person = aPerson({ nhsNumber: old })
    const { id } = await client.register.addPerson({ person, episode: null })
    const changed = await client.register.savePerson({
      id,
      version: 1,
      person: { ...person, nhsNumber: nextNhsNumber() },
    })
    await client.register.addPerson({ person: aPerson({ nhsNumber: old, surname: 'Okonjo' }), episode: null })
    expect(await client.audit.undo({ seq: changed.undo })).toEqual({ restored: 0, kept: 1 })
  })

  it('does not bring back a person whose NHS number somebody else has now, nor their events', async () => {
    const { client } = test
    const number = nextNhsNumber()
    const { id } = await client.register.addPerson({ person: aPerson({ nhsNumber: number }), episode: anEpisode() })
    await client.journey.logEvent(anEvent(id))
    const removed = await client.register.removePerson({ id, version: 1, reason: 'Registered twice' })
    await client.register.addPerson({ person: aPerson({ nhsNumber: number, surname: 'Okonjo' }), episode: null })
    expect(await client.audit.undo({ seq: removed.undo })).toEqual({ restored: 0, kept: 3 })
  })

  it('does not bring back an event of somebody who has left the register', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: null })
    const logged = await client.journey.logEvent(anEvent(id))
    const removed = await client.journey.removeEvent({ id: logged.id, version: 1 })
    await client.register.removePerson({ id, version: 1, reason: 'Moved away' })
    expect(await client.audit.undo({ seq: removed.undo })).toEqual({ restored: 0, kept: 1 })
  })

  it('does not tie an event to a diagnosis that is gone', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: anEpisode() })
    const gone = await diagnosis(id)
    const event = anEvent(id, { episodeId: gone?.id ?? '' })
    const logged = await client.journey.logEvent(event)
    const freed = await client.journey.saveEvent({ id: logged.id, version: 1, event: { ...event, episodeId: null } })
    await client.register.removeEpisode({ id: gone?.id ?? '', version: 1 })
    expect(await client.audit.undo({ seq: freed.undo })).toEqual({ restored: 0, kept: 1 })
  })
})

describe('undoing an undo', () => {
  it('asks for the right that the first change asked for', async () => {
    const { client, core } = test
    await core.vault.create({
      practice: aPractice(),
      user: { name: 'Sister Mary Tallis', jobTitle: 'Nurse', role: 'lead' },
      others: [{ name: 'Mr Owen Pell', jobTitle: 'Auditor', role: 'read-only' }],
      passphrase: TEST_PASSPHRASE,
      recoveryKey: 'ABCDE',
      demo: false,
    })
    const added = await client.register.addPerson({ person: aPerson(), episode: null })
    await client.audit.undo({ seq: added.undo })
    const undoSeq = (await client.audit.page({ limit: 1 }))[0]?.seq ?? 0
    const reader = (await client.access.state({})).users.find(({ role }) => role === 'read-only')
    await client.access.unlock({ userId: reader?.id ?? '', passphrase: TEST_PASSPHRASE })
    await expect(client.audit.undo({ seq: undoSeq })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await client.register.page({})).total).toBe(0)
  })

  it('brings a person back with everything, and can be undone again', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: anEpisode() })
    const seen = await client.journey.logEvent(anEvent(id, { eventType: 'first_seen', date: '2026-09-14' }))
    await client.journey.logEvent(
      anEvent(id, { eventType: 'clinic_letter', lane: 'primary', date: '2026-09-20', answersEventId: seen.id }),
    )
    const before = [await client.register.page({}), await client.journey.ofPerson({ personId: id })]
    const undoLast = async (): Promise<void> => {
      const [last] = await client.audit.page({ limit: 1 })
      expect((await client.audit.undo({ seq: last?.seq ?? 0 })).kept).toBe(0)
    }
    await client.register.removePerson({ id, version: 1, reason: 'By mistake' })
    for (let times = 0; times < 2; times += 1) {
      await undoLast()
      expect([await client.register.page({}), await client.journey.ofPerson({ personId: id })]).toEqual(before)
      await undoLast()
      expect((await client.register.page({})).total).toBe(0)
    }
  })
})
