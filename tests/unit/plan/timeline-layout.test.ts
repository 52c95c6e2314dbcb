import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import {
  addMonthsKeepingEnd,
  type BarPart,
  barOf,
  datesAfterDays,
  datesAfterMonths,
  needLines,
  placeOfDay,
  stretchOf,
  timelineLines,
} from '#shared/features/plan/timeline-layout.ts'
import { ACTION_STATUSES } from '#shared/features/plan/schema.ts'
import { anObjective, aPlannedAction, PLAN_START } from './plan-builders.ts'

const window = { startsOn: PLAN_START, endsOn: '2028-03-31' }
const TODAY = '2026-11-23'

const anyDay = fc.integer({ min: -900, max: 2500 }).map((days): IsoDate => addDays(PLAN_START, days))
const anyDates = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 900 }))
  .map(([startsOn, days]) => ({ startsOn, dueOn: addDays(startsOn, days) }))
const anyStatus = fc.constantFrom(...ACTION_STATUSES.map(({ code }) => code))

describe('a bar', () => {
  it('lies within the window, whatever its dates and whatever the day, with its parts in order', () => {
    fc.assert(
      fc.property(anyDates, anyStatus, anyDay, (dates, status, today) => {
        const bar = barOf(window, { ...dates, status, endedOn: null }, today)
        for (const place of [bar.from, bar.to, bar.passedTo]) {
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(1)
        }
        expect(bar.from).toBeLessThanOrEqual(bar.passedTo)
        expect(bar.passedTo).toBeLessThanOrEqual(bar.to)
        expect(bar.late?.from ?? bar.to).toBe(bar.to)
        expect(bar.isCutBefore).toBe(dates.startsOn < window.startsOn)
        expect(bar.isCutAfter).toBe(dates.dueOn > window.endsOn)
      }),
    )
  })

  it('is filled up to today, and late from its end to today while it is open', () => {
    const dates = { startsOn: '2026-04-01', dueOn: '2026-10-31' }
    const open = barOf(window, { ...dates, status: 'off_track', endedOn: null }, TODAY)
    expect(open.passedTo).toBe(open.to)
    expect(open.late?.to).toBe(placeOfDay(window, TODAY))
    const done = barOf(window, { ...dates, status: 'done', endedOn: '2026-08-01' }, TODAY)
    expect(done.late).toBeNull()
    expect(done.passedTo).toBe(stretchOf(window, dates.startsOn, '2026-08-01').to)
  })

  it('begins where the day before ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (days) => {
        const day = addDays(PLAN_START, days)
        expect(stretchOf(window, PLAN_START, day).to).toBeCloseTo(placeOfDay(window, addDays(day, 1)))
      }),
    )
  })
})

describe('what is pulled', () => {
  const anyPart = fc.constantFrom<BarPart>('bar', 'start', 'end')

  it('never ends before it begins, and moves its whole length as a bar', () => {
    fc.assert(
      fc.property(anyDates, anyPart, fc.integer({ min: -1200, max: 1200 }), (dates, part, days) => {
        const moved = datesAfterDays(dates, part, days)
        expect(moved.startsOn <= moved.dueOn).toBe(true)
        const length = ({ startsOn, dueOn }: typeof dates): number => daysBetween(startsOn, dueOn)
        const kept = {
          bar: length(moved) === length(dates),
          end: moved.startsOn === dates.startsOn,
          start: moved.dueOn === dates.dueOn,
        }
        expect(kept[part]).toBe(true)
      }),
    )
  })

  it('comes back to the same dates by as many months the other way, from the first or last of a month', () => {
    const dates = { startsOn: '2026-04-01', dueOn: '2027-02-28' }
    expect(datesAfterMonths(dates, 'bar', 1)).toEqual({ startsOn: '2026-05-01', dueOn: '2027-03-31' })
    fc.assert(
      fc.property(fc.integer({ min: -24, max: 24 }), anyPart, (months, part) => {
        const moved = datesAfterMonths(dates, part, months)
        const isHeld = part !== 'bar' && (moved.startsOn === dates.dueOn || moved.dueOn === dates.startsOn)
        fc.pre(!isHeld)
        expect(datesAfterMonths(moved, part, -months)).toEqual(dates)
      }),
    )
    expect(addMonthsKeepingEnd('2027-04-30', 1)).toBe('2027-05-31')
    expect(addMonthsKeepingEnd('2027-01-30', 1)).toBe('2027-02-28')
  })
})

describe('the lines of the timeline', () => {
  const action = (number: number, sequence: number, change = {}) =>
    aPlannedAction({
      id: `${number}.${sequence}`,
      code: `${number}.${sequence}`,
      objectiveId: anObjective(number).id,
      ...change,
    })
  const plan = { objectives: [anObjective(2), anObjective(1), anObjective(3)] }

  it('stand by objective and by code as a number, without objectives that have none', () => {
    const lines = timelineLines(plan, [action(2, 10), action(2, 9), action(1, 1)])
    expect(lines.map((line) => (line.kind === 'objective' ? line.objective.number : line.action.code))).toEqual([
      1,
      '1.1',
      2,
      '2.9',
      '2.10',
    ])
  })

  it('are joined where one waits for another that is shown, and say when the dates do not fit', () => {
    const first = action(1, 1, { startsOn: '2026-04-01', dueOn: '2026-06-30' })
    const after = action(2, 1, { startsOn: '2026-07-01', dueOn: '2026-12-31', needs: ['1.1', 'not shown'] })
    const early = action(2, 2, { startsOn: '2026-06-01', dueOn: '2026-12-31', needs: ['1.1'] })
    const lines = timelineLines(plan, [first, after, early])
    expect(needLines(window, lines).map(({ fromLine, toLine, isTight }) => [fromLine, toLine, isTight])).toEqual([
      [1, 3, false],
      [1, 4, true],
    ])
  })
})
