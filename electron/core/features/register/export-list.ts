import { ageInYears } from '#shared/domain/calendar.ts'
import { csvLine, neutraliseFormula } from '#shared/domain/csv-safe.ts'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { formatPartialDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { documentLabel, missingLetters } from '#shared/features/journey/public.ts'
import { EXPORT_COLUMNS, type ExportColumn, type listExportSchema } from '#shared/features/register/list-schema.ts'
import type { RegisterRow } from '#shared/features/register/schema.ts'
import type { z } from 'zod'
import type { JobContext } from '../../context.ts'
import { enterThenPlace } from '../../leaving.ts'
import { writeWhole } from '../../vault/atomic-file.ts'
import { chosenPeople } from './chosen-people.ts'
import { rowsOfPeople } from './queries.ts'

type Cell = string | number | null
type ListExport = z.output<typeof listExportSchema>

const PEOPLE_AT_ONCE = 500
/** Excel takes a file for UTF-8 only when it starts with this. */
const BYTE_ORDER_MARK = '\uFEFF'

const nextDueCells = ({ nextDue }: RegisterRow): Cell[] => {
  if (nextDue === null) return [null, null]
  const words = {
    letter: documentLabel(nextDue.document ?? ''),
    support_contact: 'Support contact',
    care_review: 'Care review',
  }
  return [words[nextDue.kind], nextDue.dueDate]
}

const CELLS: Record<ExportColumn, (row: RegisterRow, today: IsoDate) => readonly Cell[]> = {
  person: (row) => [
    row.surname,
    row.givenName,
    row.nhsNumber === null ? null : formatNhsNumber(row.nhsNumber),
    row.birthDate,
  ],
  cancer: (row) => [row.tumourGroup === null ? null : tumourGroupLabel(row.tumourGroup), row.site, row.stage],
  diagnosed: (row) => [row.diagnosisDate === null ? null : formatPartialDate(row.diagnosisDate)],
  due: nextDueCells,
  lead: (row) => [row.namedLeadName],
  born: (row) => [row.birthDate],
  age: (row, today) => [row.birthDate === null ? null : ageInYears(row.birthDate, today), labelOf(SEX_CODES, row.sex)],
  letters: (row, today) => [row.died ? 0 : missingLetters(row.letters, today).length],
  local: (row) => [row.localId],
}

const headingsOf = (columns: readonly ExportColumn[]): string[] =>
  columns.flatMap((id) => EXPORT_COLUMNS.find((column) => column.id === id)?.headings ?? [])

const CONFIDENTIAL = 'Confidential: names people with cancer. Keep it no longer than you need it.'

const asXlsx = async (headings: readonly string[], rows: readonly (readonly Cell[])[]): Promise<Uint8Array> => {
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    sheets: [
      {
        name: 'Register',
        columns: headings.map(() => ({ width: 20 })),
        rows: [headings, ...rows].map((row) =>
          row.map((cell) => (typeof cell === 'string' ? neutraliseFormula(cell) : cell)),
        ),
        freezePane: { rows: 1 },
        headerFooter: { oddFooter: `&L${CONFIDENTIAL}&RPage &P of &N` },
        a11y: { summary: 'People on the register', headerRow: 0 },
      },
    ],
  })
}

const asCsv = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + [headings, ...rows].map(csvLine).join('')

/**
 * Writes a view of the register to a file, whole or not at all. The audit trail keeps who, when, why and how many.
 * @returns how many people the file names.
 * @throws AppError `cancelled`, `io`.
 */
export const exportList = async (job: JobContext, input: ListExport): Promise<{ people: number }> => {
  const path = job.env.files.path(input.fileHandle, 'write')
  const today = job.env.clock.today()
  job.note({ reason: input.reason, format: input.format, columns: input.columns })
  const ids = await chosenPeople(job.read, input, today)
  const rows: Cell[][] = []
  for (let from = 0; from < ids.length; from += PEOPLE_AT_ONCE) {
    await job.report({ step: 'Reading the list', done: from, total: ids.length, unit: 'people' })
    const people = await rowsOfPeople(job.read, ids.slice(from, from + PEOPLE_AT_ONCE), today)
    rows.push(...people.map((row) => input.columns.flatMap((id) => CELLS[id](row, today))))
  }
  await job.report({ step: 'Writing the file', done: rows.length, total: ids.length, unit: 'people' })
  const headings = headingsOf(input.columns)
  const content = input.format === 'csv' ? asCsv(headings, rows) : await asXlsx(headings, rows)
  job.note({ people: rows.length })
  await enterThenPlace(job, () => writeWhole(path, content))
  return { people: rows.length }
}
