import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { patternsOfFacts } from '#core/features/measures/patterns.ts'
import { fillDemo } from '#core/features/demo/demo.ts'
import { type Stretch, STRETCHES } from '#shared/features/measures/patterns/milestones.ts'
import type { Behind } from '#shared/features/measures/patterns/schema.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { factsOfHistories, madeUpHistories, storeHistories } from '#tests/support/made-up-histories.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { sequencesSql } from './patterns.sql.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const ASKED = {
  from: '1900-01-01',
  to: '2100-01-01',
  tumourGroup: null,
  route: null,
  sex: null,
  ageGroup: null,
  stretch: 'treatment',
  shown: 8,
} as const
const EVERYTHING = { from: '1900-01-01', to: '2100-01-01', shown: 40 } as const

const behind = (asked: object, which: Behind) =>
  test.client.measures.patternPeople({ ...asked, behind: which, limit: 500 })

const sequenceOfHistories = async (stretch: Stretch) => {
  const { rows } = await sql<{ history: string; sequence: string }>`${sql.raw(sequencesSql(stretch))}`.execute(
    test.session().database.read as never,
  )
  return rows
}

/** Every variant by the people it opens, against the SQL of the rule. @returns how many histories were compared. */
const compareWithSql = async (): Promise<number> => {
  let compared = 0
  for (const { code: stretch } of STRETCHES) {
    const theirs = new Map((await sequenceOfHistories(stretch)).map(({ history, sequence }) => [history, sequence]))
    const ours = new Map<string, string>()
    const figures = await test.client.measures.patterns({ ...EVERYTHING, stretch })
    for (const { sequence, count } of figures.variants) {
      const people = await behind({ ...EVERYTHING, stretch }, { is: 'variant', sequence })
      expect(people.total).toBe(count)
      for (const { id } of people.rows) ours.set(id, sequence.join('>'))
    }
    const both = [...ours].filter(([id]) => theirs.has(id))
    expect({ stretch, differ: both.filter(([id, is]) => theirs.get(id) !== is).slice(0, 3) }).toEqual({
      stretch,
      differ: [],
    })
    // What the SQL knows and no shown pattern holds is in a rarer one.
    const rest = await behind({ ...EVERYTHING, stretch }, { is: 'rarer' })
    const missing = [...theirs.keys()].filter((id) => !ours.has(id))
    expect(missing.filter((id) => rest.rows.every((row) => row.id !== id))).toEqual([])
    const shown = new Set(figures.variants.map(({ sequence }) => sequence.join('>')))
    expect(missing.filter((id) => shown.has(theirs.get(id) ?? ''))).toEqual([])
    compared += both.length
  }
  return compared
}

describe('the patterns and the SQL of their rule', () => {
  // Once for a register: what is stored past the recorder is not noticed, so facts that are kept would stay.
  it.each([20_261_123, 7])('say the same of made-up people, seed %i', async (seed) => {
    const people = fc.sample(madeUpHistories(1), { numRuns: 250, seed })
    await test.session().database.write((handle) => storeHistories(handle, people))
    expect(await compareWithSql()).toBeGreaterThan(300)
  })

  it('say the same of the demo practice', async () => {
    await fillDemo(test.core.env, test.session(), { patients: 300, seed: 11 })
    expect(await compareWithSql()).toBeGreaterThan(100)
  })
})

describe('the figures', () => {
  it('count the people they open, for every figure and filter', async () => {
    await fillDemo(test.core.env, test.session(), { patients: 300, seed: 11 })
    for (const asked of [
      {},
      { stretch: 'diagnosis', sex: '2' },
      { stretch: 'whole', ageGroup: '60-69', shown: 2 },
      { route: 'emergency', from: '2016-01-01' },
      { tumourGroup: 'lower_gi', from: '2010-01-01', to: '2025-12-31' },
    ] as const) {
      const figures = await test.client.measures.patterns(asked)
      const total = async (which: Behind): Promise<number> => (await behind(asked, which)).total
      expect(figures.total).toBe(figures.inOrder + figures.orderNotKnown)
      expect(figures.inOrder).toBe(figures.variants.reduce((sum, { count }) => sum + count, 0) + figures.rarer.count)
      expect(await total({ is: 'all' })).toBe(figures.total)
      expect(await total({ is: 'order-not-known' })).toBe(figures.orderNotKnown)
      expect(await total({ is: 'undated' })).toBe(figures.undated)
      expect(await total({ is: 'rarer' })).toBe(figures.rarer.count)
      for (const { sequence, count, outcomes } of figures.variants) {
        expect(await total({ is: 'variant', sequence })).toBe(count)
        expect(await total({ is: 'variant', sequence, outcome: 'died' })).toBe(outcomes.died)
        expect(await total({ is: 'variant', sequence, outcome: 'early' })).toBe(outcomes.early.count)
        expect(await total({ is: 'variant', sequence, outcome: 'emergency' })).toBe(outcomes.emergency.count)
        expect(await total({ is: 'variant', sequence, outcome: 'alive-after-year' })).toBe(
          outcomes.aliveAfterYear.count,
        )
      }
      for (const { from, next } of figures.steps)
        for (const { to, count } of next) expect(await total({ is: 'step', from, to })).toBe(count)
    }
  })

  it('take three years up to today, and leave a date across the edge beside them', async () => {
    const diagnosed = async (surname: string, date: string, precision: 'day' | 'month' | 'year'): Promise<void> => {
      await test.client.register.addPerson({
        person: aPerson({ surname }),
        episode: anEpisode({ diagnosisDate: { date, precision } }),
      })
    }
    await diagnosed('Firstday', '2023-11-24', 'day')
    await diagnosed('Daybefore', '2023-11-23', 'day')
    await diagnosed('Across', '2023-11-01', 'month')
    await diagnosed('Lastyear', '2025-01-01', 'year')
    const { id } = await test.client.register.addPerson({ person: aPerson({ surname: 'Undated' }), episode: null })
    await test.client.register.addEpisode({ personId: id, episode: anEpisode({ diagnosisDate: null }) })
    const figures = await test.client.measures.patterns({})
    expect(figures).toMatchObject({ from: '2023-11-24', to: '2026-11-23', total: 2, inOrder: 2, undated: 2 })
    expect((await behind({}, { is: 'undated' })).rows.map(({ person }) => person.surname)).toEqual([
      'Across',
      'Undated',
    ])
  })

  it('list by name, page by page, with what is recorded', async () => {
    for (const surname of ['Zeal', 'Abbot', 'Moss']) {
      const { id } = await test.client.register.addPerson({
        person: aPerson({ surname }),
        episode: anEpisode({ diagnosisDate: { date: '2026-03-10', precision: 'day' } }),
      })
      await test.client.journey.logEvent(
        anEvent(id, { eventType: 'urgent_referral', lane: 'primary', date: '2026-03-01' }),
      )
    }
    const asked = { behind: { is: 'all' as const }, limit: 2 }
    const first = await test.client.measures.patternPeople(asked)
    const second = await test.client.measures.patternPeople({ ...asked, offset: 2 })
    expect([...first.rows, ...second.rows].map(({ person }) => person.surname)).toEqual(['Abbot', 'Moss', 'Zeal'])
    expect(first).toMatchObject({
      total: 3,
      rows: [{ recorded: 'Urgent referral 1 Mar 2026, Diagnosis 10 Mar 2026', tumourGroup: 'lower_gi' }, {}],
    })
    expect((await test.client.measures.patterns({})).variants[0]?.gaps).toEqual([{ known: 3, spread: null }])
  })

  it('open for each figure of two groups side by side as many as it counts', async () => {
    const [people = []] = fc.sample(fc.array(madeUpHistories(5), { minLength: 120, maxLength: 120, size: 'max' }), {
      numRuns: 1,
      seed: 11,
    })
    await test.session().database.write((handle) => storeHistories(handle, people))
    for (const compare of ['sex', 'emergency'] as const) {
      const { comparison } = await test.client.measures.patterns({ ...EVERYTHING, shown: 3, compare })
      let opened = 0
      for (const row of comparison?.rows ?? []) {
        for (const side of ['first', 'second'] as const) {
          const count = row.is === 'share' ? row[side].count : row[side].known
          const asked = { ...EVERYTHING, shown: 3 }
          const { total } = await behind(asked, { is: 'compared', compare, row: row.code, side })
          expect({ row: row.code, side, total }).toEqual({ row: row.code, side, total: count })
          opened += total
        }
      }
      expect(opened).toBeGreaterThan(50)
      const nothing = { is: 'compared', compare, row: 'no-such', side: 'first' } as const
      expect(await behind(EVERYTHING, nothing)).toEqual({ rows: [], total: 0 })
    }
  })
})

describe('the patterns of a large register', () => {
  it('let others work in between', async () => {
    const [people = []] = fc.sample(fc.array(madeUpHistories(5), { minLength: 500, maxLength: 500, size: 'max' }), {
      numRuns: 1,
      seed: 3,
    })
    const few = factsOfHistories(people)
    const facts = { ...few, people: Array.from({ length: 20 }, () => few.people).flat() }
    let turns = 0
    let isRunning = true
    const count = (): void => {
      turns += 1
      if (isRunning) setImmediate(count)
    }
    setImmediate(count)
    const asked = { ...ASKED, compare: 'sex' } as const
    const found = await patternsOfFacts(facts, asked, '2026-11-23')
    isRunning = false
    expect(found.total).toBeGreaterThan(10_000)
    // A turn for each thousand people and each pattern that is shown.
    expect(turns).toBeGreaterThanOrEqual(10 + found.variants.length)
    const once = await patternsOfFacts(few, asked, '2026-11-23')
    expect(found.total).toBe(once.total * 20)
    expect(found.inOrder).toBe(once.inOrder * 20)
    expect(found.variants.map(({ sequence }) => sequence)).toEqual(once.variants.map(({ sequence }) => sequence))
  })
})
