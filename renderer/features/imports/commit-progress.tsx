import type { ReactNode } from 'react'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import type { Progress } from '#shared/contract/define.ts'

/** The steps, as the core reports them. */
const STEPS = [
  {
    code: 'Bringing in people',
    title: 'Bringing in people',
    detail: 'All of them or none, while a backup of the register as it was is made',
  },
  {
    code: 'Verifying the backup',
    title: 'Verifying the backup',
    detail: 'Copied, opened and counted before anything is kept',
  },
  { code: 'Counting again', title: 'Counting again', detail: 'What is stored against what you were shown' },
] as const

/** How far the import is, and a way to stop it that leaves nothing behind. */
export const CommitProgress = ({
  progress,
  onCancel,
}: {
  readonly progress: Progress | null
  readonly onCancel: () => void
}): ReactNode => (
  <JobProgress progress={progress} title="Bringing in people" steps={STEPS} onCancel={onCancel}>
    If you cancel, nothing is saved and the register stays as it was.
  </JobProgress>
)
