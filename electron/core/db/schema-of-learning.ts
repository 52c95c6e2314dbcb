import type { IsoDate } from '#shared/domain/partial-date.ts'

/** One learning event analysis, or a suggestion that was set aside. */
export interface LearningEventTable {
  id: string
  person_id: string
  /** null: the diagnosis was removed since. */
  episode_id: string | null
  state: 'draft' | 'discussed' | 'closed' | 'set_aside'
  /** JSON list of codes. */
  reasons: string
  rules_version: string
  set_aside_reason: string | null
  opened_on: IsoDate
  opened_by: string
  led_by: string | null
  meeting_date: IsoDate | null
  took_part: string | null
  what_happened: string | null
  went_well: string | null
  could_be_better: string | null
  /** JSON list of codes. */
  themes: string
  contributory_factors: string | null
  avoidable: 'yes' | 'partly' | 'no' | 'not_known' | null
  learning_points: string | null
  review_date: IsoDate | null
  closed_on: IsoDate | null
  version: number
}

/** A change that was agreed: what is to be done, by whom and when stands in its task. */
export interface LearningActionTable {
  id: string
  learning_event_id: string
  person_id: string
  task_id: string
  version: number
}

export interface LearningTables {
  learning_event: LearningEventTable
  learning_action: LearningActionTable
}
