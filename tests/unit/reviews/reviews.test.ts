import { array, assert, boolean, constantFrom, integer, option, property, record, uniqueArray, uuid } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan, PlanAction } from '#shared/features/plan/schema.ts'
import { ACTION_STATUSES, OPEN_STATUSES } from '#shared/features/plan/schema.ts'
import { boardPaper, boardPaperSchema } from '#shared/features/reviews/board-paper.ts'
import {
  holdsBackClosing,
  isDealtWith,
  likeliestReview,
  nextToSay,
  progressOf,
  quarterName,
  reviewName,
  reviewPeriod,
  reviewsToStart,
  statusCounts,
  walkOrder,
} from '#shared/features/reviews/rules.ts'
import type { Review, ReviewStep } from '#shared/features/reviews/schema.ts'
const STARTS = '2025-04-01'
const status = constantFrom(...ACTION_STATUSES.map(({ code }) => code))

const aStep = (change: Partial<ReviewStep> = {}): ReviewStep => ({
  actionId: 'a',
  code: '4.3',
  title: 'Shorten the wait for letters',
  objectiveNumber: 4,
  objectiveTitle: 'Raise standards',
  before: 'on_track',
  now: 'on_track',
  gone: false,
  dueOn: '2027-03-31',
  updateId: null,
  words: '',
  nextStep: '',
  ask: '',
  passed: false,
  carried: null,
  ...change,
})

const step = record({
  actionId: uuid(),
  before: constantFrom(...OPEN_STATUSES),
  now: status,
  gone: boolean(),
  passed: boolean(),
  updateId: option(uuid()),
}).map(aStep)

describe('the order of a review', () => {
  it('has every open action once, by objective and then by code as numbers', () => {
    const objectives = [1, 2, 3].map((number) => ({ id: `o${number}`, number, title: `Objective ${number}` }))
    const action = record({
      id: uuid(),
      status,
      objective: integer({ min: 1, max: 3 }),
      sequence: integer({ min: 1, max: 30 }),
    }).map(({ objective, sequence, ...rest }) => ({
      ...rest,
      title: 'Do',
      code: `${objective}.${sequence}`,
      objectiveId: `o${objective}`,
    }))
    assert(
      property(uniqueArray(action, { selector: ({ id }) => id, maxLength: 30 }), (actions) => {
        const walk = walkOrder(actions, objectives)
        const open = actions.filter((one) => OPEN_STATUSES.includes(one.status))
        expect(walk.map(({ actionId }) => actionId).toSorted()).toEqual(open.map(({ id }) => id).toSorted())
        const places = walk.map(({ objectiveNumber, code }) => objectiveNumber * 1000 + Number(code.split('.')[1]))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })

  it('puts 4.10 after 4.9', () => {
    const actions = ['4.10', '4.9'].map(
      (code) => ({ id: code, code, title: 'Do', status: 'on_track', objectiveId: 'o' }) as const,
    )
    expect(walkOrder(actions, [{ id: 'o', number: 4, title: 'Four' }]).map(({ code }) => code)).toEqual(['4.9', '4.10'])
  })
})

describe('which reviews may be begun', () => {
  const names = (today: string, there: Parameters<typeof reviewsToStart>[1] = []) =>
    reviewsToStart(STARTS, there, today).map((one) => `${one.kind} ${one.quarter}`)
  it('are those of quarters that have begun, and of years in their last quarter, the newest first', () => {
    expect(names('2025-03-31')).toEqual([])
    expect(names('2025-04-01')).toEqual(['quarter 2025-04'])
    expect(names('2026-01-01')).toEqual([
      'year_end 2026-01',
      'quarter 2026-01',
      'quarter 2025-10',
      'quarter 2025-07',
      'quarter 2025-04',
    ])
    expect(names('2026-01-01', [{ kind: 'quarter', quarter: '2026-01' }])).not.toContain('quarter 2026-01')
    expect(names('2030-01-01')).toHaveLength(15)
  })

  it('begin with the one that is most likely meant: over, or nearly over', () => {
    const likely = (today: string) => likeliestReview(reviewsToStart(STARTS, [], today), today)?.quarter
    expect(likely('2026-11-23')).toBe('2026-07')
    expect(likely('2026-12-16')).toBe('2026-07')
    expect(likely('2026-12-17')).toBe('2026-10')
    expect(likely('2025-04-02')).toBe('2025-04')
    expect(likeliestReview([], '2025-04-02')).toBeUndefined()
  })

  it('are called by their quarter or year, also across New Year', () => {
    expect(reviewName(STARTS, { kind: 'quarter', quarter: '2026-07' })).toBe('Review of July to September 2026')
    expect(reviewName(STARTS, { kind: 'year_end', quarter: '2026-01' })).toBe('Year-end review of year 1')
    expect(reviewName(STARTS, { kind: 'quarter', quarter: '2026-08' })).toBe('Review')
    expect(quarterName({ from: '2026-11-01', to: '2027-01-31' })).toBe('November 2026 to January 2027')
    expect(reviewPeriod(STARTS, { kind: 'year_end', quarter: '2027-01' })).toMatchObject({
      from: '2026-04-01',
      to: '2027-03-31',
    })
  })
})

describe('how far a review has come', () => {
  it('counts what was said, passed over or removed, and leads to the first of the rest', () => {
    assert(
      property(uniqueArray(step, { selector: ({ actionId }) => actionId, maxLength: 20 }), (steps) => {
        const { done, total } = progressOf(steps)
        expect(total).toBe(steps.length)
        const next = nextToSay(steps)
        const at = next === null ? steps.length : steps.findIndex(({ actionId }) => actionId === next)
        expect(steps.slice(0, at).every(isDealtWith)).toBe(true)
        expect(done === total).toBe(next === null)
      }),
    )
  })

  it('counts each action once before and once after, but for those removed', () => {
    assert(
      property(array(step, { maxLength: 20 }), (steps) => {
        const counts = statusCounts(steps)
        expect(counts.reduce((sum, { before }) => sum + before, 0)).toBe(steps.length)
        expect(counts.reduce((sum, { after }) => sum + after, 0)).toBe(steps.filter(({ gone }) => !gone).length)
      }),
    )
  })
})

describe('the end of a year', () => {
  const held = (change: Partial<ReviewStep>, kind: Review['kind'] = 'year_end') =>
    holdsBackClosing({ kind, quarter: '2027-01', steps: [aStep(change)] }, STARTS)
  it('holds back for what is open and due by its last day', () => {
    expect(held({ dueOn: '2027-03-31' })).toContain('Action 4.3 is still open')
    expect(held({ dueOn: '2027-04-01' })).toBeNull()
    expect(held({ now: 'stopped' })).toBeNull()
    expect(held({ now: 'done' })).toBeNull()
    expect(held({ gone: true })).toBeNull()
    expect(held({}, 'quarter')).toBeNull()
  })
})

const anAction = (change: Partial<PlanAction> = {}): PlanAction => ({
  id: 'a',
  version: 1,
  code: '4.3',
  objectiveId: 'o4',
  alsoObjectiveIds: [],
  title: 'Shorten the wait for letters',
  status: 'on_track',
  ownerName: 'Dr Anjali Rao',
  partners: '',
  startsOn: '2026-04-01',
  dueOn: '2027-03-31',
  endedOn: null,
  measureCodes: ['letter-gap'],
  milestones: [
    { id: 'm1', version: 1, title: 'Late', dueOn: '2026-08-01', metOn: null },
    { id: 'm2', version: 1, title: 'Last day', dueOn: '2026-12-31', metOn: null },
    { id: 'm3', version: 1, title: 'Too far', dueOn: '2027-01-01', metOn: null },
    { id: 'm4', version: 1, title: 'Met', dueOn: '2026-10-01', metOn: '2026-10-01' },
  ],
  needs: [],
  updatedOn: null,
  firstPlanned: null,
  ...change,
})

const PLAN: Plan = {
  id: 'p',
  version: 1,
  title: 'Action plan 2025 to 2028',
  organisation: 'Brackenfold Surgery',
  startsOn: STARTS,
  endsOn: '2028-03-31',
  strengths: '',
  gaps: '',
  state: 'signed',
  signedOn: '2025-06-30',
  signedBy: 'Dr Anjali Rao',
  closedOn: null,
  closeReason: null,
  objectives: [],
  actions: [anAction()],
  baselines: [
    {
      id: 'b',
      version: 1,
      measureCode: 'letter-gap',
      measureTitle: 'Gap meter',
      unit: 'days',
      year: 0,
      from: '2024-07',
      to: '2025-06',
      figure: { value: 17.8, lower: null, upper: null, numerator: 200, denominator: 200, undecided: 0 },
      ruleVersion: '2',
      frozenOn: '2025-06-30',
    },
  ],
}

const aReview = (change: Partial<Review> = {}): Review => ({
  id: 'r',
  version: 1,
  planId: 'p',
  kind: 'quarter',
  quarter: '2026-07',
  state: 'open',
  ledBy: 'Dr Anjali Rao',
  openedOn: '2026-10-05',
  closedOn: null,
  summary: 'A good quarter.\n\nLetters come sooner.',
  steps: [aStep({ words: 'The template is agreed', updateId: 'u', ask: 'A portal' })],
  decisions: [],
  ...change,
})

const paper = (review: Review = aReview(), plan: Plan = PLAN) =>
  boardPaper({
    plan,
    review,
    risks: [],
    runs: [
      {
        measureCode: 'letter-gap',
        title: 'Gap meter',
        unit: 'days',
        kind: 'median',
        better: 'lower',
        series: [
          { month: '2026-08', value: 11 },
          { month: '2026-09', value: null },
        ],
        mean: 17.8,
        lower: 12.5,
        upper: 23.2,
        variation: 'improving low',
        assurance: 'hit or miss',
        target: null,
      },
    ],
    targets: [{ code: '4.3', measureCode: 'letter-gap', value: 14, by: '2027-03' }],
    today: '2026-10-05',
  })
const rowsOf = (id: string, made = paper()) =>
  made.sections.find((section) => section.id === id)?.tables.flatMap(({ rows }) => rows)

describe('the board paper', () => {
  it('has every section in order, and says where there is nothing', () => {
    const made = paper()
    const sections = made.sections.map(({ id }) => id)
    expect(sections.join(' ')).toBe('summary done status measures risks asks decisions next')
    expect(made.sections.find(({ id }) => id === 'risks')).toMatchObject({
      paragraphs: ['No risk stands.'],
      tables: [],
    })
    expect(made.sections[0]?.paragraphs).toEqual([
      'A good quarter.',
      'Letters come sooner.',
      '1 action was open when the review began; something was said of 1.',
    ])
    expect(boardPaperSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
  })

  it('puts measures beside the frozen baseline and the target, with the newest month that has a value', () => {
    expect(rowsOf('measures')).toEqual([
      ['Gap meter', '17.8 days', '11 days, Aug 2026', '14 days by Mar 2027', 'Improving, low'],
    ])
    const again = (year: number, value: number) =>
      PLAN.baselines.map((one) => ({ ...one, year, figure: { ...one.figure, value } }))
    const plan = { ...PLAN, baselines: [...PLAN.baselines, ...again(1, 15), ...again(2, 13)] }
    const then = (change: Partial<Review>) => rowsOf('measures', paper(aReview(change), plan))?.[0]?.[1]
    expect(then({})).toBe('15 days')
    expect(then({ kind: 'year_end', quarter: '2026-01' })).toBe('17.8 days')
  })

  it('lists what is late and what is due in the quarter after, to its last day', () => {
    expect(rowsOf('next')?.map(([due, title, , , stands]) => [due, title, stands])).toEqual([
      ['1 Aug 2026', 'Late', 'Missed'],
      ['31 Dec 2026', 'Last day', 'To come'],
    ])
    expect(rowsOf('next', paper(aReview({ quarter: '2026-01' })))).toEqual(rowsOf('next'))
    expect(rowsOf('next', paper(aReview(), { ...PLAN, actions: [anAction({ endedOn: '2026-09-01' })] }))).toEqual([])
  })

  it('tells of an action that was removed since, and has a column for each text', () => {
    const made = paper(aReview({ steps: [aStep({ gone: true, dueOn: null })] }), { ...PLAN, actions: [] })
    expect(rowsOf('status', made)?.[0]?.at(-1)).toBe('Removed')
    for (const { tables } of [...made.sections, ...paper().sections])
      for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  it('of a year says what was carried forward and what was stopped', () => {
    const carried = { fromDue: '2026-03-31', toDue: '2026-09-30', reason: null }
    const steps = [aStep({ carried }), aStep({ code: '4.4', now: 'stopped', words: 'No money' })]
    const made = paper(aReview({ kind: 'year_end', quarter: '2026-01', steps }))
    expect(rowsOf('carried', made)).toEqual([
      ['4.3 Shorten the wait for letters', '31 Mar 2026', '30 Sep 2026', 'Not given'],
      ['4.4 Shorten the wait for letters', 'No money'],
    ])
  })
})
