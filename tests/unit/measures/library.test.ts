import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LIBRARY } from '#shared/features/measures/library/library.ts'
import { monthNumber, monthOfDay, monthsBefore, monthText } from '#shared/features/measures/library/months.ts'
import { measureDefinitionSchema } from '#shared/features/measures/library/schema.ts'
import { dayNumber } from '#shared/domain/calendar.ts'
import { measureDocument } from '#tests/support/measure-document.ts'

/** A document without what only lays it out: columns that line up, and lines that are broken. */
const words = (text: string): string => text.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ').trim()

describe('the definitions of the library', () => {
  it('are whole, each under a code of its own', () => {
    const codes = LIBRARY.map(({ definition }) => definition.code)
    expect(codes).toEqual([...new Set(codes)])
    for (const { definition, beside } of LIBRARY) {
      expect(measureDefinitionSchema.omit({ target: true, outOf: true }).parse(definition)).toEqual(definition)
      const empty = Object.entries(definition).filter(([, text]) => text === '')
      expect({ code: definition.code, empty }).toEqual({ code: definition.code, empty: [] })
      expect(beside === null || codes.includes(beside.code)).toBe(true)
    }
  })

  it('are what docs/measures.md says', () => {
    const written = readFileSync(resolve(import.meta.dirname, '../../../docs/measures.md'), 'utf8')
    expect(words(written)).toBe(words(measureDocument()))
  })
})

describe('months as numbers', () => {
  it('come back as they were, and hold every one of their days', () => {
    expect(monthText(monthNumber('2026-01'))).toBe('2026-01')
    expect(monthOfDay(dayNumber('2024-02-29'))).toBe(monthNumber('2024-02'))
    expect(monthOfDay(dayNumber('2024-03-01'))).toBe(monthNumber('2024-03'))
    expect(monthOfDay(dayNumber('2025-12-31')) + 1).toBe(monthOfDay(dayNumber('2026-01-01')))
    expect(monthOfDay(dayNumber('0001-01-01'))).toBe(monthNumber('1850-01'))
    expect(monthOfDay(dayNumber('9999-12-31'))).toBe(monthNumber('2250-12'))
  })

  it('have the same length of time before them', () => {
    expect(monthsBefore({ first: monthNumber('2026-04'), last: monthNumber('2027-03') })).toEqual({
      first: monthNumber('2025-04'),
      last: monthNumber('2026-03'),
    })
  })
})
