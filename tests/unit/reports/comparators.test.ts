import { describe, expect, it } from 'vitest'
import {
  benchmarkSchema,
  benchmarkSource,
  FIRST_BENCHMARKS,
  newBenchmarkSchema,
  SEEDED_BENCHMARKS,
} from '#shared/features/reports/benchmarks.ts'
import { isBefore, shareDays } from '#shared/features/reports/comparators.ts'
import { differenceWords } from '#shared/features/reports/difference-words.ts'
import type { Estimate } from '#shared/features/reports/estimates.ts'

const shown = (value: number, low: number, high: number): Estimate => ({ state: 'shown', value, low, high })

describe('a report of a time before', () => {
  const YEAR = { from: '2025-04-01', to: '2026-03-31' }

  it.each([
    ['the year before', { from: '2024-04-01', to: '2025-03-31' }, true, false],
    ['a quarter that ended before it', { from: '2025-01-01', to: '2025-03-31' }, true, false],
    ['three years that ended before it', { from: '2022-04-01', to: '2025-03-31' }, true, false],
    ['a year that ended a quarter earlier', { from: '2025-01-01', to: '2025-12-31' }, true, true],
    ['a leap year that ended a quarter earlier', { from: '2024-01-01', to: '2024-12-31' }, true, false],
    ['a half of it', { from: '2025-04-01', to: '2025-09-30' }, false, true],
    ['itself', YEAR, false, true],
    ['three years that end with it', { from: '2023-04-01', to: '2026-03-31' }, false, true],
    ['a year after it', { from: '2026-04-01', to: '2027-03-31' }, false, false],
  ])('is %s: %j', (_, period, before, shares) => {
    expect(isBefore(period, YEAR)).toBe(before)
    expect(shareDays(period, YEAR)).toBe(shares)
  })
})

describe('a difference', () => {
  it.each([
    [shown(70, 60, 79), shown(50, 40, 59), 'Up 20 points: higher'],
    [shown(30, 20, 39), shown(50, 40, 59), 'Down 20 points: lower'],
    [shown(55, 45, 65), shown(50, 40, 59), 'Up 5 points: ranges overlap'],
    [shown(50, 40, 59), shown(50.3, 40, 60), 'No difference: ranges overlap'],
    [shown(3.4, 3, 4), shown(2.9, 2, 3.1), 'Up 0.5 points: ranges overlap'],
    [shown(51, 45, 65), shown(50, 40, 59), 'Up 1 point: ranges overlap'],
    [shown(59.0, 59, 59), shown(40, 20, 59), 'Up 19 points: ranges overlap'],
  ])('of %j and %j is %s', (own, other, words) => {
    expect(differenceWords(own, other, 'per cent', true)).toBe(words)
  })

  it('is what a reader gets who subtracts the printed values', () => {
    expect(differenceWords(shown(17.6, 1, 99), shown(15.4, 1, 99), 'per cent', true)).toBe(
      'Up 3 points: ranges overlap',
    )
    expect(differenceWords(shown(1204.4, 1, 99), shown(2, 1, 99), 'per 100,000', true)).toContain(
      'Up 1,202 per 100,000',
    )
  })

  it('is never claimed of days, nor where it may not be', () => {
    expect(differenceWords(shown(30, 25, 40), shown(5, 1, 10), 'days', true)).toBe('Up 25 days')
    expect(differenceWords(shown(70, 60, 79), shown(50, 40, 59), 'per cent', false)).toBe('Up 20 points')
  })

  it.each<[Estimate, Estimate]>([
    [{ state: 'hidden', why: 'small' }, shown(50, 40, 59)],
    [shown(50, 40, 59), { state: 'hidden', why: 'protect' }],
    [{ state: 'too-few' }, shown(50, 40, 59)],
    [shown(50, 40, 59), { state: 'nobody' }],
  ])('is not given where one is not shown: %j and %j', (own, other) => {
    expect(differenceWords(own, other, 'per cent', true)).toBe('Not both shown')
  })
})

describe('published figures', () => {
  it('delivered with the program are whole, and their ids stay apart', () => {
    for (const seeded of SEEDED_BENCHMARKS) expect(benchmarkSchema.safeParse(seeded).success).toBe(true)
    const ids = SEEDED_BENCHMARKS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([...FIRST_BENCHMARKS]))
  })

  it('say where they are from, when they were published and what is not known of it', () => {
    const [first] = SEEDED_BENCHMARKS
    if (first === undefined) throw new Error('There is one')
    expect(benchmarkSource(first)).toMatch(/^Cancer Services Profiles, 2024\. Published 2024\. Skin cancers/)
    expect(benchmarkSource({ ...first, published: null, edition: null, verified: false, caution: null })).toBe(
      'Cancer Services Profiles. Day of publication not recorded. Not checked against its source.',
    )
  })

  const typed = {
    name: 'Ferrin Vale Alliance',
    measure: 'emergency-route',
    value: 18,
    low: null,
    high: null,
    period: '2024/25',
    source: 'Alliance dashboard',
    published: '2 Jun 2025',
    edition: null,
  }

  it.each([
    [{}, null],
    [{ low: 15, high: 20 }, null],
    [{ low: 15 }, 'low'],
    [{ low: 19, high: 20 }, 'low'],
    [{ value: 120 }, 'value'],
    [{ value: Number.NaN }, 'value'],
    [{ measure: null }, 'measure'],
    [{ source: ' ' }, 'source'],
    [{ source: 'Letter about 999 123 4578' }, 'name'],
    [{ published: '' }, 'published'],
  ])('typed in with %j have their fault at %s', (change, at) => {
    const read = newBenchmarkSchema.safeParse({ ...typed, ...change })
    expect(read.success ? null : read.error.issues[0]?.path[0]).toBe(at)
  })
})
