import type { ReactNode } from 'react'
import { dayOf, timeOf } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import classes from './changes.module.css'

/** What was there and what is; of something added or removed only that it was. */
const changeWords = (before: string, after: string): ReactNode => {
  if (before === '') return after
  return after === '' ? (
    <>
      was <b>{before}</b>
    </>
  ) : (
    <>
      was <b>{before}</b>, now <b>{after}</b>
    </>
  )
}

type ChangesDrawerProps = {
  readonly planId: string
  /** Null for the whole plan with its reviews, logs and contacts. */
  readonly actionId: string | null
  readonly title: string
  readonly onClose: () => void
}

const MOST = 200

/** Who changed what of a plan or of one action, the newest first. */
export const ChangesDrawer = ({ planId, actionId, title, onClose }: ChangesDrawerProps): ReactNode => {
  const { data, error } = useCoreQuery('plan', 'history', { planId, actionId, limit: MOST })
  return (
    <Drawer open title={title} width={520} onClose={onClose}>
      {error !== null && <InlineAlert tone="bad">{error.message}</InlineAlert>}
      {data === undefined && error === null && <SkeletonPanel label="Loading the history" lines={6} />}
      {data?.length === 0 && <p className={classes.nothing}>Nothing has been changed yet.</p>}
      <ol className={classes.history} aria-label="Changes">
        {data?.map(({ at, by, what, changes }, index) => (
          // Two changes may carry the same time; their order never changes.
          <li key={`${index} ${at}`}>
            <b>{what}</b>
            <small>
              {by}, {formatIsoDate(dayOf(at))} {timeOf(at)}
            </small>
            {changes.length > 0 && (
              <dl>
                {changes.map(({ field, before, after }, place) => (
                  // A field may be named twice; the order never changes.
                  <div key={`${place} ${field}`}>
                    <dt>{field}</dt>
                    <dd>{changeWords(before, after)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
