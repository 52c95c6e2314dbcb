import { normaliseName } from '#shared/domain/text-match.ts'
import { eachRowAlone, type Layout } from './layout.ts'

/**
 * A patient report of Vision (Cegedim), saved as CSV: one coded entry a row with the Read term beside its code. That
 * Vision writes CSV is known, its headings are not; these marks are a default that nobody has verified, so a report that
 * lacks them is read as a plain table, which comes to the same people.
 */
const MARKS = new Set([
  'read term',
  'read code',
  'rubric',
  'medcode',
  'medical history',
  'patient reference',
  'vision id',
])
const ENOUGH_MARKS = 2

export const visionReport: Layout = {
  code: 'vision-report',
  fits: (_preamble, headings) => {
    const names = new Set(headings.map(normaliseName))
    return [...MARKS].filter((mark) => names.has(mark)).length >= ENOUGH_MARKS
  },
  facts: () => [{ what: 'One coded entry a row', detail: 'Rows with the same NHS number become one person' }],
  continues: eachRowAlone,
}
