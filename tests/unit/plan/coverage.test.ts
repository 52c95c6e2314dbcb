import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#shared/domain/partial-date.ts'
import { coverageOf, quartersSeenFrom, quarterWords, squareWords } from '#shared/features/plan/coverage.ts'
import { pulseOf } from '#shared/features/plan/pulse.ts'
import { ACTION_STATUSES, type PlanAction } from '#shared/features/plan/schema.ts'

const TODAY = '2026-11-23'
const STARTS = '2025-04-01'
const objectives = [1, 2].map((number) => ({
  id: `objective-${number}`,
  version: 1,
  number,
  title: `Objective ${number}`,
  words: `Objective ${number}`,
  own: false,
}))

const anAction = (change: Partial<PlanAction> = {}): PlanAction => ({
  id: 'action',
  version: 1,
  code: '1.1',
  objectiveId: 'objective-1',
  alsoObjectiveIds: [],
  title: 'Shorten the wait for letters',
  status: 'on_track',
  ownerName: null,
  partners: '',
  startsOn: '2026-04-01',
  dueOn: '2026-09-30',
  endedOn: null,
  measureCodes: [],
  milestones: [],
  needs: [],
  updatedOn: null,
  firstPlanned: null,
  ...change,
})

const milestone = (dueOn: string, metOn: string | null = null) => ({
  id: `due-${dueOn}`,
  version: 1,
  title: 'A point to reach',
  dueOn,
  metOn,
})

describe('the quarters of a plan', () => {
  it('are twelve from its first day on, without a gap', () => {
    const quarters = quartersSeenFrom(STARTS, TODAY)
    expect(quarters).toHaveLength(12)
    expect(quarters[6]).toEqual({ number: 7, year: 2, quarter: 3, from: '2026-10-01', to: '2026-12-31', when: 'now' })
    expect(quarterWords({ from: '2026-10-01', to: '2026-12-31' })).toBe('Oct to Dec 2026')
    expect(quarterWords({ from: '2026-12-01', to: '2027-02-28' })).toBe('Dec 2026 to Feb 2027')
  })

  it('follow one another whatever month a plan starts with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (months) => {
        const quarters = quartersSeenFrom(addMonths('2023-01-01', months), TODAY)
        const after = quarters.slice(0, -1).map(({ to }) => addDays(to, 1))
        expect(quarters.slice(1).map(({ from }) => from)).toEqual(after)
        expect(quarters.filter(({ when }) => when === 'now').length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the coverage map', () => {
  it('has an action under way while it runs or is late, for every objective that it serves', () => {
    const action = anAction({ alsoObjectiveIds: ['objective-2'] })
    const { rows, emptyAhead, emptyBehind } = coverageOf({ startsOn: STARTS, objectives, actions: [action] }, TODAY)
    const filled = rows.map(({ squares }) => squares.filter(({ empty }) => !empty).map(({ quarter }) => quarter.number))
    expect(filled).toEqual([
      [5, 6, 7],
      [5, 6, 7],
    ])
    expect({ emptyAhead, emptyBehind }).toEqual({ emptyAhead: 10, emptyBehind: 8 })
  })

  it('tells milestones met, due and missed apart, and drops those of a stopped action', () => {
    const milestones = [milestone('2026-10-05', '2026-11-02'), milestone('2026-10-20'), milestone('2026-12-01')]
    const square = (change: Partial<PlanAction>) =>
      coverageOf({ startsOn: STARTS, objectives, actions: [anAction({ milestones, ...change })] }, TODAY).rows[0]
        ?.squares[6]
    expect(square({})).toMatchObject({ met: 1, missed: 1, due: 1 })
    expect(square({ status: 'stopped', endedOn: '2026-08-01' })).toMatchObject({
      met: 1,
      missed: 0,
      due: 0,
      underWay: [],
    })
    const whole = square({})
    expect(whole === undefined ? '' : squareWords(whole)).toBe(
      '1 action under way, 1 milestone met, 1 milestone due, 1 milestone missed',
    )
  })

  it('loses no milestone that falls in the plan and no square', () => {
    const day = fc.integer({ min: 0, max: 1094 }).map((days) => addDays(STARTS, days))
    const actions = fc.array(
      fc
        .record({
          objectiveId: fc.constantFrom('objective-1', 'objective-2'),
          days: fc.tuple(day, day),
          status: fc.constantFrom(...ACTION_STATUSES.map(({ code }) => code).filter((code) => code !== 'stopped')),
          milestones: fc.array(fc.tuple(day, fc.option(day)), { maxLength: 4 }),
        })
        .map(({ objectiveId, days, status, milestones }) => {
          const [startsOn = STARTS, dueOn = STARTS] = days.toSorted()
          const ends = status === 'done' ? { endedOn: dueOn } : {}
          const points = milestones.map(([dueDay, metOn]) => milestone(dueDay, metOn))
          return anAction({ objectiveId, startsOn, dueOn, status, milestones: points, ...ends })
        }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(actions, (some) => {
        const { rows, emptyAhead, emptyBehind } = coverageOf({ startsOn: STARTS, objectives, actions: some }, TODAY)
        const squares = rows.flatMap((row) => row.squares)
        expect(squares).toHaveLength(24)
        expect(squares.filter(({ empty }) => empty)).toHaveLength(emptyAhead + emptyBehind)
        const told = squares.reduce((sum, { met, due, missed }) => sum + met + due + missed, 0)
        expect(told).toBe(some.reduce((sum, action) => sum + action.milestones.length, 0))
        for (const { startsOn, id } of some)
          expect(
            squares.some(({ quarter, underWay }) => startsOn <= quarter.to && underWay.some((one) => one.id === id)),
          ).toBe(true)
      }),
    )
  })
})

describe('the pulse of a plan', () => {
  it('says where the plan is and what is late or due within four weeks', () => {
    const actions = [
      anAction({ milestones: [milestone('2026-12-21'), milestone('2026-12-22'), milestone('2026-11-20')] }),
      anAction({ id: 'done', status: 'done', milestones: [milestone('2026-11-01')] }),
    ]
    const pulse = pulseOf({ startsOn: STARTS, actions }, TODAY)
    expect(pulse).toMatchObject({ at: { year: 2, month: 8 }, standing: 'running', late: 1, reviewOn: '2026-12-31' })
    expect(pulse.milestones.map(({ milestone: { dueOn } }) => dueOn)).toEqual(['2026-11-20', '2026-12-21'])
    expect(pulse.statuses.filter(({ count }) => count > 0)).toEqual([
      { status: 'on_track', count: 1 },
      { status: 'done', count: 1 },
    ])
  })

  it('has no year before a plan begins and after it ended', () => {
    expect(pulseOf({ startsOn: '2026-12-01', actions: [] }, TODAY)).toMatchObject({ at: null, standing: 'to come' })
    expect(pulseOf({ startsOn: '2023-11-01', actions: [] }, TODAY)).toMatchObject({ at: null, standing: 'over' })
    expect(pulseOf({ startsOn: '2023-12-01', actions: [] }, TODAY).at).toEqual({ year: 3, month: 12 })
  })
})
