import type { Plan, PlanActionDetail } from '#shared/features/plan/schema.ts'
import type { PlanWrite } from './use-plan-write.ts'

/** What every part of the page of an action is given. */
export interface ActionPart {
  readonly action: PlanActionDetail
  /** The plan that it stands in, for the other actions and objectives it names. */
  readonly plan: Plan
  /** Whether anything may be changed: by whoever is signed in, in a plan that is not closed. */
  readonly mayWrite: boolean
  readonly write: PlanWrite
  readonly onFailure: (words: string) => void
}
