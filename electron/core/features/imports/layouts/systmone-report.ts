import { normaliseName } from '#shared/domain/text-match.ts'
import { eachRowAlone, type Layout } from './layout.ts'

/**
 * The report breakdown of SystmOne saved as CSV: who somebody is on every row, and one coded entry a row with its day
 * and time. No example with its headings is published; these marks are a default that nobody has verified, so a report
 * that lacks them is read as a plain table, which comes to the same people.
 */
const MARKS = new Set(['event details', 'event description', 'ctv3 code', 'ctv3 description', 'patient count'])

export const systmOneReport: Layout = {
  code: 'systmone-report',
  fits: (_preamble, headings) => {
    const names = headings.map(normaliseName)
    return names.includes('event date') && names.some((name) => MARKS.has(name))
  },
  facts: () => [{ what: 'One coded entry a row', detail: 'Rows with the same NHS number become one person' }],
  continues: eachRowAlone,
}
