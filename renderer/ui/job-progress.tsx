import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Progress } from '#shared/contract/define.ts'
import { Button } from './button.tsx'
import { PaceMeter, paceWords } from './pace.ts'
import { ProgressPanel } from './progress-panel.tsx'

const LOOK_EVERY = 1_000

/** Looked at on a timer: words that changed with every message would be unreadable. */
const usePaceWords = (progress: Progress | null): string | null => {
  const [words, setWords] = useState<string | null>(null)
  const latest = useRef(progress)
  const meter = useRef<{ step: string | null; of: PaceMeter }>({ step: null, of: new PaceMeter() })
  useEffect(() => {
    latest.current = progress
    if (progress === null) return
    if (meter.current.step !== progress.step) meter.current = { step: progress.step, of: new PaceMeter() }
    meter.current.of.note(progress.done, performance.now())
  }, [progress])
  useEffect(() => {
    const timer = setInterval(() => {
      const now = latest.current
      const pace = now === null ? null : meter.current.of.pace(now.total, performance.now())
      setWords(now === null || pace === null ? null : paceWords(pace, now.unit))
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [])
  return words
}

/** "1,200 of 6,000 rows", "1,200 rows so far". */
const countWords = ({ done, total, unit }: Progress): string =>
  total === null
    ? `${done.toLocaleString('en-GB')} ${unit} so far`
    : `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} ${unit}`

const percentOf = (progress: Progress | null): number | undefined =>
  progress === null || progress.total === null || progress.total === 0
    ? undefined
    : (100 * progress.done) / progress.total

/** One step of a job. */
export interface JobStep {
  /** As the core reports it. */
  readonly code: string
  readonly title: string
  readonly detail?: string
}

interface JobProgressProps {
  readonly progress: Progress | null
  /** What is going on, until the core names a step. */
  readonly title: string
  /** The steps there will be, where they are known; without them only the present one is shown. */
  readonly steps?: readonly JobStep[]
  /** How far the whole is, where steps take very different times; left out, how far the step is. */
  readonly percentAt?: (step: number, ofStep: number) => number
  /** What stopping leaves behind: "If you cancel, nothing is saved." */
  readonly children: ReactNode
  /** Left out where it can no longer be stopped. */
  readonly onCancel?: (() => void) | undefined
}

/** Any long job: what it does, how fast, how long that will take, and how to stop it. */
export const JobProgress = (props: JobProgressProps): ReactNode => {
  const { progress, title, steps = [], percentAt, children, onCancel } = props
  const pace = usePaceWords(progress)
  const current = Math.max(
    0,
    steps.findIndex(({ code }) => code === progress?.step),
  )
  const stateAt = (index: number): 'done' | 'now' | 'later' => {
    if (index < current) return 'done'
    return index === current ? 'now' : 'later'
  }
  const percent = percentOf(progress)
  const counted =
    progress === null || (progress.done === 0 && progress.total === null) ? undefined : countWords(progress)
  return (
    <ProgressPanel
      title={steps[current]?.title ?? progress?.step ?? title}
      percent={percentAt === undefined ? percent : percentAt(current, (percent ?? 0) / 100)}
      steps={steps.map(({ title: name, detail }, index) => ({
        title: name,
        ...(detail === undefined ? {} : { detail }),
        state: stateAt(index),
        ...(index === current && counted !== undefined ? { aside: counted } : {}),
      }))}
      actions={onCancel === undefined ? undefined : <Button onClick={onCancel}>Cancel</Button>}
    >
      {[steps.length === 0 && counted !== undefined ? `${counted}.` : '', pace ?? ''].filter(Boolean).join(' ')}{' '}
      {children}
    </ProgressPanel>
  )
}
