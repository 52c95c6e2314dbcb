import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import {
  boardRows,
  type BoardShape,
  boardStep,
  datesInYear,
  emptySquares,
  isEmptySquare,
  newDatesInYear,
  squareBeside,
} from '#shared/features/plan/board.ts'
import { type PlanAction, type PlanObjective, PLAN_YEARS } from '#shared/features/plan/schema.ts'
import { planYear, squareYear } from '#shared/features/plan/years.ts'
import { anObjective, aPlannedAction, PLAN_START } from './plan-builders.ts'

const objectives: readonly PlanObjective[] = [1, 2, 3, 4, 5].map((number) => anObjective(number))
const plan = { startsOn: PLAN_START, objectives: [...objectives] }

const dayAround = fc.integer({ min: -200, max: 1500 }).map((days): IsoDate => addDays(PLAN_START, days))
const anyDates = fc
  .tuple(dayAround, fc.integer({ min: 0, max: 700 }))
  .map(([startsOn, days]) => ({ startsOn, dueOn: addDays(startsOn, days) }))
const anyAction = fc
  .record({ objective: fc.integer({ min: 1, max: 5 }), also: fc.subarray([1, 2, 3, 4, 5]), dates: anyDates })
  .map(({ objective, also, dates }): Partial<PlanAction> => ({
    objectiveId: anObjective(objective).id,
    alsoObjectiveIds: also.map((number) => anObjective(number).id),
    ...dates,
  }))
const anyActions = fc
  .array(anyAction, { maxLength: 40 })
  .map((parts) => parts.map((part, index) => aPlannedAction({ id: `a${index}`, code: `1.${index + 1}`, ...part })))

describe('the board', () => {
  it('has every square, and every action in one of them', () => {
    fc.assert(
      fc.property(anyActions, (actions) => {
        const rows = boardRows(plan, actions)
        expect(rows.map(({ squares }) => squares.map(({ year }) => year))).toEqual(
          objectives.map(() => [...PLAN_YEARS]),
        )
        const standing = rows.flatMap(({ squares }) => squares.flatMap((square) => square.actions.map(({ id }) => id)))
        expect(standing.toSorted()).toEqual(actions.map(({ id }) => id).toSorted())
        for (const { objective, squares } of rows)
          for (const { year, actions: own } of squares)
            for (const action of own)
              expect([action.objectiveId, squareYear(PLAN_START, action.dueOn)]).toEqual([objective.id, year])
      }),
    )
  })

  it('loses no empty square: those that are counted are those that nothing is due in', () => {
    fc.assert(
      fc.property(anyActions, (actions) => {
        const filled = new Set(
          actions.map(({ objectiveId, dueOn }) => `${objectiveId} ${squareYear(PLAN_START, dueOn)}`),
        )
        const rows = boardRows(plan, actions)
        expect(emptySquares(rows)).toBe(15 - filled.size)
        for (const square of rows.flatMap(({ squares }) => squares))
          expect(isEmptySquare(square)).toBe(!filled.has(`${square.objectiveId} ${square.year}`))
      }),
    )
  })

  it('puts own objectives after the five, and cards by code as a number', () => {
    const own = anObjective(6)
    const actions = [
      aPlannedAction({ id: 'late', code: '1.2', dueOn: '2026-12-01' }),
      aPlannedAction({ id: 'tenth', code: '1.10', dueOn: '2026-10-01' }),
      aPlannedAction({ id: 'ninth', code: '1.9', dueOn: '2026-10-01' }),
    ]
    const rows = boardRows({ startsOn: PLAN_START, objectives: [own, ...objectives] }, actions)
    expect(rows.map(({ objective }) => objective.number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(rows[0]?.squares[1]?.actions.map(({ id }) => id)).toEqual(['late', 'ninth', 'tenth'])
  })
})

describe('a card that goes to another year', () => {
  it('is due in that year, takes as long as before, and comes back to the same day', () => {
    fc.assert(
      fc.property(anyDates, fc.constantFrom(...PLAN_YEARS), (dates, year) => {
        const moved = datesInYear(PLAN_START, dates, year)
        expect(squareYear(PLAN_START, moved.dueOn)).toBe(year)
        expect(moved.startsOn <= moved.dueOn).toBe(true)
        // Leap days are all that may differ.
        const change = daysBetween(moved.startsOn, moved.dueOn) - daysBetween(dates.startsOn, dates.dueOn)
        expect(Math.abs(change)).toBeLessThanOrEqual(1)
        if (squareYear(PLAN_START, dates.dueOn) === year) expect(moved).toEqual(dates)
      }),
    )
    const dates = { startsOn: '2026-06-15', dueOn: '2026-12-10' }
    expect(datesInYear(PLAN_START, dates, 3)).toEqual({ startsOn: '2027-06-15', dueOn: '2027-12-10' })
    expect(datesInYear(PLAN_START, datesInYear(PLAN_START, dates, 3), 2)).toEqual(dates)
  })

  it('is due on the last day of the year when it was due after the plan', () => {
    const dates = { startsOn: '2028-05-01', dueOn: '2028-05-31' }
    expect(datesInYear(PLAN_START, dates, 2)).toEqual({ startsOn: '2027-03-01', dueOn: '2027-03-31' })
    expect(planYear(PLAN_START, 2).to).toBe('2027-03-31')
  })
})

describe('a new card', () => {
  it('takes the whole of a year to come, and what is left of the one under way', () => {
    expect(newDatesInYear(PLAN_START, 3, '2026-11-23')).toEqual({ startsOn: '2027-04-01', dueOn: '2028-03-31' })
    expect(newDatesInYear(PLAN_START, 2, '2026-11-23')).toEqual({ startsOn: '2026-11-23', dueOn: '2027-03-31' })
  })
})

describe('arrow keys on the board', () => {
  const shape: BoardShape = {
    stops: [
      [1, 3, 0],
      [0, 0, 0],
      [2, 1, 1],
    ],
    abreast: [1, 2, 1],
  }
  const from = (row: number, column: number, index: number) => ({ row, column, index })

  it.each([
    ['right to the next year', from(0, 0, 0), 'ArrowRight', from(0, 1, 0)],
    ['right along two abreast', from(0, 1, 0), 'ArrowRight', from(0, 1, 1)],
    ['past a square without a stop', from(2, 1, 0), 'ArrowUp', from(0, 1, 2)],
    ['down a line of two abreast', from(0, 1, 0), 'ArrowDown', from(0, 1, 2)],
    ['down to the square below', from(0, 1, 2), 'ArrowDown', from(2, 1, 0)],
    ['left to the last that stands abreast', from(2, 2, 0), 'ArrowLeft', from(2, 1, 0)],
    ['nowhere from the edge', from(0, 0, 0), 'ArrowLeft', undefined],
    ['nowhere where the year has no other stop', from(0, 1, 1), 'ArrowRight', undefined],
  ] as const)('go %s', (_what, place, key, wanted) => {
    expect(boardStep(shape, place, key)).toEqual(wanted)
  })

  it('always lead to a stop that is there', () => {
    const anyShape = fc.record({
      stops: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 7 }),
      abreast: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    })
    const keys = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'), { maxLength: 30 })
    fc.assert(
      fc.property(anyShape, keys, (one, pressed) => {
        const first = one.stops.flatMap((row, at) =>
          row.flatMap((count, column) => (count > 0 ? [from(at, column, 0)] : [])),
        )[0]
        fc.pre(first !== undefined)
        let at = first ?? from(0, 0, 0)
        for (const key of pressed) {
          at = boardStep(one, at, key) ?? at
          expect(at.index).toBeLessThan(one.stops[at.row]?.[at.column as 0 | 1 | 2] ?? 0)
        }
      }),
    )
  })
})

describe('the square beside a card', () => {
  const action = aPlannedAction({ objectiveId: anObjective(1).id, dueOn: '2025-10-01' })
  const rows = boardRows(plan, [action])

  it('is a year or an objective away, and none beyond the edge', () => {
    const at = (key: Parameters<typeof squareBeside>[3]) => {
      const beside = squareBeside(plan, rows, action, key)
      return beside && [beside.objective.number, beside.year]
    }
    expect([at('ArrowRight'), at('ArrowDown'), at('ArrowLeft'), at('ArrowUp')]).toEqual([
      [1, 2],
      [2, 1],
      undefined,
      undefined,
    ])
  })
})
