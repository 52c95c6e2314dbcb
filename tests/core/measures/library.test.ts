import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

describe('the measure library of an empty register', () => {
  it('has figures without a value, and nobody behind them', async () => {
    const { measures, listSize, from, to } = await test.client.measures.library({})
    expect({ from, to, listSize }).toEqual({
      from: '2025-11',
      to: '2026-10',
      listSize: { people: 10_240, source: 'Practice details', asOf: '2026-11-01' },
    })
    expect(measures.length).toBeGreaterThan(0)
    for (const { code, kind, figure, before, variation, beside } of measures) {
      expect({ code, numerator: figure.numerator, undecided: figure.undecided, before: before.numerator }).toEqual({
        code,
        numerator: 0,
        undecided: 0,
        before: 0,
      })
      expect(figure.value).toBe(kind === 'rate' || kind === 'count' || code.startsWith('prevalence') ? 0 : null)
      expect(beside?.figure.numerator ?? 0).toBe(0)
      expect(variation).not.toMatch(/improving|concerning/)
      const people = await test.client.measures.libraryPeople({ code, as: ['numerator', 'not-numerator', 'undecided'] })
      expect(people).toEqual({ rows: [], total: 0 })
      const measure = await test.client.measures.measure({ code, split: 'sex' })
      expect(measure.series).toHaveLength(36)
      expect(measure.split).toEqual([])
    }
  })
})
