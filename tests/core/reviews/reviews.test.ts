import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { frozenClock } from '#core/clock.ts'
import { paperTables, paperWords } from '#shared/features/papers/paper.ts'
import { codeOf, refusal } from '#tests/support/answers.ts'
import { createTestCore, TEST_NOW, type TestCore } from '#tests/support/test-core.ts'
import { anAction, beginPlan, planNow, signNow } from '../plan/plan-fields.ts'

let test: TestCore
let planId: string
let ids: string[]
beforeEach(async () => {
  test = await createTestCore()
  ids = await beginPlan(test.client, [5, 4, 1])
  planId = (await signNow(test.client)).id
})
afterEach(() => test.close())

const reviews = () => test.client.reviews
const paperOf = (id: string) => test.client.papers.get({ code: 'board-paper', id })
const undo = (seq: number) => test.client.audit.undo({ seq })
const LED = 'Dr Anjali Rao'
const started = async (quarter = '2026-07') =>
  (await reviews().start({ planId, kind: 'quarter', quarter, ledBy: LED })).id
const update = (actionId: string, reviewId: string, change: object = {}) =>
  test.client.plan.addUpdate({
    actionId,
    reviewId,
    fields: { on: '2026-11-23', words: 'The template is agreed', status: 'on_track', ...change },
  })
const closed = async (id: string) => {
  const { version } = await reviews().get({ id })
  return reviews().close({ id, version })
}

describe('a review', () => {
  it('goes through every open action in order, and through none that is done', async () => {
    const { version } = await test.client.plan.action({ id: ids[1] ?? '' })
    await test.client.plan.setStatus({ id: ids[1] ?? '', version, status: 'done' })
    const review = await reviews().get({ id: await started() })
    expect(
      review.steps.map(({ code, before, now, passed, updateId }) => [code, before, now, passed, updateId]),
    ).toEqual([
      ['1.1', 'not_started', 'not_started', false, null],
      ['5.1', 'not_started', 'not_started', false, null],
    ])
    expect(review).toMatchObject({ state: 'open', ledBy: LED, openedOn: '2026-11-23', quarter: '2026-07' })
  })

  it('knows what was said at it, what it passed over, and how far it has come', async () => {
    const id = await started()
    await update(ids[0] ?? '', id, { ask: 'A portal, please', nextStep: 'Ring the office', status: 'at_risk' })
    const { undo: passed } = await reviews().passOver({ id, actionId: ids[1] ?? '', passed: true })
    expect(await reviews().list({ planId })).toMatchObject([{ id, done: 2, total: 3 }])
    const { steps } = await reviews().get({ id })
    expect(steps.at(-1)).toMatchObject({
      now: 'at_risk',
      before: 'not_started',
      words: 'The template is agreed',
      ask: 'A portal, please',
    })
    await undo(passed)
    expect(await reviews().list({ planId })).toMatchObject([{ done: 1 }])
  })

  it('is begun once, in a signed plan, for a quarter that has begun', async () => {
    const start = (change: object = {}) =>
      reviews().start({ planId, kind: 'quarter', quarter: '2026-07', ledBy: LED, ...change })
    expect((await refusal(start({ quarter: '2027-01' }))).message).toContain('begins on 1 Jan 2027')
    expect(await codeOf(start({ quarter: '2026-08' }))).toBe('validation')
    expect((await refusal(start({ kind: 'year_end' }))).message).toContain('fourth quarter')
    expect(await codeOf(start({ ledBy: ' ' }))).toBe('validation')
    const { undo: begun } = await start()
    expect((await refusal(start())).message).toContain('begun already')
    await undo(begun)
    await start()
    const { id, version } = await planNow(test.client)
    await test.client.plan.close({ id, version, reason: 'Over' })
    expect((await refusal(start({ quarter: '2026-04' }))).message).toContain('This plan was closed')
  })

  it('needs something to go through', async () => {
    for (const id of ids) {
      const { version } = await test.client.plan.action({ id })
      await test.client.plan.setStatus({ id, version, status: 'stopped' })
    }
    expect((await refusal(started())).message).toContain('No action is open')
  })

  it('keeps its summary, but not over somebody else’s words', async () => {
    const id = await started()
    const { version, undo: saved } = await reviews().save({ id, version: 1, fields: { ledBy: LED, summary: 'Good' } })
    expect(await codeOf(reviews().save({ id, version: 1, fields: { ledBy: LED, summary: 'Mine' } }))).toBe('stale')
    expect(version).toBe(2)
    await undo(saved)
    expect((await reviews().get({ id })).summary).toBe('')
  })

  it('has all that was said of an action on its paper, also where it is stopped at the end', async () => {
    const id = await started()
    await update(ids[0] ?? '', id, { words: 'Three sessions were held', ask: 'A room' })
    await update(ids[0] ?? '', id, { words: 'Nobody came to the last', status: 'stopped' })
    const said = (await reviews().get({ id })).steps.at(-1)
    expect(said).toMatchObject({ words: 'Three sessions were held\nNobody came to the last', ask: 'A room' })
    const cells = paperTables(await paperOf(id)).flatMap(({ rows }) => rows.flat().map(paperWords))
    expect(cells).toContain('Three sessions were held\nNobody came to the last')
    expect(cells).toContain('A room')
  })

  it('is kept as it was when it is closed, whatever happens to the plan after', async () => {
    const id = await started()
    await update(ids[0] ?? '', id)
    await closed(id)
    const paper = await paperOf(id)
    const before = await reviews().get({ id })
    await test.client.plan.addUpdate({
      actionId: ids[0] ?? '',
      fields: { on: '2026-11-23', words: 'Something else', status: 'off_track' },
    })
    await test.client.plan.removeAction({ id: ids[2] ?? '', version: 1 })
    expect(await paperOf(id)).toEqual(paper)
    expect((await reviews().get({ id })).steps).toEqual(before.steps)
    expect(paper.notices).toEqual([])
    for (const write of [
      reviews().save({ id, version: before.version, fields: { ledBy: LED, summary: 'Late' } }),
      reviews().passOver({ id, actionId: ids[0] ?? '', passed: true }),
      update(ids[0] ?? '', id, { words: 'Late' }),
      reviews().remove({ id, version: before.version }),
      test.client.planLogs.addDecision({
        planId,
        reviewId: id,
        fields: { decidedOn: '2026-11-23', words: 'Late', decidedBy: 'Me' },
      }),
    ])
      expect((await refusal(write)).message).toContain('This review is closed')
  })

  it('is opened again with how things stand now, and undo closes it as it was', async () => {
    const id = await started()
    await closed(id)
    const { version } = await reviews().get({ id })
    const { undo: reopened } = await reviews().reopen({ id, version })
    await test.client.plan.removeAction({ id: ids[2] ?? '', version: 1 })
    expect((await reviews().get({ id })).steps[0]).toMatchObject({ code: '1.1', gone: true, dueOn: null })
    await undo(reopened)
    expect(await reviews().get({ id })).toMatchObject({ state: 'closed', closedOn: '2026-11-23' })
    expect((await reviews().get({ id })).steps[0]).toMatchObject({ gone: false })
  })

  it('is removed without what was written, and comes back with it', async () => {
    const id = await started()
    await update(ids[0] ?? '', id)
    const { undo: removed } = await reviews().remove({ id, version: 1 })
    expect(await reviews().list({ planId })).toEqual([])
    expect((await test.client.plan.action({ id: ids[0] ?? '' })).updates).toMatchObject([{ reviewId: null }])
    await undo(removed)
    expect((await reviews().get({ id })).steps.at(-1)?.words).toBe('The template is agreed')
  })

  it('tells who wrote what', async () => {
    const id = await started()
    await update(ids[0] ?? '', id)
    await test.client.planLogs.addDecision({
      planId,
      reviewId: id,
      fields: { decidedOn: '2026-11-23', words: 'Ask', decidedBy: 'All', actionId: ids[1] ?? '' },
    })
    await closed(id)
    expect((await reviews().history({ id })).map(({ what, codes, by }) => [what, codes.join(), by])).toEqual([
      ['Closed a review of the plan', '', LED],
      ['Wrote down a decision about the plan', '4.1', LED],
      ['Wrote an update of an action', '5.1', LED],
      ['Began a review of the plan', '', LED],
    ])
  })
})

describe('the board paper', () => {
  it('has what was done, asked and decided, the risks, and the milestones to come', async () => {
    const id = await started()
    const [five = '', four = ''] = ids
    await update(five, id, { ask: 'A portal, please' })
    await reviews().passOver({ id, actionId: four, passed: true })
    await test.client.planLogs.addDecision({
      planId,
      reviewId: id,
      fields: { decidedOn: '2026-11-23', words: 'Go on for a quarter', why: 'It falls', decidedBy: 'All of us' },
    })
    await test.client.planLogs.addRisk({
      planId,
      fields: { words: 'The nurse leaves', likelihood: 3, impact: 4, raisedOn: '2026-11-02', actionId: four },
    })
    await test.client.plan.addMilestone({ actionId: four, fields: { title: 'Mailbox works', dueOn: '2026-12-20' } })
    await test.client.plan.addMilestone({ actionId: four, fields: { title: 'Far away', dueOn: '2027-02-20' } })
    await test.client.plan.linkMeasure({ actionId: four, fields: { measureCode: 'letter-gap' } })
    const paper = await paperOf(id)
    expect(paper).toMatchObject({
      title: 'Review of July to September 2026',
      organisation: 'Brackenfold Surgery',
      notices: ['Draft: the review is not closed yet.'],
    })
    const text = (title: string): string => JSON.stringify(paper.sections.find((one) => one.title.startsWith(title)))
    expect(text('What was done')).toContain('The template is agreed')
    expect(text('How each action stands')).toContain('On track')
    expect(text('What we ask')).toContain('A portal, please')
    expect(text('Decisions')).toContain('Go on for a quarter')
    expect(text('Risks')).toContain('High, 12: possible, large impact')
    expect(text('Milestones until')).toContain('Mailbox works')
    expect(text('Milestones until')).not.toContain('Far away')
    expect(text('Measures')).toContain('Too early to say')
    expect(text('Carried')).toBeUndefined()
    for (const { columns, rows } of paperTables(paper))
      expect(rows.every((row) => row.length === columns.length)).toBe(true)
  })
})

describe('the review of the end of a year', () => {
  const yearEnd = async () => {
    await test.close()
    test = await createTestCore({ clock: frozenClock('2027-03-22T10:00:00.000Z') })
    ids = await beginPlan(test.client, [4, 4, 4])
    const plan = await planNow(test.client)
    const objectiveId = plan.objectives[3]?.id ?? ''
    const later = anAction(objectiveId, { title: 'Next year', dueOn: '2027-09-30' })
    await test.client.plan.addActions({ planId: plan.id, actions: [later] })
    planId = (await signNow(test.client)).id
    return (await reviews().start({ planId, kind: 'year_end', quarter: '2027-01', ledBy: LED })).id
  }

  it('is not closed while an action hangs: each is carried forward or stopped, with the reason', async () => {
    const id = await yearEnd()
    expect((await refusal(closed(id))).message).toContain('Actions 4.1, 4.2, 4.3 are still open')
    const { id: first, version, startsOn, objectiveId } = await test.client.plan.action({ id: ids[0] ?? '' })
    await test.client.plan.moveAction({
      id: first,
      version,
      startsOn,
      objectiveId,
      dueOn: '2027-09-30',
      reason: 'Staff',
    })
    await test.client.plan.addUpdate({
      actionId: ids[1] ?? '',
      reviewId: id,
      fields: { on: '2027-03-22', words: 'No money', status: 'stopped' },
    })
    expect((await refusal(closed(id))).message).toContain('Action 4.3 is still open')
    await test.client.plan.addUpdate({
      actionId: ids[2] ?? '',
      reviewId: id,
      fields: { on: '2027-03-22', words: 'All letters come', status: 'done' },
    })
    await closed(id)
    const paper = await paperOf(id)
    const carried = paperTables(paper).filter(({ title }) => /^Actions (?:carried|stopped)/.test(title))
    expect(carried.map(({ rows }) => rows.map((row) => row.map(paperWords)))).toEqual([
      [['4.1 Shorten the wait for letters', '31 Mar 2027', '30 Sep 2027', 'Staff']],
      [['4.2 Shorten the wait for letters', 'No money']],
    ])
    expect(paper.title).toBe('Year-end review of year 2')
  })

  it('is begun in the last quarter and not before', async () => {
    expect(TEST_NOW < '2027').toBe(true)
    expect(await codeOf(reviews().start({ planId, kind: 'year_end', quarter: '2027-01', ledBy: LED }))).toBe(
      'validation',
    )
    expect(await codeOf(reviews().start({ planId, kind: 'year_end', quarter: '2026-01', ledBy: LED }))).toBe(
      'no failure',
    )
  })
})
