import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { planLine } from '#shared/features/plan/words.ts'
import {
  monthOfPlanYear,
  planEnd,
  planQuarters,
  planYear,
  planYears,
  squareYear,
  yearAt,
} from '#shared/features/plan/years.ts'

const START = '2025-04-01'
const starts = fc.integer({ min: 0, max: 1200 }).map((months) => addMonths('1990-01-01', months))

describe('the years of a plan', () => {
  it('are three of twelve months, told by the calendar years that they touch', () => {
    expect(planYears(START)).toEqual([
      { year: 1, from: '2025-04-01', to: '2026-03-31', label: '2025/26' },
      { year: 2, from: '2026-04-01', to: '2027-03-31', label: '2026/27' },
      { year: 3, from: '2027-04-01', to: '2028-03-31', label: '2027/28' },
    ])
    expect(planYear('2027-01-01', 2)).toMatchObject({ from: '2028-01-01', to: '2028-12-31', label: '2028' })
    expect(planEnd(START)).toBe('2028-03-31')
  })

  it('and their quarters follow each other without a gap, from the first day to the last', () => {
    fc.assert(
      fc.property(starts, (start) => {
        for (const spans of [planYears(start), planQuarters(start)]) {
          expect(spans[0]?.from).toBe(start)
          expect(spans.at(-1)?.to).toBe(planEnd(start))
          expect(spans.slice(1).every(({ from }, at) => from === addDays(spans[at]?.to ?? '', 1))).toBe(true)
        }
        expect(planQuarters(start)).toHaveLength(12)
      }),
    )
  })

  it('give every action one square: that of its due date, the first before and the last after', () => {
    expect(
      ['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01', '2028-03-31', '2030-01-01'].map((due) =>
        squareYear(START, due),
      ),
    ).toEqual([1, 1, 1, 2, 3, 3])
    expect(yearAt(START, '2025-03-31')).toBeNull()
    expect(yearAt(START, '2028-04-01')).toBeNull()
    fc.assert(
      fc.property(starts, fc.integer({ min: -900, max: 2500 }), (start, shift) => {
        const due = addDays(start, shift)
        const { from, to } = planYear(start, squareYear(start, due))
        expect((from <= due && due <= to) || due < start || due > planEnd(start)).toBe(true)
      }),
    )
  })

  it('count their months from one', () => {
    expect(monthOfPlanYear(START, '2026-11-23')).toBe(8)
    expect(monthOfPlanYear(START, '2027-03-31')).toBe(12)
    expect(monthOfPlanYear(START, '2025-04-01')).toBe(1)
    expect(monthOfPlanYear(START, '2028-04-01')).toBeNull()
  })
})

describe('the line of a plan', () => {
  const plan = (change: Partial<Plan> = {}) => ({
    startsOn: START,
    endsOn: '2028-03-31',
    state: 'signed' as const,
    signedOn: '2025-06-30',
    closedOn: null,
    baselines: [],
    ...change,
  })
  const baseline = (year: number, frozenOn: string | null) => ({ year, frozenOn }) as Plan['baselines'][number]

  it.each([
    [plan({ state: 'draft', signedOn: null }), 'Draft, from 1 April 2025 to 31 March 2028. Not signed yet.'],
    [plan(), 'Year 2 of 3, month 8. Signed 30 June 2025.'],
    [
      plan({ baselines: [baseline(0, '2025-06-30'), baseline(1, '2026-03-31')] }),
      'Year 2 of 3, month 8. Signed 30 June 2025. Year 2 baselines frozen 31 March 2026.',
    ],
    [plan({ startsOn: '2027-04-01' }), 'Begins on 1 April 2027. Signed 30 June 2025.'],
    [plan({ startsOn: '2022-04-01', endsOn: '2025-03-31' }), 'Ended on 31 March 2025. Signed 30 June 2025.'],
    [plan({ state: 'closed', closedOn: '2026-11-01' }), 'Closed 1 November 2026. Signed 30 June 2025.'],
  ])('says where it stands', (one, line) => {
    expect(planLine(one, '2026-11-23')).toBe(line)
  })
})
