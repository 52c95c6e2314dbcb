import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '#core/features/demo/people.ts'
import { projectPeople, refreshProjections } from '#core/projections/person-summary.ts'
import { rowAsKept } from '#core/projections/register-row.ts'
import { runInTransaction } from '#core/write.ts'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import { createTestCore, type TestCore, TEST_TODAY } from '#tests/support/test-core.ts'
import { summaryRows } from '#tests/support/summary-rows.ts'

const SUBJECT = { method: 'test', verb: 'create', personId: null, undoesSeq: null } as const
const people = [...demoPeople({ patients: 150, seed: 8, today: TEST_TODAY, leadIds: [] })]
const ids = people.map(({ person }) => person.id)

let test: TestCore
beforeAll(async () => {
  test = await createTestCore()
  await runInTransaction(test.core.env, test.session(), SUBJECT, ({ addPeople }) => addPeople(people))
})
afterAll(() => test.close())

/** Everyone's row and summary, read at a day. */
const readAt = async (day: IsoDate) =>
  (await summaryRows(test.session().database.read)).map(({ shown, ...summary }) => ({
    summary,
    row: rowAsKept(shown, day),
  }))

const workedOutAt = (day: IsoDate): Promise<void> =>
  test.session().database.write((handle) => projectPeople(handle, ids, day))

describe('a register that was worked out some days ago', () => {
  it.each([1, 27, 90, 200, 400, 900])('reads after %i days as if it were worked out then', async (days) => {
    const later = addDays(TEST_TODAY, days)
    await workedOutAt(TEST_TODAY)
    const before = await readAt(later)
    await refreshProjections(test.session().database, later)
    const moved = await readAt(later)
    await workedOutAt(later)
    const anew = await readAt(later)
    expect(moved).toEqual(anew)
    expect(before.map(({ row }) => row)).toEqual(anew.map(({ row }) => row))
  })
})
