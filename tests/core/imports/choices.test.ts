import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import type { ImportDraft, ImportPreview, ImportRow } from '#shared/features/imports/schema.ts'
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

const HEADINGS = 'NHS number,Surname,First name,Date of birth,Sex,Cancer,Diagnosis date,Stage'
const list = (name: string, ...rows: string[]): string => fileOf(folder.path, `${name}.csv`, [HEADINGS, ...rows])

const OURS = [
  '9990000026,Hollis,Ada,01/02/1950,F,Malignant tumour of lung,03/04/2024,1A',
  '9990000018,Bell,Ivor,05/06/1948,M,Malignant tumour of lung,01/01/2024,2A',
]
/** Another date for the first, another stage for both. */
const THEIRS = [
  '9990000026,Hollis,Ada,01/02/1950,F,Malignant tumour of lung,03/04/2025,3B',
  '9990000018,Bell,Ivor,05/06/1948,M,Malignant tumour of lung,01/01/2024,3B',
]

const conflicts = async ({ draftId }: ImportDraft): Promise<ImportRow[]> =>
  (await test.client.imports.previewRows({ draftId, outcome: 'conflict' })).rows

const choose = (
  { draftId }: ImportDraft,
  choices: Parameters<typeof test.client.imports.choose>[0]['choices'],
): Promise<ImportPreview> => finish(test.client.imports.choose({ draftId, choices }))

const diagnoses = (): Promise<unknown[]> =>
  test
    .session()
    .database.read.selectFrom('cancer_episode')
    .innerJoin('person', 'person.id', 'cancer_episode.person_id')
    .select(['person.surname', 'cancer_episode.diagnosis_date', 'cancer_episode.stage'])
    .orderBy('person.surname')
    .orderBy('cancer_episode.diagnosis_date')
    .execute()

const compared = async (): Promise<ImportDraft> => {
  const wizard = importing(test)
  await wizard.bringIn(list('ours', ...OURS))
  const draft = await wizard.read(list('theirs', ...THEIRS))
  await wizard.preview(draft)
  return draft
}

/** The same file, read and compared once more. */
const comparedAgain = async (): Promise<ImportDraft> => {
  const draft = await importing(test).read(list('theirs-again', ...THEIRS))
  await importing(test).preview(draft)
  return draft
}

describe('differences between a file and the register', () => {
  it('leave ours as it is while nobody chooses, and the import says how many it left', async () => {
    const draft = await compared()
    const before = await diagnoses()
    const { counts } = await importing(test).commit(draft)
    expect(counts).toMatchObject({ people: { conflict: 2, changed: 0 }, rows: { conflict: 2 }, peopleToChoose: 2 })
    expect(await diagnoses()).toEqual(before)
  })

  it('are settled one by one and for all of a kind, and stored as shown', async () => {
    const draft = await compared()
    const preview = await choose(draft, {
      forAll: { stage: 'theirs' },
      here: [{ line: 2, code: 'diagnosis_date', nth: 0, choice: 'both' }],
    })
    expect(preview.counts).toMatchObject({ people: { conflict: 2 }, peopleToChoose: 0, diagnosesAdded: 1 })
    expect((await conflicts(draft)).map(({ changes }) => changes.map(({ label, taken }) => [label, taken]))).toEqual([
      [
        ['Diagnosis date', true],
        ['Diagnosis', true],
      ],
      [['Stage', true]],
    ])
    const { counts } = await importing(test).commit(draft)
    expect(counts).toEqual(preview.counts)
    expect(await diagnoses()).toEqual([
      { surname: 'Bell', diagnosis_date: '2024-01-01', stage: '3B' },
      { surname: 'Hollis', diagnosis_date: '2024-04-03', stage: '1A' },
      { surname: 'Hollis', diagnosis_date: '2025-04-03', stage: '3B' },
    ])
  })

  it('can be chosen about again before the last step', async () => {
    const draft = await compared()
    await choose(draft, { forAll: { stage: 'theirs', diagnosis_date: 'theirs' }, here: [] })
    await choose(draft, { forAll: { diagnosis_date: 'theirs' }, here: [] })
    await importing(test).commit(draft)
    expect(await diagnoses()).toEqual([
      { surname: 'Bell', diagnosis_date: '2024-01-01', stage: '2A' },
      { surname: 'Hollis', diagnosis_date: '2025-04-03', stage: '1A' },
    ])
  })

  it('are gone when the same file comes again after theirs was taken', async () => {
    const draft = await compared()
    await choose(draft, { forAll: { stage: 'theirs', diagnosis_date: 'theirs' }, here: [] })
    await importing(test).commit(draft)
    const { preview } = await importing(test).bringIn(list('again', ...THEIRS))
    expect(preview.counts.rows).toEqual({ new: 0, changed: 0, same: 2, conflict: 0, rejected: 0 })
  })

  it('cannot be chosen about when the register has moved since the check', async () => {
    const draft = await compared()
    await importing(test).bringIn(
      list('meanwhile', '9990000107,Marsh,Una,07/08/1951,F,Malignant tumour of lung,02/02/2024,'),
    )
    const refused = await refusal(choose(draft, { forAll: { stage: 'theirs' }, here: [] }))
    expect(refused.code).toBe('stale')
  })

  it('count the same however they came about, one by one or all at once', async () => {
    const draft = await compared()
    const here = [
      { line: 2, code: 'stage', nth: 0, choice: 'theirs' },
      { line: 2, code: 'diagnosis_date', nth: 0, choice: 'both' },
      { line: 3, code: 'stage', nth: 0, choice: 'ours' },
    ] as const
    await choose(draft, { forAll: { stage: 'theirs' }, here: [] })
    for (const count of [1, 2, 3, 0]) await choose(draft, { forAll: {}, here: here.slice(0, count) })
    const step = await choose(draft, { forAll: { stage: 'theirs' }, here: [...here] })
    const other = await comparedAgain()
    expect(await choose(other, { forAll: { stage: 'theirs' }, here: [...here] })).toEqual(step)
  })

  it('stay as chosen when the same columns are checked again, and go where the values are others now', async () => {
    const draft = await compared()
    const here = [
      { line: 2, code: 'diagnosis_date', nth: 0, choice: 'theirs' },
      { line: 3, code: 'stage', nth: 0, choice: 'theirs' },
    ] as const
    await choose(draft, { forAll: { sex: 'ours' }, here: [...here] })
    const preview = await importing(test).preview(draft)
    expect(preview.counts.peopleToChoose).toBe(1)
    expect((await test.client.imports.draft({ draftId: draft.draftId })).choices).toEqual({
      forAll: { sex: 'ours' },
      here,
    })
    await importing(test).preview(draft, { Stage: 'leave_out' })
    expect((await test.client.imports.draft({ draftId: draft.draftId })).choices.here).toEqual(here.slice(0, 1))
  })

  it('that nobody chose about can be saved as a file and brought in later', async () => {
    const draft = await compared()
    await choose(draft, { forAll: {}, here: [{ line: 3, code: 'stage', nth: 0, choice: 'ours' }] })
    const path = join(folder.path, 'to-choose.csv')
    const fileHandle = importing(test).grant(path, 'write')
    expect(await finish(test.client.imports.saveToChoose({ draftId: draft.draftId, fileHandle }))).toEqual({ rows: 1 })
    expect(readFileSync(path, 'utf8').split('\r\n')[1]).toContain(
      '2,"Diagnosis date, Stage: nobody has chosen",9990000026',
    )
    await importing(test).commit(draft)
    const later = await importing(test).read(path)
    const preview = await importing(test).preview(later)
    expect(preview.counts).toMatchObject({ rowsIn: 1, people: { conflict: 1 }, peopleToChoose: 1 })
  })
})
