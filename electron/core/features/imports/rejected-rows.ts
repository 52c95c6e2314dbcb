import { csvLine } from '#shared/domain/csv-safe.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
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

const LINE_HEADING = 'Line'

/** What the second column of such a file is called: its rows were rejected, or nobody has chosen about their people. */
export const REASON_HEADINGS = { rejected: 'Why it was rejected', toChoose: 'What differs' } as const

const OWN_HEADINGS = Object.values(REASON_HEADINGS).map((reason) => [LINE_HEADING, reason].map(normaliseName))

/** How many columns at the start of a file are ours, not the list's: the two that mended rows come back with, or none. */
export const ownColumns = (headings: readonly string[]): number =>
  OWN_HEADINGS.find((own) => own.every((heading, at) => heading === normaliseName(headings[at] ?? '')))?.length ?? 0

/**
 * The rejected rows of a plan under the headings of their file. Cells beyond the last heading get an empty one. Of rows that
 * came back mended, the line and the reason of last time stay behind: the file has them anew.
 */
export const keptRows = (
  { headings, body }: { readonly headings: readonly string[]; readonly body: FileRows },
  rejected: readonly RejectedBlock[],
): KeptRow[] => {
  const own = ownColumns(headings)
  return rejected.flatMap(({ rows }) =>
    rows.map(({ line, reason }) => {
      const { cells } = body.onLine(line)
      const all = Array.from({ length: Math.max(headings.length, cells.length) }, (_, at): [string, string] => [
        headings[at] ?? '',
        cells[at] ?? '',
      ])
      return { line, reason, cells: all.slice(own) }
    }),
  )
}

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Rejected rows as a file to mend and bring back: line and reason first, then the columns as they were. A row with more
 * cells than headings stays longer than the rest, so that bringing it back unmended rejects it again. Marked as UTF-8
 * for spreadsheets, and safe to open in one.
 */
export const rejectedFile = (rows: readonly KeptRow[], reasonHeading: string = REASON_HEADINGS.rejected): string => {
  const shortest =
    rows.reduce<KeptRow['cells'] | null>(
      (least, { cells }) => (least === null || cells.length < least.length ? cells : least),
      null,
    ) ?? []
  const body = rows
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, reason, cells }) => csvLine([line, reason, ...cells.map(([, cell]) => cell)]))
  return (
    BYTE_ORDER_MARK + csvLine([LINE_HEADING, reasonHeading, ...shortest.map(([heading]) => heading)]) + body.join('')
  )
}
