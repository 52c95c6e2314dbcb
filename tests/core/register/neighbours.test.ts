import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { itselfQuery } from '#core/features/register/neighbours.ts'
import { listQuerySchema } from '#shared/features/register/list-schema.ts'
import { REGISTER_SORTS } from '#shared/features/register/schema.ts'
import { createTestCore, type TestCore, TEST_TODAY } from '#tests/support/test-core.ts'

let core: TestCore
beforeAll(async () => {
  core = await createTestCore()
})
afterAll(() => core.close())

const FILTERS = [
  {},
  { search: 'ash' },
  { living: 'living' },
  { view: 'new', due: 'late' },
  { search: 'as', tumourGroups: ['lung', 'breast'] },
] as const
const MANY = 50_000

describe('whether somebody is in the list', () => {
  it.each(
    REGISTER_SORTS.flatMap((sort) =>
      FILTERS.flatMap((filter) => [10, MANY].map((total) => ({ ...filter, sort, total }))),
    ),
  )('is told without walking it from end to end: %o', async ({ total, ...list }) => {
    const { database } = core.session()
    const query = itselfQuery(database.read, listQuerySchema.parse(list), 'somebody', total, TEST_TODAY)
    const { sql, parameters } = query.compile()
    const plan = await database.alone((connection) =>
      connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters),
    )
    expect(plan[0]).toMatchObject({ detail: expect.stringContaining('(person_id=?)') as string })
  })
})
