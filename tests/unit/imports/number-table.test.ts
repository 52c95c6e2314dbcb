import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NumberTable } from '#core/features/imports/number-table.ts'

describe('a table of places by number', () => {
  test('has under every number what a list of pairs has', () => {
    const few = fc.integer({ min: 0, max: 40 })
    const many = fc.integer({ min: 0, max: 999_999_999 })
    fc.assert(
      fc.property(fc.array(fc.oneof(few, many), { maxLength: 3_000, size: 'max' }), many, (keys, other) => {
        const table = new NumberTable()
        for (const [place, key] of keys.entries()) table.add(key, place)
        for (const key of new Set([...keys, other])) {
          const places = keys.flatMap((one, place) => (one === key ? [place] : []))
          expect(table.under(key)).toEqual(places)
          expect(table.only(key)).toBe(places.length === 1 ? places[0] : undefined)
        }
      }),
      { numRuns: 20 },
    )
  })
})
