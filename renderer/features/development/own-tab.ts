import type { OwnLearning } from '#shared/features/development/schema.ts'

/** What each list of one's own learning is given. */
export interface OwnTabProps {
  readonly own: OwnLearning
  readonly mayWrite: boolean
  /** Hears why something was refused. */
  readonly onFailure: (words: string) => void
}
