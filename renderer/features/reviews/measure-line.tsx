import type { ReactNode } from 'react'
import { MiniRun } from '#renderer/features/plan/public.ts'
import type { MeasureRun } from '#shared/features/plan/schema.ts'
import { measureNow } from '#shared/features/reviews/measure-words.ts'
import { VARIATION_WORDS } from '#shared/statistics/spc-words.ts'
import classes from './reviews.module.css'

/** One measure of an action: its run in small, what it is now, and whether it is changing, in words. */
export const MeasureLine = ({ run }: { readonly run: MeasureRun }): ReactNode => (
  <li className={classes.run}>
    <span className={classes.runWords}>
      <b>{run.title}</b>
      <small>{measureNow(run)}</small>
    </span>
    <MiniRun run={run} width={160} height={36} />
    <small>{`${VARIATION_WORDS[run.variation].sentence}.`}</small>
  </li>
)
