import { basename } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import {
  IMPORT_LAYOUTS,
  type ImportFact,
  type Reading,
  type Separator,
  SEPARATORS,
  TEXT_ENCODINGS,
} from '#shared/features/imports/schema.ts'
import { londonDate } from '../../clock.ts'
import type { JobContext } from '../../context.ts'
import type { StoredDraft } from './drafts.ts'
import { findTable } from './find-table.ts'
import { readRows } from './read-rows.ts'
import { openText, type TextFile } from './read-text.ts'
import { findSeparator } from './separator.ts'
import { suggestColumns } from './suggest-columns.ts'

const SEPARATOR_SAMPLE = 60_000

const labelFor = (list: readonly { code: string; label: string }[], code: string): string =>
  list.find((one) => one.code === code)?.label ?? code

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
    'This is text, but not a table: no commas, semicolons or tabs separate its values. Export the list again as CSV.',
  )
}

const howRead = (file: TextFile, separator: Separator): ImportFact => ({
  what: `${labelFor(TEXT_ENCODINGS, file.encoding)} text, separated by ${labelFor(SEPARATORS, separator).toLowerCase()}`,
  detail: file.reason,
})

/**
 * Reads a file whole into a draft: text, rows, table, and where each column could go.
 * @param reading what a person chose differently; null parts are found out.
 * @throws AppError `validation` or `io` with a plain sentence when it cannot be read as a table.
 */
export const readDraft = async (
  { env, report }: JobContext,
  draftId: string,
  path: string,
  reading: Reading,
): Promise<StoredDraft> => {
  await report({ step: 'Opening the file', done: 0, total: null, unit: 'rows' })
  const file = await openText(path, reading.encoding)
  const separator = reading.separator ?? (await separatorOf(file))
  const read = await readRows(file.slices(), separator, (rows) =>
    report({ step: 'Reading rows', done: rows, total: null, unit: 'rows' }),
  )
  const table = findTable(read, { headerLine: reading.headerLine, layout: reading.layout })
  await report({ step: 'Matching columns', done: table.body.length, total: table.body.length, unit: 'rows' })
  const readAt = env.clock.now()
  return {
    path,
    table,
    decided: null,
    shown: {
      draftId,
      fileName: basename(path),
      readAt,
      suggestedName: `${labelFor(IMPORT_LAYOUTS, table.layout)}, ${formatIsoDate(londonDate(readAt))}`,
      layout: table.layout,
      encoding: file.encoding,
      separator,
      headerLine: table.headerLine,
      facts: [...table.facts, howRead(file, separator)],
      rowCount: table.body.length,
      ...suggestColumns(table),
    },
  }
}
