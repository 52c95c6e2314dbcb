import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForReading } from '#core/db/sqlite/connection.ts'
import type { AnalysisFields } from '#shared/features/learning/schema.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let personId: string
let episodeId: string
beforeEach(async () => {
  test = await createTestCore()
  personId = await addEmergency({})
  episodeId = await episodeOf(personId)
})
afterEach(() => test.close())

const addEmergency = async (change: Parameters<typeof aPerson>[0]): Promise<string> =>
  (await test.client.register.addPerson({ person: aPerson(change), episode: anEpisode({ route: 'emergency' }) })).id

const episodeOf = async (id: string): Promise<string> => {
  const [episode] = (await test.client.register.person({ id })).episodes
  if (episode === undefined) throw new Error('a diagnosis was added')
  return episode.id
}

const fields = (change: Partial<AnalysisFields> = {}): AnalysisFields => ({
  ledBy: 'Dr Anjali Rao',
  meetingDate: null,
  tookPart: '',
  whatHappened: '',
  wentWell: '',
  couldBeBetter: '',
  themes: [],
  contributoryFactors: '',
  avoidable: null,
  learningPoints: '',
  reviewDate: null,
  ...change,
})

const states = async (): Promise<string[]> =>
  (await test.client.learning.ofPerson({ personId })).map(({ state }) => state)

const begun = async (change: Partial<AnalysisFields> = {}) => {
  const { id } = await test.client.learning.takeUp({ personId, episodeId })
  const { version } = await test.client.learning.save({ personId, id, version: 1, fields: fields(change) })
  return { personId, id, version }
}

const HELD: Partial<AnalysisFields> = {
  meetingDate: '2026-10-20',
  themes: ['results', 'safety_netting'],
  learningPoints: 'Compare results',
}

const audited = (): { method: string; verb: string; person_id: string | null; detail: string }[] => {
  const { database, key } = test.core.vault.openRegister()
  const reader = openForReading(database.path, key)
  const rows = reader
    .prepare("SELECT method, verb, person_id, detail FROM audit_entry WHERE method LIKE 'learning.%'")
    .all()
  reader.close()
  return rows as ReturnType<typeof audited>
}

describe('a suggestion', () => {
  it('stands in the list with why, until it is taken up', async () => {
    const { learning } = test.client
    const { rows, total } = await learning.page({})
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({ id: null, episodeId, state: 'suggested', reasons: ['emergency_route'] })
    expect(rows[0]?.person.surname).toBe('Ashworth')
    const { id, undo } = await learning.takeUp({ personId, episodeId })
    expect(await learning.counts({})).toEqual({ suggested: 0, open: 1, closed: 0, set_aside: 0 })
    expect(await learning.get({ personId, id })).toMatchObject({
      state: 'draft',
      reasons: ['emergency_route'],
      openedBy: 'Dr Anjali Rao',
      fields: { ledBy: 'Dr Anjali Rao', themes: [] },
    })
    expect((await refusal(learning.takeUp({ personId, episodeId }))).code).toBe('conflict')
    expect(await test.client.audit.undo({ seq: undo })).toEqual({ restored: 1, kept: 0 })
    expect(await states()).toEqual(['suggested'])
  })

  it('comes from rejected referrals and breaches too, and is narrowed by its reason', async () => {
    const { client } = test
    const other = (
      await client.register.addPerson({
        person: aPerson({ surname: 'Birch' }),
        episode: anEpisode({ route: 'routine_referral' }),
      })
    ).id
    await client.journey.logEvent(anEvent(other, { eventType: 'referral_rejected', date: '2026-06-02' }))
    const found = await client.learning.page({ reason: 'referral_rejected' })
    expect(found.rows.map(({ person }) => person.surname)).toEqual(['Birch'])
    expect((await client.learning.page({})).total).toBe(2)
  })

  it('is over 62 days by the clocks of its pathway, and not where a vague date leaves it open', async () => {
    const { client } = test
    const late = async (surname: string, received: string, precision: 'day' | 'month'): Promise<void> => {
      const { id } = await client.register.addPerson({
        person: aPerson({ surname }),
        episode: anEpisode({ diagnosisDate: { date: '2026-07-20', precision: 'day' } }),
      })
      const episode = await episodeOf(id)
      const log = (eventType: 'urgent_referral' | 'referral_received' | 'told_diagnosis' | 'surgery', date: string) =>
        client.journey.logEvent(
          anEvent(id, {
            eventType,
            date,
            lane: 'hospital',
            ...(eventType === 'told_diagnosis' || eventType === 'surgery' ? { episodeId: episode } : {}),
            ...(eventType === 'referral_received' ? { precision } : {}),
          }),
        )
      await log('urgent_referral', received)
      await log('referral_received', received)
      const [pathway] = (await client.pathways.ofPerson({ personId: id })).pathways
      if (pathway === undefined) throw new Error('a referral starts a pathway')
      const { id: pathwayId, version, tumourGroup: _suspected, ...rest } = pathway
      await client.pathways.save({
        id: pathwayId,
        version,
        pathway: {
          personId: id,
          episodeId: episode,
          tumourGroup: 'lower_gi',
          priority: rest.priority,
          hospital: rest.hospital,
          reference: rest.reference,
          note: rest.note,
        },
      })
      await log('told_diagnosis', '2026-07-20')
      await log('surgery', '2026-08-04')
    }
    await late('Breached', '2026-06-01', 'day')
    await late('Within', '2026-06-20', 'day')
    await late('Vague', '2026-06-01', 'month')
    const { rows } = await client.learning.page({ reason: 'over_62_days' })
    expect(rows.map(({ person }) => person.surname)).toEqual(['Breached'])
  })

  it('that is set aside is not suggested again, and is brought back', async () => {
    const { learning } = test.client
    const { id, undo } = await learning.setAside({ personId, episodeId, reason: 'Joined us after it' })
    expect((await learning.page({ view: 'set_aside' })).rows[0]).toMatchObject({
      id,
      setAsideReason: 'Joined us after it',
    })
    expect((await learning.page({})).total).toBe(0)
    expect(await test.client.audit.undo({ seq: undo })).toEqual({ restored: 1, kept: 0 })
    expect(await states()).toEqual(['suggested'])
    const again = await learning.setAside({ personId, episodeId, reason: 'Nothing to learn' })
    const back = await learning.bringBack({ personId, id: again.id, version: again.version })
    expect(await states()).toEqual(['suggested'])
    await test.client.audit.undo({ seq: back.undo })
    expect(await states()).toEqual(['set_aside'])
    await learning.takeUp({ personId, episodeId })
    expect(await states()).toEqual(['draft'])
  })

  it('needs a reason to be set aside, and a diagnosis of that person', async () => {
    const { learning } = test.client
    expect((await refusal(learning.setAside({ personId, episodeId, reason: ' ' }))).code).toBe('validation')
    const other = await addEmergency({ surname: 'Birch' })
    expect((await refusal(learning.takeUp({ personId: other, episodeId }))).code).toBe('not-found')
  })
})

describe('an analysis', () => {
  it('keeps what is written as it is, half done too, and one undo takes it back', async () => {
    const { learning } = test.client
    const which = await begun({ whatHappened: 'Seen twice.', themes: ['safety_netting', 'results'] })
    const first = await learning.get(which)
    expect(first.fields).toMatchObject({ whatHappened: 'Seen twice.', themes: ['results', 'safety_netting'] })
    const saved = await learning.save({ ...which, fields: { ...first.fields, wentWell: 'The nurse rang' } })
    await test.client.audit.undo({ seq: saved.undo })
    expect((await learning.get(which)).fields).toMatchObject({ whatHappened: 'Seen twice.', wentWell: '' })
  })

  it('is not overwritten by somebody who saw an older one', async () => {
    const { learning } = test.client
    const which = await begun({ wentWell: 'Theirs' })
    expect((await refusal(learning.save({ ...which, version: 1, fields: fields({ wentWell: 'Mine' }) }))).code).toBe(
      'stale',
    )
  })

  it('is discussed once the meeting was held, and closed once something was learnt', async () => {
    const { learning } = test.client
    const which = await begun({ meetingDate: '2026-12-01' })
    const move = (state: 'discussed' | 'closed', version: number) => learning.setState({ ...which, version, state })
    expect((await refusal(move('discussed', 2))).details.fieldErrors?.['meetingDate']).toContain('still to come')
    const { version } = await learning.save({ ...which, fields: fields({ meetingDate: '2026-10-20' }) })
    expect((await refusal(move('closed', version))).details.fieldErrors).toHaveProperty('themes')
    const discussed = await move('discussed', version)
    const full = await learning.save({
      ...which,
      version: discussed.version,
      fields: fields(HELD),
    })
    const closed = await move('closed', full.version)
    expect(await learning.get(which)).toMatchObject({ state: 'closed', closedOn: '2026-11-23' })
    const late = learning.save({ ...which, version: closed.version, fields: fields(HELD) })
    expect((await refusal(late)).code).toBe('conflict')
    await test.client.audit.undo({ seq: closed.undo })
    expect(await learning.get(which)).toMatchObject({ state: 'discussed', closedOn: null })
  })

  it('makes tasks of what was agreed, which name nobody unless they are to, and one undo takes back both', async () => {
    const { learning, tasks, audit } = test.client
    const which = await begun()
    const action = { title: 'Compare results before filing', ownerId: test.userId, dueDate: '2026-12-20' }
    const added = await learning.addAction({ ...which, action })
    const { rows } = await tasks.page({ view: 'soon' })
    expect(rows).toMatchObject([{ id: added.taskId, title: action.title, person: null, ownerName: 'Dr Anjali Rao' }])
    await tasks.finish({ id: added.taskId, version: 1 })
    expect((await learning.get(which)).actions).toMatchObject([
      { title: action.title, state: 'done', finishedOn: '2026-11-23' },
    ])
    const own = await learning.addAction({ ...which, action: { title: 'Ring her', aboutPerson: true } })
    expect((await tasks.ofPerson({ personId })).map(({ title }) => title)).toEqual(['Ring her'])
    expect(await audit.undo({ seq: own.undo })).toEqual({ restored: 2, kept: 0 })
    expect((await learning.get(which)).actions).toHaveLength(1)
    expect(await tasks.ofPerson({ personId })).toEqual([])
  })

  it('counts its themes by the day of the meeting, drafts left out', async () => {
    const { learning } = test.client
    const which = await begun(HELD)
    const count = async (from: string, to: string) => {
      const { analyses, themes } = await learning.themes({ from, to })
      return [analyses, themes.filter((one) => one.count > 0).map(({ code }) => code)]
    }
    expect(await count('2026-01-01', '2026-12-31')).toEqual([0, []])
    await learning.setState({ ...which, state: 'discussed' })
    expect(await count('2026-01-01', '2026-12-31')).toEqual([1, ['results', 'safety_netting']])
    expect(await count('2026-10-21', '2026-12-31')).toEqual([0, []])
    expect((await learning.page({ view: 'open', theme: 'results' })).total).toBe(1)
    expect((await learning.page({ view: 'open', theme: 'other' })).total).toBe(0)
  })

  it('goes with its person and comes back with them, and outlives a removed diagnosis', async () => {
    const { learning, register, audit } = test.client
    const which = await begun({ whatHappened: 'Seen twice.' })
    await learning.addAction({ ...which, action: { title: 'Change it' } })
    const episode = (await register.person({ id: personId })).episodes[0]
    const removed = await register.removeEpisode({ id: episodeId, version: episode?.version ?? 1 })
    expect(await learning.get(which)).toMatchObject({ episodeId: null, tumourGroup: null })
    await audit.undo({ seq: removed.undo })
    expect(await learning.get(which)).toMatchObject({ episodeId, tumourGroup: 'lower_gi' })
    const { person } = await register.person({ id: personId })
    const gone = await register.removePerson({ id: personId, version: person.version, reason: 'Moved away' })
    expect((await refusal(learning.get(which))).code).toBe('not-found')
    await audit.undo({ seq: gone.undo })
    expect((await learning.get(which)).actions).toHaveLength(1)
  })

  it('is audited, its print with whether it names the person, and never with a word of it', async () => {
    const { learning } = test.client
    const which = await begun({ whatHappened: 'Seen twice by Dr Secret.' })
    // Somebody else was looked at in between, so this is a look of its own.
    await test.client.register.person({ id: await addEmergency({ surname: 'Birch' }) })
    await learning.get(which)
    await learning.printed({ personId, id: which.id, withIdentity: false })
    const entries = audited()
    expect(entries.map(({ method, verb }) => `${method} ${verb}`)).toEqual([
      'learning.takeUp create',
      'learning.save edit',
      'learning.get view',
      'learning.printed print',
    ])
    expect(entries.every(({ person_id }) => person_id === personId)).toBe(true)
    expect(JSON.parse(entries.at(-1)?.detail ?? '{}')).toMatchObject({ withIdentity: false })
    expect(JSON.stringify(entries)).not.toContain('Secret')
    const history = await test.client.history.ofPerson({ personId })
    expect(JSON.stringify(history)).toContain('What happened')
  })

  it('is only for those who may write', async () => {
    const which = await begun()
    Object.assign(test.session(), { user: { ...test.session().user, role: 'read-only' } })
    const { learning } = test.client
    expect((await learning.get(which)).state).toBe('draft')
    for (const call of [
      () => learning.takeUp({ personId, episodeId }),
      () => learning.setAside({ personId, episodeId, reason: 'No' }),
      () => learning.save({ ...which, fields: fields() }),
      () => learning.setState({ ...which, state: 'discussed' as const }),
      () => learning.addAction({ ...which, action: { title: 'No' } }),
    ])
      expect((await refusal(call())).code).toBe('forbidden')
  })
})
