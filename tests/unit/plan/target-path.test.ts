import { assert, double, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsFromTo, pathAt, pathWords, targetPath } from '#shared/features/plan/target-path.ts'

const days = (value: number): string => `${Math.round(value * 10) / 10} days`
const path = targetPath({ to: '2026-03', value: 18 }, { value: 14, by: '2027-03' })
if (path === null) throw new Error('there is a path')

describe('the path from the baseline to the target', () => {
  it('is a straight line by month, and stays at the target after', () => {
    expect(pathAt(path, '2026-02')).toBeNull()
    expect(pathAt(path, '2026-03')).toBe(18)
    expect(pathAt(path, '2026-09')).toBe(16)
    expect(pathAt(path, '2027-03')).toBe(14)
    expect(pathAt(path, '2028-01')).toBe(14)
  })

  it('takes a step of the same size each month, over the end of a year too', () => {
    const over = targetPath({ to: '2026-11', value: 18 }, { value: 14, by: '2027-03' })
    if (over === null) throw new Error('there is a path')
    expect(monthsFromTo('2026-10', '2027-04').map((month) => pathAt(over, month))).toEqual([
      null,
      18,
      17,
      16,
      15,
      14,
      14,
    ])
  })

  it('is none without a frozen figure, a target, or time between them', () => {
    expect(targetPath(null, { value: 14, by: '2027-03' })).toBeNull()
    expect(targetPath({ to: '2026-03', value: null }, { value: 14, by: '2027-03' })).toBeNull()
    expect(targetPath({ to: '2026-03', value: 18 }, null)).toBeNull()
    expect(targetPath({ to: '2026-03', value: 18 }, { value: 14, by: '2026-03' })).toBeNull()
  })

  it('never leaves the span between the two', () => {
    const month = integer({ min: 2020 * 12, max: 2035 * 12 }).map(
      (n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
    )
    assert(
      property(
        month,
        month,
        month,
        double({ min: 0, max: 100, noNaN: true }),
        double({ min: 0, max: 100, noNaN: true }),
        (from, to, at, start, end) => {
          const found = targetPath({ to: from, value: start }, { value: end, by: to })
          if (found === null) return
          const value = pathAt(found, at)
          expect(value === null).toBe(at < from)
          expect(value ?? start).toBeGreaterThanOrEqual(Math.min(start, end) - 1e-9)
          expect(value ?? start).toBeLessThanOrEqual(Math.max(start, end) + 1e-9)
        },
      ),
    )
  })

  it('is told in a sentence, by the way that is better', () => {
    const at = (month: string, value: number) =>
      pathWords(path, { better: 'lower', newest: { month, value }, figure: days })
    expect(at('2026-10', 15)).toBe('On the path: 15 days in October 2026, where it asks for 15.7 days.')
    expect(at('2026-10', 17)).toBe('Behind the path: 17 days in October 2026, where it asks for 15.7 days.')
    expect(at('2026-10', 11)).toBe('At the target: 11 days in October 2026. Asked for: 14 days by March 2027.')
    expect(at('2027-04', 16)).toBe(
      'Past its day and not there: 16 days in April 2027. Asked for: 14 days by March 2027.',
    )
    expect(at('2026-01', 18)).toBe('The path begins in March 2026 and leads to 14 days by March 2027.')
    expect(pathWords(path, { better: 'lower', newest: null, figure: days })).toBe(
      'The path leads to 14 days by March 2027.',
    )
    const up = targetPath({ to: '2026-03', value: 50 }, { value: 75, by: '2027-03' })
    if (up === null) throw new Error('there is a path')
    expect(pathWords(up, { better: 'higher', newest: { month: '2026-09', value: 65 }, figure: days })).toMatch(
      /^On the path/,
    )
    expect(pathWords(up, { better: 'neither', newest: { month: '2026-09', value: 55 }, figure: days })).toMatch(
      /^Behind/,
    )
  })

  it('has every month between, both ends included', () => {
    expect(monthsFromTo('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(monthsFromTo('2026-11', '2026-10')).toEqual([])
  })
})
