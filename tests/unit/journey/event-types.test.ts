import { describe, expect, it } from 'vitest'
import { EVENT_TYPES, eventTypeOf, isEventTypeCode } from '#shared/features/journey/event-types.ts'
import { DOCUMENTS, documentReceivedAs, LETTER_RULES } from '#shared/features/journey/letter-rules.ts'

describe('EVENT_TYPES', () => {
  it('has one type for each code and label', () => {
    const unique = (values: readonly string[]): number => new Set(values).size
    expect(unique(EVENT_TYPES.map(({ code }) => code))).toBe(EVENT_TYPES.length)
    expect(unique(EVENT_TYPES.map(({ label }) => label))).toBe(EVENT_TYPES.length)
  })

  it('gives no words to two types', () => {
    const owners = new Map<string, string>()
    for (const { code, synonyms } of EVENT_TYPES) {
      for (const words of synonyms) {
        expect(words).toBe(words.trim())
        expect(owners.get(words) ?? code, `"${words}" means two things`).toBe(code)
        owners.set(words, code)
      }
    }
  })

  it('shows a code that it does not know as something else', () => {
    expect(isEventTypeCode('future_thing')).toBe(false)
    expect(eventTypeOf('future_thing').code).toBe('other')
  })
})

describe('letter rules', () => {
  it('expect letters of hospital events only, and never of a letter', () => {
    for (const { eventType, withinDays } of LETTER_RULES.rules) {
      expect(eventTypeOf(eventType).lane).toBe('hospital')
      expect(documentReceivedAs(eventType)).toBeNull()
      expect(withinDays).toBeGreaterThan(0)
    }
  })

  it('receive every document as a letter of the practice', () => {
    for (const { code, receivedAs } of DOCUMENTS) {
      expect(documentReceivedAs(receivedAs)).toBe(code)
      expect(eventTypeOf(receivedAs)).toMatchObject({ group: 'letter', lane: 'primary' })
    }
  })
})
