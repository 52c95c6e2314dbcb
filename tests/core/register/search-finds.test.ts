import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '#core/features/demo/people.ts'
import { nameToSortBy } from '#shared/domain/people.ts'
import { normaliseName, searchKey } from '#shared/domain/text-match.ts'
import type { RegisterRow } from '#shared/features/register/schema.ts'
import { runInTransaction } from '#core/write.ts'
import { createTestCore, type TestCore, TEST_TODAY } from '#tests/support/test-core.ts'

const SUBJECT = { method: 'test', verb: 'create', personId: null, undoesSeq: null } as const

/** Names and numbers as people write them, some of them awkward. */
const SURNAMES = [
  "O'Neill",
  'Begum-Hall',
  'Núñez',
  'Łukasz',
  'Mc Donald',
  'van der Berg',
  'Li',
  'Ó Súilleabháin',
  '𠮷田',
  '𠀀𠀁𠀂',
]
const LOCAL_IDS = ['A-1234', 'AB-77', 'P 0042', 'x9', '12-34-56', 'EMIS/98.76', 'Q*9"', "D'4 b"]

const people = [...demoPeople({ patients: 150, seed: 5, today: TEST_TODAY, leadIds: [] })].map((one, at) => ({
  ...one,
  person: {
    ...one.person,
    ...(at % 3 === 0 ? { surname: SURNAMES[(at / 3) % SURNAMES.length] ?? '' } : {}),
    ...(at % 2 === 0 ? { local_id: `${LOCAL_IDS[(at / 2) % LOCAL_IDS.length]}${at < 16 ? '' : at}` } : {}),
    ...(at % 7 === 0 ? { known_as: 'Zoë-Mae' } : {}),
  },
}))
const known = new Map(people.map(({ person }) => [person.id, person]))

let core: TestCore
let everyone: RegisterRow[]

beforeAll(async () => {
  core = await createTestCore()
  await runInTransaction(core.core.env, core.session(), SUBJECT, ({ addPeople }) => addPeople(people))
  everyone = (await core.client.register.page({ limit: 500 })).rows
})
afterAll(() => core.close())

/** What somebody may be found by, each as it is written. */
const writtenOf = (row: RegisterRow): string[] => {
  const person = known.get(row.id)
  const all = [row.surname, row.givenName, person?.known_as, person?.previous_surname, row.site, row.nhsNumber]
  return [...all, row.localId].flatMap((text) => text ?? [])
}

const isShort = (word: string): boolean => [...word].length < 3

/** The rule in plain words: every word typed is found, a short one at the start of a word, alone of the surname. */
const isFound = (row: RegisterRow, typed: string): boolean => {
  const digits = typed.replace(/[\s-]/g, '')
  const words = /^\d{3,10}$/.test(digits) ? [digits] : normaliseName(typed).split(' ').filter(Boolean)
  if (words.length === 0) return false
  if (words.every(isShort)) return nameToSortBy(row).startsWith(words.join(' '))
  const own = writtenOf(row).flatMap((text) => normaliseName(text).split(' '))
  own.push(searchKey(row.surname), searchKey(row.localId ?? ''))
  return words.every((word) => own.some((mine) => (isShort(word) ? mine.startsWith(word) : mine.includes(word))))
}

/** A piece of what somebody is known by, or two, as a person would type it; now and then with signs among it. */
const typed: fc.Arbitrary<string> = fc
  .record({
    who: fc.nat(),
    pieces: fc.array(fc.record({ which: fc.nat(), from: fc.nat(), length: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    sign: fc.constantFrom(' ', '  ', '-', "'", '"', '*', '" OR "', ' NOT ', '%', '_', '^', ':'),
    capitals: fc.boolean(),
    atStart: fc.boolean(),
  })
  .map(({ who, pieces, sign, capitals, atStart }) => {
    const row = everyone[who % everyone.length]
    const written = row === undefined ? [] : writtenOf(row)
    const text = pieces
      .map(({ which, from, length }) => {
        const whole = written[which % written.length] ?? ''
        const start = atStart ? 0 : from % Math.max(1, whole.length)
        return whole.slice(start, start + length)
      })
      .join(sign)
      .slice(0, 80)
    return capitals ? text.toUpperCase() : text
  })

describe('what is typed into the search', () => {
  it('finds whoever the plain rule finds, alone and beside a filter', async () => {
    const living = everyone.filter((row) => !row.died)
    await fc.assert(
      fc.asyncProperty(typed, async (search) => {
        if (search.trim() === '') return
        const ids = (of: readonly RegisterRow[]): string[] =>
          of.filter((row) => isFound(row, search)).map(({ id }) => id)
        expect((await core.client.register.page({ search, limit: 500 })).total).toBe(ids(everyone).length)
        expect(new Set(await core.client.register.filteredIds({ search }))).toEqual(new Set(ids(everyone)))
        const narrowed = await core.client.register.filteredIds({ search, living: 'living' })
        expect(new Set(narrowed)).toEqual(new Set(ids(living)))
      }),
      { numRuns: 400 },
    )
  })

  it.each(['𠮷田', '𠀀𠀁𠀂', 'ó súil', 'van der', 'mcdonald', 'o’ne'])('finds a surname by %s', async (search) => {
    const { rows } = await core.client.register.page({ search, limit: 500 })
    expect(rows.some((row) => SURNAMES.includes(row.surname))).toBe(true)
  })

  it.each([
    ['a-1234', 'A-1234'],
    ['A 1234', 'A-1234'],
    ['a1234', 'A-1234'],
    ['12-34-56', '12-34-56'],
    ['12 34 56', '12-34-56'],
    ['123456', '12-34-56'],
    ['emis/98.76', 'EMIS/98.76'],
    ['0042', 'P 0042'],
  ])('finds %s among the local numbers as %s', async (search, localId) => {
    const { rows } = await core.client.register.page({ search, limit: 500 })
    expect(rows.map((row) => row.localId)).toContain(localId)
  })
})
