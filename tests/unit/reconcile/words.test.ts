import { describe, expect, it } from 'vitest'
import { daysApart } from '#shared/features/reconcile/days-apart.ts'
import { DECISIONS, ITEM_KINDS } from '#shared/features/reconcile/schema.ts'
import { aboutWords, apartWords, daysApartWords, decidedWords, decisionsFor } from '#shared/features/reconcile/words.ts'

describe('days between two dates', () => {
  it('are the middle of type 7, how far they reach, and how many could not be counted', () => {
    expect(daysApart([11, -6, 30, null, 4])).toEqual({
      counted: 4,
      notCounted: 1,
      spread: { median: 7.5, lowerQuartile: 1.5, upperQuartile: 15.75, least: -6, most: 30 },
    })
    expect(daysApart([])).toEqual({ counted: 0, notCounted: 0, spread: null })
  })

  it('are said in one sentence', () => {
    expect(daysApartWords(daysApart([11, -6, 30, null]))).toBe(
      'Their date is 11 days later (median of 3), from −6 to 30 days. 1 could not be counted: the day is not known on both sides.',
    )
    expect(daysApartWords(daysApart([-30, -30]))).toBe('Their date is 30 days earlier for each of 2.')
    expect(daysApartWords(daysApart([1, null]))).toBe(
      'Their date is 1 day later. 1 could not be counted: the day is not known on both sides.',
    )
    expect(daysApartWords(daysApart([null]))).toBe('1 could not be counted: the day is not known on both sides.')
    expect(daysApartWords(daysApart([]))).toBe('No date differs.')
    expect([apartWords(-1), apartWords(0), apartWords(1.5)]).toEqual([
      '1 day earlier',
      'the same day',
      '1.5 days later',
    ])
  })
})

describe('words for a compared list', () => {
  it('say what the list covers', () => {
    const about = { source: 'registry', from: '2025-04-01', to: '2026-03-31', tumourGroups: null } as const
    expect(aboutWords(about)).toBe('Cancer registry line list, 1 Apr 2025 to 31 Mar 2026, every tumour group')
    expect(aboutWords({ ...about, tumourGroups: ['lung', 'breast'] })).toContain('Lung, Breast')
  })

  it('give every kind that differs its own letters, none twice and none that moves through a list', () => {
    for (const { code } of ITEM_KINDS) {
      const keys = decisionsFor(code).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.filter((key) => 'JKXU'.includes(key))).toEqual([])
      expect(keys.length > 0).toBe(code !== 'both')
    }
    expect(DECISIONS.every(({ code }) => decidedWords(code) !== '')).toBe(true)
  })
})
