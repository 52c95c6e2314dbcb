import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { ProgressPanel } from '#renderer/ui/progress-panel.tsx'
import type { Progress } from '#shared/contract/define.ts'
import { counted } from './import-words.ts'

/** Names of the steps, as the core reports them. */
const STEPS = [
  { title: 'Bringing in people', detail: 'All of them or none, while a backup of the register as it was is made' },
  { title: 'Verifying the backup', detail: 'Copied, opened and counted before anything is kept' },
  { title: 'Counting again', detail: 'What is stored against what you were shown' },
] as const

const stateOf = (index: number, current: number): 'done' | 'now' | 'later' => {
  if (index < current) return 'done'
  return index === current ? 'now' : 'later'
}

const percentOf = (current: number, { done, total }: Progress): number | undefined => {
  if (current > 0) return 100
  return total === null || total === 0 ? undefined : (done / total) * 100
}

/** People a second since the first of them, and how long the rest will take, in words. */
const paceWords = (progress: Progress, startedAt: number, now: number): string | null => {
  const seconds = (now - startedAt) / 1000
  if (progress.total === null || progress.done === 0 || seconds < 1) return null
  const pace = progress.done / seconds
  const left = Math.ceil((progress.total - progress.done) / pace)
  return `${counted(Math.round(pace), 'person', 'people')} a second, about ${counted(left, 'second')} left.`
}

const PACE_EVERY = 500

/** Looked at on a timer: a pace that changed with every message would be unreadable. */
const usePace = (progress: Progress | null): string | null => {
  const [words, setWords] = useState<string | null>(null)
  const latest = useRef(progress)
  useEffect(() => {
    latest.current = progress
  })
  const isStoring = progress?.step === STEPS[0].title
  useEffect(() => {
    if (!isStoring) return
    const startedAt = performance.now()
    const timer = setInterval(
      () => setWords(latest.current === null ? null : paceWords(latest.current, startedAt, performance.now())),
      PACE_EVERY,
    )
    return () => clearInterval(timer)
  }, [isStoring])
  return isStoring ? words : null
}

/** How far the import is, and a way to stop it that leaves nothing behind. */
export const CommitProgress = ({
  progress,
  onStop,
}: {
  readonly progress: Progress | null
  readonly onStop: () => void
}): ReactNode => {
  const pace = usePace(progress)
  const current = Math.max(
    0,
    STEPS.findIndex(({ title }) => title === progress?.step),
  )
  return (
    <>
      <ProgressPanel
        title={STEPS[current]?.title ?? 'Bringing in people'}
        percent={progress === null ? 0 : percentOf(current, progress)}
        steps={STEPS.map(({ title, detail }, index) => ({
          title,
          detail,
          state: stateOf(index, current),
          ...(index === 0 && index === current && progress !== null
            ? {
                aside: `${progress.done.toLocaleString('en-GB')} of ${(progress.total ?? 0).toLocaleString('en-GB')} people`,
              }
            : {}),
        }))}
        actions={<Button onClick={onStop}>Stop</Button>}
      >
        {pace ?? 'You can stop until the last step is done.'}
      </ProgressPanel>
      <InlineAlert>If you stop, nothing is saved and the register stays as it was.</InlineAlert>
    </>
  )
}
