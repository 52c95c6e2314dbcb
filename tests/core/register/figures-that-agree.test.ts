import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Clock, londonDate } from '#core/clock.ts'
import { startBackupRhythm } from '#core/features/safekeeping/rhythm.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

describe('a search without a letter or digit', () => {
  it('finds nobody rather than everybody', async () => {
    await test.client.register.addPerson({ person: aPerson(), episode: null })
    expect(await test.client.register.find({ text: '%%%' })).toEqual([])
    expect((await test.client.register.page({ search: '_' })).total).toBe(0)
    expect((await test.client.register.page({ search: '  ' })).total).toBe(1)
  })
})

describe('a death that is logged as an event', () => {
  const died = async (personId: string, date = '2026-11-20') =>
    test.client.journey.logEvent(anEvent(personId, { eventType: 'died', lane: 'person', date, toldBy: 'carer' }))
  const deathDate = async (id: string) => (await test.client.register.person({ id })).person.deathDate

  it('counts as a death everywhere, and no longer when it is undone', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: anEpisode() })
    const { undo } = await died(id)
    expect((await client.register.page({ living: 'died' })).total).toBe(1)
    expect(await deathDate(id)).toEqual({ date: '2026-11-20', precision: 'day' })
    await client.audit.undo({ seq: undo })
    expect((await client.register.page({ living: 'died' })).total).toBe(0)
    expect(await deathDate(id)).toBeNull()
  })

  it('moves the date of death when it is corrected, and takes it away when it is removed', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: null })
    const logged = await died(id)
    const event = anEvent(id, { eventType: 'died', lane: 'person', date: '2026-11-19' })
    const saved = await client.journey.saveEvent({ id: logged.id, version: 1, event })
    expect(await deathDate(id)).toEqual({ date: '2026-11-19', precision: 'day' })
    await client.journey.removeEvent({ id: logged.id, version: saved.version })
    expect(await deathDate(id)).toBeNull()
  })

  it('takes the date of another death in the journey when the one it came from goes', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: null })
    const first = await died(id, '2026-11-20')
    const second = await died(id, '2026-11-18')
    await died(id, '2026-11-17')
    await client.journey.removeEvent({ id: first.id, version: 1 })
    expect(await deathDate(id)).toEqual({ date: '2026-11-18', precision: 'day' })
    const event = anEvent(id, { date: '2026-11-18' })
    await client.journey.saveEvent({ id: second.id, version: 1, event })
    expect(await deathDate(id)).toEqual({ date: '2026-11-17', precision: 'day' })
  })

  it('leaves alone a date of death that stands on the record already', async () => {
    const { client } = test
    const known = { date: '2026-11-01', precision: 'month' as const }
    const { id } = await client.register.addPerson({ person: aPerson({ deathDate: known }), episode: null })
    const logged = await died(id)
    expect(await deathDate(id)).toEqual(known)
    await client.journey.removeEvent({ id: logged.id, version: 1 })
    expect(await deathDate(id)).toEqual(known)
  })

  it('keeps a date that was typed on the record when an event of the same day is removed', async () => {
    const { client } = test
    const typed = { date: '2026-11-10', precision: 'day' as const }
    const person = aPerson()
    const { id } = await client.register.addPerson({ person, episode: anEpisode() })
    const { version } = await client.register.savePerson({ id, version: 1, person: { ...person, deathDate: typed } })
    const logged = await died(id, typed.date)
    await client.journey.removeEvent({ id: logged.id, version: 1 })
    const kept = (await client.register.person({ id })).person
    expect([kept.deathDate, kept.version]).toEqual([typed, version])
    expect((await client.journey.ofPerson({ personId: id })).due).toEqual([])
  })
})

describe('events that name each other', () => {
  it('are taken off with their person in any order', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: null })
    const seen = await client.journey.logEvent(anEvent(id, { eventType: 'first_seen' }))
    const letter = await client.journey.logEvent(
      anEvent(id, { eventType: 'clinic_letter', lane: 'primary', answersEventId: seen.id }),
    )
    await client.journey.logEvent(
      anEvent(id, { eventType: 'clinic_letter', lane: 'primary', answersEventId: letter.id }),
    )
    const answersOf = async () =>
      (await client.journey.ofPerson({ personId: id })).events.map((event) => [event.id, event.answersEventId])
    const before = await answersOf()
    const { undo } = await client.register.removePerson({ id, version: 1, reason: 'Moved away' })
    expect(await client.audit.undo({ seq: undo })).toMatchObject({ kept: 0 })
    expect(await answersOf()).toEqual(before)
  })

  it('never name themselves', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: null })
    const seen = await client.journey.logEvent(anEvent(id))
    const itself = client.journey.saveEvent({
      id: seen.id,
      version: 1,
      event: anEvent(id, { answersEventId: seen.id }),
    })
    await expect(itself).rejects.toMatchObject({ code: 'validation' })
  })
})

describe('a date of an event that is known to the month', () => {
  it('is refused with a day in it', async () => {
    const { client } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: null })
    await expect(
      client.journey.logEvent(anEvent(id, { date: '2026-09-17', precision: 'month' })),
    ).rejects.toMatchObject({ code: 'validation' })
    await expect(client.journey.logEvent(anEvent(id, { date: '2026-09-01', precision: 'year' }))).rejects.toMatchObject(
      { code: 'validation' },
    )
  })
})

describe('what is due in four weeks', () => {
  it('includes the twenty-eighth day in the saved view as in the filter', async () => {
    const { client } = test
    await client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: { date: '2026-09-21', precision: 'day' } }),
    })
    expect((await client.register.page({ due: 'four_weeks' })).total).toBe(1)
    expect((await client.register.viewCounts({}))['contact_due']).toBe(1)
  })
})

describe('midnight with the register open', () => {
  it('moves on what lapsed', async () => {
    let instant = '2026-11-23T10:00:00.000Z'
    const clock: Clock = { now: () => instant, today: () => londonDate(instant), elapsed: () => 0 }
    const late = await createTestCore({ clock })
    const stop = startBackupRhythm(late.core)
    try {
      await late.client.register.addPerson({
        person: aPerson(),
        episode: anEpisode({ diagnosisDate: { date: '2024-11-23', precision: 'day' } }),
      })
      expect((await late.client.register.page({ due: 'late' })).total).toBe(1)
      instant = '2026-11-24T00:30:00.000Z'
      const newDay = new Promise<void>((resolve) => {
        late.core.env.events.listen((event) => event.type === 'changed' && event.entities.includes('day') && resolve())
      })
      late.core.env.events.emit({ type: 'unlocked' })
      await newDay
      expect((await late.client.register.page({ due: 'late' })).total).toBe(0)
    } finally {
      stop()
      await late.close()
    }
  })
})
