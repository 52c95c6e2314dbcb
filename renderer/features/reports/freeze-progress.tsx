import type { ReactNode } from 'react'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import type { Progress } from '#shared/contract/define.ts'
import { FREEZE_STEPS } from '#shared/features/reports/steps.ts'

/** Where on the bar each step begins: reading everyone takes most of the time. */
const STARTS_AT = [0, 70, 82, 95] as const

const percentAt = (step: number, ofStep: number): number => {
  const start = STARTS_AT[step] ?? 0
  return start + ofStep * ((STARTS_AT[step + 1] ?? 100) - start)
}

/** How far the freezing is. Stopping it saves nothing. */
export const FreezeProgress = ({
  progress,
  onStop,
}: {
  readonly progress: Progress | null
  readonly onStop: () => void
}): ReactNode => (
  <JobProgress
    progress={progress}
    title="Freezing the figures"
    steps={FREEZE_STEPS}
    percentAt={percentAt}
    onCancel={onStop}
  >
    If you cancel, nothing is saved and nothing is sent. Your choices stay as they are.
  </JobProgress>
)
