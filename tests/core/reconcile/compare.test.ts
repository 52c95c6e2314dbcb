import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { writeXlsx } from 'hucre/xlsx'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'
import { asItIs, fileOf, fixture, importing, registerContents, temporaryFolder } from '../imports/import-helpers.ts'
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

/** Somebody with one bowel cancer on this date. */
const somebody = (
  surname: string,
  nhsNumber: string,
  date: string | null,
  precision: 'day' | 'month' | 'year' = 'day',
): Promise<{ id: string }> =>
  test.client.register.addPerson({
    person: aPerson({ surname, givenName: 'Ada', nhsNumber, birthDate: '1950-02-01' }),
    episode: anEpisode({ diagnosisDate: date === null ? null : { date, precision } }),
  })

const NUMBERS = ['9990000018', '9990000026', '9990000034', '9990000042', '9990000050', '9990000069'] as const
const row = (number: string, surname: string, cancer: string, date: string): string =>
  `${number},${surname},Ada,01/02/1950,${cancer},${date}`

/** One of each: in both, month only, theirs only, another cancer, another date, ours only, and rows nobody can use. */
const oneOfEach = async (): Promise<string> => {
  await somebody('Ashby', NUMBERS[0], '2026-03-04')
  await somebody('Birch', NUMBERS[1], '2026-05-01', 'month')
  await somebody('Calder', NUMBERS[2], '2026-06-10')
  await somebody('Dunn', NUMBERS[3], '2026-07-01')
  await somebody('Elwood', NUMBERS[4], '2026-08-01')
  return fileOf(folder.path, 'list.csv', [
    HEADINGS,
    row(NUMBERS[0], 'Ashby', 'Sigmoid colon', '04/03/2026'),
    row(NUMBERS[1], 'Birch', 'Rectum', '17/05/2026'),
    row(NUMBERS[2], 'Calder', 'Sigmoid colon', '21/06/2026'),
    row(NUMBERS[3], 'Dunn', 'Lung', '01/07/2026'),
    row(NUMBERS[5], 'Fenn', 'Prostate', '01/09/2026'),
    row(NUMBERS[0], 'Ashby', 'Sigmoid colon', '04/03/2026'),
    row('9990000019', 'Gale', 'Lung', '01/09/2026'),
    row(NUMBERS[4], 'Other', 'Lung', '01/09/2026').replace('01/02/1950', '02/02/1950'),
  ])
}

describe('comparing a list with the register', () => {
  it('finds each thing that can differ, counts every row once and changes nobody', async () => {
    const path = await oneOfEach()
    const before = await registerContents(test)
    const { compare, get, items, only } = reconciling(test)
    const { id } = await compare(path)
    expect(await registerContents(test)).toEqual(before)

    const found = await get(id)
    expect(itemCounts(found)).toEqual({ both: 2, theirs_only: 2, ours_only: 2, other_date: 1, set_aside: 2 })
    expect(found.rowsIn).toBe(8)
    expect(Object.values(found.counts).reduce((sum, { rows }) => sum + rows, 0)).toBe(8)
    expect(found.counts.both).toEqual({ items: 2, rows: 3, open: 0 })
    expect(found).toMatchObject({ oursLookedFor: 5, oursTooVague: 0, closedOn: null, comparedBy: 'Dr Anjali Rao' })

    expect(await only(id, 'other_date')).toMatchObject({ days: 11, oursDate: { date: '2026-06-10' }, line: 4 })
    expect(found.days).toEqual({
      counted: 1,
      notCounted: 0,
      spread: { median: 11, lowerQuartile: 11, upperQuartile: 11, least: 11, most: 11 },
    })
    const theirs = await items(id, 'theirs_only')
    expect(theirs.map(({ person, personId, note }) => [person.surname, personId !== null, note])).toEqual([
      ['Dunn', true, 'On the register with Sigmoid colon, 1 Jul 2026'],
      ['Fenn', false, null],
    ])
    const ours = await items(id, 'ours_only')
    expect(ours.map(({ person, note }) => [person.surname, note])).toEqual([
      ['Dunn', null],
      ['Elwood', 'A row of the list that was set aside has this NHS number'],
    ])
    expect((await items(id, 'set_aside')).map(({ note, line }) => [line, note])).toEqual([
      [8, 'NHS number check digit is wrong'],
      [9, 'The NHS number is on the register with another date of birth'],
    ])
    expect((await items(id, 'both')).map(({ person, note }) => [person.surname, note])).toEqual([
      ['Ashby', null],
      ['Birch', 'The dates can be the same day: one of them is not known to the day'],
    ])
  })

  it('looks for ours only in the period and the groups of the list, and says which dates are too vague', async () => {
    await somebody('Ashby', NUMBERS[0], '2025-12-31')
    await somebody('Birch', NUMBERS[1], '2026-01-01')
    await somebody('Calder', NUMBERS[2], '2026-01-01', 'year')
    await somebody('Dunn', NUMBERS[3], null)
    const path = fileOf(folder.path, 'list.csv', [HEADINGS, row(NUMBERS[5], 'Fenn', 'Prostate', '01/09/2026')])
    const { compare, get, items } = reconciling(test)
    const first = await compare(path, aboutYear({ to: '2026-06-30' }))
    expect((await items(first.id, 'ours_only')).map(({ person }) => person.surname)).toEqual(['Birch'])
    expect(await get(first.id)).toMatchObject({ oursLookedFor: 1, oursTooVague: 2 })
    const second = await compare(path, aboutYear({ tumourGroups: ['lung'] }))
    expect(await get(second.id)).toMatchObject({ oursLookedFor: 0, oursTooVague: 0 })
    expect(await test.client.reconcile.list({})).toHaveLength(2)
  })

  it('reads a tab-separated list of a hospital and a workbook alike', async () => {
    const { compare, get } = reconciling(test)
    const { id } = await compare(fixture('mdt-list.tsv'))
    expect(itemCounts(await get(id))).toMatchObject({ theirs_only: 3, set_aside: 0 })
    const workbook = join(folder.path, 'list.xlsx')
    writeFileSync(
      workbook,
      await writeXlsx({
        sheets: [
          { name: 'MDT', rows: [HEADINGS.split(','), row(NUMBERS[5], 'Fenn', 'Lung', '01/09/2026').split(',')] },
        ],
      }),
    )
    expect(itemCounts(await get((await compare(workbook)).id))).toMatchObject({ theirs_only: 1 })
  })

  it('compares a cancer whose rows name two hospitals, which an import would refuse', async () => {
    await somebody('Ashby', NUMBERS[0], '2026-03-04')
    const told = row(NUMBERS[0], 'Ashby', 'Sigmoid colon', '04/03/2026')
    const path = fileOf(folder.path, 'two.csv', [`${HEADINGS},Hospital`, `${told},Wexcombe`, `${told},St Elsewhere`])
    const { get, compare } = reconciling(test)
    const { id } = await compare(path)
    expect(itemCounts(await get(id))).toMatchObject({ both: 1, set_aside: 0, ours_only: 0 })
  })

  it('refuses a list that tells nobody apart, a period that ends before it starts, and a draft that is gone', async () => {
    const path = fileOf(folder.path, 'list.csv', [HEADINGS, row(NUMBERS[5], 'Fenn', 'Lung', '01/09/2026')])
    const { compare } = reconciling(test)
    expect(await refusal(compare(path, aboutYear({ to: '2025-01-01' })))).toMatchObject({
      code: 'validation',
      message: 'The last day is before the first day',
    })
    expect(
      await refusal(compare(path, aboutYear(), null, { 'NHS number': 'leave_out', 'Date of birth': 'leave_out' })),
    ).toMatchObject({ code: 'validation' })
    const fileHandle = importing(test).grant(path, 'read')
    const draft = await finish(test.client.reconcile.read({ fileHandle, reading: asItIs }))
    await test.client.access.lock({})
    await test.client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })
    expect(await refusal(test.client.reconcile.draft({ draftId: draft.draftId }))).toMatchObject({ code: 'not-found' })
  })

  it('lets an import be undone whole though a list was compared since', async () => {
    const bring = importing(test)
    const path = fileOf(folder.path, 'list.csv', [HEADINGS, row(NUMBERS[5], 'Fenn', 'Lung', '01/09/2026')])
    const { batch } = await bring.bringIn(path)
    const { compare, get } = reconciling(test)
    const { id } = await compare(path)
    expect(itemCounts(await get(id))).toMatchObject({ both: 1 })
    expect(await finish(test.client.imports.undo({ batchId: batch.id }))).toMatchObject({ kept: { entries: 0 } })
    expect((await test.client.register.page({})).total).toBe(0)
    expect(itemCounts(await get(id))).toMatchObject({ both: 0 })
  })

  it('forgets what it says of somebody who is taken off the register, and brings it back with them', async () => {
    const { id: personId } = await somebody('Ashby', NUMBERS[0], '2026-03-04')
    const path = fileOf(folder.path, 'list.csv', [HEADINGS, row(NUMBERS[0], 'Ashby', 'Sigmoid colon', '04/03/2026')])
    const { compare, get } = reconciling(test)
    const { id } = await compare(path)
    const { undo } = await test.client.register.removePerson({ id: personId, version: 1, reason: 'Asked to be' })
    expect(itemCounts(await get(id))).toMatchObject({ both: 0 })
    await test.client.audit.undo({ seq: undo })
    expect(itemCounts(await get(id))).toMatchObject({ both: 1 })
  })
})
