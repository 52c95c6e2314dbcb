import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { frozenClock } from '#core/clock.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import type { Readings } from '#shared/features/measures/indicators/readings.ts'
import type { IndicatorFigures } from '#shared/features/measures/schema.ts'
import { codeOf } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { aPractice, createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const on = (text: string): PartialDate => ({
  date: text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text,
  precision: text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day',
})

/** Somebody with diagnoses and events: `care_review 2023-02-01`, a review with its template. */
const somebody = async (
  surname: string,
  diagnoses: readonly (string | null)[],
  events: readonly string[] = [],
  change: object = {},
): Promise<string> => {
  const { id } = await test.client.register.addPerson({ person: aPerson({ surname, ...change }), episode: null })
  for (const date of diagnoses)
    await test.client.register.addEpisode({
      personId: id,
      episode: anEpisode({ diagnosisDate: date === null ? null : on(date) }),
    })
  for (const told of events) {
    const [type = '', date = ''] = told.split(' ')
    await test.client.journey.logEvent({
      ...anEvent(id, { eventType: type as EventTypeCode, lane: 'primary', ...on(date) }),
      template: type === 'care_review' ? 'Ours' : null,
    })
  }
  return id
}

const indicator = async (code: string, year: number, readings: Partial<Readings> = {}): Promise<IndicatorFigures> => {
  const { indicators } = await test.client.measures.indicators({ year, readings })
  const found = indicators.find((one) => one.code === code)
  if (found === undefined) throw new Error(`no ${code} in ${year}`)
  return found
}

const five = ({ numerator, denominator, adjustments, excluded, undecided }: IndicatorFigures) => ({
  numerator,
  denominator,
  adjustments,
  excluded,
  undecided,
})

describe('the rules of a year', () => {
  it('are those of the nation and year, paid or not', async () => {
    const codes = async (year: number): Promise<string[]> =>
      (await test.client.measures.indicators({ year })).indicators.map(({ code, status }) => `${code} ${status}`)
    expect(await codes(2010)).toEqual(['CANCER 1 historic', 'CANCER 3 historic'])
    expect(await codes(2013)).toEqual(['CAN001 historic', 'CAN002 historic'])
    expect(await codes(2016)).toEqual(['CAN001 historic', 'CAN003 historic'])
    expect(await codes(2023)).toEqual(['CAN001 paid', 'CAN005 paid', 'CAN004 paid'])
    expect(await codes(2024)).toEqual(['CAN001 income-protected', 'CAN005 income-protected', 'CAN004 income-protected'])
    expect(await codes(2026)).toEqual([
      'Register good-practice',
      'IND222 good-practice',
      'IND223 good-practice',
      'IND113 good-practice',
    ])
    const now = await test.client.measures.indicators({})
    expect(now).toMatchObject({ year: 2026, yearLabel: '2026/27', yearEnd: '2027-03-31', isRunning: true })
  })

  it('are none outside England', async () => {
    await test.session().database.write(({ db }) =>
      db
        .updateTable('practice')
        .set({ nation: aPractice({ nation: 'wales' }).nation })
        .execute(),
    )
    expect(await test.client.measures.indicators({ year: 2023 })).toMatchObject({ nation: 'wales', indicators: [] })
  })
})

describe('the care review of 2023/24', () => {
  it('counts by the words of the rule', async () => {
    await somebody('Reviewed', ['2022-05-10'], ['care_review 2023-05-10'])
    await somebody('Aday', ['2022-05-10'], ['care_review 2023-05-11'])
    await somebody('Lastyear', ['2022-05-10'], ['care_review 2023-03-30'])
    await somebody('Early', ['2022-03-30'])
    await somebody('Edge', ['2022-03-31'])
    await somebody('Running', ['2023-04-01'])
    await somebody('Already', ['2023-06-01'], ['care_review 2023-09-01'])
    await somebody('Declined', ['2022-08-01'], ['care_review_declined 2023-06-01'])
    await somebody('Longago', ['2022-08-01'], ['care_review_declined 2023-03-31'])
    await somebody('Dead', ['2022-08-01'], [], { deathDate: on('2024-03-31') })
    const figures = await indicator('CAN004', 2023)
    expect(five(figures)).toEqual({ numerator: 2, denominator: 5, adjustments: 1, excluded: 3, undecided: 0 })
    const counts = Object.fromEntries(figures.reasons.map(({ code, count }) => [code, count]))
    expect(counts).toMatchObject({ CAN_DAT24M: 1, MDRV_DAT: 1, DIAGCRV12M: 1, CANPCADEC: 1, CANINVITE: 0 })
    expect((await indicator('CAN001', 2023)).numerator).toBe(9)
  })

  it('starts again with a second primary, and asks for the template where the reading does', async () => {
    const id = await somebody('Twice', ['2015-01-01', '2022-11-11'], ['care_review 2016-01-01'])
    expect(five(await indicator('CAN004', 2023))).toMatchObject({ denominator: 1, numerator: 0 })
    await test.client.journey.logEvent(
      anEvent(id, { eventType: 'care_review', lane: 'primary', date: '2023-08-01', precision: 'day' }),
    )
    expect(await indicator('CAN004', 2023)).toMatchObject({ numerator: 0 })
    expect(await indicator('CAN004', 2023, { review: 'any' })).toMatchObject({ numerator: 1 })
  })

  it('decides by a vague date only where each of its days gives the same', async () => {
    await somebody('Whichever', ['2022-09'], ['care_review 2023-08'])
    await somebody('Edge', ['2022-03'])
    await somebody('Hangs', ['2022-09'], ['care_review 2023-09-10'])
    await somebody('Undated', [null])
    await somebody('Longago', ['2010'])
    expect(five(await indicator('CAN004', 2023))).toEqual({
      numerator: 1,
      denominator: 1,
      adjustments: 0,
      excluded: 1,
      undecided: 3,
    })
    expect(await indicator('CAN001', 2023)).toMatchObject({ numerator: 4, undecided: 1 })
  })
})

describe('the support contact of 2023/24', () => {
  it.each([
    ['2023-05-15', '2023-08-15', 1, 1],
    ['2023-05-15', '2023-08-16', 0, 1],
    ['2023-05-15', '2023-08-17', 0, 0],
    ['2023-11-30', '2024-02-29', 1, 1],
    ['2023-11-30', '2024-03-01', 0, 1],
    ['2023-11-30', '2024-03-02', 0, 1],
    ['2023-11-30', '2024-03-03', 0, 0],
  ])('diagnosed %s and informed %s: %i by the calendar, %i by 93 days', async (diagnosed, informed, calendar, days) => {
    await somebody('Informed', [diagnosed], [`support_information_given ${informed}`])
    expect((await indicator('CAN005', 2023)).numerator).toBe(calendar)
    expect((await indicator('CAN005', 2023, { threeMonths: '93-days' })).numerator).toBe(days)
  })

  it.each([
    ['2023-11-01 2023-11-07', 0],
    ['2023-11-01 2023-11-08', 1],
    ['2023-03-31 2023-06-08', 0],
    ['2023-04-01 2023-06-08', 1],
    ['2023-11', 0],
  ])('invited %s: %i adjusted', async (dates, adjusted) => {
    const invitations = dates.split(' ').map((date) => `support_contact_invitation ${date}`)
    await somebody('Invited', ['2023-04-20'], invitations)
    expect((await indicator('CAN005', 2023)).adjustments).toBe(adjusted)
  })

  it('adjusts whoever registered in the last three months, unless it was done', async () => {
    const id = await somebody('New', ['2023-06-01'])
    const registration = { practiceName: 'Brackenfold Surgery', odsCode: 'A99901', from: on('2024-01-01'), to: null }
    await test.client.register.addRegistration({ personId: id, registration })
    expect(five(await indicator('CAN005', 2023))).toMatchObject({ adjustments: 1, denominator: 0 })
    await test.client.journey.logEvent(
      anEvent(id, { eventType: 'support_information_given', lane: 'primary', date: '2023-07-01', precision: 'day' }),
    )
    expect(five(await indicator('CAN005', 2023))).toMatchObject({ adjustments: 0, numerator: 1 })
    expect(five(await indicator('CAN005', 2023, { adjustments: 'always' }))).toMatchObject({ adjustments: 1 })
  })
})

describe('the people behind a figure', () => {
  it('are as many as the figure says, each with the reason', async () => {
    await somebody('Talked', ['2023-06-01'], ['support_contact 2023-07-01'])
    await somebody('Declined', ['2023-06-01'], ['support_contact_declined 2023-08-01'])
    await somebody('Informed', ['2023-06-01'], ['support_information_given 2023-07-02'])
    const figures = await indicator('CAN005', 2023)
    const people = async (groups: ('met' | 'not-met' | 'adjusted')[]) =>
      test.client.measures.people({ year: 2023, code: 'CAN005', groups })
    expect((await people(['met'])).total).toBe(figures.numerator)
    expect((await people(['met', 'not-met'])).total).toBe(figures.denominator)
    expect((await people(['met', 'not-met', 'adjusted'])).total).toBe(figures.denominatorPlusAdjustments)
    expect((await people(['met', 'not-met', 'adjusted'])).rows.map(({ person }) => person.surname)).toEqual([
      'Declined',
      'Informed',
      'Talked',
    ])
    expect((await people(['not-met'])).rows[0]?.why).toBe(
      'Diagnosed 1 Jun 2023. Support contact 1 Jul 2023, but that information was given is not recorded. In time until 1 Sep 2023.',
    )
    expect((await people(['adjusted'])).rows[0]?.why).toBe(
      'Declined in the year. Diagnosed 1 Jun 2023. Recorded 1 Aug 2023.',
    )
  })

  it('are told by the years of the record that the rule went by, and from when the time ran', async () => {
    await somebody('Declined', ['2022-08-01'], ['care_review_declined 2022-09-01', 'care_review_declined 2023-06-01'])
    const adjusted = await test.client.measures.people({ year: 2023, code: 'CAN004', groups: ['adjusted'] })
    expect(adjusted.rows[0]?.why).toBe('Declined in the year. Diagnosed 1 Aug 2022. Recorded 1 Jun 2023.')
    await somebody('Confirmed', ['2013-05-01'], ['diagnosis_letter 2013-07-01'])
    const late = await test.client.measures.people({ year: 2013, code: 'CAN002', groups: ['not-met'] })
    expect(late.rows[0]?.why).toBe(
      'Diagnosed 1 May 2013. No review is recorded. Confirmed 1 Jul 2013. In time until 1 Oct 2013.',
    )
  })

  it('are refused for an indicator that the year does not have', async () => {
    const work = test.client.measures.people({ year: 2023, code: 'IND223', groups: ['met'] })
    expect(await codeOf(work)).toBe('not-found')
  })
})

describe('what if today were another day', () => {
  it('says who will count, who can still be put right until when, and for whom it is too late', async () => {
    await somebody('Open', ['2026-01-20'])
    await somebody('Soon', ['2026-09-01'])
    await somebody('Late', ['2025-06-01'])
    await somebody('Counts', ['2026-05-05'], ['care_review 2026-06-06'])
    const ask = (date: string, outlook: 'open' | 'late' | 'counts') =>
      test.client.measures.whatIf({ date, outlook, code: outlook === 'counts' ? 'IND223' : null })
    const shown = async (date: string, outlook: 'open' | 'late' | 'counts') =>
      (await ask(date, outlook)).rows.map(
        ({ person, code, lastDay, daysLeft }) => `${person.surname} ${code} ${lastDay} ${daysLeft}`,
      )
    expect(await shown('2026-11-23', 'open')).toEqual([
      'Soon IND222 2026-12-01 8',
      'Soon IND113 2026-12-01 8',
      'Open IND223 2027-01-20 58',
    ])
    expect(await shown('2027-01-21', 'open')).toEqual([])
    expect(await shown('2026-11-23', 'counts')).toEqual(['Counts IND223 null null'])
    expect(await shown('2026-12-02', 'late')).toContain('Soon IND222 2026-12-01 -1')
    expect((await ask('2027-04-01', 'open')).yearLabel).toBe('2027/28')
  })

  it('names people who are exempt from one indicator and fail another', async () => {
    await somebody('Hidden', ['2026-01-20'], ['support_contact_declined 2026-08-01'])
    const { indicators, rows } = await test.client.measures.whatIf({ date: '2026-11-23', hiddenOnly: true })
    expect(rows.map(({ code, exemptFrom }) => [code, exemptFrom])).toEqual([
      ['IND223', ['IND222']],
      ['IND113', ['IND222']],
    ])
    expect(indicators.find(({ code }) => code === 'IND223')).toMatchObject({ hidden: 1, counts: { open: 1 } })
  })

  it('knows nothing that was recorded of a later day', async () => {
    await somebody('Later', ['2026-05-05'], ['care_review 2026-06-06'])
    const counts = async (date: string) =>
      (await test.client.measures.whatIf({ date })).indicators.find(({ code }) => code === 'IND223')?.counts
    expect(await counts('2026-06-05')).toMatchObject({ excluded: 1, counts: 0 })
    expect(await counts('2026-06-06')).toMatchObject({ excluded: 0, counts: 1 })
    expect(await counts('2026-05-04')).toMatchObject({ excluded: 0, counts: 0 })
  })
})

it('answers by what was changed a moment ago, and by the year that has begun meanwhile', async () => {
  const id = await somebody('Changed', ['2023-06-01'])
  expect((await indicator('CAN005', 2023)).numerator).toBe(0)
  const { undo } = await test.client.journey.logEvent(
    anEvent(id, { eventType: 'support_information_given', lane: 'primary', date: '2023-07-01', precision: 'day' }),
  )
  expect((await indicator('CAN005', 2023)).numerator).toBe(1)
  await test.client.audit.undo({ seq: undo })
  expect((await indicator('CAN005', 2023)).numerator).toBe(0)
  await test.close()
  test = await createTestCore({ clock: frozenClock('2027-04-01T09:00:00.000Z') })
  expect((await test.client.measures.indicators({})).year).toBe(2027)
})
