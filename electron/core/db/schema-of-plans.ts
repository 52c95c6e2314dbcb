import type { IsoDate } from '#shared/domain/partial-date.ts'

export type StoredStatus = 'not_started' | 'on_track' | 'at_risk' | 'off_track' | 'done' | 'stopped'

export interface PlanTable {
  id: string
  title: string
  organisation: string
  starts_on: IsoDate
  strengths: string
  gaps: string
  state: 'draft' | 'signed' | 'closed'
  signed_on: IsoDate | null
  signed_by: string | null
  closed_on: IsoDate | null
  close_reason: string | null
  /** The highest number that a removed objective had; 0 for none. */
  last_objective: number
  version: number
}

export interface PlanObjectiveTable {
  id: string
  plan_id: string
  number: number
  title: string
  words: string
  own: number
  /** The highest sequence that a removed action had under this number; 0 for none. */
  last_code: number
  version: number
}

export interface PlanActionTable {
  id: string
  plan_id: string
  objective_id: string
  code: string
  title: string
  words: string
  owner_name: string | null
  partners: string
  starts_on: IsoDate
  due_on: IsoDate
  cost_words: string
  cost_pence: number | null
  risk_words: string
  evidence_words: string
  status: StoredStatus
  ended_on: IsoDate | null
  answer_words: string | null
  answer_by: string | null
  answer_on: IsoDate | null
  origin_kind: 'note' | 'learning' | 'spreadsheet' | null
  origin_id: string | null
  origin_words: string | null
  version: number
}

/** An objective that an action serves besides its own. */
export interface PlanActionObjectiveTable {
  id: string
  action_id: string
  objective_id: string
  version: number
}

export interface PlanMilestoneTable {
  id: string
  action_id: string
  title: string
  due_on: IsoDate
  met_on: IsoDate | null
  version: number
}

export interface PlanUpdateTable {
  id: string
  action_id: string
  happened_on: IsoDate
  words: string
  status: StoredStatus
  next_step: string
  ask: string
  by_name: string
  review_id: string | null
  version: number
}

/** One action waits for another. */
export interface PlanNeedTable {
  id: string
  action_id: string
  needs_id: string
  version: number
}

export interface PlanCycleTable {
  id: string
  action_id: string
  number: number
  aim: string
  plan_words: string
  do_words: string
  study_words: string
  act_words: string
  started_on: IsoDate
  ended_on: IsoDate | null
  outcome: 'adopt' | 'adapt' | 'abandon' | null
  version: number
}

export interface PlanMoveTable {
  id: string
  action_id: string
  moved_on: IsoDate
  by_name: string
  from_start: IsoDate
  to_start: IsoDate
  from_due: IsoDate
  to_due: IsoDate
  reason: string | null
  review_id: string | null
  version: number
}

export interface PlanActionMeasureTable {
  id: string
  action_id: string
  measure_code: string
  /** In the unit of the measure; a share from 0 to 1. */
  target_value: number | null
  /** `YYYY-MM`. */
  target_by: string | null
  version: number
}

/** The figure of a measure as a plan keeps it. Months, figure and rule are null until it is frozen. */
export interface PlanBaselineTable {
  id: string
  plan_id: string
  measure_code: string
  /** 0: at the beginning; 1 to 3: at the end of that year. */
  year: number
  month_from: string | null
  month_to: string | null
  /** JSON of a figure of the library. */
  figure: string | null
  rule_version: string | null
  frozen_on: IsoDate | null
  version: number
}

export interface PlanDriverTable {
  id: string
  plan_id: string
  parent_id: string | null
  kind: 'aim' | 'primary' | 'secondary' | 'idea'
  words: string
  action_id: string | null
  position: number
  version: number
}

export interface PlanTables {
  plan: PlanTable
  plan_objective: PlanObjectiveTable
  plan_action: PlanActionTable
  plan_action_objective: PlanActionObjectiveTable
  plan_milestone: PlanMilestoneTable
  plan_update: PlanUpdateTable
  plan_need: PlanNeedTable
  plan_cycle: PlanCycleTable
  plan_move: PlanMoveTable
  plan_action_measure: PlanActionMeasureTable
  plan_baseline: PlanBaselineTable
  plan_driver: PlanDriverTable
}
