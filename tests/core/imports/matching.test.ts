import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { fileLog } from '#core/log.ts'
import type { WordChoice } from '#shared/features/imports/matching.ts'
import type { ColumnChoice, ImportDraft } from '#shared/features/imports/schema.ts'
import { refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { fileOf, importing, temporaryFolder } from './import-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>

beforeEach(async () => {
  folder = temporaryFolder()
  test = await createTestCore({ log: fileLog(join(folder.path, 'log')) })
})

afterEach(async () => {
  await test.close()
  folder.remove()
})

const list = (...lines: string[]): string => fileOf(folder.path, 'list.csv', lines)

const choicesOf = (draft: ImportDraft, dates: Record<string, ColumnChoice['dates']> = {}): ColumnChoice[] =>
  draft.columns.map(({ index, heading, field }) => ({ index, field, dates: dates[heading] ?? null }))

const preview = (draft: ImportDraft, columns: ColumnChoice[], words: WordChoice[] = []) =>
  finish(test.client.imports.preview({ draftId: draft.draftId, columns, words }))

const diagnoses = () =>
  test
    .session()
    .database.read.selectFrom('cancer_episode')
    .select(['tumour_group', 'site', 'diagnosis_date', 'stage', 'route'])
    .orderBy('diagnosis_date')
    .execute()

const PEOPLE = ['9990000026,Hollis,Ada', '9990000018,Bell,Ivor', '9990000107,Marsh,Una']

describe('dates that could be read two ways', () => {
  const HEADINGS = 'NHS number,Surname,First name,Cancer,Diagnosis date'
  const eitherWay = (): string =>
    list(HEADINGS, ...PEOPLE.map((who, at) => `${who},Lung cancer,0${at + 3}/0${at + 4}/2025`))

  it('are asked about, and never read without an answer', async () => {
    const draft = await importing(test).read(eitherWay())
    const { dates } = await finish(test.client.imports.look({ draftId: draft.draftId, columns: choicesOf(draft) }))
    expect(dates).toEqual([
      {
        index: 4,
        style: 'day-first',
        filled: 3,
        dayFirst: 0,
        monthFirst: 0,
        eitherWay: 3,
        other: 0,
        asks: 'either-way',
      },
    ])
    const refused = await refusal(preview(draft, choicesOf(draft)))
    expect(refused).toMatchObject({ code: 'validation' })
    expect(refused.message).toContain('The dates in column 5 could be read day first or month first')
  })

  it.each([
    ['day-first', ['2025-04-03', '2025-05-04', '2025-06-05']],
    ['month-first', ['2025-03-04', '2025-04-05', '2025-05-06']],
  ] as const)('are read %s when somebody says so', async (order, expected) => {
    const draft = await importing(test).read(eitherWay())
    await preview(draft, choicesOf(draft, { 'Diagnosis date': order }))
    await importing(test).commit(draft)
    expect((await diagnoses()).map((one) => one.diagnosis_date)).toEqual(expected)
  })

  it('keep the answer when the step is come back to', async () => {
    const draft = await importing(test).read(eitherWay())
    await preview(draft, choicesOf(draft, { 'Diagnosis date': 'month-first' }))
    const { draft: again } = await test.client.imports.draft({ draftId: draft.draftId })
    expect(again.columns[4]).toMatchObject({ field: 'diagnosis_date', dates: 'month-first' })
  })

  it('are refused where they are impossible in the order that was chosen', async () => {
    const file = list(
      HEADINGS,
      `${PEOPLE[0]},Lung cancer,03/25/2025`,
      `${PEOPLE[1]},Lung cancer,25/03/2025`,
      `${PEOPLE[2]},Lung cancer,03/04/2025`,
    )
    const draft = await importing(test).read(file)
    const asFound = await preview(draft, choicesOf(draft))
    expect(asFound.counts.rows).toMatchObject({ new: 1, rejected: 2 })
    const chosen = await preview(draft, choicesOf(draft, { 'Diagnosis date': 'month-first' }))
    expect(chosen.counts.rows).toMatchObject({ new: 2, rejected: 1 })
    expect(chosen.rejections).toEqual([
      { reason: 'Diagnosis date: there is no such day with the month first', rows: 1 },
    ])
  })
})

describe('words of the file', () => {
  const HEADINGS = 'NHS number,Surname,First name,Sex,Cancer,Stage,Route'
  const ROWS = [
    `${PEOPLE[0]},F,LGX,Early,Clinic`,
    `${PEOPLE[1]},Bloke,lgx,2A,2WW`,
    `${PEOPLE[2]},F,Malignant tumour of lung,unknown,`,
  ]
  const read = (): Promise<ImportDraft> => importing(test).read(list(HEADINGS, ...ROWS))

  const WORDS: WordChoice[] = [
    { field: 'sex', theirs: 'Bloke', ours: { is: 'sex', sex: '1' } },
    { field: 'cancer', theirs: 'LGX', ours: { is: 'cancer', tumourGroup: 'lower_gi', site: null } },
    { field: 'stage', theirs: 'Early', ours: { is: 'stage', stage: '1' } },
    { field: 'route', theirs: 'Clinic', ours: { is: 'blank' } },
  ]

  it('are listed with how they are read, most used first', async () => {
    const draft = await read()
    const { draftId } = draft
    const looked = await finish(test.client.imports.look({ draftId, columns: choicesOf(draft) }))
    expect(looked.words).toEqual([
      { field: 'cancer', words: 2, cells: 3, notRead: { words: 1, cells: 2 }, unlisted: 0 },
      { field: 'stage', words: 3, cells: 3, notRead: { words: 1, cells: 1 }, unlisted: 0 },
      { field: 'route', words: 2, cells: 2, notRead: { words: 1, cells: 1 }, unlisted: 0 },
      { field: 'sex', words: 2, cells: 3, notRead: { words: 1, cells: 1 }, unlisted: 0 },
    ])
    expect(await test.client.imports.words({ draftId, field: 'cancer', columns: [4] })).toEqual({
      words: [
        { theirs: 'LGX', rows: 2, how: 'as-written', ours: '' },
        { theirs: 'Malignant tumour of lung', rows: 1, how: 'read', ours: 'Lung' },
      ],
      total: 2,
    })
    expect(await test.client.imports.words({ draftId, field: 'stage', columns: [5], which: 'not-read' })).toEqual({
      words: [{ theirs: 'Early', rows: 1, how: 'rejected', ours: '' }],
      total: 1,
    })
    expect(await test.client.imports.words({ draftId, field: 'stage', columns: [5], search: '2a' })).toMatchObject({
      words: [{ theirs: '2A', how: 'read', ours: '2A' }],
    })
  })

  it('change what would happen when they are given a meaning', async () => {
    const draft = await read()
    const before = await preview(draft, choicesOf(draft))
    expect(before.counts.rows).toMatchObject({ new: 1, rejected: 2 })
    const after = await preview(draft, choicesOf(draft), WORDS)
    expect(after.counts.rows).toMatchObject({ new: 3, rejected: 0 })
    await importing(test).commit(draft)
    const stored = await diagnoses()
    expect(stored.map(({ tumour_group, site, stage, route }) => [tumour_group, site, stage, route])).toEqual([
      ['lower_gi', 'LGX', '1', 'not_known'],
      ['lower_gi', 'LGX', '2A', 'urgent_referral'],
      ['lung', 'Lung', null, 'not_known'],
    ])
  })

  it('can stand for an event, a diagnosis, or nothing', async () => {
    const file = list(
      'NHS number,Surname,First name,Date,Code Term',
      `${PEOPLE[0]},13/05/2025,CCR8`,
      `${PEOPLE[1]},14/05/2025,Seen by LGX`,
      `${PEOPLE[2]},never,Flu jab`,
    )
    const draft = await importing(test).read(file)
    const words: WordChoice[] = [
      { field: 'event_term', theirs: 'ccr8', ours: { is: 'event', eventType: 'care_review' } },
      {
        field: 'event_term',
        theirs: 'Seen by LGX',
        ours: { is: 'cancer', tumourGroup: 'lower_gi', site: 'Sigmoid colon' },
      },
      { field: 'event_term', theirs: 'Flu jab', ours: { is: 'blank' } },
    ]
    const { counts } = await preview(draft, choicesOf(draft), words)
    expect(counts).toMatchObject({ diagnosesAdded: 1, eventsAdded: 1, eventsKeptAsWritten: 0 })
    expect(counts.rows).toMatchObject({ new: 3, rejected: 0 })
    await importing(test).commit(draft)
    const events = await test.session().database.read.selectFrom('journey_event').selectAll().execute()
    expect(events.map(({ event_type, event_date, note }) => [event_type, event_date, note])).toEqual([
      ['care_review', '2025-05-13', 'CCR8'],
    ])
    expect(await diagnoses()).toMatchObject([{ tumour_group: 'lower_gi', site: 'Sigmoid colon' }])
  })

  it('are in no log, whatever fails', async () => {
    const draft = await read()
    const { draftId } = draft
    await refusal(test.client.imports.words({ draftId, field: 'cancer', columns: [4], search: 'Quillbottom' }))
    await refusal(
      preview(draft, choicesOf(draft), [
        { field: 'stage', theirs: 'Quillbottom', ours: { is: 'stage', stage: 'late' } },
      ] as WordChoice[]),
    )
    await refusal(preview(draft, [], WORDS))
    const written = readFileSync(join(folder.path, 'log'), 'utf8')
    expect(written.split('\n').filter((line) => line !== '')).toHaveLength(3)
    expect(written).not.toMatch(/Quillbottom|LGX|Early|Bloke|Hollis/)
  })

  it('of a long file are gone through in slices that can be stopped', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `LOCAL${at},Person,Some,03/04/1950,Word ${at}`)
    const draft = await importing(test).read(list('Local number,Surname,First name,Date of birth,Cancer', ...rows))
    const stopper = new AbortController()
    const { draftId } = draft
    const running = await test.client.imports.look({ draftId, columns: choicesOf(draft) }, { signal: stopper.signal })
    const first = await running.next()
    expect(first.value).toEqual({ step: 'Looking through the columns', done: 0, total: 5_000, unit: 'rows' })
    stopper.abort()
    expect(await refusal(finish(Promise.resolve(running)))).toMatchObject({ code: 'cancelled' })
    expect(await refusal(test.client.imports.words({ draftId, field: 'cancer', columns: [4] }))).toMatchObject({
      code: 'conflict',
    })
    const looked = await finish(test.client.imports.look({ draftId, columns: choicesOf(draft) }))
    expect(looked.words[0]).toMatchObject({ words: 5_000, notRead: { words: 5_000 } })
    const page = await test.client.imports.words({ draftId, field: 'cancer', columns: [4] })
    expect([page.words.length, page.total]).toEqual([50, 5_000])
  })
})
