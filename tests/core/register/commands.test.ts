import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EpisodeFields, PersonFields } from '#shared/features/register/schema.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent, nextNhsNumber } from '#tests/support/builders.ts'

let core: TestCore

beforeEach(async () => {
  core = await createTestCore()
})
afterEach(() => core.close())

const add = (person: Partial<PersonFields> = {}, episode: EpisodeFields | null = anEpisode()) =>
  core.client.register.addPerson({ person: aPerson(person), episode })

const everythingOf = async (id: string): Promise<unknown> => {
  const { person, episodes } = await core.client.register.person({ id })
  const { events, due } = await core.client.journey.ofPerson({ personId: id })
  const { rows } = await core.client.register.page({ limit: 500 })
  return { person, episodes, events, due, row: rows.find((row) => row.id === id) }
}

const undo = (seq: number) => core.client.audit.undo({ seq })

describe('undo', () => {
  it('of adding takes the person and the diagnosis away', async () => {
    const before = await core.client.register.page({})
    const added = await add()
    await undo(added.undo)
    expect(await core.client.register.page({})).toEqual(before)
    expect((await refusal(core.client.register.person({ id: added.id }))).code).toBe('not-found')
  })

  it('of a change brings every field back', async () => {
    const { id, version } = await add({ postcode: 'AB1 2CD' })
    const { person } = await core.client.register.person({ id })
    const saved = await core.client.register.savePerson({
      id,
      version,
      person: aPerson({
        surname: 'Other',
        sex: '1',
        postcode: null,
        leaveOutOfSharing: true,
        nhsNumber: person.nhsNumber,
      }),
    })
    await undo(saved.undo)
    expect((await core.client.register.person({ id })).person).toEqual({
      ...person,
      version: expect.any(Number) as number,
    })
  })

  it('of a removal brings back the person, the diagnoses and every event', async () => {
    const { id, version } = await add()
    const [episode] = (await core.client.register.person({ id })).episodes
    const clinic = await core.client.journey.logEvent(
      anEvent(id, { eventType: 'oncology_clinic', date: '2026-10-01', episodeId: episode?.id ?? null }),
    )
    await core.client.journey.logEvent(
      anEvent(id, { eventType: 'clinic_letter', date: '2026-10-12', answersEventId: clinic.id }),
    )
    await core.client.journey.logEvent(anEvent(id, { eventType: 'discharged', date: '2026-10-14', note: 'By taxi' }))
    const before = await everythingOf(id)
    const removed = await core.client.register.removePerson({ id, version, reason: 'Entered twice' })
    expect((await core.client.register.page({})).total).toBe(0)
    expect(await undo(removed.undo)).toEqual({ restored: 5, kept: 0 })
    expect(await everythingOf(id)).toEqual(before)
  })

  it('of a removal shows the same of two diagnoses of one day in the list', async () => {
    const { id, version } = await add()
    await core.client.register.addEpisode({ personId: id, episode: anEpisode({ site: 'Caecum' }) })
    const before = await everythingOf(id)
    const removed = await core.client.register.removePerson({ id, version, reason: 'Entered twice' })
    await undo(removed.undo)
    expect(await everythingOf(id)).toEqual(before)
  })

  it('of a diagnosis added, changed and removed', async () => {
    const { id } = await add({}, null)
    const bare = await everythingOf(id)
    const added = await core.client.register.addEpisode({ personId: id, episode: anEpisode({ stage: null }) })
    const withDiagnosis = await everythingOf(id)
    const event = anEvent(id, { episodeId: added.id })
    await core.client.journey.logEvent(event)
    const saved = await core.client.register.saveEpisode({
      id: added.id,
      version: 1,
      episode: anEpisode({ stage: '2A' }),
    })
    expect(saved.version).toBe(2)
    const staged = await everythingOf(id)
    const removed = await core.client.register.removeEpisode({ id: added.id, version: 2 })
    expect((await core.client.journey.ofPerson({ personId: id })).events.map(({ episodeId }) => episodeId)).toEqual([
      null,
    ])
    await undo(removed.undo)
    const { events: eventsAgain, ...restored } = (await everythingOf(id)) as { events: { episodeId: string }[] }
    expect(eventsAgain.map(({ episodeId }) => episodeId)).toEqual([added.id])
    const { events: _events, ...expected } = staged as { events: unknown }
    expect(restored).toEqual(expected)
    expect(withDiagnosis).not.toEqual(bare)
  })

  it('of a diagnosis that nobody has built on leaves things as they were', async () => {
    const { id } = await add({}, null)
    const bare = await everythingOf(id)
    const added = await core.client.register.addEpisode({ personId: id, episode: anEpisode() })
    await undo(added.undo)
    expect(await everythingOf(id)).toEqual(bare)
  })

  it('leaves a field that somebody changed since', async () => {
    const { id } = await add({ surname: 'First' })
    const { person } = await core.client.register.person({ id })
    const fields = aPerson({ nhsNumber: person.nhsNumber })
    const one = await core.client.register.savePerson({
      id,
      version: 1,
      person: { ...fields, surname: 'Second', sex: '1' },
    })
    await core.client.register.savePerson({
      id,
      version: one.version,
      person: { ...fields, surname: 'Third', sex: '1' },
    })
    await undo(one.undo)
    expect((await core.client.register.person({ id })).person).toMatchObject({ surname: 'Third', sex: '2' })
  })

  it('works once', async () => {
    const added = await add()
    await undo(added.undo)
    expect((await refusal(undo(added.undo))).message).toBe('This was taken back already.')
  })
})

describe('an edit of something that has changed meanwhile', () => {
  it('is refused for people and diagnoses, and changes nothing', async () => {
    const { id } = await add()
    const [episode] = (await core.client.register.person({ id })).episodes
    const nhsNumber = nextNhsNumber()
    await core.client.register.savePerson({ id, version: 1, person: aPerson({ surname: 'Newer', nhsNumber }) })
    await core.client.register.saveEpisode({ id: episode?.id ?? '', version: 1, episode: anEpisode({ stage: '4' }) })
    const before = await everythingOf(id)
    const attempts = [
      core.client.register.savePerson({ id, version: 1, person: aPerson({ surname: 'Older', nhsNumber }) }),
      core.client.register.saveEpisode({ id: episode?.id ?? '', version: 1, episode: anEpisode({ stage: '1' }) }),
      core.client.register.removeEpisode({ id: episode?.id ?? '', version: 1 }),
      core.client.register.removePerson({ id, version: 1, reason: 'By mistake' }),
    ]
    for (const attempt of attempts) expect((await refusal(attempt)).code).toBe('stale')
    expect(await everythingOf(id)).toEqual(before)
  })

  it('says so where the person has been removed', async () => {
    const { id } = await add()
    await core.client.register.removePerson({ id, version: 1, reason: 'By mistake' })
    const { code, message } = await refusal(core.client.register.savePerson({ id, version: 1, person: aPerson() }))
    expect(code).toBe('not-found')
    expect(message).toContain('may have been removed')
  })
})

describe('somebody who may be on the register already', () => {
  const like = (change: Partial<Parameters<typeof core.client.register.possibleDuplicates>[0]>) =>
    core.client.register.possibleDuplicates({
      nhsNumber: null,
      surname: 'Ashworth',
      givenName: 'Maureen',
      birthDate: null,
      exceptId: null,
      ...change,
    })

  it('is told by NHS number, by name with birth date, and by name', async () => {
    const nhsNumber = nextNhsNumber()
    const { id } = await add({ nhsNumber })
    expect(await like({ nhsNumber, surname: 'Else', givenName: 'Someone' })).toEqual([
      { id, sameNhsNumber: true, sameNameAndBirth: false, sameName: false },
    ])
    expect(await like({ surname: 'ASHWORTH', birthDate: '1958-03-14' })).toEqual([
      { id, sameNhsNumber: false, sameNameAndBirth: true, sameName: true },
    ])
    expect(await like({ birthDate: '1960-01-01' })).toEqual([
      { id, sameNhsNumber: false, sameNameAndBirth: false, sameName: true },
    ])
    expect(await like({ surname: 'Ashworthy' })).toEqual([])
  })

  it('is never the one being edited, and a blank form is like nobody', async () => {
    const { id } = await add()
    expect(await like({ exceptId: id })).toEqual([])
    expect(await like({ surname: '', givenName: '' })).toEqual([])
  })

  it('is refused with the same NHS number, by record id alone', async () => {
    const nhsNumber = nextNhsNumber()
    const first = await add({ nhsNumber, surname: 'Trembath' })
    const refused = await refusal(add({ nhsNumber, surname: 'Pellow' }))
    expect(refused.code).toBe('conflict')
    expect(refused.details).toMatchObject({
      recordId: first.id,
      fieldErrors: { 'person.nhsNumber': 'Somebody on the register has this NHS number already' },
    })
    expect(JSON.stringify([refused.message, refused.details])).not.toMatch(/Trembath|Pellow|999/)
    expect((await core.client.register.page({})).total).toBe(1)
  })
})

describe('what cannot be', () => {
  const faults = async (person: Partial<PersonFields>, episode: Partial<EpisodeFields> | null = null) => {
    const refused = await refusal(add(person, episode === null ? null : anEpisode(episode)))
    expect(refused.code).toBe('validation')
    expect((await core.client.register.page({})).total).toBe(0)
    return refused.details.fieldErrors
  }

  it('is said beside its field, in plain sentences', async () => {
    expect(await faults({ nhsNumber: '9990000011' })).toEqual({
      'person.nhsNumber': 'This is not a valid NHS number: a digit is wrong or two are swapped',
    })
    expect(await faults({ nhsNumber: null, localId: null })).toEqual({
      'person.nhsNumber': 'Type an NHS number or a local number, so that this person can be told from others',
    })
    expect(await faults({ birthDate: '2026-12-01' })).toEqual({ 'person.birthDate': 'Must be in the past' })
    expect(await faults({ birthDate: '2023-02-30' })).toMatchObject({
      'person.birthDate': expect.stringContaining('not a date that exists') as string,
    })
    expect(await faults({ surname: '  ' })).toEqual({
      'person.surname': expect.stringContaining('Type the surname') as string,
    })
    expect(await faults({ deathDate: { date: '1950-01-01', precision: 'year' } })).toEqual({
      'person.deathDate': 'This is before the date of birth',
    })
  })

  it('is said for the diagnosis too, and all of it at once', async () => {
    expect(
      await faults(
        { nhsNumber: null, localId: null },
        { diagnosisDate: { date: '2027-01-01', precision: 'year' }, stage: 'Dukes C' },
      ),
    ).toEqual({
      'person.nhsNumber': 'Type an NHS number or a local number, so that this person can be told from others',
      'episode.diagnosisDate': 'A diagnosis cannot be in the future',
      'episode.stage': 'Type a stage from 0 to 4, with a letter if there is one: 2 or 3B',
    })
    expect(await faults({}, { diagnosisDate: { date: '1950-01-01', precision: 'day' } })).toEqual({
      'episode.diagnosisDate': 'This is before the date of birth',
    })
  })

  it('leaves room for what is only vague', async () => {
    await add({ birthDate: '1958-03-14' }, anEpisode({ diagnosisDate: { date: '1958-01-01', precision: 'year' } }))
    await add(
      { birthDate: null, deathDate: { date: '2026-01-01', precision: 'year' } },
      anEpisode({ diagnosisDate: null, tumourGroup: 'not_known' }),
    )
    expect((await core.client.register.page({})).total).toBe(2)
  })

  it('keeps a stage in one form however it was written', async () => {
    const { id } = await add({}, anEpisode({ stage: 'Stage IIIb' }))
    expect((await core.client.register.person({ id })).episodes[0]?.stage).toBe('3B')
  })

  it('gives the QOF decision with its reason', async () => {
    const { id } = await add({}, anEpisode({ tumourGroup: 'skin_other', site: 'Skin, basal cell', icd10Code: null }))
    const [episode] = (await core.client.register.person({ id })).episodes
    expect(episode).toMatchObject({
      onQofRegister: false,
      qofReason: 'Left out: basal cell skin cancer does not count',
    })
  })

  it('leaves out a tumour recorded as benign, whatever its group', async () => {
    const { id } = await add({}, anEpisode({ tumourGroup: 'brain_nervous', icd10Code: null, behaviour: 'benign' }))
    const [episode] = (await core.client.register.person({ id })).episodes
    expect(episode).toMatchObject({ onQofRegister: false, qofReason: 'Left out: recorded as benign' })
  })
})

describe('looking at a person', () => {
  it('is written in the audit trail, and paging is not', async () => {
    const { id } = await add()
    const [newest] = await core.client.audit.page({ limit: 1 })
    await core.client.register.page({})
    await core.client.register.person({ id })
    const entries = (await core.client.audit.page({})).filter((entry) => entry.seq > (newest?.seq ?? 0))
    expect(entries.map(({ method, personId }) => ({ method, personId }))).toEqual([
      { method: 'register.person', personId: id },
    ])
  })
})
