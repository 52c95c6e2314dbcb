import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/partial-date.ts'
import { daysLate, isActionLate, isOpen, milestoneStanding, nextMilestone } from '#shared/features/plan/milestones.ts'
import { ACTION_STATUSES } from '#shared/features/plan/schema.ts'

const TODAY = '2026-11-23'
const days = fc.integer({ min: -2000, max: 2000 }).map((shift) => addDays(TODAY, shift))
const milestones = fc.record({ dueOn: days, metOn: fc.option(days) })

describe('a milestone', () => {
  it.each([
    ['2026-10-01', '2026-12-01', 'met', 61],
    ['2026-10-01', '2026-09-01', 'met', 0],
    ['2026-11-22', null, 'missed', 1],
    ['2026-11-23', null, 'near', 0],
    ['2026-12-07', null, 'near', 0],
    ['2026-12-08', null, 'to_come', 0],
  ] as const)('due on %s and met on %s is %s, %i days late', (dueOn, metOn, standing, late) => {
    expect(milestoneStanding({ dueOn, metOn }, TODAY)).toBe(standing)
    expect(daysLate({ dueOn, metOn }, TODAY)).toBe(late)
  })

  it('is missed just while it is late and not met', () => {
    fc.assert(
      fc.property(milestones, days, (milestone, today) => {
        const isMissed = milestoneStanding(milestone, today) === 'missed'
        expect(isMissed).toBe(milestone.metOn === null && daysLate(milestone, today) > 0)
      }),
    )
  })

  it('stands no better by waiting: from to come to near to missed, a day more late each day', () => {
    const order = ['to_come', 'near', 'missed']
    fc.assert(
      fc.property(days, days, (dueOn, today) => {
        const open = { dueOn, metOn: null }
        const place = (day: string): number => order.indexOf(milestoneStanding(open, day))
        const tomorrow = addDays(today, 1)
        expect(place(tomorrow)).toBeGreaterThanOrEqual(place(today))
        const more = daysLate(open, tomorrow) - daysLate(open, today)
        expect(more).toBe(tomorrow > dueOn ? 1 : 0)
      }),
    )
  })

  it('that was met stays as it is, whatever day it is', () => {
    fc.assert(
      fc.property(days, days, days, (dueOn, metOn, today) => {
        expect(milestoneStanding({ dueOn, metOn }, today)).toBe('met')
        expect(daysLate({ dueOn, metOn }, today)).toBe(daysLate({ dueOn, metOn }, TODAY))
      }),
    )
  })

  it('comes next when it is the first by day that is not met', () => {
    fc.assert(
      fc.property(fc.array(milestones), (all) => {
        const next = nextMilestone(all)
        const open = all.filter(({ metOn }) => metOn === null)
        expect(next === null).toBe(open.length === 0)
        expect(open.every(({ dueOn }) => dueOn >= (next?.dueOn ?? ''))).toBe(true)
      }),
    )
  })
})

describe('an action', () => {
  it('is late only while it has something to do', () => {
    for (const { code: status } of ACTION_STATUSES) {
      expect(isActionLate({ status, dueOn: '2026-11-22' }, TODAY)).toBe(isOpen({ status }))
      expect(isActionLate({ status, dueOn: TODAY }, TODAY)).toBe(false)
    }
    expect(isOpen({ status: 'done' })).toBe(false)
    expect(isOpen({ status: 'stopped' })).toBe(false)
  })
})
