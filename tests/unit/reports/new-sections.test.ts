import { describe, expect, it } from 'vitest'
import { ageGroupAt, ethnicGroupOf, topDeathPlace } from '#shared/features/reports/demographics.ts'
import { figureMeaning } from '#shared/features/reports/figure-meaning.ts'
import type { SourceClock, SourcePerson } from '#shared/features/reports/source.ts'
import { personMarkIn } from '#shared/features/reports/text-marks.ts'
import { diagnosed, measureAll, on, somebody } from '#tests/support/report-source.ts'
import { aPractice } from '#tests/support/test-core.ts'

const PERIOD = { from: '2025-04-01', to: '2026-03-31' }

const measured = (people: readonly SourcePerson[]) => measureAll({ practice: aPractice(), people }, PERIOD)

const nonZero = (people: readonly SourcePerson[], prefix: string): Record<string, number> =>
  Object.fromEntries(
    measured(people)
      .sheet.figures()
      .flatMap(({ id, value }) => (id.startsWith(prefix) && value !== 0 ? [[id, value]] : [])),
  )

describe('age at diagnosis', () => {
  it.each([
    ['2000-06-15', '2025-06-14', '0-24'],
    ['2000-06-15', '2025-06-15', '25-49'],
    ['1940-01-01', '2025-01-01', '85'],
    ['1940-06-15', '2025-06', null],
    ['1950-06-15', '2025-06', null],
    ['1951-06-15', '2025', '65-74'],
  ])('born %s, diagnosed %s: %s', (born, at, group) => {
    expect(ageGroupAt(born, on(at))).toBe(group)
  })

  it('is not known without either date, nor before birth', () => {
    expect(ageGroupAt(null, on('2025-01-01'))).toBeNull()
    expect(ageGroupAt('1950-01-01', null)).toBeNull()
    expect(ageGroupAt('1950-01-01', on('1940-01-01'))).toBeNull()
  })
})

describe('top-level codes', () => {
  it('are those of the categories, and nothing for what was not said', () => {
    expect(['A', 'G', 'K', 'P', 'R', 'Z', '99', null].map(ethnicGroupOf)).toEqual([
      'white',
      'mixed',
      'asian',
      'black',
      'other',
      null,
      null,
      null,
    ])
    expect(['10', '22', '42', '50', null].map(topDeathPlace)).toEqual(['10', '20', '40', '50', null])
  })
})

describe('demographics', () => {
  it('add up to the new diagnoses, with those of whom it is not known', () => {
    const people = [
      somebody([diagnosed('2025-05-05', { ageGroup: '50-64' })], {
        sex: '2',
        ethnicGroup: 'white',
        deprivationQuintile: 1,
      }),
      somebody([diagnosed('2025-05-05'), diagnosed('2025-06-05')], { sex: 'X' }),
      somebody([diagnosed('2024-05-05', { ageGroup: '85' })], { sex: '1' }),
    ]
    expect(nonZero(people, 'by-')).toEqual({
      'by-sex.2': 1,
      'by-sex.not-known': 2,
      'by-age.50-64': 1,
      'by-age.not-known': 2,
      'by-ethnicity.white': 1,
      'by-ethnicity.not-known': 2,
      'by-deprivation.1': 1,
      'by-deprivation.not-known': 2,
    })
  })
})

const clock = (change: Partial<SourceClock> = {}): SourceClock => ({
  code: 'told_28',
  tumourGroup: 'lung',
  stop: on('2025-05-05'),
  result: 'within',
  startAssumed: false,
  ...change,
})

describe('standards', () => {
  it('count clocks that stopped in the period, and leave out what is vague or has no receipt', () => {
    const clocks = [
      clock(),
      clock({ result: 'over', tumourGroup: 'sarcoma' }),
      clock({ stop: on('2025-03-31') }),
      clock({ stop: on('2025') }),
      clock({ result: 'either' }),
      clock({ startAssumed: true }),
    ]
    expect(nonZero([somebody([], { clocks })], 'clock-28')).toEqual({
      'clock-28.met': 1,
      'clock-28.not-met': 1,
      'clock-28.out-of': 2,
      'clock-28.lung.met': 1,
      'clock-28.lung.out-of': 1,
      'clock-28.others.not-met': 1,
      'clock-28.others.out-of': 1,
      'clock-28-left.vague': 2,
      'clock-28-left.assumed': 1,
    })
  })
})

describe('hospitals', () => {
  const to = (referredTo: string | null, number: number) =>
    Array.from({ length: number }, () => somebody([diagnosed('2025-05-05', { referredTo })]))

  it('are named from eight on, whatever their spelling, and never where a name looks like a person', () => {
    const people = [
      ...to('Northfield General', 6),
      ...to(' northfield  general ', 3),
      ...to('Southmoor', 7),
      ...to('Mr Pemberton', 9),
      ...to(null, 2),
    ]
    const { hospitals, unnamedHospitals } = measured(people)
    expect([hospitals, unnamedHospitals]).toEqual([['Northfield General'], 2])
    expect(nonZero(people, 'hospital-')).toMatchObject({
      'hospital-0': 9,
      'hospital-few': 16,
      'hospital-not-known': 2,
    })
  })

  it('tell the least that they can be by being named, and by how many are not', () => {
    const people = [...to('Northfield General', 9), ...to('Southmoor', 2), ...to('Eastcliff', 1), ...to(null, 30)]
    const { sheet } = measured(people)
    const least = new Map(sheet.figures().map(({ id, atLeast }) => [id, atLeast]))
    expect(['hospital-0', 'hospital-few', 'hospital-not-known'].map((id) => least.get(id))).toEqual([8, 2, undefined])
  })

  it('are held beside an earlier report by their name, wherever they stand', () => {
    const meant = { period: PERIOD, frozenOn: '2026-04-02', lists: [], hospitals: ['Eastcliff', 'Southmoor'] }
    expect(figureMeaning('hospital-1', meant)).toEqual({
      kind: 'flow',
      measure: 'hospital southmoor',
      whose: '',
      ...PERIOD,
    })
  })
})

describe('deaths', () => {
  it('are of the register, in the period, by place', () => {
    const died = (date: string, deathPlace: string | null = null) =>
      somebody([diagnosed('2020-05-05')], { deathDate: on(date), deathPlace })
    const people = [died('2025-05-05', '10'), died('2025-06'), died('2025'), died('2026-04-01', '30')]
    expect(nonZero(people, 'deaths')).toEqual({
      deaths: 2,
      'deaths.10': 1,
      'deaths.not-known': 1,
      'deaths-left.vague': 1,
    })
  })
})

describe('text that tells of a person', () => {
  it.each([
    '999 123 4567',
    '9991234567',
    '12/03/1954',
    '12 March 1954',
    '1954-03-12',
    'DOB in May',
    'March 12th, 1954',
  ])('is known by %s', (text) => {
    expect(personMarkIn(`Somebody, ${text}.`)).not.toBeNull()
  })

  it.each(['In March 2026 we met 3 times', '57 of 310, 18%', 'CT within 14 days'])('is not %s', (text) => {
    expect(personMarkIn(text)).toBeNull()
  })
})
