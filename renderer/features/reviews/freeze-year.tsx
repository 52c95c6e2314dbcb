import { IconSnowflake } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { quarterFrom, reviewPeriod } from '#shared/features/reviews/rules.ts'
import type { Review } from '#shared/features/reviews/schema.ts'
import classes from './reviews.module.css'

type FreezeYearProps = {
  readonly plan: Plan
  readonly review: Review
  readonly onFailure: (words: string) => void
}

/** Offers to freeze the figures of the year that ends, from its last day on. */
export const FreezeYear = ({ plan, review, onFailure }: FreezeYearProps): ReactNode => {
  const year = quarterFrom(plan.startsOn, review.quarter)?.year
  if (year === undefined) return null
  const { to } = reviewPeriod(plan.startsOn, review)
  const frozen = plan.baselines.filter((one) => one.year === year && one.frozenOn !== null)
  const freeze = async (): Promise<void> => {
    const done = await doUndoable(
      core.plan.freezeYear({ planId: plan.id, year }),
      `The figures of year ${year} are frozen.`,
      onFailure,
    )
    if (done.refused !== null) onFailure(done.refused.message)
  }
  return (
    <Panel title={`Figures of year ${year}`}>
      <div className={classes.close}>
        {frozen.length > 0 ? (
          <StatusMark kind="done">
            {`${frozen.length === 1 ? '1 figure' : `${frozen.length} figures`} frozen ${formatIsoDate(frozen[0]?.frozenOn ?? to)}`}
          </StatusMark>
        ) : (
          <>
            <p>Frozen figures stay as they are now, so that the next year is held against them.</p>
            <Button
              icon={IconSnowflake}
              whyNot={dayNow() < to ? `The year goes on until ${formatIsoDate(to)}` : undefined}
              onClick={() => void freeze()}
            >
              {`Freeze the figures of year ${year}`}
            </Button>
          </>
        )}
      </div>
    </Panel>
  )
}
