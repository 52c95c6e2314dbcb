import { dayOf, timeOf, today } from '#renderer/app/clock.ts'
import type { BannerPatient } from '#renderer/ui/patient-banner.tsx'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { ageInYears, formatIsoDate } from '#shared/domain/partial-date.ts'
import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import type { ImportBatch, ImportCounts, ImportRow } from '#shared/features/imports/schema.ts'

/** "1 row", "2,000 rows". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** "Today 10:40", "19 Oct 2026". */
export const whenWords = (instant: string): string => {
  const day = dayOf(instant)
  return day === today() ? `Today ${timeOf(instant)}` : formatIsoDate(day)
}

/** "23 Nov 2026 at 10:34". */
export const momentWords = (instant: string): string => `${formatIsoDate(dayOf(instant))} at ${timeOf(instant)}`

/** What an import did, in a few words. */
export const layerWords = ({ people, rows }: ImportCounts): string => {
  const parts = [
    people.new > 0 ? `${people.new.toLocaleString('en-GB')} new` : '',
    people.changed > 0 ? `${people.changed.toLocaleString('en-GB')} changed` : '',
    rows.rejected > 0 ? counted(rows.rejected, 'row rejected', 'rows rejected') : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Changed nothing' : parts.join(', ')
}

/** People who would be, or were, added or changed. */
export const peopleTouched = ({ people }: ImportCounts): number => people.new + people.changed

/** The counts as the bar wants them. */
export const barCounts = ({ rows }: ImportCounts) => ({
  new: rows.new,
  changed: rows.changed,
  same: rows.same,
  disagree: rows.conflict,
  rejected: rows.rejected,
})

/** "Undone 24 Aug 2026", "Undone today 10:40". */
export const undoneWords = ({ undoneAt }: ImportBatch): string =>
  undoneAt === null ? '' : `Undone ${whenWords(undoneAt).replace(/^Today/, 'today')}`

/** Who a row is about, for the banner over the decision. */
export const bannerOfRow = (row: ImportRow): BannerPatient => ({
  surname: row.surname === '' ? 'No name in the file' : row.surname,
  givenName: row.givenName,
  title: row.title ?? undefined,
  born: row.birthDate === null ? 'not known' : formatIsoDate(row.birthDate),
  age: row.birthDate === null ? undefined : ageInYears(row.birthDate, today()),
  sex: labelOf(SEX_CODES, row.sex),
  nhsNumber: row.nhsNumber === null ? undefined : formatNhsNumber(row.nhsNumber),
})

/** "Row 214" or "Rows 8 and 9". The line is that of the file. */
export const lineWords = ({ line, lines }: ImportRow): string =>
  lines === 1 ? `Line ${line}` : `Line ${line}, ${lines} rows`
