import { describe, expect, it } from 'vitest'
import * as z from 'zod'

import {
  isoDateSchema,
  longText,
  nhsNumberSchema,
  odsCodeSchema,
  partialDateSchema,
  shortText,
  uuidSchema,
} from '#shared/domain/schemas.ts'

function firstMessage(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value).error?.issues[0]?.message
}

describe('schemas', () => {
  it('takes a typed NHS number and gives ten digits, or the sentence for the field', () => {
    expect(nhsNumberSchema.parse('999 000 0018')).toBe('9990000018')
    expect(firstMessage(nhsNumberSchema, '999 000 001')).toBe('9 digits here. An NHS number has 10')
    expect(firstMessage(nhsNumberSchema, undefined)).toBe('Enter an NHS number, 10 digits')
  })

  it('takes only days that exist', () => {
    expect(isoDateSchema.parse('2024-02-29')).toBe('2024-02-29')
    expect(isoDateSchema.safeParse('2025-02-29').success).toBe(false)
  })

  it('wants a vague date at the start of its span', () => {
    expect(partialDateSchema.safeParse({ date: '2026-09-01', precision: 'month' }).success).toBe(true)
    expect(partialDateSchema.safeParse({ date: '2026-09-04', precision: 'month' }).success).toBe(false)
    expect(partialDateSchema.safeParse({ date: '2026-09-01', precision: 'year' }).success).toBe(false)
    expect(partialDateSchema.safeParse({ date: '2026-09-01', precision: 'hour' }).success).toBe(false)
  })

  it('tidies a practice code and refuses what cannot be one', () => {
    expect(odsCodeSchema.parse(' a10001 ')).toBe('A10001')
    expect(odsCodeSchema.safeParse('A-1').success).toBe(false)
  })

  it('takes version 7 identifiers', () => {
    expect(uuidSchema.safeParse('019a0000-0000-7000-8000-000000000001').success).toBe(true)
    expect(uuidSchema.safeParse('1').success).toBe(false)
  })

  it('trims one line of text and refuses what cannot be seen', () => {
    const name = shortText(10)
    expect(name.parse('  Okafor ')).toBe('Okafor')
    expect(firstMessage(name, '   ')).toBe('Enter some text')
    expect(firstMessage(name, 'x'.repeat(11))).toBe('Use 10 characters or fewer')
    for (const hidden of ['a\u0000b', 'a\nb', 'a\u202Eb', 'a\u200Bb', 'a\uD800b']) {
      expect(firstMessage(name, hidden)).toContain('hidden character')
    }
  })

  it('keeps the lines of long text', () => {
    expect(longText(100).parse(' one\r\ntwo\tthree ')).toBe('one\ntwo\tthree')
    expect(longText(100).parse('')).toBe('')
    expect(longText(100).safeParse('a\u0007').success).toBe(false)
  })

  it('describes each input for the command line', () => {
    const all = z.object({
      d: partialDateSchema,
      n: nhsNumberSchema,
      o: odsCodeSchema,
      s: shortText(5),
      l: longText(5),
    })
    expect(z.toJSONSchema(all, { io: 'input' })).toMatchObject({ type: 'object' })
  })
})
