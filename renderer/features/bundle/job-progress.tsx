import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { ProgressBar } from '#renderer/ui/progress-panel.tsx'
import type { Progress } from '#shared/contract/define.ts'
import classes from './bundle.module.css'

const countWords = ({ done, total, unit }: Progress): string =>
  total === null
    ? `${done.toLocaleString('en-GB')} ${unit}`
    : `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} ${unit}`

/** How far it is, and a way to stop it that leaves nothing behind. */
export const JobProgress = ({
  progress,
  onStop,
  stopped,
}: {
  readonly progress: Progress | null
  readonly onStop: () => void
  /** What stopping leaves: said beside the button. */
  readonly stopped: string
}): ReactNode => (
  <div className={classes.form}>
    <span role="status">{progress?.step ?? 'Starting'}</span>
    <ProgressBar
      label={progress?.step ?? 'Starting'}
      value={progress?.total ? (progress.done / progress.total) * 100 : undefined}
    />
    <div className={classes.actions}>
      <Button onClick={onStop}>Stop</Button>
      <span className={classes.quiet}>
        {progress === null ? '' : `${countWords(progress)}. `}
        {stopped}
      </span>
    </div>
  </div>
)
