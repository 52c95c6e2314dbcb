import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadFacts } from '#core/features/measures/load-facts.ts'
import { dayNumber } from '#shared/domain/calendar.ts'
import { yearEnd } from '#shared/features/measures/financial-year.ts'
import { judgeOf } from '#shared/features/measures/indicators/interpret.ts'
import type { Readings } from '#shared/features/measures/indicators/readings.ts'
import { rulesFor } from '#shared/features/measures/indicators/rules.ts'
import type { Standing } from '#shared/features/measures/standing.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { madeUpPerson, storeMadeUp } from './registers.ts'
import {
  CAN002_SQL,
  CAN003_SQL,
  CAN004_SQL,
  CAN005_SQL,
  CANCER3_SQL,
  IND113_SQL,
  REGISTER_SQL,
  type RuleParameters,
} from './rule-text.sql.ts'

const SQL_OF: Readonly<Record<string, string>> = {
  CAN001: REGISTER_SQL,
  'CANCER 1': REGISTER_SQL,
  Register: REGISTER_SQL,
  CAN004: CAN004_SQL,
  IND223: CAN004_SQL,
  CAN005: CAN005_SQL,
  IND222: CAN005_SQL,
  'CANCER 3': CANCER3_SQL,
  CAN002: CAN002_SQL,
  CAN003: CAN003_SQL,
  IND113: IND113_SQL,
}

const parametersOf = (year: number, readings: Readings): RuleParameters => {
  const three = readings.threeMonths === 'calendar' ? '3 months' : '93 days'
  return {
    end: yearEnd(year),
    threeOn: `+${three}`,
    threeBack: `-${three}`,
    anyReview: readings.review === 'any' ? 1 : 0,
    contactInforms: readings.support === 'information-or-contact' ? 1 : 0,
    eitherContact: readings.refusals === 'either-contact' ? 1 : 0,
    adjustedAlways: readings.adjustments === 'always' ? 1 : 0,
  }
}

const inWords = (standing: Standing): string => {
  if (standing.is === 'outside') return 'outside'
  if (standing.is === 'counted') return standing.met ? 'met' : 'not-met'
  return `${standing.is}:${standing.reason}`
}

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

/** The rule text's own answer for everybody. */
const bySql = async (code: string, parameters: RuleParameters): Promise<Map<string, string>> => {
  const text = SQL_OF[code]
  if (text === undefined) throw new Error(`no SQL for ${code}`)
  const parts = text.split(/:(end|threeOn|threeBack|anyReview|contactInforms|eitherContact|adjustedAlways)\b/)
  const pieces = parts.map((part, at) =>
    at % 2 === 0 ? sql.raw(part) : sql`${parameters[part as keyof RuleParameters]}`,
  )
  const { rows } = await sql<{ person_id: string; standing: string }>`${sql.join(pieces, sql.raw(''))}`.execute(
    test.session().database.read as never,
  )
  return new Map(rows.map(({ person_id, standing }) => [person_id, standing]))
}

const readings: fc.Arbitrary<Readings> = fc.record({
  threeMonths: fc.constantFrom('calendar', '93-days'),
  support: fc.constantFrom('information', 'information-or-contact'),
  review: fc.constantFrom('with-template', 'any'),
  refusals: fc.constantFrom('own-contact', 'either-contact'),
  adjustments: fc.constantFrom('unless-met', 'always'),
})

/** Compares everybody stored so far. @returns how often each standing was given. */
const compare = async (year: number, reading: Readings): Promise<Map<string, number>> => {
  const facts = await loadFacts(test.session().database.read)
  const end = dayNumber(yearEnd(year))
  const seen = new Map<string, number>()
  for (const rule of rulesFor('england', year)) {
    const judge = judgeOf(rule, facts, { end, known: end }, reading)
    const ours = new Map(facts.people.map((person) => [person.id, inWords(judge(person))]))
    const theirs = await bySql(rule.code, parametersOf(year, reading))
    const differ = [...ours].filter(([id, standing]) => theirs.get(id) !== standing)
    expect({ rule: rule.code, year, differ: differ.slice(0, 3).map(([id, is]) => [id, is, theirs.get(id)]) }).toEqual({
      rule: rule.code,
      year,
      differ: [],
    })
    for (const standing of ours.values()) {
      const key = `${rule.code} ${standing}`
      seen.set(key, (seen.get(key) ?? 0) + 1)
    }
  }
  return seen
}

const YEARS = [2012, 2013, 2016, 2021, 2023, 2024, 2025] as const

const peopleOf = (year: number, vagueness: number, count: number) =>
  fc.array(madeUpPerson(yearEnd(year), vagueness), { minLength: count, maxLength: count, size: 'max' })

/** Adds made-up people run by run and compares everybody each time. @returns how often each standing was given. */
const compareRuns = async (
  year: number,
  vagueness: number,
  count: number,
  options: { readonly numRuns: number; readonly seed?: number },
): Promise<Map<string, number>> => {
  let seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(readings, peopleOf(year, vagueness, count), async (reading, people) => {
      await test.session().database.write((handle) => storeMadeUp(handle, people, 'A99901'))
      seen = new Map([...seen, ...(await compare(year, reading))])
    }),
    { ...options, endOnFailure: true },
  )
  return seen
}

/** Always the same people, so that every reason is met with in every run of the tests. */
const SEED = 20_261_123

describe('the interpreter and the SQL of the rule text', () => {
  it.each(YEARS)('say the same of everybody for the year from April %i', async (year) => {
    const seen = await compareRuns(year, 0, 70, { numRuns: 6, seed: SEED })
    // DIAG1_DAT is never reached: whoever it is about is excluded already or was done.
    const expected = rulesFor('england', year).flatMap((rule) =>
      rule.kind === 'register'
        ? [`${rule.code} met`, `${rule.code} outside`]
        : [
            `${rule.code} met`,
            `${rule.code} not-met`,
            ...rule.exclusions.map(({ code }) => `${rule.code} excluded:${code}`),
            ...rule.adjustments.flatMap(({ code }) => (code === 'DIAG1_DAT' ? [] : [`${rule.code} adjusted:${code}`])),
          ],
    )
    expect(expected.filter((standing) => !seen.has(standing))).toEqual([])
  })

  it('say the same of other people in every run', async () => {
    const seen = await compareRuns(2023, 0, 100, { numRuns: 3 })
    expect(seen.get('CAN004 met')).toBeGreaterThan(0)
  })

  it('say the same where dates are known to the month or the year', async () => {
    const seen = await compareRuns(2023, 6, 16, { numRuns: 3, seed: SEED })
    expect(seen.get('CAN004 undecided:vague-date')).toBeGreaterThan(0)
    const others = await compareRuns(2023, 6, 16, { numRuns: 3 })
    expect(others.size).toBeGreaterThan(0)
  })
})
