import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { anAction, beginPlan, planNow } from './plan-fields.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

it('finds the actions that were made of a change or a note, and those of nothing else', async () => {
  const { plan } = test.client
  await beginPlan(test.client)
  const { id, objectives } = await planNow(test.client)
  const change = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'
  const origin = { kind: 'learning' as const, id: change, words: 'A learning event analysis' }
  const { ids, undo } = await plan.addActions({
    planId: id,
    actions: [{ ...anAction(objectives[3]?.id ?? ''), origin }],
  })
  expect(await plan.takenFrom({ ids: [change] })).toEqual([
    { originId: change, actionId: ids[0], code: '4.2', status: 'not_started' },
  ])
  expect(await plan.takenFrom({ ids: [] })).toEqual([])
  await test.client.audit.undo({ seq: undo })
  expect(await plan.takenFrom({ ids: [change] })).toEqual([])
})
