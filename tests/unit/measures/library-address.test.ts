import { describe, expect, it } from 'vitest'
import {
  libraryPath,
  measurePath,
  monthChoices,
  monthsText,
  periodOf,
} from '#renderer/features/measures/library-address.ts'

const usual = { period: 'last-12', from: null, to: null, at: '' } as const
const TODAY = '2026-11-23'

describe('the period of the library', () => {
  it('is the last 12 months that have ended, or the financial year before this one', () => {
    expect(periodOf(usual, TODAY)).toEqual({
      months: null,
      shown: { from: '2025-11', to: '2026-10' },
      error: undefined,
    })
    expect(periodOf(usual, '2026-01-31').shown).toEqual({ from: '2025-01', to: '2025-12' })
    expect(periodOf({ ...usual, period: 'last-year' }, TODAY).months).toEqual({ from: '2025-04', to: '2026-03' })
    expect(periodOf({ ...usual, period: 'last-year' }, '2026-03-31').months).toEqual({ from: '2024-04', to: '2025-03' })
  })

  it('can be months of one’s own, the first before the last', () => {
    const own = { ...usual, period: 'own', from: '2026-01', to: '2026-01' } as const
    expect(periodOf(own, TODAY)).toEqual({
      months: { from: '2026-01', to: '2026-01' },
      shown: { from: '2026-01', to: '2026-01' },
      error: undefined,
    })
    expect(monthsText(periodOf(own, TODAY).shown)).toBe('January 2026')
    expect(periodOf({ ...own, to: '2025-12' }, TODAY).error).toBe(
      'The last month is before the first. Choose a later one.',
    )
    expect(monthChoices(TODAY).slice(0, 2)).toEqual(['2026-10', '2026-09'])
    expect(monthChoices(TODAY).at(-1)).toBe('2016-11')
  })

  it('goes along to a measure and back to it', () => {
    const year = { ...usual, period: 'last-year' } as const
    expect(measurePath('early-stage', usual)).toBe('/measures/library/early-stage')
    expect(measurePath('early-stage', year)).toBe('/measures/library/early-stage?period=last-year')
    expect(libraryPath('early-stage', year)).toBe('/measures?period=last-year&at=early-stage&view=library')
  })
})
