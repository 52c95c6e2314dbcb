import { afterEach, beforeEach, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { anAction, beginPlan, PLAN_FIELDS, planNow } from '#tests/core/plan/plan-fields.ts'
import { codeOf } from '#tests/support/answers.ts'
import { createTestCore, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'

const YEAR = { from: '2025-04-01', to: '2026-03-31' } as const

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const sectionOf = async (id: string) =>
  (await test.client.reports.get({ id })).dataset.sections.find((section) => section.id === 'plan')

const rowsOf = (section: Awaited<ReturnType<typeof sectionOf>>, id: string) => {
  const found = section?.blocks.find((block) => block.type === 'table' && block.id === id)
  if (found?.type !== 'table') throw new Error(`there is no table ${id}`)
  return found.rows.map((row) => row.map((cell) => ('value' in cell ? cell.value : 'text' in cell ? cell.text : '')))
}

it('stands in a report of a practice that has a plan, as it was when the report was frozen', async () => {
  const [id = ''] = await beginPlan(test.client, [4, 5])
  await test.client.plan.addMilestone({
    actionId: id,
    fields: { title: 'Template agreed', dueOn: '2026-02-10', metOn: '2026-02-12' },
  })
  await test.client.plan.addMilestone({ actionId: id, fields: { title: 'Mailbox', dueOn: '2026-03-10' } })
  const { version } = await test.client.plan.action({ id })
  await test.client.plan.setStatus({ id, version, status: 'at_risk' })
  const report = await finish(test.client.reports.build(YEAR))
  const after = await test.client.plan.action({ id })
  await test.client.plan.setStatus({ id, version: after.version, status: 'on_track' })
  const section = await sectionOf(report.id)
  expect(section?.finding).toBe('0 of 2 actions are done, 1 is at risk.')
  const objectives = rowsOf(section, 'plan-objectives')
  expect(objectives.find(([name]) => String(name).startsWith('4 '))?.slice(1)).toEqual([0, 0, 1, 0, 0, 0])
  expect(objectives.at(-1)).toEqual(['All', 1, 0, 1, 0, 0, 0])
  expect(rowsOf(section, 'plan-milestones').map(([, number]) => number)).toEqual([1, 2, 1])
  expect(rowsOf(section, 'plan-actions').map(([code, , , status]) => [code, status])).toEqual([
    ['4.1', 'At risk'],
    ['5.1', 'Not started'],
  ])
})

it('has no milestone among the missed that went with an action that was stopped', async () => {
  const [id = ''] = await beginPlan(test.client, [4])
  await test.client.plan.addMilestone({ actionId: id, fields: { title: 'Mailbox', dueOn: '2026-03-10' } })
  const { version } = await test.client.plan.action({ id })
  await test.client.plan.setStatus({ id, version, status: 'stopped' })
  const section = await sectionOf((await finish(test.client.reports.build(YEAR))).id)
  expect(rowsOf(section, 'plan-milestones').map(([, number]) => number)).toEqual([0, 0, 0])
  const paper = await test.client.papers.get({ code: 'plan', id: (await planNow(test.client)).id })
  expect(paper.facts.find(({ name }) => name === 'Milestones')?.value).toBe('None')
  expect(JSON.stringify(paper.sections)).toContain('No longer due')
})

it('is in no report of a practice without a plan, nor where it was left out', async () => {
  expect(await sectionOf((await finish(test.client.reports.build(YEAR))).id)).toBeUndefined()
  await beginPlan(test.client)
  const left = await finish(test.client.reports.build({ ...YEAR, sections: ['register'] }))
  expect(await sectionOf(left.id)).toBeUndefined()
  expect(JSON.stringify((await test.client.reports.get({ id: left.id })).dataset)).not.toContain('Shorten the wait')
})

it('lets no NHS number out in the title of an action, and says which action', async () => {
  await test.client.plan.start({ fields: PLAN_FIELDS })
  const { id, objectives } = await planNow(test.client)
  const title = 'Ring 999 000 0018'
  await test.client.plan.addActions({ planId: id, actions: [anAction(objectives[0]?.id ?? '', { title })] })
  const build = () => finish(test.client.reports.build(YEAR))
  expect(await codeOf(build())).toBe('validation')
  await expect(build()).rejects.toThrow(/action 1\.1/)
  await expect(build()).rejects.not.toThrow(/999/)
  expect(await test.client.reports.list({})).toEqual([])
})

it('counts what ended in the period, and nothing that ended before it', async () => {
  const [id = ''] = await beginPlan(test.client)
  const { version } = await test.client.plan.action({ id })
  await test.client.plan.setStatus({ id, version, status: 'done' })
  const old = await sectionOf((await finish(test.client.reports.build(YEAR))).id)
  expect(old?.blocks.some((block) => block.type === 'table' && block.id === 'plan-actions')).toBe(false)
  const now = await sectionOf((await finish(test.client.reports.build({ from: '2026-04-01', to: TEST_TODAY }))).id)
  expect(rowsOf(now, 'plan-actions').map(([code, , , status]) => [code, status])).toEqual([['4.1', 'Done']])
})
