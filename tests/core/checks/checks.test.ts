import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent, emptyRow } from '#tests/support/builders.ts'
import { refreshProjections } from '#core/projections/person-summary.ts'
import { CHECK_RULES } from '#shared/features/checks/public.ts'
import type { Hit, RuleFigures } from '#shared/features/checks/schema.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

/** Somebody without an NHS number, so that numbers set aside for tests are not asked about. */
const somebody = async (change: Parameters<typeof aPerson>[0] = {}): Promise<string> =>
  (
    await test.client.register.addPerson({
      person: aPerson({ nhsNumber: null, localId: 'L1', ...change }),
      episode: null,
    })
  ).id

const manWithOvary = async (): Promise<{ personId: string; episodeId: string }> => {
  const personId = await somebody({ sex: '1' })
  const { id } = await test.client.register.addEpisode({
    personId,
    episode: anEpisode({ tumourGroup: 'gynaecological', site: 'Ovary', icd10Code: 'C56' }),
  })
  return { personId, episodeId: id }
}

const hitsOf = (personId: string): Promise<Hit[]> => test.client.checks.ofPerson({ personId })
const figuresOf = async (rule: string): Promise<RuleFigures | undefined> =>
  (await test.client.checks.figures({})).rules.find((one) => one.rule === rule)

describe('what is found about a person', () => {
  it('is there as soon as it is saved and gone as soon as it is put right', async () => {
    const { personId, episodeId } = await manWithOvary()
    expect(await hitsOf(personId)).toMatchObject([
      {
        rule: 'sex-site',
        severity: 'warning',
        words: 'Ovary, and the sex recorded is male. Check both.',
        subjectTable: 'cancer_episode',
        subjectId: episodeId,
        override: null,
      },
    ])
    const { person } = await test.client.register.person({ id: personId })
    await test.client.register.savePerson({ id: personId, version: person.version, person: { ...person, sex: '2' } })
    expect(await hitsOf(personId)).toEqual([])
  })

  it('says nothing where the sex is not known, and goes with the person', async () => {
    const { personId } = await manWithOvary()
    const { person } = await test.client.register.person({ id: personId })
    const saved = await test.client.register.savePerson({
      id: personId,
      version: person.version,
      person: { ...person, sex: 'X', gender: 'man' },
    })
    expect(await hitsOf(personId)).toEqual([])
    await test.client.audit.undo({ seq: saved.undo })
    expect(await figuresOf('sex-site')).toMatchObject({ people: 1 })
    const now = await test.client.register.person({ id: personId })
    await test.client.register.removePerson({ id: personId, version: now.person.version, reason: 'Entered twice' })
    expect(await figuresOf('sex-site')).toMatchObject({ people: 0, hits: 0 })
  })

  it('puts what cannot be so first', async () => {
    const { personId } = await manWithOvary()
    await test.client.journey.logEvent(anEvent(personId, { date: '1950-01-01', eventType: 'surgery' }))
    expect((await hitsOf(personId)).map(({ severity, rule }) => [severity, rule])).toEqual([
      ['error', 'event-before-birth'],
      ['warning', 'sex-site'],
    ])
    expect(await test.client.checks.standing({})).toMatchObject({ errors: 1, warnings: 1 })
  })

  it('lapses with the day for what only time puts right', async () => {
    const personId = await somebody()
    await test.session().database.write(async (handle) => {
      await handle.db
        .insertInto('journey_event')
        .values({
          ...emptyRow('journey_event'),
          id: '01900000-0000-7000-8000-00000000f001',
          person_id: personId,
          event_type: 'ct_scan',
          lane: 'hospital',
          event_date: '2026-11-25',
          event_date_precision: 'day',
          version: 1,
        })
        .execute()
      await handle.db.updateTable('projection').set({ version: 0 }).execute()
    })
    const { database } = test.session()
    await refreshProjections(database, '2026-11-23')
    expect((await hitsOf(personId)).map(({ rule }) => rule)).toEqual(['event-in-future'])
    await refreshProjections(database, '2026-11-24')
    expect(await hitsOf(personId)).toHaveLength(1)
    await refreshProjections(database, '2026-11-25')
    expect(await hitsOf(personId)).toEqual([])
  })
})

describe('a reason', () => {
  it('keeps something unusual until the values change, and can be taken back', async () => {
    const { personId, episodeId } = await manWithOvary()
    const kept = await test.client.checks.keep({
      personId,
      rule: 'sex-site',
      subjectId: episodeId,
      reason: 'Record carries the gender',
    })
    const [hit] = await hitsOf(personId)
    expect(hit?.override).toMatchObject({ reason: 'Record carries the gender', byName: 'Dr Anjali Rao' })
    expect(await figuresOf('sex-site')).toMatchObject({ people: 1, hits: 1, kept: 1 })
    expect(await test.client.checks.standing({})).toMatchObject({ warnings: 0 })
    await test.client.audit.undo({ seq: kept.undo })
    expect((await hitsOf(personId))[0]?.override).toBeNull()

    await test.client.checks.keep({ personId, rule: 'sex-site', subjectId: episodeId, reason: 'Looked at again' })
    const { episodes } = await test.client.register.person({ id: personId })
    const episode = episodes[0]
    if (episode === undefined) throw new Error('no diagnosis')
    await test.client.register.saveEpisode({
      id: episodeId,
      version: episode.version,
      episode: { ...episode, icd10Code: 'C57' },
    })
    expect((await hitsOf(personId))[0]?.override).toBeNull()
    await test.client.checks.keep({ personId, rule: 'sex-site', subjectId: episodeId, reason: 'Still so' })
    const override = (await hitsOf(personId))[0]?.override
    expect(override).toMatchObject({ reason: 'Still so', version: 2 })
    await test.client.checks.askAgain({ id: override?.id ?? '', version: override?.version ?? 0 })
    expect((await hitsOf(personId))[0]?.override).toBeNull()
  })

  it('lists who is to look at apart from who is kept', async () => {
    const { personId, episodeId } = await manWithOvary()
    await manWithOvary()
    await test.client.checks.keep({ personId, rule: 'sex-site', subjectId: episodeId, reason: 'Both are right' })
    const open = await test.client.checks.people({ rule: 'sex-site' })
    const kept = await test.client.checks.people({ rule: 'sex-site', view: 'kept' })
    expect([open.total, kept.total]).toEqual([1, 1])
    expect(kept.hits[0]).toMatchObject({ person: { id: personId }, override: { reason: 'Both are right' } })
  })

  it('is refused for what cannot be so, for what is not there, and without words', async () => {
    const personId = await somebody()
    const { id } = await test.client.journey.logEvent(anEvent(personId, { date: '1950-01-01', eventType: 'surgery' }))
    const keep = (rule: string, reason: string): Promise<unknown> =>
      test.client.checks.keep({ personId, rule, subjectId: id, reason })
    expect(await refusal(keep('event-before-birth', 'It was so'))).toMatchObject({ code: 'conflict' })
    expect(await refusal(keep('sex-site', 'It was so'))).toMatchObject({ code: 'not-found' })
    expect(await refusal(keep('event-before-birth', ' '))).toMatchObject({
      code: 'validation',
      details: { fieldErrors: { reason: 'Say why in a few words' } },
    })
  })

  it('given in a form is stored with what the form saves, and one undo takes back both', async () => {
    const saved = await test.client.register.addPerson({
      person: aPerson({ nhsNumber: null, localId: 'L1', sex: '1' }),
      episode: anEpisode({ tumourGroup: 'gynaecological', site: 'Ovary', icd10Code: 'C56' }),
      kept: [
        {
          rule: 'sex-site',
          fingerprint: JSON.stringify([1, '1', 'gynaecological', 'C56']),
          reason: 'Asked, and right',
        },
        { rule: 'sex-site', fingerprint: 'something else', reason: 'Not this one' },
      ],
    })
    expect((await hitsOf(saved.id))[0]?.override).toMatchObject({ reason: 'Asked, and right' })
    await test.client.audit.undo({ seq: saved.undo })
    expect((await test.client.checks.figures({})).people).toBe(0)
    expect(await refusal(test.client.register.person({ id: saved.id }))).toMatchObject({ code: 'not-found' })
  })
})

describe('a rule', () => {
  it('is there with its figures, each once', async () => {
    const { rules } = await test.client.checks.figures({})
    expect(rules.map(({ rule }) => rule)).toEqual(CHECK_RULES.map(({ code }) => code))
    expect(new Set(rules.map(({ rule }) => rule)).size).toBe(rules.length)
  })

  it('can be switched off with a reason, says nothing then, and comes back as it was', async () => {
    const { personId } = await manWithOvary()
    const off = await test.client.checks.switchOff({ rule: 'sex-site', reason: 'We check these by hand' })
    expect(await hitsOf(personId)).toEqual([])
    expect(await test.client.checks.standing({})).toMatchObject({ warnings: 0, switchedOff: ['sex-site'] })
    expect(await figuresOf('sex-site')).toMatchObject({
      people: 1,
      switchedOff: { reason: 'We check these by hand', byName: 'Dr Anjali Rao', on: '2026-11-23' },
    })
    await test.client.audit.undo({ seq: off.undo })
    expect(await hitsOf(personId)).toHaveLength(1)
    await test.client.checks.switchOff({ rule: 'sex-site', reason: 'We check these by hand' })
    await test.client.checks.switchOn({ rule: 'sex-site' })
    expect(await hitsOf(personId)).toHaveLength(1)
  })

  it('about what cannot be so stays on', async () => {
    expect(
      await refusal(test.client.checks.switchOff({ rule: 'event-before-birth', reason: 'Too many' })),
    ).toMatchObject({ code: 'conflict' })
  })
})
