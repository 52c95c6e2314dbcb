import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { aLetterTo, somebodyWaiting } from './letter-helpers.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const somebody = async (surname: string, hospital = 'St Olave’s'): Promise<string> =>
  (
    await test.client.register.addPerson({
      person: aPerson({ surname, givenName: 'Alan' }),
      episode: anEpisode({ hospital, diagnosisDate: null }),
    })
  ).id
const log = async (personId: string, change: Parameters<typeof anEvent>[1]): Promise<string> => {
  const { episodes } = await test.client.register.person({ id: personId })
  return (await test.client.journey.logEvent(anEvent(personId, { episodeId: episodes[0]?.id ?? null, ...change }))).id
}

describe('letters to chase', () => {
  it('puts each letter in one list by its day, the longest wait first', async () => {
    const { client } = test
    const id = await somebody('Fenwicke')
    await log(id, { eventType: 'mdt', date: '2026-10-04' }) // due 25 Oct
    await log(id, { eventType: 'oncology_clinic', date: '2026-10-20' }) // due 3 Nov
    await log(id, { eventType: 'first_seen', date: '2026-11-10' }) // due 24 Nov
    await log(id, { eventType: 'treatment_ended', date: '2026-11-20' }) // due 1 Jan
    const listed = async (tab: 'late' | 'week' | 'expected') =>
      (await client.letters.page({ tab })).rows.map(({ document, dueDate }) => `${document} ${dueDate}`)
    expect(await listed('late')).toEqual(['mdt_outcome 2026-10-25', 'clinic 2026-11-03'])
    expect(await listed('week')).toEqual(['clinic 2026-11-24'])
    expect(await listed('expected')).toEqual(['treatment_summary 2027-01-01'])
    expect(await client.letters.counts({})).toEqual({
      tabs: { late: 2, week: 1, expected: 1, arrived: 0 },
      people: 1,
    })
  })

  it('takes the hospital of the event, else of the pathway, else of the diagnosis', async () => {
    const { client } = test
    const id = await somebody('Fenwicke')
    await log(id, { eventType: 'mdt', date: '2026-10-04' })
    await log(id, { eventType: 'oncology_clinic', date: '2026-10-05', hospital: 'Wexcombe General' })
    await log(id, { eventType: 'surgical_clinic', date: '2026-10-06', episodeId: null })
    const { rows } = await client.letters.page({ tab: 'late' })
    expect(rows.map(({ hospital, source }) => [source?.eventType, hospital])).toEqual(
      expect.arrayContaining([
        ['mdt', 'St Olave’s'],
        ['oncology_clinic', 'Wexcombe General'],
        ['surgical_clinic', null],
      ]),
    )
    expect((await client.letters.choices({})).hospitals).toEqual(['St Olave’s', 'Wexcombe General'])
    const at = async (hospital: string): Promise<number> => (await client.letters.page({ tab: 'late', hospital })).total
    expect([await at('Wexcombe General'), await at('none'), await at('Nowhere')]).toEqual([1, 1, 0])
  })

  it('filters by letter and finds by name, and pages without losing or repeating a row', async () => {
    const { client } = test
    for (const [at, surname] of ['Ironside', 'Lindqvist', 'Sethi', 'Wharmby'].entries()) {
      const id = await somebody(surname)
      await log(id, { eventType: 'oncology_clinic', date: `2026-10-1${at}` })
      await log(id, { eventType: 'mdt', date: '2026-10-01' })
    }
    expect((await client.letters.page({ tab: 'late', document: 'mdt_outcome' })).total).toBe(4)
    const found = await client.letters.page({ tab: 'late', search: 'lindq' })
    expect(found.rows.map(({ person }) => person.surname)).toEqual(['Lindqvist', 'Lindqvist'])
    for (const sort of ['late', 'since'] as const) {
      const ids: string[] = []
      for (let offset = 0; offset < 8; offset += 3)
        ids.push(...(await client.letters.page({ tab: 'late', sort, offset, limit: 3 })).rows.map(({ id }) => id))
      expect(new Set(ids).size).toBe(8)
    }
  })

  it('shows what came in the last seven days with how long it took', async () => {
    const { client } = test
    const { personId, dischargeId } = await somebodyWaiting(test)
    await client.letters.itCame({ personId, eventId: dischargeId, date: '2026-11-20' })
    await log(personId, { eventType: 'clinic_letter', lane: 'primary', date: '2026-11-10' })
    const { rows, total } = await client.letters.page({ tab: 'arrived' })
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({ document: 'discharge', arrived: { date: '2026-11-20', days: 39 } })
  })

  it('refuses to log the same letter twice, a letter of the future, and one about no letter event', async () => {
    const { client } = test
    const { personId, dischargeId, surgeryId } = await somebodyWaiting(test)
    const came = (eventId: string, date: string) => refusal(client.letters.itCame({ personId, eventId, date }))
    expect((await came(dischargeId, '2026-11-24')).details.fieldErrors).toHaveProperty('date')
    expect((await came(surgeryId, '2026-11-20')).details.fieldErrors).toHaveProperty('eventId')
    await client.letters.itCame({ personId, eventId: dischargeId, date: '2026-11-20' })
    expect((await came(dischargeId, '2026-11-20')).code).toBe('conflict')
  })

  it('lists nothing of the dead', async () => {
    const { client } = test
    const { personId, dischargeId } = await somebodyWaiting(test)
    await client.letters.ask(aLetterTo(personId, [dischargeId]))
    await log(personId, { eventType: 'died', lane: 'person', date: '2026-11-22' })
    expect((await client.letters.counts({})).tabs).toEqual({ late: 0, week: 0, expected: 0, arrived: 0 })
  })

  it('prints a list, and the print is in the trail', async () => {
    await somebodyWaiting(test)
    expect((await test.client.letters.forPrint({ tab: 'late' })).rows).toHaveLength(2)
    expect((await test.client.audit.page({}))[0]).toMatchObject({ verb: 'print', method: 'letters.forPrint' })
  })
})

describe('the gap meter', () => {
  const YEAR = { from: '2025-11-01', to: '2026-11-23' }
  const pair = async (id: string, on: string, came: string, precision: 'day' | 'month' = 'day'): Promise<void> => {
    const eventId = await log(id, { eventType: 'oncology_clinic', date: on })
    await log(id, { eventType: 'clinic_letter', lane: 'primary', date: came, precision, answersEventId: eventId })
  }

  it('counts days by month, hospital and letter, with what is left out and what is still waited for', async () => {
    const { client } = test
    const id = await somebody('Fenwicke')
    for (const day of [1, 2, 3, 4, 5, 6, 7]) await pair(id, '2026-09-01', `2026-09-${String(10 + day)}`)
    await pair(id, '2026-10-20', '2026-11-01', 'month')
    await log(id, { eventType: 'clinic_letter', lane: 'primary', date: '2026-02-03' })
    await log(id, { eventType: 'discharged', date: '2026-10-12', hospital: 'Wexcombe General' })
    const gaps = await client.letters.gaps(YEAR)
    expect(gaps.all).toEqual({
      letters: 7,
      median: 13,
      lowerQuartile: 11.5,
      upperQuartile: 14.5,
      low: 10,
      high: 16,
      leftOut: 2,
      waiting: 1,
    })
    const month = (key: string) => gaps.months.find((row) => row.key === key)
    expect(month('2026-09')).toMatchObject({ letters: 7, median: 13, waiting: 0 })
    expect(month('2026-10')).toMatchObject({ letters: 0, median: null, waiting: 1 })
    expect(month('2026-02')).toMatchObject({ letters: 0, leftOut: 1 })
    expect(gaps.hospitals.map(({ key, letters, waiting }) => [key, letters, waiting])).toEqual([
      ['St Olave’s', 7, 0],
      ['Wexcombe General', 0, 1],
    ])
    expect(gaps.documents.map(({ key, letters }) => [key, letters])).toEqual([
      ['clinic', 7],
      ['discharge', 0],
    ])
    expect(gaps.version).toContain('letters-3')
  })

  it('shows the letters behind every figure', async () => {
    const { client } = test
    const id = await somebody('Fenwicke')
    await pair(id, '2026-09-01', '2026-09-15')
    await pair(id, '2026-08-01', '2026-08-06')
    await pair(id, '2026-10-20', '2026-11-01', 'month')
    await log(id, { eventType: 'discharged', date: '2026-10-12' })
    const days = async (list: 'came' | 'left_out' | 'waiting') =>
      (await client.letters.gapList({ ...YEAR, list })).rows.map(({ arrived }) => arrived?.days ?? null)
    expect(await days('came')).toEqual([14, 5])
    expect(await days('left_out')).toEqual([null])
    const { rows, total } = await client.letters.gapList({ ...YEAR, list: 'waiting' })
    expect([total, rows[0]?.document]).toEqual([1, 'discharge'])
  })

  it('moves with the journey: a letter that is taken back is waited for again', async () => {
    const { client } = test
    const { personId, dischargeId } = await somebodyWaiting(test)
    const came = await client.letters.itCame({ personId, eventId: dischargeId, date: '2026-10-30' })
    expect((await client.letters.gaps(YEAR)).all).toMatchObject({ letters: 1, median: 18, waiting: 1 })
    await client.audit.undo({ seq: came.undo })
    expect((await client.letters.gaps(YEAR)).all).toMatchObject({ letters: 0, waiting: 2 })
  })

  it('gives Today the last whole month beside the year before it', async () => {
    const { client } = test
    const id = await somebody('Fenwicke')
    await pair(id, '2026-10-01', '2026-10-12')
    await pair(id, '2026-09-01', '2026-09-19')
    await pair(id, '2026-11-01', '2026-11-03')
    const now = await client.letters.gapNow({})
    expect(now).toMatchObject({
      month: '2026-10',
      figure: { letters: 1, median: 11 },
      before: { letters: 1, median: 18 },
    })
    expect(now.months.at(-1)?.key).toBe('2026-10')
  })
})
