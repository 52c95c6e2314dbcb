import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { yearEnd } from '#shared/features/measures/financial-year.ts'
import { median } from '#shared/statistics/quantiles.ts'
import { createTestCore, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'
import { daysSql, LIBRARY_SQL, monthsSql } from './library-text.sql.ts'
import { madeUpPerson } from './registers.ts'
import { storeRich } from './rich-registers.ts'

const MONTHS = { from: '2025-05', to: '2026-04' }
const FIRST = '2023-05'
const PARAMETERS: Readonly<Record<string, string>> = { first: FIRST, last: MONTHS.to, today: TEST_TODAY }

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const rowsOf = async <Row>(text: string): Promise<Row[]> => {
  const pieces = text
    .split(/:(first|last|today)\b/)
    .map((part, at) => (at % 2 === 0 ? sql.raw(part) : sql`${PARAMETERS[part]}`))
  const { rows } = await sql<Row>`${sql.join(pieces, sql.raw(''))}`.execute(test.session().database.read as never)
  return rows
}

interface Month {
  readonly month: string
  readonly met: number
  readonly not_met: number
  readonly undecided: number
}

const store = async (vagueness: number, count: number, seed: number): Promise<void> => {
  const [people = []] = fc.sample(
    fc.array(madeUpPerson(yearEnd(2025), vagueness), { minLength: count, maxLength: count, size: 'max' }),
    { numRuns: 1, seed },
  )
  await test
    .session()
    .database.write((handle) => storeRich(handle, people, { odsCode: 'A99901', seed, isVague: vagueness > 0 }))
}

/** Compares the figures of every month. @returns how many were observed of each measure. */
const compare = async (texts: typeof LIBRARY_SQL): Promise<Map<string, number>> => {
  const seen = new Map<string, number>()
  for (const text of texts) {
    const { kind, series } = await test.client.measures.measure({ code: text.code, months: MONTHS })
    const theirs = new Map((await rowsOf<Month>(monthsSql(text))).map((row) => [row.month, row]))
    const days = Map.groupBy(
      kind === 'median' ? await rowsOf<{ month: string; days: number }>(daysSql(text)) : [],
      ({ month }) => month,
    )
    const ours = series.map(({ month, figure }) => ({
      month,
      met: figure.numerator,
      outOf: kind === 'proportion' && !text.code.startsWith('prevalence') ? figure.denominator : null,
      undecided: figure.undecided,
      median: kind === 'median' ? figure.value : null,
    }))
    const expected = series.map(({ month }) => {
      const { met = 0, not_met = 0, undecided = 0 } = theirs.get(month) ?? {}
      return {
        month,
        met,
        outOf: kind === 'proportion' && !text.code.startsWith('prevalence') ? met + not_met : null,
        undecided,
        median: kind === 'median' ? median((days.get(month) ?? []).map((row) => row.days)) : null,
      }
    })
    expect({ code: text.code, ours }).toEqual({ code: text.code, ours: expected })
    seen.set(
      text.code,
      ours.reduce((sum, { met }) => sum + met, 0),
    )
  }
  return seen
}

describe('the library and the SQL of its words', () => {
  it('give the same figures month by month', async () => {
    await store(0, 400, 20_261_123)
    const seen = await compare(LIBRARY_SQL)
    expect([...seen].filter(([, met]) => met === 0)).toEqual([])
  })

  it('give the same figures over other registers in every run', async () => {
    await store(0, 200, fc.sample(fc.integer(), 1)[0] ?? 1)
    const seen = await compare(LIBRARY_SQL)
    expect(seen.size).toBe(LIBRARY_SQL.length)
  })

  it('give the same figures where dates are known to the month or the year', async () => {
    await store(6, 300, 7)
    const seen = await compare(LIBRARY_SQL.filter(({ vague }) => vague))
    expect(seen.get('prevalence')).toBeGreaterThan(0)
  })
})
