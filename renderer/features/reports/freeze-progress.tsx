import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { ProgressPanel } from '#renderer/ui/progress-panel.tsx'
import type { Progress } from '#shared/contract/define.ts'
import { FREEZE_STEPS } from '#shared/features/reports/steps.ts'

/** Where on the bar each step begins: reading everyone takes most of the time. */
const STARTS_AT = [0, 70, 82, 95] as const

const percentAt = (step: number, progress: Progress | null): number => {
  const start = STARTS_AT[step] ?? 0
  const share =
    progress?.total === null || progress === null || progress.total === 0 ? 0 : progress.done / progress.total
  return start + share * ((STARTS_AT[step + 1] ?? 100) - start)
}

/** How far the freezing is. Stopping it saves nothing. */
export const FreezeProgress = ({
  progress,
  onStop,
}: {
  readonly progress: Progress | null
  readonly onStop: () => void
}): ReactNode => {
  const current = Math.max(
    0,
    FREEZE_STEPS.findIndex(({ code }) => code === progress?.step),
  )
  const stateAt = (index: number): 'done' | 'now' | 'later' => {
    if (index < current) return 'done'
    return index === current ? 'now' : 'later'
  }
  const counted =
    progress?.total === null || progress === null
      ? undefined
      : `${progress.done.toLocaleString('en-GB')} of ${progress.total.toLocaleString('en-GB')} ${progress.unit}`
  return (
    <ProgressPanel
      title={FREEZE_STEPS[current]?.title ?? 'Freezing the figures'}
      percent={percentAt(current, progress)}
      steps={FREEZE_STEPS.map(({ title, detail }, index) => ({
        title,
        detail,
        state: stateAt(index),
        ...(index === current && counted !== undefined ? { aside: counted } : {}),
      }))}
      actions={<Button onClick={onStop}>Stop</Button>}
    >
      If you stop, nothing is saved and nothing is sent. Your choices stay as they are.
    </ProgressPanel>
  )
}
