import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '#shared/domain/partial-date.ts'
import { nextDueDate, type TaskRepeat } from '#shared/features/tasks/recurrence.ts'

/** Finishes a task on its day, time after time. */
const series = (from: string, repeats: TaskRepeat, times: number): string[] => {
  const dates = [from]
  for (let count = 0; count < times; count += 1) {
    const last = dates.at(-1) ?? from
    dates.push(nextDueDate(from, repeats, last, last) ?? 'never')
  }
  return dates.slice(1)
}

describe('nextDueDate', () => {
  it('keeps the 31st where the month has one', () => {
    expect(series('2026-01-31', 'monthly', 4)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'])
    expect(series('2027-12-31', 'monthly', 2)).toEqual(['2028-01-31', '2028-02-29'])
    expect(series('2026-11-30', 'quarterly', 2)).toEqual(['2027-02-28', '2027-05-30'])
  })

  it('keeps a leap day for the years that have one', () => {
    expect(series('2024-02-29', 'yearly', 4)).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'])
  })

  it('goes by weeks across a change of the clocks', () => {
    expect(series('2026-10-19', 'weekly', 2)).toEqual(['2026-10-26', '2026-11-02'])
  })

  it('goes on to the next date when it was finished early, and skips those that are past when it was late', () => {
    expect(nextDueDate('2026-11-20', 'monthly', '2026-11-20', '2026-11-02')).toBe('2026-12-20')
    expect(nextDueDate('2026-01-20', 'monthly', '2026-01-20', '2026-04-21')).toBe('2026-05-20')
    expect(nextDueDate('2026-01-20', 'monthly', '2026-01-20', '2026-04-20')).toBe('2026-04-20')
  })

  it('does not come back when it does not repeat', () => {
    expect(nextDueDate('2026-01-31', 'never', '2026-01-31', '2026-01-31')).toBeNull()
  })

  it('is after the last, not before the day of finishing, and the first such date', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays('2024-01-01', offset))
    const repeats = fc.constantFrom<TaskRepeat>('weekly', 'monthly', 'quarterly', 'yearly')
    fc.assert(
      fc.property(day, repeats, fc.nat(30), fc.integer({ min: -40, max: 900 }), (from, every, steps, lateBy) => {
        const due = steps === 0 ? from : (series(from, every, steps).at(-1) ?? from)
        const finished = addDays(due, lateBy)
        const next = nextDueDate(from, every, due, finished)
        if (next === null) throw new Error('it repeats')
        expect(next > due && next >= finished).toBe(true)
        const longest = { weekly: 7, monthly: 31, quarterly: 92, yearly: 366 }[every as 'weekly']
        expect(daysBetween(finished > due ? finished : due, next)).toBeLessThanOrEqual(longest)
      }),
      { numRuns: 300 },
    )
  })
})
