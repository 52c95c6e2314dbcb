import type { IsoDate } from '#shared/domain/partial-date.ts'

/** A dated table of practice figures. Its rows are in `figure_row` until it is removed. */
export interface FigureSetTable {
  id: string
  number: number
  kind: string
  title: string
  /** The title as titles are compared: sets of one series and day follow each other. */
  series: string
  source: string
  edition: string | null
  as_at: IsoDate | null
  period_from: IsoDate | null
  period_to: IsoDate | null
  file_kind: string
  columns: string
  row_count: number
  checks: string
  content_hash: string
  imported_at: string
  user_name: string
  removed_at: string | null
  removed_by: string | null
  version: number
}

/** One line of a table of figures. Rows never change: they come and go with their set, whose history is the recorder's. */
export interface FigureRowTable {
  set_number: number
  key: string
  part: string
  line: number
  figures: string
}
