import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { fileOf, fixture, importing } from './import-helpers.ts'

let test: TestCore

beforeEach(async () => {
  test = await createTestCore()
})

afterEach(() => test.close())

const everyone = async () => {
  const { read } = test.session().database
  const people = await read.selectFrom('person').selectAll().orderBy('surname').execute()
  const episodes = await read.selectFrom('cancer_episode').selectAll().orderBy('diagnosis_date').execute()
  const events = await read.selectFrom('journey_event').selectAll().orderBy('event_date').execute()
  return people.map((person) => ({
    person,
    episodes: episodes.filter((episode) => episode.person_id === person.id),
    events: events.filter((event) => event.person_id === person.id),
  }))
}

describe('an EMIS patient report', () => {
  it('is recognised through its preamble, and says what was set aside', async () => {
    const draft = await importing(test).read(fixture('emis-report.csv'))
    expect(draft).toMatchObject({
      layout: 'emis-patient-report',
      encoding: 'utf-8',
      separator: ',',
      headerLine: 4,
      rowCount: 6,
    })
    expect(draft.facts.map((fact) => fact.what)).toEqual([
      '“Last Run” 02-Nov-2026',
      'Headings found on line 4',
      '1 heading had line breaks',
      '1 column without heading or values',
      'Last row was a total',
      '2 blank rows',
      'UTF-8 text, separated by comma',
    ])
    expect(draft.columns.map((column) => column.field)).toEqual([
      'local_id',
      'nhs_number',
      'surname',
      'given_name',
      'birth_date',
      'sex',
      'usual_gp',
      'event_date',
      'event_term',
      'event_value',
      'event_date',
      'event_term',
      'event_value',
    ])
  })

  it('keeps every entry of a person who runs over several rows', async () => {
    const { batch } = await importing(test).bringIn(fixture('emis-report.csv'))
    expect(batch.counts).toMatchObject({
      rowsIn: 6,
      rows: { new: 6, changed: 0, same: 0, rejected: 0 },
      people: { new: 4 },
      eventsKeptAsWritten: 1,
    })
    const thackray = (await everyone()).find(({ person }) => person.surname === 'Thackray')
    expect(thackray?.person).toMatchObject({
      given_name: 'Ivo',
      birth_date: '1949-11-30',
      sex: '1',
      local_id: '7002',
      usual_gp: 'Dr Tamsin Hale',
    })
    expect(
      thackray?.episodes.map(({ kind, tumour_group, diagnosis_date }) => [kind, tumour_group, diagnosis_date]),
    ).toEqual([
      ['new_primary', 'prostate', '2024-06-02'],
      ['metastatic', 'not_known', '2026-01-19'],
    ])
    expect(
      thackray?.events.map(({ event_type, event_date, note, told_by }) => [event_type, event_date, note, told_by]),
    ).toEqual([
      ['support_information_given', '2024-06-21', null, 'import'],
      ['care_review', '2026-05-11', null, 'import'],
      ['other', '2026-05-12', 'Blue badge application supported: form sent', 'import'],
    ])
  })
})

describe('a SystmOne report in Windows-1252', () => {
  it('keeps accents and puts the rows of one person together', async () => {
    const { draft, batch } = await importing(test).bringIn(fixture('systmone-report.csv'))
    expect(draft).toMatchObject({ layout: 'systmone-report', encoding: 'windows-1252', headerLine: 1 })
    expect(batch.counts).toMatchObject({
      rowsIn: 4,
      rows: { new: 4 },
      people: { new: 3 },
      diagnosesAdded: 2,
      eventsAdded: 2,
    })
    const people = await everyone()
    const renee = people.find(({ person }) => person.surname === 'Zoë-Larkin')
    expect(renee?.person.given_name).toBe('Renée')
    expect(renee?.episodes.map((episode) => episode.diagnosis_date)).toEqual(['2024-12-22'])
    expect(renee?.events.map((event) => event.event_type)).toEqual(['care_review'])
    expect(people.find(({ person }) => person.surname === 'Braddock')?.events[0]?.note).toBe(
      'Patient’s carer contacted',
    )
  })
})

describe('a hospital MDT list', () => {
  it('is split at tabs and its names at the comma', async () => {
    const { draft, batch } = await importing(test).bringIn(fixture('mdt-list.tsv'))
    expect(draft.separator).toBe('\t')
    expect(batch.counts).toMatchObject({ rowsIn: 3, people: { new: 3 }, diagnosesAdded: 3, eventsAdded: 3 })
    const people = await everyone()
    expect(people.map(({ person }) => [person.surname, person.given_name, person.title])).toEqual([
      ['CALLOWAY', 'Bram', null],
      ['DE VRIES', 'Hanne', null],
      ["O'SHEA", 'Fintan', 'Mr'],
    ])
    expect(
      people.map(({ episodes }) => [episodes[0]?.tumour_group, episodes[0]?.stage, episodes[0]?.diagnosis_date]),
    ).toEqual([
      ['skin_melanoma', null, '2026-01-10'],
      ['lower_gi', '3B', '2026-05-14'],
      ['prostate', '2', '2026-09-13'],
    ])
    expect(people.map(({ events }) => [events[0]?.event_type, events[0]?.event_date])).toEqual([
      ['mdt', '2026-01-19'],
      ['mdt', '2026-05-23'],
      ['mdt', '2026-10-02'],
    ])
  })
})

describe('the hospital’s own number of somebody', () => {
  it('is not taken for ours, so that nobody whom we know disagrees in it', async () => {
    const wizard = importing(test)
    const known = fileOf(test.dataFolder, 'ours.csv', [
      'NHS number,EMIS number,Surname,First name,Date of birth',
      '9990000018,5101,Calloway,Bram,18/11/1981',
    ])
    await wizard.bringIn(known)
    const list = (headings: string, cells: string): string =>
      fileOf(test.dataFolder, `${headings.length}.csv`, [`${headings},Patient name,DOB,MDT date,Intent`, cells])
    const whose = ',"CALLOWAY, Bram",18/11/1981,19/01/2026,'
    const draft = await wizard.read(list('Hospital number,NHS number', `W44504,9990000018${whose}`))
    expect(draft.columns[0]).toMatchObject({ field: 'leave_out', reason: 'The hospital’s own number' })
    expect((await wizard.preview(draft)).counts.people).toMatchObject({ conflict: 0, changed: 1 })
    const alone = await wizard.read(list('Hospital number', `W44504${whose}`))
    expect(alone.columns[0]?.field).toBe('local_id')
  })
})

describe('a plain table', () => {
  it('keeps vague dates vague and unknown cancers as they are written', async () => {
    const { draft } = await importing(test).bringIn(fixture('plain.csv'))
    expect(draft.columns.at(-1)).toMatchObject({ heading: 'Keyworker text', field: 'leave_out', certainty: 'unknown' })
    const episodes = (await everyone()).map(({ episodes: [episode] }) => [
      episode?.site,
      episode?.tumour_group,
      episode?.diagnosis_date,
      episode?.diagnosis_date_precision,
      episode?.route,
    ])
    expect(episodes).toEqual([
      ['Sigmoid colon', 'lower_gi', '2026-09-04', 'day', 'urgent_referral'],
      ['Lung', 'lung', '2025-03-01', 'month', 'emergency'],
      ['Something in the neck', 'not_known', '2024-01-01', 'year', 'not_known'],
    ])
  })
})

describe('a file of figures', () => {
  it('is refused in words, not read as people', async () => {
    await expect(importing(test).read(fixture('search-counts.csv'))).rejects.toMatchObject({
      code: 'validation',
      message: expect.stringMatching(/search-count report.*Practice figures/),
    })
  })
})

describe('a file of one column', () => {
  it.each([
    ['numbers', 'NHS number\n9990000018\n9990000026\n'],
    ['names in quotes, which hold commas', 'Name\n"Testcase, Ada"\n"Testcase, Bob"\n'],
  ])('is refused for that, whatever it holds: %s', async (_what, text) => {
    const path = join(test.dataFolder, 'column.csv')
    writeFileSync(path, text)
    await expect(importing(test).read(path)).rejects.toMatchObject({
      code: 'validation',
      message: expect.stringContaining('single column'),
    })
  })
})
