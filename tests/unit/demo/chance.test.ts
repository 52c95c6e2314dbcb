import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Chance } from '#core/features/demo/chance.ts'
import { isoFromDayNumber, weekdayName } from '#shared/domain/calendar.ts'
import { workingDay } from '#core/features/demo/rows.ts'

const DRAWS = 20_000

describe('draws from a seed', () => {
  it('stay within their bounds and repeat', () => {
    assert(
      property(integer(), integer({ min: -500, max: 500 }), nat(1000), (seed, from, width) => {
        const first = new Chance(seed)
        const again = new Chance(seed)
        for (let draw = 0; draw < 20; draw += 1) {
          const value = first.whole(from, from + width)
          expect(value).toBeGreaterThanOrEqual(from)
          expect(value).toBeLessThanOrEqual(from + width)
          expect(again.whole(from, from + width)).toBe(value)
        }
      }),
    )
  })

  it('follow the weights', () => {
    const chance = new Chance(3)
    const counts = { often: 0, seldom: 0, never: 0 }
    for (let draw = 0; draw < DRAWS; draw += 1)
      counts[
        chance.weighted([
          ['often', 9],
          ['never', 0],
          ['seldom', 1],
        ] as const)
      ] += 1
    expect(counts.never).toBe(0)
    expect(counts.often / DRAWS).toBeCloseTo(0.9, 1)
  })

  it('follow the quantiles', () => {
    const chance = new Chance(5)
    const values = Array.from({ length: DRAWS }, () =>
      chance.spread([
        [0, 0],
        [0.25, 0],
        [0.5, 5],
        [0.75, 27],
        [1, 90],
      ]),
    ).toSorted((a, b) => a - b)
    expect([0.2, 0.5, 0.75].map((share) => values[DRAWS * share])).toEqual([0, 5, 27])
    expect(values.at(-1)).toBeLessThanOrEqual(90)
  })
})

describe('working days', () => {
  it('are Monday to Friday, never later, at most 2 days earlier, and never turn two days round', () => {
    assert(
      property(integer({ min: -20_000, max: 30_000 }), (day) => {
        expect(['Saturday', 'Sunday']).not.toContain(weekdayName(isoFromDayNumber(workingDay(day))))
        expect(day - workingDay(day)).toBeGreaterThanOrEqual(0)
        expect(day - workingDay(day)).toBeLessThanOrEqual(2)
        expect(workingDay(day + 1)).toBeGreaterThanOrEqual(workingDay(day))
      }),
    )
  })
})
