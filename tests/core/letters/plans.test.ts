import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrivalsInOrder, waitsInOrder } from '#core/features/letters/list-queries.ts'
import { letterPageSchema } from '#shared/features/letters/schema.ts'
import { createTestCore, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeAll(async () => {
  test = await createTestCore()
})
afterAll(() => test.close())

type Compiled = { compile(): { readonly sql: string; readonly parameters: readonly unknown[] } }

const planOf = (query: Compiled): Promise<string> => {
  const { sql, parameters } = query.compile()
  return test
    .session()
    .database.alone((connection) =>
      (connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[])
        .map(({ detail }) => detail)
        .join('; '),
    )
}

/** All of it sorted; sorting the last terms among rows of one day is nothing. */
const SORTED = 'TEMP B-TREE FOR ORDER BY'

const FILTERS = [
  {},
  { hospital: 'Wexcombe General' },
  { hospital: 'none' },
  { document: 'discharge' },
  { hospital: 'St Olave’s', document: 'clinic' },
] as const

describe('the plan of a list of letters', () => {
  it.each(FILTERS)('goes along the index of its order and sorts nothing: %j', async (filter) => {
    const { read } = test.session().database
    const page = letterPageSchema.parse(filter)
    for (const tab of ['late', 'week', 'expected'] as const) {
      const late = await planOf(waitsInOrder(read, tab, { ...page, sort: 'late' }, TEST_TODAY).selectAll('wait'))
      expect(late).toContain('SEARCH wait USING INDEX letter_wait_due (due_date')
      expect(late).not.toContain(SORTED)
      const since = await planOf(waitsInOrder(read, tab, { ...page, sort: 'since' }, TEST_TODAY).selectAll('wait'))
      expect(since).toContain('USING INDEX letter_wait_since')
      expect(since).not.toContain(SORTED)
    }
    const arrived = await planOf(arrivalsInOrder(read, page, TEST_TODAY).selectAll('gap'))
    expect(arrived).toContain('SEARCH gap USING INDEX letter_gap_letter (letter_date')
    expect(arrived).not.toContain(SORTED)
  })

  it('starts from the people found when a name is looked for', async () => {
    const page = letterPageSchema.parse({ search: 'ashworth' })
    const plan = await planOf(waitsInOrder(test.session().database.read, 'late', page, TEST_TODAY).selectAll('wait'))
    expect(plan).toContain('SEARCH wait USING INDEX letter_wait_person')
    expect(plan).not.toContain('SCAN wait')
  })
})
