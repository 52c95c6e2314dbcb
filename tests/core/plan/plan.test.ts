import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForReading } from '#core/db/sqlite/connection.ts'
import { FIVE_OBJECTIVES } from '#shared/features/plan/objectives.ts'
import { refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { anAction, beginPlan, PLAN_FIELDS, planNow, signNow } from './plan-fields.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const rowsOf = (table: string): number => {
  const { database, key } = test.core.vault.openRegister()
  const reader = openForReading(database.path, key)
  const { count } = reader.prepare(`SELECT count(*) AS count FROM "${table}"`).get() as { count: number }
  reader.close()
  return count
}

describe('a draft', () => {
  it('begins with the five objectives and nothing else, and goes again with one undo', async () => {
    const { plan, audit } = test.client
    expect(await plan.current({})).toBeNull()
    const { undo } = await plan.start({ fields: PLAN_FIELDS })
    expect(await planNow(test.client)).toMatchObject({
      ...PLAN_FIELDS,
      state: 'draft',
      endsOn: '2028-03-31',
      signedOn: null,
      objectives: FIVE_OBJECTIVES.map((objective) => ({ ...objective, own: false })),
      actions: [],
      baselines: [],
    })
    await audit.undo({ seq: undo })
    expect(await plan.current({})).toBeNull()
  })

  it('is one at a time, starts on the first of a month, and says so', async () => {
    const { plan } = test.client
    const odd = await refusal(plan.start({ fields: { ...PLAN_FIELDS, startsOn: '2025-04-02' } }))
    expect(odd.details.fieldErrors).toEqual({ 'fields.startsOn': 'A plan starts on the first day of a month' })
    await plan.start({ fields: PLAN_FIELDS })
    expect((await refusal(plan.start({ fields: PLAN_FIELDS }))).message).toContain('There is a draft already')
  })

  it('is removed with everything in it, and one undo brings all of it back', async () => {
    const { plan, audit } = test.client
    const [actionId = '', other = ''] = await beginPlan(test.client, [4, 5])
    await plan.addMilestone({ actionId, fields: { title: 'Template agreed', dueOn: '2026-09-01' } })
    await plan.addUpdate({ actionId, fields: { on: '2026-11-20', words: 'Begun', status: 'on_track' } })
    await plan.linkMeasure({ actionId, fields: { measureCode: 'letter-gap' } })
    await plan.setNeeds({ id: actionId, version: 2, needs: [other] })
    const { id, version } = await planNow(test.client)
    const aim = await plan.addDriver({ planId: id, fields: { parentId: null, kind: 'aim', words: 'Letters' } })
    const primary = await plan.addDriver({ planId: id, fields: { parentId: aim.id, kind: 'primary', words: 'Post' } })
    await plan.addDriver({ planId: id, fields: { parentId: primary.id, kind: 'idea', words: 'Call', actionId } })
    const before = [await planNow(test.client), await plan.action({ id: actionId }), await plan.drivers({ planId: id })]
    const { undo } = await plan.removeDraft({ id, version })
    expect(await plan.current({})).toBeNull()
    expect(['plan_action', 'plan_update', 'plan_need', 'plan_driver'].map(rowsOf)).toEqual([0, 0, 0, 0])
    expect((await audit.undo({ seq: undo })).kept).toBe(0)
    expect([
      await planNow(test.client),
      await plan.action({ id: actionId }),
      await plan.drivers({ planId: id }),
    ]).toEqual(before)
  })
})

describe('signing', () => {
  it('needs an action and a day that has come', async () => {
    const { plan } = test.client
    const { id } = await plan.start({ fields: PLAN_FIELDS })
    const sign = { id, version: 1, signedBy: 'Dr Anjali Rao', on: '2026-06-30' }
    expect((await refusal(plan.sign(sign))).message).toContain('nothing to sign yet')
    const { objectives } = await planNow(test.client)
    await plan.addActions({ planId: id, actions: [anAction(objectives[0]?.id ?? '')] })
    expect((await refusal(plan.sign({ ...sign, on: '2026-11-24' }))).details.fieldErrors?.['on']).toContain(
      '23 Nov 2026',
    )
    await plan.sign(sign)
    expect(await planNow(test.client)).toMatchObject({
      state: 'signed',
      signedOn: '2026-06-30',
      signedBy: 'Dr Anjali Rao',
    })
    expect((await refusal(plan.sign({ ...sign, version: 2 }))).message).toContain('signed already')
  })

  it('fixes the start of the plan, and undoing it makes it a draft again', async () => {
    const { plan, audit } = test.client
    await beginPlan(test.client)
    const { id, version } = await planNow(test.client)
    const { undo } = await plan.sign({ id, version, signedBy: 'Dr Anjali Rao', on: '2026-11-23' })
    const moved = { ...PLAN_FIELDS, startsOn: '2026-04-01' }
    const refused = await refusal(plan.save({ id, version: version + 1, fields: moved }))
    expect(Object.keys(refused.details.fieldErrors ?? {})).toEqual(['fields.startsOn'])
    expect((await refusal(plan.removeDraft({ id, version: version + 1 }))).code).toBe('conflict')
    await audit.undo({ seq: undo })
    expect(await planNow(test.client)).toMatchObject({ state: 'draft', signedOn: null, signedBy: null })
  })
})

describe('a closed plan', () => {
  it('is no longer the current one and refuses every write in a sentence', async () => {
    const { plan } = test.client
    const [actionId = ''] = await beginPlan(test.client)
    const { id, version } = await signNow(test.client)
    await plan.close({ id, version, reason: 'The practice merged' })
    expect(await plan.current({})).toBeNull()
    expect(await plan.past({})).toMatchObject([{ id, state: 'closed', endsOn: '2028-03-31' }])
    expect(await plan.get({ id })).toMatchObject({ closedOn: '2026-11-23', closeReason: 'The practice merged' })
    const objectiveId = (await plan.get({ id })).objectives[0]?.id ?? ''
    const writes = [
      plan.addActions({ planId: id, actions: [anAction(objectiveId)] }),
      plan.setStatus({ id: actionId, version: 1, status: 'done' }),
      plan.addMilestone({ actionId, fields: { title: 'One', dueOn: '2026-12-01' } }),
      plan.addUpdate({ actionId, fields: { on: '2026-11-20', words: 'No', status: 'done' } }),
      plan.addObjective({ planId: id, title: 'Ours', words: 'Ours' }),
      plan.addDriver({ planId: id, fields: { parentId: null, kind: 'aim', words: 'Ours' } }),
      plan.chooseBaseline({ planId: id, measureCode: 'letter-gap' }),
      plan.freezeYear({ planId: id, year: 1 }),
      plan.save({ id, version: version + 1, fields: PLAN_FIELDS }),
      plan.close({ id, version: version + 1, reason: 'Again' }),
    ]
    for (const refused of await Promise.all(writes.map(refusal)))
      expect(refused.message).toBe(
        'This plan was closed on 23 Nov 2026 and is kept as it was. Nothing in it can be changed any more.',
      )
  })
})

describe('objectives of one’s own', () => {
  it('come after the five, go while nothing hangs on them, and leave their number behind', async () => {
    const { plan } = test.client
    const { id: planId } = await plan.start({ fields: PLAN_FIELDS })
    const own = await plan.addObjective({ planId, title: 'Rural access to care', words: 'Rural access' })
    const { objectives } = await planNow(test.client)
    expect(objectives.at(-1)).toMatchObject({ id: own.id, number: 6, own: true })
    const [actionId = ''] = (await plan.addActions({ planId, actions: [anAction(own.id)] })).ids
    expect((await plan.action({ id: actionId })).code).toBe('6.1')
    expect((await refusal(plan.removeObjective({ id: own.id, version: 1 }))).message).toContain('Action 6.1')
    expect((await refusal(plan.removeObjective({ id: objectives[0]?.id ?? '', version: 1 }))).code).toBe('conflict')
    await plan.removeAction({ id: actionId, version: 1 })
    await plan.removeObjective({ id: own.id, version: 2 })
    const next = await plan.addObjective({ planId, title: 'Carers', words: 'Carers' })
    expect((await planNow(test.client)).objectives.at(-1)).toMatchObject({ id: next.id, number: 7 })
  })

  it('of another plan is none to this one', async () => {
    const { plan } = test.client
    await beginPlan(test.client)
    const { id, version, objectives } = await signNow(test.client)
    const next = await plan.start({ fields: { ...PLAN_FIELDS, startsOn: '2028-04-01' } })
    expect((await planNow(test.client)).id).toBe(next.id)
    expect((await plan.past({})).map((one) => one.id)).toEqual([id])
    const actions = [anAction(objectives[0]?.id ?? '')]
    expect((await refusal(plan.addActions({ planId: next.id, actions }))).code).toBe('not-found')
    expect((await refusal(plan.save({ id, version: version - 1, fields: PLAN_FIELDS }))).code).toBe('stale')
  })
})
