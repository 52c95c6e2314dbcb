import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ETHNIC_CATEGORIES } from '#shared/domain/people.ts'
import type { EpisodeFields, PersonFields, RegistrationFields } from '#shared/features/register/schema.ts'
import { COLUMN_CLASSES } from '#shared/privacy/columns.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'

let core: TestCore

beforeEach(async () => {
  core = await createTestCore()
})
afterEach(() => core.close())

const EVERYTHING: Partial<PersonFields> = {
  title: 'Mrs',
  localId: '20114',
  postcode: 'ZE1 0AA',
  usualGp: 'Dr Anjali Rao',
  leaveOutOfSharing: true,
  deathDate: { date: '2026-10-01', precision: 'month' },
  nhsNumberStatus: '01',
  knownAs: 'Mo',
  previousSurname: 'Pellow',
  gender: 'woman',
  ethnicity: 'K',
  address: '1 Sample Street\nBrackenfold',
  deprivationQuintile: 1,
  deprivationIndex: 'IMD',
  deprivationVersion: '2025',
  carerName: 'Len',
  carerRelationship: 'Husband',
  carerPhone: '01632 960001',
  language: 'Sylheti',
  interpreterNeeded: true,
  communicationNeeds: 'Large print',
  phoneHome: '01632 960002',
  phoneMobile: '07700 900001',
  email: 'mo@example.org',
  contactPreference: 'through_carer',
  contactNote: 'Not before ten',
  deathPlace: '41',
}

const WHOLE_DIAGNOSIS: Partial<EpisodeFields> = {
  laterality: 'L',
  behaviour: 'malignant',
  basis: '7',
  grade: 'G2',
  tCategory: 'pT2a',
  nCategory: 'N1',
  mCategory: 'M0',
  stageEdition: 'uicc',
  stageVersion: '8',
  performanceStatus: '1',
  intent: 'C',
  consultant: 'Miss Trembath',
  nurseSpecialist: 'Joy Dacre',
  nurseSpecialistPhone: '01632 960003',
  nurseSpecialistTold: 'Y3',
  followUp: 'self_managed',
  codeSource: 'imported',
  onPracticeRegister: false,
  practiceRegisterReason: 'Kept by another practice',
}

describe('everything a register holds', () => {
  it('is stored and shown again, field by field, for a person and a diagnosis', async () => {
    const person = aPerson(EVERYTHING)
    const episode = anEpisode(WHOLE_DIAGNOSIS)
    const { id } = await core.client.register.addPerson({ person, episode })
    const found = await core.client.register.person({ id })
    expect(found.person).toEqual({ ...person, id, version: 1, namedLeadName: null })
    expect(found.episodes[0]).toMatchObject(episode)
  })

  it('names a field for every column of the two tables', () => {
    const camel = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    const others = new Set(['id', 'version', 'personId', 'deathDatePrecision', 'diagnosisDatePrecision'])
    const columns = (table: string): string[] =>
      Object.keys(COLUMN_CLASSES[table] ?? {})
        .map(camel)
        .filter((column) => !others.has(column))
    expect(Object.keys(aPerson())).toEqual(expect.arrayContaining(columns('person')))
    expect(Object.keys(anEpisode())).toEqual(expect.arrayContaining(columns('cancer_episode')))
  })

  it('may all be left out by a caller who knows nothing of it', async () => {
    const { id } = await core.client.register.addPerson({
      person: {
        title: null,
        surname: 'Ashworth',
        givenName: '',
        nhsNumber: null,
        localId: '7',
        birthDate: null,
        sex: 'X',
        postcode: null,
        usualGp: null,
        namedLeadId: null,
        leaveOutOfSharing: false,
        deathDate: null,
      },
      episode: null,
    })
    expect((await core.client.register.person({ id })).person).toMatchObject({ email: null, interpreterNeeded: null })
  })

  it('comes back whole when a change is taken back', async () => {
    const person = aPerson(EVERYTHING)
    const { id, version } = await core.client.register.addPerson({ person, episode: anEpisode(WHOLE_DIAGNOSIS) })
    const before = await core.client.register.person({ id })
    const changed = await core.client.register.savePerson({
      id,
      version,
      person: aPerson({ nhsNumber: person.nhsNumber, localId: null }),
    })
    expect((await core.client.register.person({ id })).person).toMatchObject({ address: null, ethnicity: null })
    await core.client.audit.undo({ seq: changed.undo })
    const after = await core.client.register.person({ id })
    expect(after.person).toEqual({ ...before.person, version: expect.any(Number) as number })
    const [episode] = before.episodes
    const saved = await core.client.register.saveEpisode({
      id: episode?.id ?? '',
      version: 1,
      episode: anEpisode(),
    })
    await core.client.audit.undo({ seq: saved.undo })
    expect((await core.client.register.person({ id })).episodes).toEqual([
      { ...episode, version: expect.any(Number) as number },
    ])
  })

  it('keeps every ethnic category, and refuses what is no code', async () => {
    for (const { code } of ETHNIC_CATEGORIES)
      await core.client.register.addPerson({ person: aPerson({ ethnicity: code }), episode: null })
    const wrong = aPerson({ ethnicity: 'Q' as never })
    const refused = await refusal(core.client.register.addPerson({ person: wrong, episode: null }))
    expect(refused.details.fieldErrors).toEqual({ 'person.ethnicity': 'Choose one of the list' })
  })
})

describe('somebody without a name', () => {
  const addNameless = (localId: string | null) =>
    core.client.register.addPerson({ person: aPerson({ surname: '', givenName: '', localId }), episode: null })

  it('needs a local number, and is found by it', async () => {
    expect((await refusal(addNameless(null))).details.fieldErrors).toHaveProperty(['person.surname'])
    const { id } = await addNameless('QX-20114')
    const found = await core.client.register.find({ text: 'QX-20114' })
    expect(found).toMatchObject([{ id, surname: '', localId: 'QX-20114' }])
  })

  it('is not needed to be found by: another name they go or went by will do', async () => {
    const { id } = await core.client.register.addPerson({
      person: aPerson({ knownAs: 'Winnie', previousSurname: 'Trembath' }),
      episode: null,
    })
    for (const text of ['winnie', 'tremb']) expect(await core.client.register.find({ text })).toMatchObject([{ id }])
  })

  it('comes after everybody who has one', async () => {
    const { id } = await addNameless('1')
    await core.client.register.addPerson({ person: aPerson({ surname: 'Zyla', givenName: 'Zoë' }), episode: null })
    const { rows } = await core.client.register.page({})
    expect(rows.map((row) => row.surname)).toEqual(['Zyla', ''])
    expect(rows[1]?.id).toBe(id)
    const twice = await core.client.register.possibleDuplicates({
      nhsNumber: null,
      surname: '',
      givenName: '',
      birthDate: null,
      exceptId: null,
    })
    expect(twice).toEqual([])
  })
})

describe('what cannot be', () => {
  const faults = async (person: Partial<PersonFields>, episode: Partial<EpisodeFields> = {}) =>
    (await refusal(core.client.register.addPerson({ person: aPerson(person), episode: anEpisode(episode) }))).details
      .fieldErrors

  it('is said beside its field', async () => {
    expect(await faults({ deprivationQuintile: 2 })).toEqual({
      'person.deprivationIndex': 'Say which index the fifth is from',
    })
    expect(await faults({ email: 'nobody' })).toEqual({
      'person.email': 'An email address has an @ in it and no spaces',
    })
    expect(await faults({ deprivationQuintile: 6 })).toHaveProperty(['person.deprivationQuintile'])
    expect(await faults({}, { tCategory: 'N1', mCategory: '7' })).toEqual({
      'episode.tCategory': 'Type it as the letter has it, such as T2 or Tis',
      'episode.mCategory': 'Type it as the letter has it, such as M0',
    })
    expect(await faults({}, { onPracticeRegister: true })).toEqual({
      'episode.practiceRegisterReason': 'Say why in a few words',
    })
  })
})

describe('a diagnosis', () => {
  const stored = async (change: Partial<EpisodeFields>) => {
    const { id } = await core.client.register.addPerson({ person: aPerson(), episode: anEpisode(change) })
    return (await core.client.register.person({ id })).episodes[0]
  }

  it('has its categories written alike, and its code marked as typed unless it came with a file', async () => {
    expect(await stored({ tCategory: 'PT 2A', nCategory: '1MI', mCategory: 'x', codeSource: null })).toMatchObject({
      tCategory: 'pT2a',
      nCategory: 'N1mi',
      mCategory: 'MX',
      codeSource: 'typed',
    })
    expect(await stored({ icd10Code: null, codeSource: 'typed' })).toMatchObject({ codeSource: null })
  })

  it('keeps the rule’s answer apart from the lead’s choice, and no reason without a choice', async () => {
    expect(await stored({ onPracticeRegister: false, practiceRegisterReason: 'Moved away' })).toMatchObject({
      onQofRegister: true,
      onPracticeRegister: false,
      practiceRegisterReason: 'Moved away',
    })
    expect(await stored({ practiceRegisterReason: 'Left over' })).toMatchObject({ practiceRegisterReason: null })
  })
})

describe('registrations', () => {
  const aStay = (change: Partial<RegistrationFields> = {}): RegistrationFields => ({
    practiceName: 'Brackenfold Surgery',
    odsCode: 'A99901',
    from: { date: '2015-04-01', precision: 'month' },
    to: null,
    ...change,
  })
  const addSomebody = async () => (await core.client.register.addPerson({ person: aPerson(), episode: anEpisode() })).id
  const staysOf = async (id: string) => (await core.client.register.person({ id })).registrations

  it('are added, changed, ended and removed, and each can be taken back', async () => {
    const personId = await addSomebody()
    const added = await core.client.register.addRegistration({ personId, registration: aStay({ odsCode: 'a99901' }) })
    expect(await staysOf(personId)).toEqual([{ ...aStay(), id: added.id, personId, version: 1 }])
    const to = { date: '2026-01-01', precision: 'year' } as const
    const ended = await core.client.register.saveRegistration({
      id: added.id,
      version: 1,
      registration: aStay({ to, odsCode: null }),
    })
    expect(await staysOf(personId)).toMatchObject([{ to, odsCode: null, version: 2 }])
    const removed = await core.client.register.removeRegistration({ id: added.id, version: ended.version })
    expect(await staysOf(personId)).toEqual([])
    await core.client.audit.undo({ seq: removed.undo })
    await core.client.audit.undo({ seq: ended.undo })
    expect(await staysOf(personId)).toMatchObject([{ ...aStay(), id: added.id }])
    const another = await core.client.register.addRegistration({ personId, registration: aStay() })
    await core.client.audit.undo({ seq: another.undo })
    expect((await staysOf(personId)).map(({ id }) => id)).toEqual([added.id])
  })

  it('come with those that still run first, and go and return with the person', async () => {
    const personId = await addSomebody()
    const ended = {
      from: { date: '2024-01-01', precision: 'year' },
      to: { date: '2025-01-01', precision: 'year' },
    } as const
    for (const change of [ended, { from: null }, { practiceName: 'Ferrin Vale' }])
      await core.client.register.addRegistration({ personId, registration: aStay(change) })
    const before = await staysOf(personId)
    expect(before.map(({ to }) => to?.date ?? null)).toEqual([null, null, '2025-01-01'])
    const gone = await core.client.register.removePerson({ id: personId, version: 1, reason: 'Entered twice' })
    await core.client.audit.undo({ seq: gone.undo })
    expect((await staysOf(personId)).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  it('refuse an end before the beginning, a day to come, and a stale change', async () => {
    const personId = await addSomebody()
    const add = (change: Partial<RegistrationFields>) =>
      refusal(core.client.register.addRegistration({ personId, registration: aStay(change) }))
    const day = (date: string) => ({ date, precision: 'day' }) as const
    expect((await add({ to: day('2015-03-31') })).details.fieldErrors).toEqual({
      'registration.to': 'This is before it began',
    })
    expect((await add({ from: day('2031-01-01') })).details.fieldErrors).toEqual({
      'registration.from': 'This has not come yet',
    })
    expect((await add({ practiceName: ' ' })).code).toBe('validation')
    const { id } = await core.client.register.addRegistration({ personId, registration: aStay() })
    await core.client.register.saveRegistration({ id, version: 1, registration: aStay({ practiceName: 'Elsworth' }) })
    const stale = core.client.register.saveRegistration({ id, version: 1, registration: aStay() })
    expect((await refusal(stale)).code).toBe('stale')
  })
})
