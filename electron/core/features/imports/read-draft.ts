import { labelOf } from '#shared/domain/people.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { IMPORT_LAYOUTS, type ImportFact, type Reading } from '#shared/features/imports/schema.ts'
import { londonDate } from '../../clock.ts'
import type { JobContext } from '../../context.ts'
import type { GivenFile } from '../../files.ts'
import type { StoredDraft } from './drafts.ts'
import { findTable } from './find-table.ts'
import { nameOfFile } from './given-bytes.ts'
import { LookedAt } from './look.ts'
import { shortEnough } from './short-enough.ts'
import { openSource } from './source.ts'
import { suggestColumns } from './suggest-columns.ts'

/** A fact may quote what stands above the headings. */
const shortFact = ({ what, detail }: ImportFact): ImportFact => ({
  what: shortEnough(what),
  detail: detail === null ? null : shortEnough(detail),
})

/**
 * Reads a file whole into a draft: rows, table, and where each column could go.
 * @param reading what a person chose differently; null parts are found out.
 * @throws AppError `validation` or `io` with a plain sentence when it cannot be read as a table.
 */
export const readDraft = async (
  { env, report }: JobContext,
  draftId: string,
  file: GivenFile,
  reading: Reading,
): Promise<StoredDraft> => {
  await report({ step: 'Opening the file', done: 0, total: null, unit: 'rows' })
  const source = await openSource(file, reading)
  const read = await source.rows((rows) => report({ step: 'Reading rows', done: rows, total: null, unit: 'rows' }))
  const table = findTable(read, { headerLine: reading.headerLine, layout: reading.layout })
  await report({ step: 'Matching columns', done: table.body.length, total: table.body.length, unit: 'rows' })
  const readAt = env.clock.now()
  return {
    file,
    table,
    decided: null,
    looked: new LookedAt(),
    remember: null,
    shown: {
      draftId,
      fileName: nameOfFile(file),
      readAt,
      suggestedName: `${labelOf(IMPORT_LAYOUTS, table.layout)}, ${formatIsoDate(londonDate(readAt))}`,
      layout: table.layout,
      ...source.shown,
      headerLine: table.headerLine,
      facts: [...table.facts, source.fact].map(shortFact),
      words: [],
      profile: null,
      remember: null,
      rowCount: table.body.length,
      ...suggestColumns(table),
    },
  }
}
