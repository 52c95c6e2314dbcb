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

describe('the history of the whole plan', () => {
  const LED = 'Dr Anjali Rao'

  it('has its risks, decisions, sessions and funding, each by what it is called', async () => {
    const { planLogs } = test.client
    const risk = { words: 'The nurse leaves', likelihood: 3, impact: 4, raisedOn: '2026-11-02', actionId }
    const { id } = await planLogs.addRisk({ planId, fields: risk })
    await planLogs.saveRisk({ id, version: 1, fields: { ...risk, likelihood: 5, response: 'Two are trained' } })
    await planLogs.closeRisk({ id, version: 2, closedOn: '2026-11-20' })
    const decision = { decidedOn: '2026-11-02', words: 'Keep the weekly call', decidedBy: 'Practice meeting' }
    const { id: decided } = await planLogs.addDecision({ planId, fields: decision })
    await planLogs.removeDecision({ id: decided, version: 1 })
    await planLogs.addSession({
      planId,
      fields: { heldOn: '2026-11-16', hours: 3.5, words: 'Visit to the MDT office' },
    })
    await planLogs.setFunding({ planId, year: 2, version: null, fields: { hours: 120 } })
    expect((await told(null)).slice(0, 7)).toEqual([
      'Said what a year of the plan is funded with: Funding of year 2 →Added',
      'Wrote down a session of the lead: Session of 16 Nov 2026 →Added',
      'Removed a decision about the plan: Decision: Keep the weekly call →Removed',
      'Wrote down a decision about the plan: Decision: Keep the weekly call →Added',
      'Said whether a risk still stands: Risk: The nurse leaves: Closed on blank→20 Nov 2026',
      'Changed a risk to the plan: Risk: The nurse leaves: How likely it is Possible→Almost certain; Risk: The nurse leaves: What is done about it blank→Two are trained',
      'Added a risk to the plan: Risk: The nurse leaves →Added',
    ])
    expect((await told(actionId)).map((line) => line.split(':')[0])).toEqual(['Added actions to the plan'])
  })

  it('has its reviews, with what was passed over by its name and not what is kept for the paper', async () => {
    const { reviews, plan } = test.client
    await signNow(test.client)
    const { id } = await reviews.start({ planId, kind: 'quarter', quarter: '2026-07', ledBy: LED })
    await reviews.passOver({ id, actionId, passed: true })
    await plan.addUpdate({
      actionId,
      reviewId: id,
      fields: { on: '2026-11-23', words: 'It falls', status: 'on_track' },
    })
    await reviews.save({ id, version: 2, fields: { ledBy: LED, summary: 'A good quarter' } })
    await reviews.close({ id, version: 3 })
    const name = 'Quarterly review, from Jul 2026'
    expect((await told(null)).slice(0, 5)).toEqual([
      `Closed a review of the plan: ${name}: State Open→Closed; ${name}: Closed on blank→23 Nov 2026`,
      `Changed what is written of a review of the plan: ${name}: In sum blank→A good quarter`,
      'Wrote an update of an action: Update of 23 Nov 2026 →Added; 4.1 Shorten the wait for letters: Status Not started→On track',
      `Passed over an action at a review of the plan: ${name}: Nothing to say of blank→4.1 Shorten the wait for letters`,
      `Began a review of the plan: ${name} →Added`,
    ])
  })

  it('has what was written of contacts while the plan ran, and nothing of before and after', async () => {
    const { contacts, plan, audit } = test.client
    const fields = { name: 'Carys Penhale', role: 'Team coordinator', kind: 'hospital' as const }
    const { id } = await contacts.add({ fields })
    await contacts.save({ id, version: 1, fields: { ...fields, influence: 'high', phone: '01632 960 151' } })
    const { undo } = await contacts.remove({ id, version: 2 })
    await audit.undo({ seq: undo })
    const lines = [
      'Took back an earlier change: Contact: Carys Penhale →Added',
      'Removed a contact: Contact: Carys Penhale →Removed',
      'Changed a contact: Contact: Carys Penhale: Phone blank→01632 960 151; Contact: Carys Penhale: Influence blank→High',
      'Added a contact: Contact: Carys Penhale →Added',
    ]
    expect((await told(null)).slice(0, 4)).toEqual(lines)
    expect((await told(actionId)).join()).not.toContain('Carys')
    const { version } = await planNow(test.client)
    await plan.close({ id: planId, version, reason: 'Over' })
    const [contact] = await contacts.list({})
    await contacts.spoke({ id, version: contact?.version ?? 0, on: '2026-11-20' })
    const after = await told(null)
    expect(after[0]).toContain('Plan: State')
    expect(after.slice(1, 5)).toEqual(lines)
    const { id: next } = await plan.start({
      fields: { title: 'Next', organisation: 'Brackenfold', startsOn: '2028-04-01', strengths: '', gaps: '' },
    })
    expect((await plan.history({ planId: next })).map(({ what }) => what)).toEqual(['Began a plan'])
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
