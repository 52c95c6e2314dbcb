import { describe, expect, it } from 'vitest'
import { attributeChart, xmrChart } from '#shared/statistics/spc.ts'
import {
  ASSURANCE_WORDS,
  cautions,
  countsText,
  limitsSentence,
  pointSentence,
  spcMonth,
  VARIATION_WORDS,
} from '#shared/statistics/spc-words.ts'
import { monthsFrom, valuesFrom } from './months.ts'

const days = (value: number): string => `${value.toFixed(1)} days`

describe('the words of a chart', () => {
  it('say each state in its own sentence', () => {
    for (const words of [VARIATION_WORDS, ASSURANCE_WORDS]) {
      const sentences = Object.values(words).map(({ sentence }) => sentence)
      expect(new Set(sentences).size).toBe(sentences.length)
    }
    expect(VARIATION_WORDS['improving high'].sentence).toBe('Improving: higher than it used to be, and not by chance')
    expect([spcMonth('2026-11'), spcMonth('never')]).toEqual(['November 2026', 'never'])
  })

  it('read a month out with its value, its limits and what it breaks', () => {
    const { points } = xmrChart(valuesFrom([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, null, 2, 1]), {
      better: 'lower',
      screening: 'screened',
    })
    const read = points.map((point) => pointSentence(point, days))
    expect(read[0]).toBe('April 2024: 1.0 days. Mean 2.2 days, limits -2.6 days to 6.9 days.')
    expect(read[4]).toMatch(/^August 2024: 10.0 days\. .* Concerning, high: outside the limits\.$/)
    expect(read[10]).toBe('February 2025: not measured.')
    const [alone] = xmrChart(valuesFrom([3]), { better: 'lower', screening: 'screened' }).points
    expect(alone && pointSentence(alone, days)).toBe('April 2024: 3.0 days. No limits yet.')
  })

  it('round what a month was counted from, such as person-years', () => {
    const [month] = attributeChart('U', [{ month: '2026-10', numerator: 4, denominator: 2500 / 3 }], {
      better: 'neither',
    }).points
    expect(month && countsText(month)).toBe('4 of 833.3')
    expect(countsText({ numerator: null, denominator: null })).toBeNull()
  })

  it('say how limits came about and what to be careful of', () => {
    const values = valuesFrom([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, null, 2])
    const asked = { better: 'lower', screening: 'screened' } as const
    const chart = xmrChart(values, { ...asked, baselineMonths: 6 })
    expect(limitsSentence(xmrChart(values, asked))).toContain('3.267 times their mean were left out: 1.')
    expect(limitsSentence(xmrChart(valuesFrom([1, 2, 1]), asked))).toContain('there were none')
    expect(limitsSentence(xmrChart(values, { ...asked, screening: 'all ranges' }))).toContain('No moving range')
    expect(cautions(chart)).toEqual([
      'Trial limits: they rest on 6 months and will move until there are 12.',
      'Mean and limits rest on the first 6 of 11 months.',
      '1 month was not measured and left as a gap.',
    ])
    expect(cautions(xmrChart(valuesFrom(Array.from({ length: 12 }, (_, at) => at % 3)), asked))).toEqual([])
    const [month = ''] = monthsFrom(1)
    const pooled = attributeChart('P', [{ month, numerator: 1, denominator: 4 }], { better: 'higher' })
    expect(limitsSentence(pooled)).toContain('P chart: limits are three sigma from the pooled mean')
    expect(pooled.points[0] && pointSentence(pooled.points[0], days)).toContain('1 of 4')
  })
})
