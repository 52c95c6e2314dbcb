import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { numbersQuery, type RegisterPageQuery } from '#core/features/register/list-query.ts'
import { nearestQueries, placeOf } from '#core/features/register/neighbours.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import {
  DUE_FILTERS,
  LIVING_FILTERS,
  REGISTER_SORTS,
  REGISTER_VIEWS,
  registerPageSchema,
  type RegisterRow,
} from '#shared/features/register/schema.ts'
import { createTestCore, type TestCore, TEST_TODAY } from '#tests/support/test-core.ts'
import { aPerson, anEpisode, nextNhsNumber } from '#tests/support/builders.ts'
import { addVariousPeople } from './register-people.ts'

const PEOPLE = 70

let core: TestCore
let everyone: RegisterRow[]

beforeAll(async () => {
  core = await createTestCore()
  await addVariousPeople(core.client, PEOPLE)
  everyone = (await core.client.register.page({ limit: 500 })).rows
})
afterAll(() => core.close())

const anyQuery = fc.record({
  view: fc.constantFrom(...REGISTER_VIEWS.map(({ code }) => code)),
  search: fc.constantFrom('', 'ash', 'o', 'site 3', '999 000'),
  tumourGroups: fc.uniqueArray(fc.constantFrom(...TUMOUR_GROUPS.map(({ code }) => code)), { maxLength: 8 }),
  living: fc.constantFrom(null, ...LIVING_FILTERS.map(({ code }) => code)),
  due: fc.constantFrom(null, ...DUE_FILTERS.map(({ code }) => code)),
  sort: fc.constantFrom(...REGISTER_SORTS),
  descending: fc.boolean(),
})

const walk = async (query: Omit<RegisterPageQuery, 'offset' | 'limit'>, size: number): Promise<string[]> => {
  const found: string[] = []
  for (;;) {
    const { rows, total } = await core.client.register.page({ ...query, offset: found.length, limit: size })
    found.push(...rows.map(({ id }) => id))
    if (rows.length === 0 || found.length >= total) return found
  }
}

describe('the pages of the register', () => {
  it('hold everyone once, whatever the filter, the sort and the page size', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, fc.integer({ min: 1, max: 30 }), async (query, size) => {
        const ids = await walk(query, size)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).toEqual(await core.client.register.filteredIds(query))
      }),
      { numRuns: 60 },
    )
  })

  it('are cut out of everyone and add nobody', async () => {
    const all = new Set(everyone.map(({ id }) => id))
    expect(all.size).toBe(PEOPLE)
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const { rows, total } = await core.client.register.page({ ...query, limit: 500 })
        expect(rows).toHaveLength(total)
        expect(rows.every(({ id }) => all.has(id))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('the living and the dead together are everyone', async () => {
    const living = await core.client.register.page({ living: 'living' })
    const died = await core.client.register.page({ living: 'died' })
    expect(living.total + died.total).toBe(PEOPLE)
    expect(died.total).toBeGreaterThan(0)
    expect(died.rows.every((row) => row.died)).toBe(true)
  })

  it('every tumour group, and nobody’s, together are everyone', async () => {
    const totals = await Promise.all(
      TUMOUR_GROUPS.map(async ({ code }) => (await core.client.register.page({ tumourGroups: [code] })).total),
    )
    const none = everyone.filter((row) => row.tumourGroup === null).length
    expect(none).toBeGreaterThan(0)
    expect(totals.reduce((sum, total) => sum + total, 0) + none).toBe(PEOPLE)
  })

  it('count each saved view as its page does', async () => {
    const counts = await core.client.register.viewCounts({})
    for (const { code } of REGISTER_VIEWS)
      expect(counts[code]).toBe((await core.client.register.page({ view: code })).total)
  })
})

const explained = (sql: string, parameters: readonly unknown[]): Promise<string[]> =>
  core
    .session()
    .database.alone((connection) =>
      (connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]).map(
        ({ detail }) => detail,
      ),
    )

const neighbourless = { previous: null, next: null, position: null }

describe('the neighbours of somebody in the list', () => {
  it('are those of the full list, whatever the filter and the order', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (list) => {
        const ids = await core.client.register.filteredIds(list)
        for (const [at, id] of ids.entries())
          expect(await core.client.register.neighbours({ id, list })).toEqual({
            previous: ids[at - 1] ?? null,
            next: ids[at + 1] ?? null,
            position: at + 1,
            total: ids.length,
          })
      }),
      { numRuns: 60 },
    )
  })

  it.each(
    REGISTER_SORTS.flatMap((sort) => [
      { sort, descending: false },
      { sort, descending: true },
    ]),
  )('lead from the first to the last in every order: %o', async (list) => {
    const ids = await core.client.register.filteredIds(list)
    const walked: string[] = []
    for (let id: string | null = ids[0] ?? null; id !== null;) {
      walked.push(id)
      id = (await core.client.register.neighbours({ id, list })).next
    }
    expect(walked).toEqual(ids)
    expect(ids).toHaveLength(PEOPLE)
  })

  it('are told to whoever has left the list meanwhile, without a position', async () => {
    const list = { living: 'living', sort: 'born' } as const
    const all = await core.client.register.filteredIds({ sort: 'born' })
    const living = new Set(await core.client.register.filteredIds(list))
    const gone = all.find((id, at) => at > 0 && !living.has(id)) ?? ''
    const isLiving = (id: string): boolean => living.has(id)
    const at = all.indexOf(gone)
    expect(await core.client.register.neighbours({ id: gone, list })).toEqual({
      previous: all.slice(0, at).findLast(isLiving) ?? null,
      next: all.slice(at).find(isLiving) ?? null,
      position: null,
      total: living.size,
    })
  })

  it('are nobody’s where there is no such person', async () => {
    const id = '01900000-0000-7000-8000-00000000ffff'
    expect(await core.client.register.neighbours({ id, list: {} })).toEqual({ ...neighbourless, total: PEOPLE })
  })

  it('are found along the index of the order in a long list', async () => {
    const list = registerPageSchema.parse({ sort: 'due' })
    const first = (await core.client.register.filteredIds(list))[0] ?? ''
    const { database } = core.session()
    const place = await placeOf(database.read, list, first)
    if (place === undefined) throw new Error('nobody is in the list')
    for (const step of ['previous', 'next'] as const)
      for (const query of nearestQueries(database.read, list, place, step, 50_000, TEST_TODAY)) {
        const { sql, parameters } = query.compile()
        const plan = await explained(sql, parameters)
        expect(plan[0]).toMatch(/SEARCH summary USING (COVERING )?INDEX person_summary_due/)
      }
  })
})

const dates = (rows: readonly RegisterRow[]): (string | null)[] => rows.map((row) => row.diagnosisDate?.date ?? null)

describe('the order', () => {
  it('puts what is not known last, both ways round', async () => {
    for (const descending of [false, true]) {
      const { rows } = await core.client.register.page({ sort: 'diagnosed', descending, limit: 500 })
      const found = dates(rows)
      const known = found.filter((date) => date !== null)
      expect(found.slice(0, known.length)).toEqual(known)
      expect(known).toEqual(descending ? known.toSorted().toReversed() : known.toSorted())
    }
  })

  it('is by name where dates are alike', async () => {
    const { rows } = await core.client.register.page({ sort: 'diagnosed', limit: 500 })
    const undated = rows
      .filter((row) => row.diagnosisDate === null)
      .map(({ surname, givenName }) => `${surname} ${givenName}`)
    expect(undated).toEqual(undated.toSorted((a, b) => a.localeCompare(b, 'en')))
  })

  it('by what is due starts with the longest late', async () => {
    const { rows } = await core.client.register.page({ sort: 'due', living: 'living', due: 'late', limit: 500 })
    const due = rows.map((row) => row.nextDue?.dueDate ?? '')
    expect(due.length).toBeGreaterThan(1)
    expect(due).toEqual(due.toSorted())
    expect(due.every((date) => date < TEST_TODAY)).toBe(true)
  })
})

describe('search', () => {
  const surnames = async (search: string): Promise<string[]> =>
    (await core.client.register.page({ search, limit: 500 })).rows.map(({ surname }) => surname)

  it('finds any part of a name, whatever the capitals', async () => {
    expect(new Set(await surnames('WORTH'))).toEqual(new Set(['Ashworth']))
    expect(new Set(await surnames('begum-hall'))).toEqual(new Set(['Begum-Hall']))
  })

  it('finds names with accents by the plain letters', async () => {
    const { rows } = await core.client.register.page({ search: 'zoe', limit: 500 })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.givenName === 'Zoë')).toBe(true)
  })

  it('finds an NHS number with and without spaces, whole or in part', async () => {
    const target = everyone[12]
    const number = target?.nhsNumber ?? ''
    for (const text of [number, `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`, number.slice(2)]) {
      const { rows } = await core.client.register.page({ search: text, limit: 500 })
      expect(rows.map(({ id }) => id)).toContain(target?.id)
    }
    expect((await core.client.register.page({ search: number })).total).toBe(1)
  })

  it('asks for every word, in any order', async () => {
    const both = everyone.filter((row) => row.surname === 'Okonjo' && row.givenName === 'Grace').length
    expect((await core.client.register.page({ search: 'grace okonjo' })).total).toBe(both)
  })

  it('takes the signs of a pattern as gaps between words', async () => {
    expect(await surnames('Ash%worth')).toEqual(await surnames('ash worth'))
    expect(await surnames('Quan%zz_')).toEqual([])
    expect(await surnames('xq%')).toEqual([])
  })

  it('finds the cancer by its words', async () => {
    const { id } = await core.client.register.addPerson({
      person: aPerson({ surname: 'Quantrill', nhsNumber: nextNhsNumber() }),
      episode: anEpisode({ site: 'Sigmoid colon' }),
    })
    const { rows } = await core.client.register.page({ search: 'sigmoid quan' })
    expect(rows.map((row) => row.id)).toEqual([id])
    expect((await core.client.register.page({ search: 'quantrill co' })).total).toBe(1)
    expect((await core.client.register.page({ search: 'quantrill c' })).total).toBe(1)
    expect((await core.client.register.page({ search: 'quantrill ig' })).total).toBe(0)
    expect((await core.client.register.page({ search: 'quantrill g' })).total).toBe(0)
    const [person] = (await core.client.register.page({ search: 'quantrill' })).rows
    expect(person).toMatchObject({ site: 'Sigmoid colon', tumourGroup: 'lower_gi', stage: '3' })
  })
})

describe('the plan of a page', () => {
  const MANY = 50_000
  const FEW = 40
  const planOf = async (change: Partial<RegisterPageQuery>, total: number): Promise<string[]> => {
    const page = { ...registerPageSchema.parse({}), ...change }
    const { database } = core.session()
    const { sql, parameters } = numbersQuery(database.read, page, TEST_TODAY, total, page).compile()
    return explained(sql, parameters)
  }
  const INDEX_OF: Record<RegisterPageQuery['sort'], string> = {
    name: 'person_summary_(name|list)',
    diagnosed: 'person_summary_diagnosis',
    cancer: 'person_summary_group',
    due: 'person_summary_due',
    born: 'person_summary_born',
  }

  it('goes along the index of its order when many are found, whatever is asked of them', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const plan = await planOf(query, MANY)
        expect(plan[0]).toMatch(new RegExp(`summary USING (COVERING )?INDEX ${INDEX_OF[query.sort]}\\b`))
        expect(plan.join('; ')).not.toContain('USE TEMP B-TREE FOR ORDER BY')
      }),
      { numRuns: 60 },
    )
  })

  it('reads a narrowed list by name from an index alone', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const plan = await planOf({ ...query, search: '', sort: 'name' }, MANY)
        expect(plan[0]).toContain('USING COVERING INDEX')
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['missing_letter', 'person_summary_letter'],
    ['contact_due', 'person_summary_contact'],
    ['review_due', 'person_summary_review'],
  ] as const)('looks up the people of “%s” when few are found', async (view, index) => {
    const plan = await planOf({ view }, FEW)
    expect(plan.join('; ')).toMatch(new RegExp(`SEARCH summary USING (COVERING )?INDEX ${index}`))
  })

  it('looks up the people of a search by the index of what they are called', async () => {
    const plan = await planOf({ search: 'ash' }, FEW)
    expect(plan.join('; ')).toMatch(/SEARCH summary USING INTEGER PRIMARY KEY/)
    expect(plan.join('; ')).toMatch(/SCAN person_search VIRTUAL TABLE/)
  })
})
