import { describe, expect, it } from 'vitest'
import { instantWords, reportFileName } from '#shared/features/reports/cover.ts'
import { estimateSentence, estimateText, figureText, rangeText } from '#shared/features/reports/words.ts'

const shown = (value: number, low: number, high: number) => ({ state: 'shown', value, low, high }) as const

describe('figures in words', () => {
  it('writes counts, nought included, and marks', () => {
    expect(figureText({ id: 'a', state: 'shown', value: 0 })).toBe('0')
    expect(figureText({ id: 'a', state: 'shown', value: 10_240 })).toBe('10,240')
    expect(figureText({ id: 'a', state: 'hidden', why: 'small' })).toBe('*')
    expect(figureText({ id: 'a', state: 'hidden', why: 'protect' })).toBe('†')
  })

  it.each([
    [shown(18.387, 14.44, 23.09), 'per cent', '18%', '14% to 23%'],
    [shown(3.36, 3.03, 3.73), 'per cent', '3.4%', '3.0% to 3.7%'],
    [shown(548.4, 422.1, 721.6), 'per 100,000', '548', '422 to 722'],
    [shown(12, 5, 20.5), 'days', '12', '5 to 20.5'],
    [shown(9.5, 4, 18), 'days', '9.5', '4 to 18'],
  ] as const)('writes %j as %s', (estimate, unit, value, range) => {
    expect(estimateText(estimate, unit)).toBe(value)
    expect(rangeText(estimate, unit)).toBe(range)
  })

  it('never writes a result that may not be given', () => {
    expect(rangeText({ state: 'hidden', why: 'small' }, 'per cent')).toBe('*')
    expect(estimateText({ state: 'too-few' }, 'per cent')).toBe('under 10')
    expect(estimateSentence({ state: 'hidden', why: 'protect' }, 'per cent')).toBeNull()
    expect(estimateSentence({ state: 'nobody' }, 'days')).toBeNull()
  })
})

describe('the cover', () => {
  it('tells London time, summer and winter', () => {
    expect(instantWords('2026-11-23T09:20:00.000Z')).toBe('23 Nov 2026, 09:20')
    expect(instantWords('2026-06-30T23:30:00.000Z')).toBe('1 Jul 2026, 00:30')
  })

  it('names files after practice and period, whatever the code holds', () => {
    expect(
      reportFileName({ odsCode: 'A99901', from: '2025-04-01', to: '2026-03-31', smallNumbers: 'hide-1-to-5' }),
    ).toBe('network-report-A99901-2025-04-01-to-2026-03-31')
    expect(
      reportFileName({ odsCode: '../A:1', from: '2025-04-01', to: '2026-03-31', smallNumbers: 'hide-1-to-5' }),
    ).toBe('network-report-A1-2025-04-01-to-2026-03-31')
  })
})
