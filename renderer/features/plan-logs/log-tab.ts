import type { Plan } from '#shared/features/plan/schema.ts'

/** What each log is given. */
export interface LogTabProps {
  readonly plan: Plan
  readonly mayWrite: boolean
  /** Hears why something was refused. */
  readonly onFailure: (words: string) => void
}
