import { csvLine } from '#shared/domain/csv-safe.ts'
import { z } from 'zod'
import type { FileRows } from './file-rows.ts'
import type { RejectedBlock } from './incoming.ts'

/** One rejected row as it is kept with its import and written to a file. */
export interface KeptRow {
  readonly line: number
  readonly reason: string
  /** Heading and cell, in file order. Headings repeat in some layouts. */
  readonly cells: readonly (readonly [string, string])[]
}

const cellsSchema = z.array(z.tuple([z.string(), z.string()]))

/** The cells of a rejected row as they are stored. */
export const cellsFromJson = (text: string): KeptRow['cells'] => cellsSchema.parse(JSON.parse(text))

/** The rejected rows of a plan under the headings of their file. Cells beyond the last heading get an empty one. */
export const keptRows = (
  { headings, body }: { readonly headings: readonly string[]; readonly body: FileRows },
  rejected: readonly RejectedBlock[],
): KeptRow[] =>
  rejected.flatMap(({ rows }) =>
    rows.map(({ line, reason }) => {
      const { cells } = body.onLine(line)
      return {
        line,
        reason,
        cells: Array.from({ length: Math.max(headings.length, cells.length) }, (_, at): [string, string] => [
          headings[at] ?? '',
          cells[at] ?? '',
        ]),
      }
    }),
  )

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Rejected rows as a file to mend and bring back: line and reason first, then the columns as they were. A row with more
 * cells than headings stays longer than the rest, so that bringing it back unmended rejects it again. Marked as UTF-8
 * for spreadsheets, and safe to open in one.
 */
export const rejectedFile = (rows: readonly KeptRow[], reasonHeading = 'Why it was rejected'): string => {
  const shortest =
    rows.reduce<KeptRow['cells'] | null>(
      (least, { cells }) => (least === null || cells.length < least.length ? cells : least),
      null,
    ) ?? []
  const body = rows
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, reason, cells }) => csvLine([line, reason, ...cells.map(([, cell]) => cell)]))
  return BYTE_ORDER_MARK + csvLine(['Line', reasonHeading, ...shortest.map(([heading]) => heading)]) + body.join('')
}
