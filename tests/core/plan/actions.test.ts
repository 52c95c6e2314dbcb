import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlanActionDetail } from '#shared/features/plan/schema.ts'
import { codeOf, refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { anAction, beginPlan, planNow, signNow } from './plan-fields.ts'

let test: TestCore
let first: string
let second: string
beforeEach(async () => {
  test = await createTestCore()
  const ids = await beginPlan(test.client, [4, 5])
  first = ids[0] ?? ''
  second = ids[1] ?? ''
})
afterEach(() => test.close())

const action = (id: string): Promise<PlanActionDetail> => test.client.plan.action({ id })
const undo = (seq: number) => test.client.audit.undo({ seq })
const objectiveId = async (number: number): Promise<string> =>
  (await planNow(test.client)).objectives.find((one) => one.number === number)?.id ?? ''

describe('adding actions', () => {
  it('takes many in one step with milestones and measures, and one undo takes all back', async () => {
    const { plan } = test.client
    const { id: planId } = await planNow(test.client)
    const four = await objectiveId(4)
    const added = await plan.addActions({
      planId,
      actions: [
        {
          ...anAction(four, {
            title: 'Weekly call',
            ownerName: 'Beth Tranter',
            alsoObjectiveIds: [four, await objectiveId(2)],
          }),
          milestones: [
            { title: 'Second', dueOn: '2027-01-10' },
            { title: 'First', dueOn: '2026-12-01' },
          ],
          measureCodes: ['letter-gap', 'letter-gap'],
          origin: { kind: 'note', id: null, words: '“Letters take weeks”, May 2025' },
        },
        anAction(four, { title: 'Mailbox' }),
      ],
    })
    const [call = '', mailbox = ''] = added.ids
    expect(await action(call)).toMatchObject({
      code: '4.2',
      ownerName: 'Beth Tranter',
      status: 'not_started',
      alsoObjectiveIds: [await objectiveId(2)],
      measureCodes: ['letter-gap'],
      origin: { kind: 'note', words: '“Letters take weeks”, May 2025' },
      milestones: [{ title: 'First' }, { title: 'Second' }],
      objectiveNumber: 4,
      planState: 'draft',
    })
    expect((await action(mailbox)).code).toBe('4.3')
    expect((await undo(added.undo)).kept).toBe(0)
    expect((await planNow(test.client)).actions.map(({ code }) => code)).toEqual(['4.1', '5.1'])
  })

  it('refuses what cannot be, and adds none of them then', async () => {
    const { plan } = test.client
    const { id: planId } = await planNow(test.client)
    const four = await objectiveId(4)
    const late = await refusal(
      plan.addActions({ planId, actions: [anAction(four), anAction(four, { dueOn: '2026-01-01' })] }),
    )
    expect(late.details.fieldErrors).toEqual({ 'actions.1.fields.dueOn': 'It is due before it starts' })
    const unknown = { ...anAction(four), measureCodes: ['no-such-measure'] }
    expect(await codeOf(plan.addActions({ planId, actions: [anAction(four), unknown] }))).toBe('not-found')
    expect((await planNow(test.client)).actions).toHaveLength(2)
  })
})

describe('an action', () => {
  it('is changed as the caller saw it, or not at all', async () => {
    const { plan } = test.client
    const { fields } = anAction(await objectiveId(1), {
      title: 'Another title',
      alsoObjectiveIds: [await objectiveId(5)],
    })
    const saved = await plan.saveAction({ id: first, version: 1, fields })
    expect(await action(first)).toMatchObject({ title: 'Another title', code: '4.1', objectiveNumber: 1, version: 2 })
    expect(await codeOf(plan.saveAction({ id: first, version: 1, fields }))).toBe('stale')
    expect(await codeOf(plan.setStatus({ id: first, version: 1, status: 'done' }))).toBe('stale')
    await undo(saved.undo)
    expect(await action(first)).toMatchObject({
      title: 'Shorten the wait for letters',
      alsoObjectiveIds: [],
      objectiveNumber: 4,
    })
  })

  it('ends on the day it is done and begins again when it is not', async () => {
    const { plan } = test.client
    await plan.setStatus({ id: first, version: 1, status: 'done' })
    expect(await action(first)).toMatchObject({ status: 'done', endedOn: '2026-11-23' })
    await plan.setStatus({ id: first, version: 2, status: 'at_risk' })
    expect(await action(first)).toMatchObject({ status: 'at_risk', endedOn: null })
  })

  it('moves with the milestones that are still to be met, and a signed plan keeps the reason', async () => {
    const { plan } = test.client
    const met = { title: 'Agreed', dueOn: '2026-06-01', metOn: '2026-06-03' }
    await plan.addMilestone({ actionId: first, fields: met })
    await plan.addMilestone({ actionId: first, fields: { title: 'Mailbox', dueOn: '2026-12-30' } })
    const move = {
      id: first,
      startsOn: '2026-04-01',
      dueOn: '2027-04-10',
      objectiveId: await objectiveId(5),
      reason: null,
    }
    await plan.moveAction({ ...move, version: 1 })
    expect(await action(first)).toMatchObject({ code: '4.1', objectiveNumber: 5, dueOn: '2027-04-10', moves: [] })
    expect((await action(first)).milestones.map(({ dueOn }) => dueOn)).toEqual(['2026-06-01', '2027-01-09'])
    await signNow(test.client)
    const late = await plan.moveAction({ ...move, version: 2, dueOn: '2027-05-10', reason: 'Short of staff' })
    expect((await action(first)).moves).toMatchObject([
      { by: 'Dr Anjali Rao', on: '2026-11-23', fromDue: '2027-04-10', toDue: '2027-05-10', reason: 'Short of staff' },
    ])
    expect((await undo(late.undo)).kept).toBe(0)
    expect(await action(first)).toMatchObject({ dueOn: '2027-04-10', moves: [] })
    expect((await action(first)).milestones.map(({ dueOn }) => dueOn)).toEqual(['2026-06-01', '2027-01-09'])
    const { fields } = anAction(await objectiveId(5), { startsOn: '2026-05-01', dueOn: '2027-04-10' })
    await plan.saveAction({ id: first, version: late.version + 1, fields, reason: null })
    expect((await action(first)).moves).toMatchObject([
      { fromStart: '2026-04-01', toStart: '2026-05-01', reason: null },
    ])
  })

  it('goes with all its parts and comes back with all of them; its code is not given again', async () => {
    const { plan } = test.client
    const { id: planId } = await planNow(test.client)
    await plan.addMilestone({ actionId: first, fields: { title: 'Mailbox', dueOn: '2026-12-30' } })
    await plan.addUpdate({ actionId: first, fields: { on: '2026-11-02', words: 'Asked', status: 'on_track' } })
    await plan.addCycle({ actionId: first, fields: { aim: 'One ward first', startedOn: '2026-11-01' } })
    await plan.linkMeasure({ actionId: first, fields: { measureCode: 'letter-gap' } })
    await plan.setNeeds({ id: first, version: 2, needs: [second] })
    const aim = await plan.addDriver({
      planId,
      fields: { parentId: null, kind: 'aim', words: 'Letters', actionId: first },
    })
    const before = await action(first)
    const { undo: seq } = await plan.removeAction({ id: first, version: 2 })
    expect(await codeOf(action(first))).toBe('not-found')
    expect((await action(second)).neededBy).toEqual([])
    expect((await plan.drivers({ planId }))[0]).toMatchObject({ id: aim.id, actionId: null })
    const [next = ''] = (await plan.addActions({ planId, actions: [anAction(await objectiveId(4))] })).ids
    expect((await action(next)).code).toBe('4.2')
    expect((await undo(seq)).kept).toBe(0)
    expect(await action(first)).toEqual(before)
    expect((await plan.drivers({ planId }))[0]).toMatchObject({ actionId: first })
  })

  it('waits for others, but never in a circle', async () => {
    const { plan } = test.client
    await plan.setNeeds({ id: first, version: 1, needs: [second, second] })
    expect((await action(first)).needs).toEqual([second])
    expect((await action(second)).neededBy).toEqual([first])
    const circle = await refusal(plan.setNeeds({ id: second, version: 1, needs: [first] }))
    expect(circle.message).toBe('This goes round in a circle: 5.1 needs 4.1, which needs 5.1.')
    expect(await codeOf(plan.setNeeds({ id: second, version: 1, needs: [second] }))).toBe('validation')
    const freed = await plan.setNeeds({ id: first, version: 1, needs: [] })
    expect((await action(first)).needs).toEqual([])
    await undo(freed.undo)
    expect((await action(first)).needs).toEqual([second])
  })

  it('is answered for, with who and when, and the answer can be taken back', async () => {
    const { plan } = test.client
    await plan.answer({ id: first, version: 1, words: 'It did, from June on.' })
    expect((await action(first)).answer).toEqual({
      words: 'It did, from June on.',
      by: 'Dr Anjali Rao',
      on: '2026-11-23',
    })
    await plan.answer({ id: first, version: 2, words: '' })
    expect((await action(first)).answer).toBeNull()
  })
})

describe('milestones, updates and cycles', () => {
  it('are met on a day that has come', async () => {
    const { plan } = test.client
    const { id } = await plan.addMilestone({ actionId: first, fields: { title: 'Mailbox', dueOn: '2026-11-30' } })
    const early = await refusal(plan.meetMilestone({ id, version: 1, metOn: '2026-11-24' }))
    expect(early.details.fieldErrors).toEqual({ metOn: 'This day is still to come. Enter a day up to 23 Nov 2026' })
    const met = await plan.meetMilestone({ id, version: 1, metOn: '2026-11-23' })
    expect((await action(first)).milestones[0]).toMatchObject({ metOn: '2026-11-23', version: 2 })
    await undo(met.undo)
    expect((await action(first)).milestones[0]).toMatchObject({ metOn: null })
  })

  it('the newest update by its day says how the action stands', async () => {
    const { plan } = test.client
    const update = (on: string, status: 'at_risk' | 'off_track' | 'done') => ({ on, words: `On ${on}`, status })
    await plan.addUpdate({ actionId: first, fields: update('2026-11-16', 'at_risk') })
    await plan.addUpdate({ actionId: first, fields: update('2026-09-01', 'off_track') })
    const { status, updatedOn, updates, version } = await action(first)
    expect([status, updatedOn, version]).toEqual(['at_risk', '2026-11-16', 2])
    expect(updates.map(({ on }) => on)).toEqual(['2026-11-16', '2026-09-01'])
    const newest = updates[0]?.id ?? ''
    await plan.saveUpdate({ id: newest, version: 1, fields: { ...update('2026-11-16', 'done'), ask: 'A date' } })
    expect(await action(first)).toMatchObject({ status: 'done', endedOn: '2026-11-16' })
    const gone = await plan.removeUpdate({ id: newest, version: 2 })
    expect((await action(first)).updates).toHaveLength(1)
    expect((await action(first)).status).toBe('done')
    await undo(gone.undo)
    expect((await action(first)).updates[0]).toMatchObject({ ask: 'A date', by: 'Dr Anjali Rao', reviewId: null })
  })

  it('a corrected update moves the day on which an action ended, and leaves what a later one of its day said', async () => {
    const { plan } = test.client
    const update = (on: string, status: 'at_risk' | 'on_track' | 'done') => ({ on, words: `On ${on}`, status })
    const earlier = await plan.addUpdate({ actionId: first, fields: update('2026-11-16', 'at_risk') })
    const later = await plan.addUpdate({ actionId: first, fields: update('2026-11-16', 'done') })
    await plan.saveUpdate({ id: earlier.id, version: 1, fields: update('2026-11-16', 'on_track') })
    expect(await action(first)).toMatchObject({ status: 'done', endedOn: '2026-11-16' })
    await plan.saveUpdate({ id: later.id, version: 1, fields: update('2026-11-20', 'done') })
    expect(await action(first)).toMatchObject({ status: 'done', endedOn: '2026-11-20' })
  })

  it('an update is one step with the status that it sets, for undo too', async () => {
    const { plan } = test.client
    const added = await plan.addUpdate({
      actionId: first,
      fields: { on: '2026-11-16', words: 'Late', status: 'off_track' },
    })
    expect((await undo(added.undo)).kept).toBe(0)
    expect(await action(first)).toMatchObject({ status: 'not_started', updates: [] })
  })

  it('cycles are numbered and end after they began', async () => {
    const { plan } = test.client
    const fields = { aim: 'One ward first', startedOn: '2026-11-01' }
    const { id } = await plan.addCycle({ actionId: first, fields })
    await plan.addCycle({ actionId: first, fields: { ...fields, aim: 'Two wards' } })
    const odd = { ...fields, endedOn: '2026-10-01' }
    expect((await refusal(plan.saveCycle({ id, version: 1, fields: odd }))).message).toBe('It ended before it began')
    const open = { ...fields, outcome: 'adopt' as const }
    expect(await codeOf(plan.saveCycle({ id, version: 1, fields: open }))).toBe('validation')
    await plan.saveCycle({ id, version: 1, fields: { ...open, endedOn: '2026-11-20', study: 'It helped' } })
    expect((await action(first)).cycles).toMatchObject([
      { number: 1, outcome: 'adopt', study: 'It helped' },
      { number: 2, aim: 'Two wards' },
    ])
  })
})

describe('who may write in a plan', () => {
  it.each([
    ['clinical', 'no failure'],
    ['admin', 'forbidden'],
    ['read-only', 'forbidden'],
  ])('%s: %s', async (role, outcome) => {
    Object.assign(test.session(), { user: { ...test.session().user, role } })
    expect((await planNow(test.client)).actions).toHaveLength(2)
    expect(await codeOf(test.client.plan.setStatus({ id: first, version: 1, status: 'on_track' }))).toBe(outcome)
  })
})
