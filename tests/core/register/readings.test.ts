import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idsQuery } from '#core/features/register/list-query.ts'
import { nearestQueries, placeOf } from '#core/features/register/neighbours.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { listQuerySchema } from '#shared/features/register/list-schema.ts'
import { DUE_FILTERS, LIVING_FILTERS, REGISTER_SORTS, REGISTER_VIEWS } from '#shared/features/register/schema.ts'
import { createTestCore, type TestCore, TEST_TODAY } from '#tests/support/test-core.ts'
import { addVariousPeople } from './register-people.ts'

let core: TestCore
beforeAll(async () => {
  core = await createTestCore()
  await addVariousPeople(core.client, 60)
})
afterAll(() => core.close())

const anyList = fc
  .record({
    view: fc.constantFrom(...REGISTER_VIEWS.map(({ code }) => code)),
    search: fc.constantFrom('', 'ash', 'o', 'grace ok', 'site 3', '999 000'),
    tumourGroups: fc.uniqueArray(fc.constantFrom(...TUMOUR_GROUPS.map(({ code }) => code)), { maxLength: 8 }),
    living: fc.constantFrom(null, ...LIVING_FILTERS.map(({ code }) => code)),
    due: fc.constantFrom(null, ...DUE_FILTERS.map(({ code }) => code)),
    sort: fc.constantFrom(...REGISTER_SORTS),
    descending: fc.boolean(),
  })
  .map((list) => listQuerySchema.parse(list))

/** Few, many and very many: each is read in a way of its own. */
const TOTALS = [1, 1000, 50_000]

describe('a list', () => {
  it('and the neighbours in it are the same whichever way it is read', async () => {
    const { read } = core.session().database
    const someone = (await core.client.register.page({ limit: 60 })).rows[31]?.id ?? ''
    const readAs = async (list: ReturnType<typeof listQuerySchema.parse>, total: number): Promise<unknown> => {
      const place = await placeOf(read, list, someone)
      if (place === undefined) throw new Error('nobody is there')
      const near = [...nearestQueries(read, list, place, 'previous', total, TEST_TODAY)].concat(
        nearestQueries(read, list, place, 'next', total, TEST_TODAY),
      )
      return {
        ids: await idsQuery(read, list, TEST_TODAY, total).execute(),
        near: await Promise.all(near.map((query) => query.execute())),
      }
    }
    await fc.assert(
      fc.asyncProperty(anyList, async (list) => {
        const [few, ...others] = await Promise.all(TOTALS.map((total) => readAs(list, total)))
        for (const other of others) expect(other).toEqual(few)
      }),
      { numRuns: 200 },
    )
  })
})
