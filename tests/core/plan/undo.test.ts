import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForReading } from '#core/db/sqlite/connection.ts'
import type { CoreClient } from '#shared/contract/index.ts'
import type { plan as planContract } from '#shared/features/plan/contract.ts'
import { codeOf } from '#tests/support/answers.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { anAction, PLAN_FIELDS, planNow } from './plan-fields.ts'

const TABLES = [
  'plan',
  'plan_objective',
  'plan_action',
  'plan_action_objective',
  'plan_milestone',
  'plan_update',
  'plan_need',
  'plan_cycle',
  'plan_move',
  'plan_action_measure',
  'plan_baseline',
  'plan_driver',
]

interface There {
  readonly planId: string
  readonly planVersion: number
  readonly four: string
  readonly own: string
  readonly first: string
  readonly second: string
  readonly milestone: string
  readonly update: string
  readonly cycle: string
  readonly tie: string
  readonly baseline: string
  readonly aim: string
  readonly primary: string
}

let test: TestCore
let there: There
beforeEach(async () => {
  test = await createTestCore()
  there = await begun(test.client)
})
afterEach(() => test.close())

/** A draft with one of everything in it. */
const begun = async ({ plan }: CoreClient): Promise<There> => {
  const { id: planId } = await plan.start({ fields: PLAN_FIELDS })
  const own = await plan.addObjective({ planId, title: 'Rural access', words: 'Rural access' })
  const four = (await planNow(test.client)).objectives[3]?.id ?? ''
  const [first = '', second = ''] = (await plan.addActions({ planId, actions: [anAction(four), anAction(four)] })).ids
  const milestone = await plan.addMilestone({ actionId: first, fields: { title: 'Mailbox', dueOn: '2026-12-30' } })
  const update = await plan.addUpdate({
    actionId: first,
    fields: { on: '2026-11-02', words: 'Asked', status: 'on_track' },
  })
  const cycle = await plan.addCycle({ actionId: first, fields: { aim: 'One ward', startedOn: '2026-11-01' } })
  const tie = await plan.linkMeasure({ actionId: first, fields: { measureCode: 'letter-gap' } })
  const baseline = await plan.chooseBaseline({ planId, measureCode: 'stage-known' })
  const aim = await plan.addDriver({ planId, fields: { parentId: null, kind: 'aim', words: 'Letters' } })
  const primary = await plan.addDriver({ planId, fields: { parentId: aim.id, kind: 'primary', words: 'Post' } })
  return {
    planId,
    planVersion: 1,
    four,
    own: own.id,
    first,
    second,
    milestone: milestone.id,
    update: update.id,
    cycle: cycle.id,
    tie: tie.id,
    baseline: baseline.id,
    aim: aim.id,
    primary: primary.id,
  }
}

/** Every row of the plan but for its version, which counts on. */
const everything = (): unknown => {
  const { database, key } = test.core.vault.openRegister()
  const reader = openForReading(database.path, key)
  const rows = TABLES.map((table) =>
    (reader.prepare(`SELECT * FROM "${table}" ORDER BY id`).all() as Record<string, unknown>[]).map((row) => ({
      ...row,
      version: null,
    })),
  )
  reader.close()
  return rows
}

type Command = Exclude<
  {
    [Name in keyof typeof planContract]: (typeof planContract)[Name]['kind'] extends 'command' ? Name : never
  }[keyof typeof planContract],
  never
>

const update = { on: '2026-11-20', words: 'It slipped', status: 'off_track' as const, ask: 'A date' }
const moved = { startsOn: '2026-05-01', dueOn: '2027-06-30', reason: 'Short of staff' }

/** One call of every command, on what is there. `signed`: the plan is signed before it. */
const CALLS: Readonly<
  Record<
    Command,
    { readonly signed?: true; readonly call: (core: CoreClient, has: There) => Promise<{ undo: number }> }
  >
> = {
  start: { signed: true, call: ({ plan }) => plan.start({ fields: { ...PLAN_FIELDS, startsOn: '2028-04-01' } }) },
  save: {
    call: ({ plan }, { planId: id, planVersion: version }) =>
      plan.save({ id, version, fields: { ...PLAN_FIELDS, gaps: 'None' } }),
  },
  sign: {
    call: ({ plan }, { planId: id, planVersion: version }) =>
      plan.sign({ id, version, signedBy: 'Dr Anjali Rao', on: '2026-11-20' }),
  },
  close: {
    signed: true,
    call: ({ plan }, { planId: id, planVersion: version }) => plan.close({ id, version, reason: 'Merged' }),
  },
  removeDraft: { call: ({ plan }, { planId: id, planVersion: version }) => plan.removeDraft({ id, version }) },
  addObjective: { call: ({ plan }, { planId }) => plan.addObjective({ planId, title: 'Carers', words: 'Carers' }) },
  saveObjective: { call: ({ plan }, { four: id }) => plan.saveObjective({ id, version: 1, title: 'A', words: 'B' }) },
  removeObjective: { call: ({ plan }, { own: id }) => plan.removeObjective({ id, version: 1 }) },
  addActions: {
    signed: true,
    call: ({ plan }, { planId, own }) =>
      plan.addActions({ planId, actions: [{ ...anAction(own), measureCodes: ['care-review'] }] }),
  },
  bringIn: {
    signed: true,
    call: ({ plan }, { planId }) =>
      plan.bringIn({
        planId,
        actions: [
          {
            objective: 4,
            fields: { title: 'Brought in', startsOn: '2026-04-01', dueOn: '2026-09-30' },
            measureCodes: ['care-review'],
            status: 'done',
          },
        ],
      }),
  },
  saveAction: {
    signed: true,
    call: ({ plan }, { second: id, own }) =>
      plan.saveAction({
        id,
        version: 1,
        fields: { ...anAction(own).fields, dueOn: '2027-09-30', alsoObjectiveIds: [own] },
        reason: null,
      }),
  },
  setStatus: { call: ({ plan }, { second: id }) => plan.setStatus({ id, version: 1, status: 'done' }) },
  moveAction: {
    signed: true,
    call: ({ plan }, { first: id, own: objectiveId }) => plan.moveAction({ id, version: 2, ...moved, objectiveId }),
  },
  removeAction: { signed: true, call: ({ plan }, { first: id }) => plan.removeAction({ id, version: 2 }) },
  setNeeds: { call: ({ plan }, { first, second: id }) => plan.setNeeds({ id, version: 1, needs: [first] }) },
  answer: { call: ({ plan }, { second: id }) => plan.answer({ id, version: 1, words: 'It did' }) },
  addMilestone: {
    call: ({ plan }, { first: actionId }) =>
      plan.addMilestone({ actionId, fields: { title: 'B', dueOn: '2026-12-01' } }),
  },
  saveMilestone: {
    call: ({ plan }, { milestone: id }) =>
      plan.saveMilestone({ id, version: 1, fields: { title: 'B', dueOn: '2026-12-01' } }),
  },
  meetMilestone: { call: ({ plan }, { milestone: id }) => plan.meetMilestone({ id, version: 1, metOn: '2026-11-20' }) },
  removeMilestone: { call: ({ plan }, { milestone: id }) => plan.removeMilestone({ id, version: 1 }) },
  addUpdate: { call: ({ plan }, { first: actionId }) => plan.addUpdate({ actionId, fields: update }) },
  saveUpdate: { call: ({ plan }, { update: id }) => plan.saveUpdate({ id, version: 1, fields: update }) },
  removeUpdate: { call: ({ plan }, { update: id }) => plan.removeUpdate({ id, version: 1 }) },
  addCycle: {
    call: ({ plan }, { first: actionId }) =>
      plan.addCycle({ actionId, fields: { aim: 'Two', startedOn: '2026-11-02' } }),
  },
  saveCycle: {
    call: ({ plan }, { cycle: id }) =>
      plan.saveCycle({
        id,
        version: 1,
        fields: { aim: 'Two', startedOn: '2026-11-02', endedOn: '2026-11-20', outcome: 'adapt' },
      }),
  },
  removeCycle: { call: ({ plan }, { cycle: id }) => plan.removeCycle({ id, version: 1 }) },
  linkMeasure: {
    signed: true,
    call: ({ plan }, { second: actionId }) => plan.linkMeasure({ actionId, fields: { measureCode: 'care-review' } }),
  },
  saveLink: {
    call: ({ plan }, { tie: id }) =>
      plan.saveLink({ id, version: 1, fields: { measureCode: 'letter-gap', target: { value: 14, by: '2027-03' } } }),
  },
  unlinkMeasure: { call: ({ plan }, { tie: id }) => plan.unlinkMeasure({ id, version: 1 }) },
  chooseBaseline: { call: ({ plan }, { planId }) => plan.chooseBaseline({ planId, measureCode: 'care-review' }) },
  dropBaseline: { call: ({ plan }, { baseline: id }) => plan.dropBaseline({ id, version: 1 }) },
  freezeYear: { signed: true, call: ({ plan }, { planId }) => plan.freezeYear({ planId, year: 1 }) },
  addDriver: {
    call: ({ plan }, { planId, aim: parentId }) =>
      plan.addDriver({ planId, fields: { parentId, kind: 'primary', words: 'B' } }),
  },
  saveDriver: {
    call: ({ plan }, { primary: id, aim: parentId, first: actionId }) =>
      plan.saveDriver({ id, version: 1, fields: { parentId, kind: 'primary', words: 'B', actionId } }),
  },
  moveDriver: { call: ({ plan }, { primary: id }) => plan.moveDriver({ id, version: 1, position: 0 }) },
  removeDriver: { call: ({ plan }, { aim: id }) => plan.removeDriver({ id, version: 1 }) },
}

const signedFirst = async ({ plan }: CoreClient, has: There): Promise<There> => {
  const { version } = await plan.sign({
    id: has.planId,
    version: has.planVersion,
    signedBy: 'Dr Anjali Rao',
    on: '2026-11-20',
  })
  return { ...has, planVersion: version }
}

describe('one undo takes back the whole of', () => {
  it.each(Object.entries(CALLS))('plan.%s', async (_name, { signed, call }) => {
    const has = signed === true ? await signedFirst(test.client, there) : there
    const before = everything()
    const { undo } = await call(test.client, has)
    const after = everything()
    expect((await test.client.audit.undo({ seq: undo })).kept).toBe(0)
    expect(everything()).toEqual(before)
    // And again: what was taken back is done anew.
    const [taken] = await test.client.audit.page({})
    await test.client.audit.undo({ seq: taken?.seq ?? 0 })
    expect(everything()).toEqual(after)
  })
})

it('only who may write in a plan may take back what was done in it', async () => {
  const { undo } = await test.client.plan.setStatus({ id: there.second, version: 1, status: 'done' })
  Object.assign(test.session(), { user: { ...test.session().user, role: 'admin' } })
  expect(await codeOf(test.client.audit.undo({ seq: undo }))).toBe('forbidden')
})
