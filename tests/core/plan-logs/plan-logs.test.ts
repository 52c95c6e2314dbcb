import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, refusal } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { beginPlan, planNow, signNow } from '../plan/plan-fields.ts'

let test: TestCore
let planId: string
let actionId: string
beforeEach(async () => {
  test = await createTestCore()
  actionId = (await beginPlan(test.client, [4]))[0] ?? ''
  planId = (await signNow(test.client)).id
})
afterEach(() => test.close())

const logs = () => test.client.planLogs
const undo = (seq: number) => test.client.audit.undo({ seq })
const closePlan = async (): Promise<void> => {
  const { id, version } = await planNow(test.client)
  await test.client.plan.close({ id, version, reason: 'A new one begins' })
}

const RISK = { words: 'The nurse leaves', likelihood: 3, impact: 4, raisedOn: '2026-11-02' }
const DECISION = { decidedOn: '2026-11-02', words: 'Ask for a portal', decidedBy: 'Practice meeting' }
const SESSION = { heldOn: '2026-11-02', hours: 3.5, words: 'Visits' }

describe('risks', () => {
  it('are added, changed, closed and removed, each taken back by one undo', async () => {
    const { id, undo: added } = await logs().addRisk({ planId, fields: { ...RISK, actionId } })
    expect(await logs().risks({ planId })).toMatchObject([{ id, ...RISK, actionId, closedOn: null }])
    const saved = await logs().saveRisk({ id, version: 1, fields: { ...RISK, likelihood: 5, response: 'Train two' } })
    await undo(saved.undo)
    expect(await logs().risks({ planId })).toMatchObject([{ likelihood: 3, response: '', actionId }])
    const closed = await logs().closeRisk({ id, version: 3, closedOn: '2026-11-20' })
    expect(await logs().risks({ planId })).toMatchObject([{ closedOn: '2026-11-20' }])
    await undo(closed.undo)
    const removed = await logs().removeRisk({ id, version: 5 })
    expect(await logs().risks({ planId })).toEqual([])
    await undo(removed.undo)
    expect(await logs().risks({ planId })).toMatchObject([{ ...RISK, actionId, closedOn: null }])
    await undo(added)
    expect(await logs().risks({ planId })).toEqual([])
  })

  it('stand with the greatest first, and closed ones last', async () => {
    await logs().addRisk({ planId, fields: { ...RISK, words: 'Small', likelihood: 1 } })
    await logs().addRisk({ planId, fields: { ...RISK, words: 'Over', likelihood: 5, closedOn: '2026-11-10' } })
    await logs().addRisk({ planId, fields: { ...RISK, words: 'Great', likelihood: 5 } })
    expect((await logs().risks({ planId })).map(({ words }) => words)).toEqual(['Great', 'Small', 'Over'])
  })

  it('have days that can be', async () => {
    const fault = async (change: object): Promise<string> =>
      Object.values(
        (await refusal(logs().addRisk({ planId, fields: { ...RISK, ...change } }))).details.fieldErrors ?? {},
      )[0] ?? ''
    expect(await fault({ raisedOn: '2026-11-24' })).toContain('still to come')
    expect(await fault({ closedOn: '2026-11-01' })).toBe('It was closed before it was raised')
    const { id } = await logs().addRisk({ planId, fields: RISK })
    expect(await codeOf(logs().closeRisk({ id, version: 1, closedOn: '2026-10-01' }))).toBe('validation')
  })
})

describe('decisions and sessions', () => {
  it('are kept, the newest first, changed and removed with an undo', async () => {
    const decision = await logs().addDecision({ planId, fields: DECISION })
    await logs().addDecision({ planId, fields: { ...DECISION, decidedOn: '2026-11-20', words: 'Later' } })
    expect((await logs().decisions({ planId })).map(({ words }) => words)).toEqual(['Later', 'Ask for a portal'])
    const saved = await logs().saveDecision({ id: decision.id, version: 1, fields: { ...DECISION, why: 'Faster' } })
    await undo(saved.undo)
    const removed = await logs().removeDecision({ id: decision.id, version: 3 })
    await undo(removed.undo)
    expect((await logs().decisions({ planId })).at(-1)).toMatchObject({ ...DECISION, why: '', reviewId: null })
    const session = await logs().addSession({ planId, fields: { ...SESSION, actionId } })
    await undo((await logs().saveSession({ id: session.id, version: 1, fields: { ...SESSION, hours: 2.25 } })).undo)
    await undo((await logs().removeSession({ id: session.id, version: 3 })).undo)
    expect((await logs().budget({ planId })).sessions).toMatchObject([{ ...SESSION, actionId }])
  })

  it('are refused with words that no plan can hold', async () => {
    expect(await codeOf(logs().addSession({ planId, fields: { ...SESSION, hours: 0.1 } }))).toBe('validation')
    expect(await codeOf(logs().addSession({ planId, fields: { ...SESSION, heldOn: '2027-01-01' } }))).toBe('validation')
    expect(await codeOf(logs().addDecision({ planId, fields: { ...DECISION, decidedBy: ' ' } }))).toBe('validation')
    expect(await codeOf(logs().addDecision({ planId, fields: DECISION, reviewId: planId }))).toBe('not-found')
    expect(await codeOf(logs().addRisk({ planId, fields: { ...RISK, actionId: planId } }))).toBe('not-found')
    expect(await codeOf(logs().addRisk({ planId: actionId, fields: RISK }))).toBe('not-found')
  })
})

describe('what a year is funded with', () => {
  const set = (year: number, version: number | null, fields: { hours: number; pence?: number } | null) =>
    logs().setFunding({ planId, year, version, fields })
  const funding = async () => (await logs().budget({ planId })).funding

  it('is said, changed and taken back', async () => {
    const { undo: said } = await set(2, null, { hours: 120, pence: 480_000 })
    expect(await funding()).toMatchObject([{ year: 2, hours: 120, pence: 480_000, version: 1 }])
    const changed = await set(2, 1, { hours: 100 })
    expect(await funding()).toMatchObject([{ hours: 100, pence: null }])
    await undo(changed.undo)
    await undo((await set(2, 3, null)).undo)
    expect(await funding()).toMatchObject([{ hours: 120, pence: 480_000 }])
    await undo(said)
    expect(await funding()).toEqual([])
  })

  it('is not said twice for a year, nor over what somebody else said', async () => {
    await set(2, null, { hours: 120 })
    expect(await codeOf(set(2, null, { hours: 90 }))).toBe('stale')
    const { undo: gone } = await set(2, 1, null)
    await set(2, null, { hours: 90 })
    expect((await undo(gone)).kept).toBe(1)
    expect(await funding()).toMatchObject([{ hours: 90 }])
  })
})

describe('the logs of a plan', () => {
  it('refuse what comes too late: somebody changed the entry meanwhile', async () => {
    const { id } = await logs().addRisk({ planId, fields: RISK })
    await logs().closeRisk({ id, version: 1, closedOn: '2026-11-20' })
    expect(await codeOf(logs().saveRisk({ id, version: 1, fields: RISK }))).toBe('stale')
    expect(await codeOf(logs().removeRisk({ id, version: 1 }))).toBe('stale')
  })

  it('refuse everything once the plan is closed, and say why', async () => {
    const risk = await logs().addRisk({ planId, fields: RISK })
    const decision = await logs().addDecision({ planId, fields: DECISION })
    const session = await logs().addSession({ planId, fields: SESSION })
    await closePlan()
    const writes = [
      logs().addRisk({ planId, fields: RISK }),
      logs().saveRisk({ id: risk.id, version: 1, fields: RISK }),
      logs().closeRisk({ id: risk.id, version: 1, closedOn: '2026-11-20' }),
      logs().removeRisk({ id: risk.id, version: 1 }),
      logs().addDecision({ planId, fields: DECISION }),
      logs().removeDecision({ id: decision.id, version: 1 }),
      logs().saveSession({ id: session.id, version: 1, fields: SESSION }),
      logs().setFunding({ planId, year: 1, version: null, fields: { hours: 1 } }),
    ]
    for (const write of writes) expect((await refusal(write)).message).toContain('This plan was closed on 23 Nov 2026')
    expect(await logs().risks({ planId })).toHaveLength(1)
  })

  it('keep their entries when an action goes, and name it again when it comes back', async () => {
    await logs().addRisk({ planId, fields: { ...RISK, actionId } })
    await logs().addSession({ planId, fields: { ...SESSION, actionId } })
    const { version } = await test.client.plan.action({ id: actionId })
    const removed = await test.client.plan.removeAction({ id: actionId, version })
    expect(await logs().risks({ planId })).toMatchObject([{ actionId: null }])
    expect((await logs().budget({ planId })).sessions).toMatchObject([{ actionId: null }])
    await undo(removed.undo)
    expect(await logs().risks({ planId })).toMatchObject([{ actionId }])
  })

  it('go with the draft that they belong to, and come back with it', async () => {
    await closePlan()
    await beginPlan(test.client, [1])
    const draft = await planNow(test.client)
    await logs().addRisk({ planId: draft.id, fields: RISK })
    await logs().setFunding({ planId: draft.id, year: 1, version: null, fields: { hours: 10 } })
    const { undo: gone } = await test.client.plan.removeDraft({ id: draft.id, version: draft.version })
    expect(await logs().risks({ planId: draft.id })).toEqual([])
    await undo(gone)
    expect(await logs().risks({ planId: draft.id })).toHaveLength(1)
  })
})
