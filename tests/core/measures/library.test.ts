import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import { yearEnd } from '#shared/features/measures/financial-year.ts'
import { LIBRARY } from '#shared/features/measures/library/library.ts'
import { type LibraryFigure, SPLITS } from '#shared/features/measures/library/schema.ts'
import { codeOf } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { madeUpPerson } from './registers.ts'
import { storeRich } from './rich-registers.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const on = (text: string): PartialDate => ({
  date: text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text,
  precision: text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day',
})

const EVERYBODY = ['numerator', 'not-numerator', 'undecided'] as const
const CODES = LIBRARY.map(({ definition }) => definition.code)

const figureOf = async (code: string, from: string, to: string): Promise<LibraryFigure> =>
  (await test.client.measures.measure({ code, months: { from, to } })).figure

const somebody = async (
  diagnosed: string | null,
  events: readonly string[] = [],
  person: Partial<ReturnType<typeof aPerson>> = {},
): Promise<string> => {
  const { id } = await test.client.register.addPerson({ person: aPerson(person), episode: null })
  await test.client.register.addEpisode({
    personId: id,
    episode: anEpisode({ diagnosisDate: diagnosed === null ? null : on(diagnosed) }),
  })
  for (const told of events) {
    const [type = '', date = ''] = told.split(' ')
    await test.client.journey.logEvent(anEvent(id, { eventType: type as EventTypeCode, lane: 'hospital', ...on(date) }))
  }
  return id
}

const storePeople = async (seed: number): Promise<void> => {
  const [people = []] = fc.sample(
    fc.array(madeUpPerson(yearEnd(2025), 5), { minLength: 200, maxLength: 200, size: 'max' }),
    { numRuns: 1, seed },
  )
  await test.session().database.write((handle) => storeRich(handle, people, { odsCode: 'A99901', seed, isVague: true }))
}

describe('the measure library of an empty register', () => {
  it('has figures without a value, and nobody behind them', async () => {
    const { measures, listSize, from, to } = await test.client.measures.library({})
    expect({ from, to, listSize }).toEqual({
      from: '2025-11',
      to: '2026-10',
      listSize: { people: 10_240, source: 'Practice details', asOf: '2026-11-01' },
    })
    expect(measures.map(({ code }) => code)).toEqual(CODES)
    for (const { code, kind, figure, before, variation, beside } of measures) {
      expect({ code, numerator: figure.numerator, undecided: figure.undecided, before: before.numerator }).toEqual({
        code,
        numerator: 0,
        undecided: 0,
        before: 0,
      })
      expect(figure.value).toBe(kind === 'rate' || kind === 'count' || code.startsWith('prevalence') ? 0 : null)
      expect(beside?.figure.numerator ?? 0).toBe(0)
      expect(variation).not.toMatch(/improving|concerning/)
      expect(await test.client.measures.libraryPeople({ code, as: [...EVERYBODY] })).toEqual({ rows: [], total: 0 })
      const measure = await test.client.measures.measure({ code, split: 'sex' })
      expect(measure.series).toHaveLength(36)
      expect(measure.split).toEqual([])
    }
  })
})

describe('every measure of the library', () => {
  it('has its parts add up to the whole, and as many people behind it as it counts', async () => {
    await storePeople(11)
    const months = { from: '2025-05', to: '2026-04' }
    const { measures } = await test.client.measures.library({ months })
    for (const { code, kind, figure } of measures) {
      const isOfObserved = kind !== 'rate' && kind !== 'count' && !code.startsWith('prevalence')
      const counts = {
        code,
        numerator: figure.numerator,
        denominator: isOfObserved ? figure.denominator : null,
        undecided: figure.undecided,
      }
      for (const by of SPLITS) {
        const { split, figure: whole } = await test.client.measures.measure({ code, months, split: by })
        expect(whole).toEqual(figure)
        const sum = (valueOf: (part: LibraryFigure) => number): number =>
          (split ?? []).reduce((all, part) => all + valueOf(part.figure), 0)
        expect({
          code,
          numerator: sum((part) => part.numerator),
          denominator: isOfObserved ? sum((part) => part.denominator ?? 0) : null,
          undecided: sum((part) => part.undecided),
        }).toEqual(counts)
      }
      const total = async (as: (typeof EVERYBODY)[number]): Promise<number> =>
        (await test.client.measures.libraryPeople({ code, months, as: [as], limit: 1 })).total
      const met = await total('numerator')
      expect({
        code,
        numerator: met,
        denominator: isOfObserved ? met + (await total('not-numerator')) : null,
        undecided: await total('undecided'),
      }).toEqual(counts)
    }
  })

  it('lists the people of one part, page after page, each row of it once', async () => {
    await storePeople(5)
    const months = { from: '2025-05', to: '2026-04' }
    const asked = {
      code: 'new-diagnoses',
      months,
      as: ['numerator' as const],
      split: { by: 'sex' as const, code: '2' },
    }
    const { split } = await test.client.measures.measure({ code: asked.code, months, split: 'sex' })
    const all = await test.client.measures.libraryPeople({ ...asked, limit: 200 })
    expect(all.total).toBe(split?.find(({ code }) => code === '2')?.figure.numerator)
    expect(all.rows).toHaveLength(all.total)
    expect(all.rows.every(({ person, as }) => person.sex === '2' && as === 'numerator')).toBe(true)
    const first = await test.client.measures.libraryPeople({ ...asked, limit: 3 })
    const second = await test.client.measures.libraryPeople({ ...asked, limit: 3, offset: 3 })
    expect([...first.rows, ...second.rows]).toEqual(all.rows.slice(0, 6))
  })

  it('adds its months up to the period where every date is known to the month', async () => {
    const [people = []] = fc.sample(fc.array(madeUpPerson(yearEnd(2025), 0), { minLength: 150, maxLength: 150 }), {
      numRuns: 1,
      seed: 3,
    })
    await test
      .session()
      .database.write((handle) => storeRich(handle, people, { odsCode: 'A99901', seed: 3, isVague: false }))
    const states = new Set(LIBRARY.flatMap(({ atMonthEnd, definition }) => (atMonthEnd ? [definition.code] : [])))
    for (const code of CODES.filter((one) => !states.has(one))) {
      const { figure, series } = await test.client.measures.measure({
        code,
        months: { from: '2023-05', to: '2026-04' },
      })
      expect({ code, numerator: series.reduce((sum, month) => sum + month.figure.numerator, 0) }).toEqual({
        code,
        numerator: figure.numerator,
      })
    }
    for (const code of states) {
      const { figure, series } = await test.client.measures.measure({
        code,
        months: { from: '2023-05', to: '2026-04' },
      })
      expect(series.at(-1)?.figure).toEqual(figure)
    }
  })
})

describe('a vague date', () => {
  it('counts where the period holds all of it and is undecided where the period cuts it', async () => {
    await somebody('2026')
    const counts = async (from: string, to: string) => {
      const { numerator, undecided } = await figureOf('new-diagnoses', from, to)
      return { numerator, undecided }
    }
    expect(await counts('2026-01', '2026-12')).toEqual({ numerator: 1, undecided: 0 })
    expect(await counts('2025-12', '2026-11')).toEqual({ numerator: 0, undecided: 1 })
    expect(await counts('2026-06', '2026-06')).toEqual({ numerator: 0, undecided: 1 })
    expect(await counts('2024-01', '2025-12')).toEqual({ numerator: 0, undecided: 0 })
    await somebody(null)
    expect(await counts('2026-01', '2026-12')).toEqual({ numerator: 1, undecided: 1 })
    const { rows } = await test.client.measures.libraryPeople({
      code: 'new-diagnoses',
      months: { from: '2026-01', to: '2026-12' },
      as: [...EVERYBODY],
    })
    const dateOf = (wanted: (typeof EVERYBODY)[number]) => rows.find(({ as }) => as === wanted)?.date
    expect(rows).toHaveLength(2)
    expect(dateOf('numerator')).toEqual({ date: '2026-01-01', precision: 'year' })
    expect(dateOf('undecided')).toBeNull()
  })

  it('never becomes days: such a wait is undecided in the median', async () => {
    await somebody('2026-03-02', ['seen_by_gp 2026-02'])
    await somebody('2026-03-12', ['seen_by_gp 2026-03-02'])
    expect(await figureOf('diagnostic-interval', '2026-03', '2026-03')).toEqual({
      value: 10,
      lower: 10,
      upper: 10,
      numerator: 1,
      denominator: 1,
      undecided: 1,
    })
  })
})

describe('follow-up reviews that came twice', () => {
  it('are those soon after a clinic of another specialty', async () => {
    await somebody('2025-01-02', [
      'oncology_clinic 2026-03-02',
      'surgical_clinic 2026-03-30',
      'surgical_clinic 2026-04-02',
      'oncology_clinic 2026-05-01',
      'follow_up_clinic 2026-05-02',
    ])
    expect(await figureOf('duplicate-reviews', '2026-03', '2026-03')).toMatchObject({ numerator: 1, denominator: 2 })
    // 29 days after the last surgical clinic, and a follow-up of no known specialty.
    expect(await figureOf('duplicate-reviews', '2026-04', '2026-05')).toMatchObject({ numerator: 0, denominator: 3 })
  })
})

describe('what stands with the figures', () => {
  it('takes the newest list size there is', async () => {
    const rate = async () => (await figureOf('new-diagnoses', '2026-01', '2026-06')).denominator
    expect(await rate()).toBe(10_240 / 2)
    await test.session().database.write(({ db }) => db.updateTable('practice').set({ list_size: 9000 }).execute())
    expect(await rate()).toBe(4500)
  })

  it('leaves out the clocks that a nation does not count, and shows its targets', async () => {
    const codes = async (): Promise<(number | null)[]> => {
      const { measures } = await test.client.measures.library({})
      return ['told-28', 'treated-31', 'treated-62'].map(
        (code) => measures.find((one) => one.code === code)?.target?.value ?? null,
      )
    }
    expect(await codes()).toEqual([0.75, 0.96, 0.85])
    await test.session().database.write(({ db }) => db.updateTable('practice').set({ nation: 'wales' }).execute())
    expect(await codes()).toEqual([null, null, 0.75])
    expect(await codeOf(test.client.measures.measure({ code: 'told-28' }))).toBe('not-found')
  })

  it('refuses a period of more than ten years and a measure that there is not', async () => {
    expect(await codeOf(test.client.measures.library({ months: { from: '2016-01', to: '2026-01' } }))).toBe(
      'validation',
    )
    expect(await codeOf(test.client.measures.measure({ code: 'nothing' }))).toBe('not-found')
  })

  it('counts the register as the indicators do at the end of a year', async () => {
    await storePeople(23)
    const { indicators } = await test.client.measures.indicators({ year: 2025 })
    const register = indicators.find(({ kind }) => kind === 'register')
    expect(await figureOf('prevalence', '2026-03', '2026-03')).toMatchObject({
      numerator: register?.numerator,
      undecided: register?.undecided,
    })
  })
})
