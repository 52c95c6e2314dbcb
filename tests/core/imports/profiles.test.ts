import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import type { WordChoice } from '#shared/features/imports/matching.ts'
import type { ImportDraft } from '#shared/features/imports/schema.ts'
import { refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { fileOf, importing, temporaryFolder } from './import-helpers.ts'

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

const HEADINGS = 'NHS number,Surname,First name,Seen on,Site,Stage'
const list = (name: string, ...lines: string[]): string => fileOf(folder.path, `${name}.csv`, lines)
const october = (): string => list('october', HEADINGS, '9990000026,Hollis,Ada,03/04/2025,LGX,Early')
const november = (headings = HEADINGS): string =>
  list('november', headings, '9990000018,Bell,Ivor,05/06/2025,LGX,Early')

const WORDS: WordChoice[] = [
  { field: 'cancer', theirs: 'LGX', ours: { is: 'cancer', tumourGroup: 'lower_gi', site: null } },
  { field: 'stage', theirs: 'Early', ours: { is: 'stage', stage: '1' } },
]

/** October's list brought in as a person matched it, and kept under a name. */
const remembered = async (name = 'MDT monthly list'): Promise<void> => {
  const wizard = importing(test)
  const draft = await wizard.read(october())
  await wizard.preview(draft, { 'Seen on': 'diagnosis_date' }, { words: WORDS, remember: { name } })
  await wizard.commit(draft, 'October')
}

const fields = ({ columns }: ImportDraft) => columns.map(({ heading, field }) => [heading, field])
const profiles = () => test.client.imports.profiles({})

describe('a saved profile', () => {
  it('recognises the next file of its shape and matches it as before, saying why', async () => {
    await remembered()
    const draft = await importing(test).read(november())
    expect(draft.profile).toMatchObject({ name: 'MDT monthly list', added: 0, gone: 0 })
    expect(draft.words).toEqual(WORDS)
    expect(draft.columns[3]).toMatchObject({
      heading: 'Seen on',
      field: 'diagnosis_date',
      dates: 'day-first',
      certainty: 'named',
      reason: 'As in “MDT monthly list”, 23 Nov 2026',
    })
    expect(draft.columns[0]).toMatchObject({ certainty: 'checked', reason: 'Check digit right on 1' })
    const preview = await importing(test).preview(draft)
    expect(preview.counts.rows).toMatchObject({ new: 1, rejected: 0 })
    await importing(test).commit(draft)
    expect(await profiles()).toMatchObject([
      { name: 'MDT monthly list', matched: 6, columns: 6, words: 2, times: 2, version: 2 },
    ])
  })

  it('can be left aside for one file', async () => {
    await remembered()
    const { draftId } = await importing(test).read(november())
    const afresh = await test.client.imports.matchAs({ draftId, profileId: null })
    expect(afresh).toMatchObject({ profile: null, words: [] })
    expect(afresh.columns[3]).toMatchObject({ field: 'leave_out', certainty: 'unknown', dates: null })
    const [profile] = await profiles()
    const again = await test.client.imports.matchAs({ draftId, profileId: profile?.id ?? null })
    expect(again.columns[3]).toMatchObject({ field: 'diagnosis_date', dates: 'day-first' })
  })

  it('matches what it still knows of a file with a column more and one less, and says so', async () => {
    await remembered()
    const draft = await importing(test).read(
      list(
        'near',
        'Surname,NHS number,First name,Seen on,Site,Hospital',
        'Bell,9990000018,Ivor,05/06/2025,LGX,St Elsewhere',
      ),
    )
    expect(draft.profile).toMatchObject({ name: 'MDT monthly list', added: 1, gone: 1 })
    expect(fields(draft)).toEqual([
      ['Surname', 'surname'],
      ['NHS number', 'nhs_number'],
      ['First name', 'given_name'],
      ['Seen on', 'diagnosis_date'],
      ['Site', 'cancer'],
      ['Hospital', 'hospital'],
    ])
    expect(draft.columns[5]).toMatchObject({ certainty: 'guessed', reason: 'New column. Named so' })
  })

  it('knows its list again by the rejected rows, mended, and does not become theirs', async () => {
    await remembered()
    const wizard = importing(test)
    const saved = join(folder.path, 'rejected.csv')
    const rejectedOf = async (path: string): Promise<string> => {
      const draft = await wizard.read(path)
      expect(draft.profile).toMatchObject({ added: 0, gone: 0 })
      await wizard.preview(draft, {}, { words: WORDS, remember: { name: 'MDT monthly list' } })
      const from = { batchId: (await wizard.commit(draft)).id }
      await finish(test.client.imports.saveRejected({ from, fileHandle: wizard.grant(saved, 'write') }))
      return readFileSync(saved, 'utf8')
    }
    const bad = ['9990000019,Bell,Ivor,05/06/2025,LGX,Early', '9990000108,Marsh,Una,07/08/2025,LGX,Early']
    const once = await rejectedOf(list('november', HEADINGS, ...bad))
    writeFileSync(saved, once.replace('9990000019', '9990000018'))
    const twice = await rejectedOf(saved)
    expect(once.split('\r\n')[0]).toBe(`\uFEFFLine,Why it was rejected,${HEADINGS}`)
    expect(twice.split('\r\n').map((line) => line.replace(/^\d+/, ''))).toEqual(
      once
        .split('\r\n')
        .toSpliced(1, 1)
        .map((line) => line.replace(/^\d+/, '')),
    )
    expect(await profiles()).toMatchObject([{ columns: 6, matched: 6, times: 3 }])
  })

  it('knows which comes first from a file that showed it, so that the next need not be asked about', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(list('proof', HEADINGS, '9990000026,Hollis,Ada,25/04/2025,Lung cancer,1'))
    await wizard.preview(draft, { 'Seen on': 'diagnosis_date' }, { remember: { name: 'MDT monthly list' } })
    await wizard.commit(draft)
    const next = await wizard.read(november())
    expect(next.columns[3]).toMatchObject({ field: 'diagnosis_date', dates: 'day-first' })
  })

  it.each([
    ['both ways', '25/04/2025', '04/25/2025'],
    ['the other way only', '04/05/2025', '04/25/2025'],
  ])('does not take the order of its dates for a file that writes them %s', async (_how, ...days) => {
    await remembered()
    const wizard = importing(test)
    const draft = await wizard.read(
      list(
        'mixed',
        HEADINGS,
        ...days.map((day, at) => `${['9990000018', '9990000034'][at]},Bell,Ivor,${day},LGX,Early`),
      ),
    )
    expect(draft.columns[3]).toMatchObject({ dates: 'day-first' })
    const { draftId, words } = draft
    const preview = (dates: 'day-first' | null) =>
      finish(
        test.client.imports.preview({
          draftId,
          columns: draft.columns.map(({ index, field }) => ({ index, field, dates: index === 3 ? dates : null })),
          words,
        }),
      )
    expect(await refusal(preview(null))).toMatchObject({
      code: 'validation',
      message:
        'The dates in column 4 are not written as in the file that was remembered. Say which comes first, day or month, then check again.',
    })
    // Said of this very file it stands, and what cannot be read so is rejected with its reason.
    expect((await preview('day-first')).rejections).toEqual([
      { reason: 'Diagnosis date: the month is written before the day', rows: 1 },
    ])
    expect((await preview(null)).counts.rows).toMatchObject({ new: 1, rejected: 1 })
  })

  it('keeps the name that was typed when the step is come back to', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(october())
    expect(draft.remember).toBeNull()
    const { draftId } = draft
    await wizard.preview(draft, {}, { remember: { name: 'MDT monthly list' } })
    expect((await test.client.imports.draft({ draftId })).draft.remember).toEqual({ name: 'MDT monthly list' })
    await wizard.preview(draft)
    expect((await test.client.imports.draft({ draftId })).draft.remember).toEqual({ name: null })
  })

  it('leaves a file of another shape alone', async () => {
    await remembered()
    const other = await importing(test).read(
      list('other', 'NHS number,Surname,Date of birth,Postcode,Town', '9990000018,Bell,13/06/1948,ZZ1 1ZZ,Ferrin'),
    )
    expect(other.profile).toBeNull()
  })

  it('is changed, not doubled, when the same name is kept again', async () => {
    await remembered()
    const wizard = importing(test)
    const draft = await wizard.read(november(`${HEADINGS},Keyworker`))
    await wizard.preview(draft, {}, { words: [], remember: { name: 'mdt MONTHLY list' } })
    await wizard.commit(draft)
    expect(await profiles()).toMatchObject([{ name: 'mdt MONTHLY list', columns: 7, words: 0, times: 2 }])
  })

  it('starts with differences settled as they were for all of a kind', async () => {
    await remembered()
    const wizard = importing(test)
    const change = (name: string, stage: string): string =>
      list(name, HEADINGS, `9990000026,Hollis,Ada,03/04/2025,LGX,${stage}`)
    const draft = await wizard.read(change('second', '2'))
    await wizard.preview(draft, {}, { words: WORDS, remember: { name: 'MDT monthly list' } })
    await finish(
      test.client.imports.choose({ draftId: draft.draftId, choices: { forAll: { stage: 'theirs' }, here: [] } }),
    )
    await wizard.commit(draft)
    const next = await wizard.read(change('third', '3'))
    expect(next.profile?.differences).toEqual({ stage: 'theirs' })
    const preview = await wizard.preview(next)
    expect(preview.differences).toMatchObject([{ code: 'stage', forAll: 'theirs' }])
    expect(preview.counts).toMatchObject({ peopleToChoose: 0 })
  })

  it('stays when the import it was kept with is undone', async () => {
    await remembered()
    const [batch] = await test.client.imports.list({})
    await finish(test.client.imports.undo({ batchId: batch?.id ?? '' }))
    expect(await profiles()).toHaveLength(1)
  })

  it('is kept only with an import that was brought in', async () => {
    const wizard = importing(test)
    await wizard.preview(await wizard.read(october()), {}, { remember: { name: 'Never brought in' } })
    expect(await profiles()).toEqual([])
  })

  it('is renamed and deleted, and both can be taken back', async () => {
    await remembered()
    await remembered('Another list')
    const [other, profile] = await profiles()
    if (profile === undefined || other === undefined) throw new Error('two profiles were kept')
    const taken = await refusal(
      test.client.imports.renameProfile({ profileId: profile.id, version: profile.version, name: ' another LIST ' }),
    )
    expect(taken).toMatchObject({ code: 'validation', details: { fieldErrors: { name: expect.any(String) } } })
    const renamed = await test.client.imports.renameProfile({
      profileId: profile.id,
      version: profile.version,
      name: 'Hospital list',
    })
    await test.client.audit.undo({ seq: renamed.undo })
    expect((await profiles()).map(({ name }) => name)).toContain(profile.name)
    const [, now] = await profiles()
    const removed = await test.client.imports.removeProfile({
      profileId: profile.id,
      version: now?.version ?? 0,
    })
    expect(await profiles()).toHaveLength(1)
    await test.client.audit.undo({ seq: removed.undo })
    expect((await profiles()).map(({ id }) => id)).toEqual([other.id, profile.id])
  })
})
