import type { DatePrecision, IsoDate } from '#shared/domain/partial-date.ts'

/** Lists of others compared with the register. */
export interface ReconciliationTable {
  id: string
  name: string
  source: 'hospital' | 'registry' | 'other'
  period_from: IsoDate
  period_to: IsoDate
  /** JSON list of codes; null: every group. */
  tumour_groups: string | null
  compared_at: string
  compared_by: string
  rows_in: number
  /** Our diagnoses of the period and groups, found on the list or not. */
  ours_looked_for: number
  /** Ours whose date is missing or too vague to say whether they are of the period. */
  ours_too_vague: number
  closed_on: IsoDate | null
  version: number
}

/** One thing that a comparison found. What the list says is kept as JSON: it is taken whole or not at all. */
export interface ReconciliationItemTable {
  id: string
  reconciliation_id: string
  kind: 'both' | 'theirs_only' | 'ours_only' | 'other_date' | 'set_aside'
  position: number
  item_key: string
  line: number | null
  row_count: number
  list_person: number | null
  person_id: string | null
  episode_id: string | null
  tumour_group: string | null
  site: string | null
  entry: string | null
  ours_date: IsoDate | null
  ours_date_precision: DatePrecision | null
  theirs_date: IsoDate | null
  theirs_date_precision: DatePrecision | null
  /** Theirs less ours; null where either day is not known. */
  days: number | null
  note: string | null
  decision:
    | 'added'
    | 'not_ours'
    | 'no_cancer'
    | 'moved_away'
    | 'asked'
    | 'list_wrong'
    | 'ours_wrong'
    | 'keep_ours'
    | 'took_theirs'
    | 'both_noted'
    | 'dealt_with'
    | null
  decision_reason: string | null
  decided_by: string | null
  decided_on: IsoDate | null
  /** The change set of the decision, by which it is taken back. */
  decided_seq: number | null
  version: number
}
