import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'
import { fileOf, importing, registerContents, temporaryFolder } from '../imports/import-helpers.ts'
import { aboutYear, HEADINGS, itemCounts, reconciling } from './reconcile-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>
beforeEach(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
})
afterEach(async () => {
  await test.close()
  folder.remove()
})

const NUMBER = '9990000018'
const OTHER = '9990000026'

const onRegister = (date: string): Promise<{ id: string }> =>
  test.client.register.addPerson({
    person: aPerson({ surname: 'Ashby', givenName: 'Ada', nhsNumber: NUMBER, birthDate: '1950-02-01' }),
    episode: anEpisode({ diagnosisDate: { date, precision: 'day' } }),
  })

const listOf = (...rows: string[]): string => fileOf(folder.path, 'list.csv', [HEADINGS, ...rows])
const ASHBY = `${NUMBER},Ashby,Ada,01/02/1950,Sigmoid colon,`
const FENN = `${OTHER},Fenn,Bea,03/04/1961,`

describe('deciding about what a list has otherwise', () => {
  it('adds somebody new with each of their cancers once, and takes all of it back', async () => {
    const { compare, items } = reconciling(test)
    const { id } = await compare(listOf(`${FENN}Prostate,01/09/2026`, `${FENN}Lung,02/09/2026`))
    const before = await registerContents(test)
    const [first, second] = await items(id, 'theirs_only')
    const added = await test.client.reconcile.add({ id: first?.id ?? '', version: 1, reason: 'On our list since May' })
    const seen = (await items(id, 'theirs_only'))[1]
    expect(seen).toMatchObject({ id: second?.id, personId: added.personId, decision: null })
    const next = await test.client.reconcile.add({ id: seen?.id ?? '', version: seen?.version ?? 0 })
    expect(next.personId).toBe(added.personId)
    const { person, episodes } = await test.client.register.person({ id: added.personId })
    expect(person).toMatchObject({ surname: 'Fenn', nhsNumber: OTHER, birthDate: '1961-04-03' })
    expect(episodes.map(({ tumourGroup }) => tumourGroup).toSorted()).toEqual(['lung', 'prostate'])
    const decided = (await items(id, 'theirs_only'))[0]
    expect(decided).toMatchObject({
      decision: 'added',
      reason: 'On our list since May',
      decidedBy: 'Dr Anjali Rao',
      decidedOn: TEST_TODAY,
    })

    await test.client.audit.undo({ seq: next.undo })
    const back = (await items(id, 'theirs_only'))[0]
    expect(await test.client.reconcile.takeBack({ id: back?.id ?? '', version: back?.version ?? 0 })).toMatchObject({
      kept: 0,
    })
    expect(await registerContents(test)).toEqual(before)
    expect((await items(id, 'theirs_only')).map(({ personId, decision }) => [personId, decision])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('goes with somebody whose import is undone, and undoing says so', async () => {
    const { compare, items, only } = reconciling(test)
    const { batch } = await importing(test).bringIn(
      fileOf(folder.path, 'people.csv', [HEADINGS, `${NUMBER},Ashby,Ada,01/02/1950,Sigmoid colon,04/03/2026`]),
    )
    const { id } = await compare(
      listOf(
        `${NUMBER},Ashby,Ada,01/02/1950,Sigmoid colon,05/03/2026`,
        `${NUMBER},Ashby,Ada,01/02/1950,Lung,01/05/2026`,
      ),
    )
    const { id: itemId, version } = await only(id, 'other_date')
    await test.client.reconcile.decide({ id: itemId, version, decision: 'keep_ours' })
    const goes = { people: 1, diagnoses: 1, events: 0, listEntries: 2, listEntriesDecided: 1 }
    expect(await test.client.imports.whatUndoDoes({ batchId: batch.id })).toMatchObject({ goes })
    expect(await importing(test).undo(batch)).toMatchObject({ goes, kept: { entries: 0 } })
    expect([...(await items(id, 'other_date')), ...(await items(id, 'theirs_only'))]).toEqual([])
  })

  it('adds another cancer to somebody we have, and refuses to decide twice', async () => {
    const { id: personId } = await onRegister('2026-03-04')
    const { compare, only } = reconciling(test)
    const { id } = await compare(listOf(`${NUMBER},Ashby,Ada,01/02/1950,Lung,01/05/2026`))
    const item = await only(id, 'theirs_only')
    await test.client.reconcile.add({ id: item.id, version: item.version })
    expect((await test.client.register.person({ id: personId })).episodes).toHaveLength(2)
    const now = await only(id, 'theirs_only')
    expect(await refusal(test.client.reconcile.add({ id: now.id, version: now.version }))).toMatchObject({
      code: 'conflict',
    })
    expect(
      await refusal(test.client.reconcile.decide({ id: now.id, version: item.version, decision: 'not_ours' })),
    ).toMatchObject({ code: 'stale' })
    expect(
      await refusal(test.client.reconcile.decide({ id: now.id, version: now.version, decision: 'keep_ours' })),
    ).toMatchObject({ code: 'validation' })
  })

  it('does not add a cancer that the register got since the list was compared', async () => {
    const { id: personId } = await onRegister('2026-03-04')
    const { compare, items } = reconciling(test)
    const list = listOf(
      `${NUMBER},Ashby,Ada,01/02/1950,Lung,01/05/2026`,
      `${NUMBER},Ashby,Ada,01/02/1950,Lung,09/09/2026`,
    )
    const { id } = await compare(list)
    const [first, second] = await items(id, 'theirs_only')
    if (first === undefined || second === undefined) throw new Error('both are theirs only')
    await test.client.reconcile.add({ id: first.id, version: first.version })
    // The list itself was brought in too, as a list of several files can be.
    await importing(test).bringIn(list)
    expect(await refusal(test.client.reconcile.add({ id: second.id, version: second.version }))).toMatchObject({
      code: 'stale',
      message: expect.stringContaining('not there when the list was compared'),
    })
    expect((await test.client.register.person({ id: personId })).episodes).toHaveLength(3)
  })

  it('says in words what the list lacks of somebody who cannot be added', async () => {
    const { compare, only } = reconciling(test)
    const { id } = await compare(listOf(`${OTHER},,,03/04/1961,Lung,02/09/2026`))
    const item = await only(id, 'theirs_only')
    expect(await refusal(test.client.reconcile.add({ id: item.id, version: 1 }))).toMatchObject({ code: 'validation' })
    expect((await only(id, 'theirs_only')).decision).toBeNull()
  })

  it('takes their date only while ours is what was compared, and gives ours back', async () => {
    const { id: personId } = await onRegister('2026-03-04')
    const { compare, only } = reconciling(test)
    const { id } = await compare(listOf(`${ASHBY}15/03/2026`))
    const item = await only(id, 'other_date')
    const taken = await test.client.reconcile.takeTheirs({ id: item.id, version: item.version })
    const ours = async () => (await test.client.register.person({ id: personId })).episodes[0]
    expect((await ours())?.diagnosisDate).toEqual({ date: '2026-03-15', precision: 'day' })
    await test.client.reconcile.takeBack({ id: item.id, version: taken.version })
    expect((await ours())?.diagnosisDate).toEqual({ date: '2026-03-04', precision: 'day' })

    const episode = await ours()
    if (episode === undefined) throw new Error('the diagnosis is there')
    await test.client.register.saveEpisode({
      id: episode.id,
      version: episode.version,
      episode: { ...episode, diagnosisDate: { date: '2026-03-05', precision: 'day' } },
    })
    const again = await only(id, 'other_date')
    expect(await refusal(test.client.reconcile.takeTheirs({ id: again.id, version: again.version }))).toMatchObject({
      code: 'stale',
    })
  })

  it('makes a task of asking the hospital, which goes when the decision is taken back', async () => {
    const { id: personId } = await onRegister('2026-03-04')
    const { compare, only } = reconciling(test)
    const { id } = await compare(listOf(`${FENN}Lung,02/09/2026`))
    const item = await only(id, 'ours_only')
    const asked = await test.client.reconcile.ask({ id: item.id, version: item.version, reason: 'Ring the MDT office' })
    expect(await test.client.tasks.ofPerson({ personId })).toMatchObject([
      { title: 'Ask the hospital: not on the list “Wexcombe MDT”', note: 'Ring the MDT office', dueDate: '2026-11-30' },
    ])
    await test.client.reconcile.takeBack({ id: item.id, version: asked.version })
    expect(await test.client.tasks.ofPerson({ personId })).toEqual([])
  })
})

describe('a compared list in the long run', () => {
  it('keeps what was decided where a newer list still differs in the same, and only there', async () => {
    await onRegister('2026-03-04')
    const { compare, get, only, items } = reconciling(test)
    const { id } = await compare(listOf(`${ASHBY}15/03/2026`, `${FENN}Lung,02/09/2026`))
    const date = await only(id, 'other_date')
    await test.client.reconcile.decide({ id: date.id, version: 1, decision: 'keep_ours', reason: 'Seen in the letter' })
    const theirs = await only(id, 'theirs_only')
    await test.client.reconcile.decide({ id: theirs.id, version: 1, decision: 'moved_away' })

    const newer = await compare(
      listOf(`${FENN}Lung,02/09/2026`, `${ASHBY}16/03/2026`, '9990000034,Gale,Cy,05/06/1970,Prostate,01/02/2026'),
      aboutYear({ name: 'Wexcombe MDT, December' }),
      await get(id),
    )
    expect(newer).toMatchObject({ id, decisionsKept: 1, decisionsDropped: 1 })
    expect(await only(id, 'other_date')).toMatchObject({ decision: null, days: 12 })
    expect((await items(id, 'theirs_only')).map(({ person, decision }) => [person.surname, decision])).toEqual([
      ['Fenn', 'moved_away'],
      ['Gale', null],
    ])
    const found = await get(id)
    expect(found).toMatchObject({ name: 'Wexcombe MDT, December', rowsIn: 3 })
    const carried = (await items(id, 'theirs_only'))[0]
    await test.client.reconcile.takeBack({ id: carried?.id ?? '', version: carried?.version ?? 0 })
    expect((await get(id)).counts.theirs_only.open).toBe(2)
    await test.client.audit.undo({ seq: newer.undo })
    expect(itemCounts(await get(id))).toMatchObject({ other_date: 1 })
  })

  it('is closed, opened, locked away and removed, and comes back when that is undone', async () => {
    const { compare, get, only } = reconciling(test)
    const { id } = await compare(listOf(`${FENN}Lung,02/09/2026`))
    const item = await only(id, 'theirs_only')
    const closed = await test.client.reconcile.setClosed({ id, version: 1, closed: true })
    expect(await get(id)).toMatchObject({ closedOn: TEST_TODAY })
    expect(
      await refusal(test.client.reconcile.decide({ id: item.id, version: 1, decision: 'not_ours' })),
    ).toMatchObject({ code: 'conflict' })
    const opened = await test.client.reconcile.setClosed({ id, version: closed.version, closed: false })
    await test.client.reconcile.decide({ id: item.id, version: 1, decision: 'not_ours' })
    const { undo } = await test.client.reconcile.remove({ id, version: opened.version })
    expect(await refusal(get(id))).toMatchObject({ code: 'not-found' })
    await test.client.audit.undo({ seq: undo })
    expect(await only(id, 'theirs_only')).toMatchObject({ decision: 'not_ours' })
  })

  it('writes a work list that no spreadsheet runs, and counts with small numbers hidden', async () => {
    await onRegister('2026-03-04')
    const { compare } = reconciling(test)
    const { id } = await compare(listOf(`${OTHER},=HYPERLINK(1),Bea,03/04/1961,Lung,02/09/2026`))
    const write = (name: string): string => importing(test).grant(join(folder.path, name), 'write')
    expect(await finish(test.client.reconcile.saveWorkList({ id, fileHandle: write('work.csv') }))).toEqual({ rows: 2 })
    const work = readFileSync(join(folder.path, 'work.csv'), 'utf8')
    expect(work).toContain("Theirs only,2,'=HYPERLINK(1),Bea,999 000 0026")
    expect(work).toContain('Ours only,,Ashby,Ada')
    await finish(test.client.reconcile.saveCounts({ id, fileHandle: write('counts.csv') }))
    const counts = readFileSync(join(folder.path, 'counts.csv'), 'utf8')
    expect(counts).toContain('Theirs only,hidden: 1 to 5')
    expect(counts).toContain('In both,0')
    expect(counts).not.toContain('Ashby')
    const entries = await test.client.audit.page({ before: null, limit: 20 })
    expect(JSON.stringify(entries)).not.toContain('HYPERLINK')
  })
})
