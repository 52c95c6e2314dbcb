import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { refusal } from '#tests/support/answers.ts'
import { anAction, beginPlan, planNow, signNow } from './plan-fields.ts'

let test: TestCore
let actionId: string
let planId: string
beforeEach(async () => {
  test = await createTestCore()
  actionId = (await beginPlan(test.client))[0] ?? ''
  planId = (await planNow(test.client)).id
})
afterEach(() => test.close())

const told = async (of: string | null, limit = 100): Promise<string[]> =>
  (await test.client.plan.history({ planId, actionId: of, limit })).map(
    ({ what, changes }) => `${what}: ${changes.map((one) => `${one.field} ${one.before}→${one.after}`).join('; ')}`,
  )

describe('the history of a plan', () => {
  it('says who changed what, in words, as it was called then', async () => {
    const { plan } = test.client
    const { objectives } = await planNow(test.client)
    await plan.setStatus({ id: actionId, version: 1, status: 'on_track' })
    const fields = anAction(objectives[0]?.id ?? '', { title: 'Letters in ten days' }).fields
    await plan.saveAction({ id: actionId, version: 2, fields })
    await plan.addMilestone({ actionId, fields: { title: 'Mailbox', dueOn: '2026-12-30' } })
    expect(await told(actionId)).toEqual([
      'Added a milestone: Milestone: Mailbox →Added',
      'Changed an action: 4.1 Shorten the wait for letters: Objective Objective 4→Objective 1; 4.1 Shorten the wait for letters: What is to be done Shorten the wait for letters→Letters in ten days',
      'Changed how an action stands: 4.1 Shorten the wait for letters: Status Not started→On track',
      'Added actions to the plan: 4.1 Shorten the wait for letters →Added',
    ])
    const [newest] = await plan.history({ planId, limit: 1 })
    expect(newest).toMatchObject({ by: 'Dr Anjali Rao', at: '2026-11-23T10:00:00.000Z' })
  })

  it('keeps what was removed, and what was taken back', async () => {
    const { plan, audit } = test.client
    const { id } = await plan.addMilestone({ actionId, fields: { title: 'Mailbox', dueOn: '2026-12-30' } })
    const { undo } = await plan.removeMilestone({ id, version: 1 })
    await audit.undo({ seq: undo })
    await plan.removeAction({ id: actionId, version: 1 })
    expect((await told(null)).slice(0, 3)).toEqual([
      'Removed an action: Milestone: Mailbox →Removed; 4.1 Shorten the wait for letters →Removed',
      'Took back an earlier change: Milestone: Mailbox →Added',
      'Removed a milestone: Milestone: Mailbox →Removed',
    ])
  })

  it('says of many rows in one step what the first are, and how many more', async () => {
    const objectiveId = (await planNow(test.client)).objectives[0]?.id ?? ''
    await test.client.plan.addActions({ planId, actions: Array.from({ length: 70 }, () => anAction(objectiveId)) })
    const [newest] = await test.client.plan.history({ planId, limit: 1 })
    expect(newest?.changes[0]?.field).toBe('1.1 Shorten the wait for letters')
    expect(newest?.changes.slice(59).map(({ field }) => field)).toEqual([
      '1.60 Shorten the wait for letters',
      'And 10 more',
    ])
  })

  it('is that of one plan, and of one action where it is asked', async () => {
    const { plan } = test.client
    await signNow(test.client)
    const other = await plan.start({
      fields: { title: 'Next', organisation: 'Brackenfold', startsOn: '2028-04-01', strengths: '', gaps: '' },
    })
    expect((await told(null))[0]).toContain('Signed the plan: Plan: State Draft→Signed')
    expect((await plan.history({ planId: other.id })).map(({ what }) => what)).toEqual(['Began a plan'])
    expect((await told(actionId)).map((line) => line.split(':')[0])).toEqual(['Added actions to the plan'])
    expect(await told(null, 1)).toHaveLength(1)
  })
})

describe('the driver diagram', () => {
  it('hangs boxes on boxes of the right kind, in an order that can be changed', async () => {
    const { plan, audit } = test.client
    const add = (kind: 'aim' | 'primary' | 'secondary' | 'idea', parentId: string | null, words: string) =>
      plan.addDriver({ planId, fields: { kind, parentId, words } })
    const aim = await add('aim', null, 'Letters in ten days')
    const [post, template, people] = [
      await add('primary', aim.id, 'Post'),
      await add('primary', aim.id, 'Template'),
      await add('primary', aim.id, 'People'),
    ]
    expect((await refusal(add('secondary', aim.id, 'Wrong'))).message).toBe('A secondary driver hangs on a primary one')
    expect((await refusal(add('aim', aim.id, 'Wrong'))).code).toBe('validation')
    const words = async () =>
      (await plan.drivers({ planId })).filter(({ kind }) => kind === 'primary').map((one) => one.words)
    const moved = await plan.moveDriver({ id: people.id, version: 1, position: 0 })
    expect(await words()).toEqual(['People', 'Post', 'Template'])
    await audit.undo({ seq: moved.undo })
    expect(await words()).toEqual(['Post', 'Template', 'People'])
    await add('idea', post.id, 'Ring on Mondays')
    const changed = { kind: 'secondary' as const, parentId: template.id, words: 'Post' }
    const posted = (await plan.drivers({ planId })).find(({ id }) => id === post.id)
    const refused = await refusal(plan.saveDriver({ id: post.id, version: posted?.version ?? 1, fields: changed }))
    expect(refused.message).toContain('Other boxes hang on this one')
    const gone = await plan.removeDriver({ id: aim.id, version: 1 })
    expect(await plan.drivers({ planId })).toEqual([])
    expect((await audit.undo({ seq: gone.undo })).kept).toBe(0)
    expect(await plan.drivers({ planId })).toHaveLength(5)
  })
})
