import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STORY_ACTIONS } from '#core/features/demo/plan-actions.ts'
import { storyDays } from '#core/features/demo/plan-days.ts'
import { STORY_PLAN } from '#core/features/demo/plan-story.ts'
import { addDays } from '#shared/domain/partial-date.ts'
import { milestoneStanding } from '#shared/features/plan/milestones.ts'
import { squareYear, yearAt } from '#shared/features/plan/years.ts'

const STORY_DAY = '2026-11-23'
const todays = fc.integer({ min: 0, max: 3700 }).map((days) => addDays('2025-01-01', days))

describe('the plan of the demo', () => {
  it('is told as it was written on the day of its story', () => {
    const day = storyDays(STORY_DAY)
    const days = STORY_ACTIONS.flatMap(({ from, due }) => [from, due])
    expect(days.map(day)).toEqual(days)
  })

  it('is in its second year whatever day it is, with every action in its square', () => {
    fc.assert(
      fc.property(todays, (today) => {
        const day = storyDays(today)
        const start = day(STORY_PLAN.startsOn)
        expect(start).toMatch(/-01$/)
        expect(yearAt(start, today)).toBe(2)
        for (const { from, due } of STORY_ACTIONS) {
          expect(day(from) <= day(due)).toBe(true)
          expect(squareYear(start, day(due))).toBe(squareYear(STORY_PLAN.startsOn, due))
        }
      }),
    )
  })

  it('has nothing happen in the future, and misses what the story misses', () => {
    fc.assert(
      fc.property(todays, (today) => {
        const day = storyDays(today)
        const happened = STORY_ACTIONS.flatMap(({ ended, updates = [], milestones = [] }) => [
          ...(ended === undefined ? [] : [ended]),
          ...updates.map(({ on }) => on),
          ...milestones.flatMap(({ met }) => met ?? []),
        ])
        expect([...happened, STORY_PLAN.letters.answeredOn].every((one) => day(one) <= today)).toBe(true)
        for (const { due, met } of STORY_ACTIONS.flatMap(({ milestones = [] }) => milestones)) {
          const isMissed = (dueOn: string, now: string): boolean =>
            milestoneStanding({ dueOn, metOn: met }, now) === 'missed'
          expect(isMissed(day(due), today)).toBe(isMissed(due, STORY_DAY))
        }
      }),
    )
  })
})
