import type { IsoDate } from '#shared/domain/partial-date.ts'

/** Something that the practice wrote on the chart of a measure. */
export interface MeasureMarkTable {
  id: string
  measure_code: string
  kind: 'rebase' | 'note' | 'target'
  /** Such as 2026-04. */
  month: string
  words: string
  /** Of a target: in the unit of the measure, a share from 0 to 1. */
  value: number | null
  made_on: IsoDate
  made_by: string
  version: number
}
