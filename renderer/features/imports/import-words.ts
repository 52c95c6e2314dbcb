import { dayOf, timeOf, today } from '#renderer/app/clock.ts'
import type { BannerPatient } from '#renderer/ui/patient-banner.tsx'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { ageInYears, formatIsoDate } from '#shared/domain/partial-date.ts'
import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import type { ImportBatch, ImportColumn, ImportCounts, ImportRow } from '#shared/features/imports/schema.ts'

/** "1 row", "2,000 rows". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** The heading of a column, or where it stands. */
export const columnName = ({ heading, index }: Pick<ImportColumn, 'heading' | 'index'>): string =>
  heading || `Column ${index + 1}, no heading`

/** "Today 10:40", "19 Oct 2026". */
export const whenWords = (instant: string): string => {
  const day = dayOf(instant)
  return day === today() ? `Today ${timeOf(instant)}` : formatIsoDate(day)
}

/** "23 Nov 2026 at 10:34". */
export const momentWords = (instant: string): string => `${formatIsoDate(dayOf(instant))} at ${timeOf(instant)}`

/** What became of the rows of an import, by kind: "367 rows in: 17 new, 38 changed, 300 the same, 3 disagree". */
export const layerWords = ({ rowsIn, rows }: ImportCounts): string => {
  const kinds = [
    [rows.new, 'new'],
    [rows.changed, 'changed'],
    [rows.same, 'the same'],
    [rows.conflict, 'disagree'],
    [rows.rejected, 'rejected'],
  ] as const
  const parts = kinds.flatMap(([count, kind]) => (count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${kind}`]))
  return `${counted(rowsIn, 'row')} in: ${parts.join(', ')}`
}

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
