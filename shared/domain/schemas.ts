/**
 * Building blocks for the input schemas of features. Each message is a sentence to show beside the field.
 */

import * as z from 'zod'

import { isIsoDate } from './calendar.ts'
import { parseNhsNumber } from './nhs-number.ts'
import { normaliseOdsCode } from './ods-code.ts'

/** Control characters, and the invisible marks that can reorder or hide text. */
const HIDDEN_CHARACTERS = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
const HIDDEN_CHARACTERS_BUT_LINES = /(?![\n\t])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
const HIDDEN_MESSAGE = 'There is a hidden character in this text. Type it again instead of pasting it'

/** `YYYY-MM-DD`, a day that exists. */
export const isoDateSchema = z
  .string({ error: 'Enter a date' })
  .refine(isIsoDate, { error: 'This is not a date that exists. Dates are kept as year-month-day' })

/** A calendar month, such as 2026-04. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Choose a month' })

/** A date with how much of it is known. `date` must be the first day of the span. */
export const partialDateSchema = z
  .strictObject({
    date: isoDateSchema,
    precision: z.enum(['day', 'month', 'year'], { error: 'Say whether the day, month or year is known' }),
  })
  .refine(
    ({ date, precision }) =>
      precision === 'day' || (precision === 'month' ? date.endsWith('-01') : date.endsWith('-01-01')),
    { error: 'A date without a day or month is kept as the first day it can mean' },
  )

/** Takes any typed form of an NHS number and gives ten digits. */
export const nhsNumberSchema = z.string({ error: 'Enter an NHS number, 10 digits' }).transform((text, context) => {
  const result = parseNhsNumber(text)
  if (result.ok) return result.nhsNumber
  context.issues.push({ code: 'custom', message: result.message, input: text })
  return z.NEVER
})

/** An ODS code of any kind, in capitals. Its form is checked softly elsewhere: see `checkOdsPracticeCode`. */
export const odsCodeSchema = z
  .string({ error: 'Enter a practice code' })
  .transform(normaliseOdsCode)
  .refine((code) => /^[A-Z0-9]{3,12}$/.test(code), {
    error: 'A practice code has 3 to 12 letters and digits, such as A10001',
  })

/** Any RFC 9562 identifier, version 7 in our own records. */
export const uuidSchema = z.uuid({ error: 'This record number is not in the right form' })

function characters(max: number): string {
  return `Use ${max.toLocaleString('en-GB')} characters or fewer`
}

/**
 * One line of text that must say something, trimmed. Use `.nullable()` for a field that may be left out.
 * @param missing what to do where it says nothing.
 */
export function shortText(max: number, missing = 'Enter some text') {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(max, { error: characters(max) })
    .refine((text) => text.isWellFormed() && !HIDDEN_CHARACTERS.test(text), { error: HIDDEN_MESSAGE })
}

/** Several lines of text, trimmed, with line ends made alike. May be empty. */
export function longText(max: number) {
  return z
    .string({ error: 'Enter some text' })
    .overwrite((text) => text.replaceAll('\r\n', '\n').trim())
    .max(max, { error: characters(max) })
    .refine((text) => text.isWellFormed() && !HIDDEN_CHARACTERS_BUT_LINES.test(text), { error: HIDDEN_MESSAGE })
}
