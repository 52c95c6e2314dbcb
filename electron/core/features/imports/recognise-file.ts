import { AppError } from '#shared/contract/errors.ts'
import { labelOf } from '#shared/domain/people.ts'
import { COLUMNS_SHEET, COVER_SHEET } from '#shared/features/bundle/schema.ts'
import { figureKind, guessFigureKind, knownFigureHeadings } from '#shared/features/figures/public.ts'
import type { ParcelItem } from '#shared/features/imports/parcel.ts'
import { IMPORT_LAYOUTS, type ImportField, type Reading } from '#shared/features/imports/schema.ts'
import type { GivenFile } from '../../files.ts'
import type { FileRows } from './file-rows.ts'
import { BUNDLE_SENTENCE } from './file-signatures.ts'
import { findHeader, findTable } from './find-table.ts'
import { readHead, readWhole } from './given-bytes.ts'
import { fieldOfHeading } from './headings.ts'
import { plainCell } from './layouts/layout.ts'
import { openSource } from './source.ts'
import { suggestColumns } from './suggest-columns.ts'
import { zipDirectory } from './zip-directory.ts'
import { isZip, kindOfZip, type ZipKind } from './zip-kinds.ts'

/** What a file is, by its beginning, and why it cannot be taken where it cannot. */
export type Recognised = Pick<ParcelItem, 'kind' | 'what' | 'why' | 'comparable'>

const AS_FOUND: Reading = { encoding: null, separator: null, sheet: null, headerLine: null, layout: null }

const BUNDLE: Recognised = { kind: 'bundle', what: 'Throughline bundle', why: BUNDLE_SENTENCE, comparable: false }
const NESTED = 'This is a zip file inside another, which is not opened. Unpack it, then choose what is in it.'
const ZIP_AMONG_FILES = 'This is a zip file. Choose it by itself to see what is in it.'

/** A file that is not taken. */
export const unusable = (why: string): Recognised => ({
  kind: 'unusable',
  what: 'Not usable',
  why,
  comparable: false,
})

/** Columns that say whom a row is about. */
const OF_PEOPLE: ReadonlySet<ImportField> = new Set([
  'nhs_number',
  'local_id',
  'surname',
  'full_name',
  'given_name',
  'birth_date',
])
/** Columns that say which cancer a row is about. */
const OF_CANCERS: ReadonlySet<ImportField> = new Set(['cancer', 'icd10_code'])
const LETTER_OR_PERCENT = /[\p{L}%]/u

const figuresIn = (rows: FileRows): Recognised | null => {
  const at = findHeader(rows, ({ cells }) => knownFigureHeadings(cells.map(plainCell)), LETTER_OR_PERCENT)
  const headings = rows.at(at < 0 ? rows.length : at)?.cells.map(plainCell) ?? []
  const kind = guessFigureKind(headings)
  const namesPeople = headings.some((heading) => OF_PEOPLE.has(fieldOfHeading(heading) ?? 'leave_out'))
  if (kind === null || namesPeople) return null
  return { kind: 'figures', what: `Practice figures: ${figureKind(kind).label}`, why: null, comparable: false }
}

const zipKindOf = async (file: GivenFile): Promise<ZipKind | null> => {
  if (!isZip((await readHead(file)).head)) return null
  const bytes = await readWhole(file)
  return kindOfZip(bytes, zipDirectory(bytes))
}

const look = async (file: GivenFile): Promise<Recognised> => {
  const zip = await zipKindOf(file)
  if (zip === 'other') return unusable(file.zipped === null ? ZIP_AMONG_FILES : NESTED)
  if (zip === 'bundle') return BUNDLE
  const source = await openSource(file, AS_FOUND)
  const { sheets } = source.shown
  if (sheets.includes(COVER_SHEET) && sheets.includes(COLUMNS_SHEET)) return BUNDLE
  const read = await source.firstRows()
  const figures = figuresIn(read.rows)
  if (figures !== null) return figures
  const table = findTable(read, { headerLine: null, layout: null })
  const { columns } = suggestColumns(table)
  const isOfPeople = columns.some(({ field }) => OF_PEOPLE.has(field))
  if (!isOfPeople) return { kind: 'table', what: 'Table whose headings are not known', why: null, comparable: false }
  const isPlain = table.layout === 'plain'
  return {
    kind: 'people',
    what: isPlain ? 'List of people' : labelOf(IMPORT_LAYOUTS, table.layout),
    why: null,
    // A registry's line list has no layout of its own. The practice's own reports hold what the register holds anyway.
    comparable: table.layout === 'hospital-list' || (isPlain && columns.some(({ field }) => OF_CANCERS.has(field))),
  }
}

/** Looks at the beginning of a file and says what it is. One that cannot be read is not usable, with the reason. */
export const recogniseFile = async (file: GivenFile): Promise<Recognised> => {
  try {
    return await look(file)
  } catch (cause) {
    if (cause instanceof AppError && (cause.code === 'validation' || cause.code === 'io'))
      return unusable(cause.message)
    throw cause
  }
}
