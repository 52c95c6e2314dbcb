import { afterEach, beforeEach, expect, it } from 'vitest'
import { fillDemo } from '#core/features/demo/demo.ts'
import { milestoneStanding } from '#shared/features/plan/milestones.ts'
import { planLine } from '#shared/features/plan/words.ts'
import { squareYear } from '#shared/features/plan/years.ts'
import { planNow } from '#tests/core/plan/plan-fields.ts'
import { createTestCore, type TestCore, TEST_TODAY } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
  await fillDemo(test.core.env, test.session(), { patients: 80, seed: 20_261_123 })
})
afterEach(() => test.close())

it('the demo practice is in the second year of a signed plan, with two squares empty', async () => {
  const plan = await planNow(test.client)
  expect(plan.title).toBe('Action plan 2025 to 2028')
  expect(planLine(plan, TEST_TODAY)).toBe(
    'Year 2 of 3, month 8. Signed 30 June 2025. Year 2 baselines frozen 31 March 2026.',
  )
  const standing = Map.groupBy(plan.actions, ({ status }) => status)
  expect(Object.fromEntries([...standing].map(([status, actions]) => [status, actions.length]))).toEqual({
    done: 6,
    on_track: 9,
    at_risk: 3,
    off_track: 1,
    not_started: 2,
  })
  const filled = new Set(plan.actions.map((one) => `${one.objectiveId} ${squareYear(plan.startsOn, one.dueOn)}`))
  expect(plan.objectives.length * 3 - filled.size).toBe(2)
})

it('its milestones are met, missed, near and to come, and its codes and needs are whole', async () => {
  const { actions } = await planNow(test.client)
  const standings = new Set(
    actions.flatMap(({ milestones }) => milestones.map((one) => milestoneStanding(one, TEST_TODAY))),
  )
  expect(standings).toEqual(new Set(['met', 'missed', 'near', 'to_come']))
  const codes = new Map(actions.map(({ id, code }) => [id, code]))
  expect(actions.flatMap(({ code, needs }) => needs.map((id) => `${code} needs ${codes.get(id)}`))).toEqual([
    '1.5 needs 5.3',
    '3.4 needs 3.1',
    '4.2 needs 4.1',
    '4.4 needs 4.1',
    '5.1 needs 4.1',
  ])
})

it('the action about letters has all that an action can have, from figures that the library counts', async () => {
  const { plan, measures } = test.client
  const { id, actions, baselines } = await planNow(test.client)
  expect(baselines.map(({ year }) => year)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
  const letters = await plan.action({ id: actions.find(({ code }) => code === '4.3')?.id ?? '' })
  expect(letters).toMatchObject({
    origin: { kind: 'note', words: 'Letters take weeks' },
    answer: { by: 'Dr Anjali Rao', on: '2026-11-02' },
    cycles: [{ number: 1, outcome: 'adopt' }],
    updates: [{ on: '2026-11-16' }, { on: '2026-11-02' }, { on: '2026-07-14' }],
    measures: [{ measureCode: 'letter-gap', target: { value: 14, by: '2027-03' }, baseline: { year: 1 } }],
  })
  const months = { from: '2025-04', to: '2026-03' }
  const { figure } = await measures.measure({ code: 'letter-gap', months })
  expect(letters.measures[0]?.baseline).toMatchObject({ ...months, figure, frozenOn: '2026-03-31' })
  expect((await plan.milestonesOf({ measureCode: 'letter-gap' })).map(({ title }) => title)).toEqual([
    'Letter template agreed',
    'Weekly chase call starts',
    'Secure mailbox for letters',
    'Half-year network review',
  ])
  expect(await plan.drivers({ planId: id })).toHaveLength(10)
})

it('began with a brainstorm, whose notes know the actions that were made from them', async () => {
  const { id } = await planNow(test.client)
  const { themes, notes } = await test.client.brainstorm.board({ planId: id })
  expect(themes.map(({ title }) => title)).toEqual(['Hearing back', 'Being asked', 'Not falling through', 'Not alone'])
  expect(notes.find(({ words }) => words === 'Letters take weeks')).toMatchObject({ votes: 6, actionCode: '4.3' })
  expect(notes.filter(({ themeId }) => themeId === null).map(({ words }) => words)).toEqual(['Parking at the hospital'])
})

it('was reviewed three weeks ago: something was said of each open action, and things have moved since', async () => {
  const { reviews, plan } = test.client
  const { id: planId, actions } = await planNow(test.client)
  const [line] = await reviews.list({ planId })
  expect(line).toMatchObject({ kind: 'quarter', quarter: '2026-07', state: 'closed', done: 15, total: 15 })
  const review = await reviews.get({ id: line?.id ?? '' })
  expect(review).toMatchObject({ openedOn: '2026-11-02', closedOn: '2026-11-02', ledBy: 'Dr Anjali Rao' })
  expect(review.steps.filter(({ words }) => words === '').map(({ code, passed }) => [code, passed])).toEqual([
    ['1.5', true],
  ])
  expect(review.steps.filter(({ before, now }) => before !== now).map(({ code }) => code)).toEqual(['4.6'])
  expect(review.decisions.map(({ words }) => words)).toEqual([
    'Keep the weekly call until the mailbox has run for a quarter',
  ])
  const moved = review.steps.filter(({ code, now }) => actions.find((one) => one.code === code)?.status !== now)
  expect(moved.map(({ code }) => code)).toEqual(['2.3', '3.3', '4.5', '5.2'])
  const paper = await test.client.papers.get({ code: 'board-paper', id: review.id })
  expect(paper.notices.join()).not.toContain('Draft')
  expect(JSON.stringify(paper)).toContain('Would the board write to whoever leads the service plan?')
  const late = await plan.action({ id: actions.find(({ code }) => code === '3.3')?.id ?? '' })
  expect(late.updates.map(({ on, by }) => [on, by])).toEqual([
    ['2026-11-12', 'Tunde Eze'],
    ['2026-11-02', 'Dr Anjali Rao'],
    ['2026-08-20', 'Tunde Eze'],
  ])
})
