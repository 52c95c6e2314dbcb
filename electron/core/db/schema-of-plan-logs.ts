import type { IsoDate } from '#shared/domain/partial-date.ts'

export interface PlanRiskTable {
  id: string
  plan_id: string
  words: string
  /** 1 to 5. */
  likelihood: number
  /** 1 to 5. */
  impact: number
  response: string
  owner_name: string | null
  action_id: string | null
  raised_on: IsoDate
  closed_on: IsoDate | null
  version: number
}

/** What a year of a plan is funded with. */
export interface PlanFundingTable {
  id: string
  plan_id: string
  /** 1 to 3. */
  year: number
  hours: number
  pence: number | null
  version: number
}

/** A session of the lead: hours spent, and on what. */
export interface PlanSessionTable {
  id: string
  plan_id: string
  held_on: IsoDate
  hours: number
  words: string
  action_id: string | null
  version: number
}

export interface PlanReviewTable {
  id: string
  plan_id: string
  kind: 'quarter' | 'year_end'
  /** Such as 2026-07. */
  quarter: string
  state: 'open' | 'closed'
  led_by: string
  opened_on: IsoDate
  closed_on: IsoDate | null
  summary: string
  /** JSON list of the actions gone through with their statuses at the start. */
  walk: string
  /** JSON list of ids of actions that nothing was said about. */
  passed: string
  /** JSON of the board paper; null while the review is open. */
  paper: string | null
  version: number
}

export interface PlanDecisionTable {
  id: string
  plan_id: string
  decided_on: IsoDate
  words: string
  why: string
  decided_by: string
  action_id: string | null
  review_id: string | null
  version: number
}

export interface PlanLogTables {
  plan_risk: PlanRiskTable
  plan_funding: PlanFundingTable
  plan_session: PlanSessionTable
  plan_review: PlanReviewTable
  plan_decision: PlanDecisionTable
}
