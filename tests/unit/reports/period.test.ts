import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/partial-date.ts'
import {
  hadHappenedBy,
  periodYears,
  placeInPeriod,
  presetPeriod,
  reportPeriodSchema,
  yearsOfPeriod,
} from '#shared/features/reports/period.ts'
import { on } from '#tests/support/report-source.ts'

describe('presets', () => {
  it.each([
    ['2026-11-23', 'last-year', '2025-04-01', '2026-03-31'],
    ['2026-11-23', 'three-years', '2023-11-01', '2026-10-31'],
    ['2026-11-23', 'last-quarter', '2026-07-01', '2026-09-30'],
    ['2026-12-31', 'last-quarter', '2026-07-01', '2026-09-30'],
    ['2026-02-28', 'last-quarter', '2025-10-01', '2025-12-31'],
    ['2026-11-23', 'twelve-months', '2025-11-01', '2026-10-31'],
    ['2026-03-31', 'last-year', '2024-04-01', '2025-03-31'],
    ['2026-04-01', 'last-year', '2025-04-01', '2026-03-31'],
    ['2026-04-01', 'last-quarter', '2026-01-01', '2026-03-31'],
    ['2025-01-01', 'twelve-months', '2024-01-01', '2024-12-31'],
  ] as const)('on %s, %s is %s to %s', (today, preset, from, to) => {
    expect(presetPeriod(preset, today)).toEqual({ from, to })
  })
})

describe('years of a period', () => {
  const labels = (from: string, to: string): string[] => yearsOfPeriod({ from, to }).map(({ label }) => label)

  it('are named as people name them', () => {
    expect(labels('2023-04-01', '2026-03-31')).toEqual(['2023/24', '2024/25', '2025/26'])
    expect(labels('2024-01-01', '2025-12-31')).toEqual(['2024', '2025'])
    expect(labels('2025-11-01', '2026-10-31')).toEqual(['1 Nov 2025 to 31 Oct 2026'])
    expect(labels('2025-04-01', '2025-09-30')).toEqual(['1 Apr 2025 to 30 Sep 2025'])
    expect(labels('1999-04-01', '2000-03-31')).toEqual(['1999/00'])
  })

  it('cover every day once, whatever the period', () => {
    const day = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays('2005-01-01', offset))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 3600 }), (from, length) => {
        const to = addDays(from, length)
        const years = yearsOfPeriod({ from, to })
        expect(years[0]?.from).toBe(from)
        expect(years.at(-1)?.to).toBe(to)
        for (const [index, year] of years.slice(1).entries()) expect(year.from).toBe(addDays(years[index]?.to ?? '', 1))
        expect(years.every((year) => year.from <= year.to)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('count whole months exactly and other lengths by days', () => {
    expect(periodYears({ from: '2025-04-01', to: '2026-03-31' })).toBe(1)
    expect(periodYears({ from: '2023-04-01', to: '2026-03-31' })).toBe(3)
    expect(periodYears({ from: '2025-04-01', to: '2025-09-30' })).toBe(0.5)
    expect(periodYears({ from: '2026-04-01', to: '2026-11-23' })).toBeCloseTo(237 / 365.25, 10)
  })
})

describe('vague dates', () => {
  const year = { from: '2025-04-01', to: '2026-03-31' }

  it.each([
    ['2025-04', 'inside'],
    ['2026-03', 'inside'],
    ['2025', 'unsure'],
    ['2024', 'outside'],
    ['2026-04', 'outside'],
    ['2026-03-31', 'inside'],
  ])('place %s %s the year', (date, place) => {
    expect(placeInPeriod(on(date), year)).toBe(place)
  })

  it.each([
    ['2026-03', 'yes'],
    ['2026', 'unsure'],
    ['2026-04', 'no'],
  ])('had %s happened by the end of March 2026: %s', (date, answer) => {
    expect(hadHappenedBy(on(date), '2026-03-31')).toBe(answer)
  })
})

describe('the period that is asked for', () => {
  it('is in order and 10 years at most', () => {
    const isFine = (from: string, to: string): boolean => reportPeriodSchema.safeParse({ from, to }).success
    expect(isFine('2025-04-01', '2025-04-01')).toBe(true)
    expect(isFine('2025-04-01', '2025-03-31')).toBe(false)
    expect(isFine('2015-04-01', '2025-03-31')).toBe(true)
    expect(isFine('2015-04-01', '2025-04-01')).toBe(false)
  })
})
