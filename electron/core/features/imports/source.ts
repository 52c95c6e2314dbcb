import { AppError } from '#shared/contract/errors.ts'
import { labelOf } from '#shared/domain/people.ts'
import {
  type ImportDraft,
  type ImportFact,
  type Reading,
  type Separator,
  SEPARATORS,
  TEXT_ENCODINGS,
} from '#shared/features/imports/schema.ts'
import type { GivenFile } from '../../files.ts'
import { LARGEST_FILE, readHead } from './given-bytes.ts'
import { readFirstRows, type ReadRows, readRows, type WhenFull } from './read-rows.ts'
import { openText, type TextFile } from './read-text.ts'
import { looksLikeWorkbook, openWorkbook } from './read-workbook.ts'
import { findSeparator } from './separator.ts'

/** A file whose rows can be read, however it keeps them. */
export interface Source {
  /** What it was taken for, as the draft shows it. */
  readonly shown: Pick<ImportDraft, 'encoding' | 'separator' | 'sheets' | 'sheet'>
  readonly fact: ImportFact
  rows(onSlice: (rows: number) => Promise<void>): Promise<ReadRows>
  /** Rows of its beginning, enough to see what it is. */
  firstRows(): Promise<ReadRows>
}

const SEPARATOR_SAMPLE = 60_000
/** Text of which rows are left out as they are read, in bytes: all postcodes of the country with what is known of each. */
const LARGEST_SIFTED = 2_000_000_000

const firstText = async (file: TextFile): Promise<string> => {
  let text = ''
  for await (const slice of file.slices()) {
    text += slice
    if (text.length >= SEPARATOR_SAMPLE) break
  }
  return text.slice(0, SEPARATOR_SAMPLE)
}

const separatorOf = async (file: TextFile): Promise<Separator> => {
  const found = findSeparator(await firstText(file))
  if (found !== null) return found
  throw new AppError(
    'validation',
    'This file is plain text or has a single column, which is too little to tell people apart. Export the list again as CSV, with the NHS number, the name and the date of birth each in a column.',
  )
}

const textSource = async (given: GivenFile, reading: Reading, whenFull?: WhenFull): Promise<Source> => {
  const file = await openText(given, reading.encoding, whenFull === undefined ? LARGEST_FILE : LARGEST_SIFTED)
  const separator = reading.separator ?? (await separatorOf(file))
  return {
    shown: { encoding: file.encoding, separator, sheets: [], sheet: null },
    fact: {
      what: `${labelOf(TEXT_ENCODINGS, file.encoding)} text, separated by ${labelOf(SEPARATORS, separator).toLowerCase()}`,
      detail: file.reason,
    },
    rows: (onSlice) => readRows(file.slices(), separator, onSlice, whenFull),
    firstRows: () => readFirstRows(file.slices(), separator, SEPARATOR_SAMPLE),
  }
}

const workbookSource = async (file: GivenFile, { sheet: wanted }: Reading): Promise<Source> => {
  const { program, sheets, sheet, rows, firstRows } = await openWorkbook(file, wanted)
  const others = sheets.length - 1
  return {
    shown: { encoding: null, separator: null, sheets: [...sheets], sheet },
    fact: {
      what: `${program} workbook, sheet “${sheet}”`.replace(/^./, (letter) => letter.toUpperCase()),
      detail: others === 0 ? null : `${others} other ${others === 1 ? 'sheet' : 'sheets'} not read`,
    },
    rows,
    firstRows,
  }
}

/**
 * Opens a file as separated text or as a workbook, by its first bytes and never by its name.
 * @param reading what a person chose differently; null parts are found out.
 * @param whenFull what is left out of text that is longer than fits; without it such text is refused.
 * @throws AppError `validation` or `io` with a plain sentence when it cannot be read as a table.
 */
export const openSource = async (file: GivenFile, reading: Reading, whenFull?: WhenFull): Promise<Source> => {
  const { head } = await readHead(file, whenFull === undefined ? LARGEST_FILE : LARGEST_SIFTED)
  return looksLikeWorkbook(head) ? workbookSource(file, reading) : textSource(file, reading, whenFull)
}
