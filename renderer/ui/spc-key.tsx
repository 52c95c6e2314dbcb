import type { ReactNode } from 'react'
import type { SpcChart, SpcPoint } from '#shared/statistics/spc-types.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'
import chartClasses from './chart/chart.module.css'
import { spcShape } from './spc-drawing.tsx'
import type { SpcMark } from './spc-marks.ts'

const dashes = { mean: undefined, limit: '6 4', target: '1 4', rebase: '8 3', note: '2 3', path: '2 5' } as const

const LineKey = ({ colour, dash }: { readonly colour: string; readonly dash: string | undefined }): ReactNode => (
  <svg width="1.75rem" height="0.75rem" viewBox="0 0 28 12" aria-hidden="true" data-mark>
    <path d="M1 6h26" stroke={colour} strokeWidth="2" strokeDasharray={dash} strokeLinecap="round" />
  </svg>
)

const PointKey = ({ variation }: { readonly variation: SpcPoint['variation'] }): ReactNode => (
  <svg width="1rem" height="1rem" viewBox="-8 -8 16 16" aria-hidden="true" data-mark>
    {spcShape(variation)}
  </svg>
)

const MarkKey = ({ isRebase }: { readonly isRebase: boolean }): ReactNode => (
  <svg width="0.75rem" height="1rem" viewBox="0 0 12 16" aria-hidden="true" data-mark>
    <path d="M6 1v14" stroke="var(--text-2)" strokeDasharray={dashes[isRebase ? 'rebase' : 'note']} />
  </svg>
)

type SpcKeyProps = {
  readonly chart: SpcChart
  readonly marks: readonly SpcMark[]
  readonly format: (value: number) => string
  /** Whether the path to a target is drawn. */
  readonly hasPath?: boolean
}

/** What the shapes and lines of an SPC chart mean. */
export const SpcKey = ({ chart, marks, format, hasPath = false }: SpcKeyProps): ReactNode => (
  <ul className={chartClasses.key} aria-label="Key">
    <li>
      <PointKey variation="common cause" /> no change seen
    </li>
    {chart.better === 'neither' ? (
      <li>
        <PointKey variation="neither high" /> changed
      </li>
    ) : (
      <>
        <li>
          <PointKey variation="improving high" /> improving
        </li>
        <li>
          <PointKey variation="concerning high" /> concerning
        </li>
      </>
    )}
    <li>
      <LineKey colour="var(--spc-mean)" dash={dashes.mean} /> mean
    </li>
    <li>
      <LineKey colour="var(--spc-limit)" dash={dashes.limit} /> limits
    </li>
    {chart.target !== null && (
      <li>
        <LineKey colour="var(--spc-target)" dash={dashes.target} /> target {format(chart.target)}
        {chart.targetFrom !== null && ` from ${spcMonth(chart.targetFrom)}`}
      </li>
    )}
    {hasPath && (
      <li>
        <LineKey colour="var(--spc-target)" dash={dashes.path} /> path to the target
      </li>
    )}
    {marks.some(({ isRebase }) => isRebase) && (
      <li>
        <MarkKey isRebase /> limits begin anew
      </li>
    )}
    {marks.some(({ isRebase }) => !isRebase) && (
      <li>
        <MarkKey isRebase={false} /> note
      </li>
    )}
  </ul>
)
