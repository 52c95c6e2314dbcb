import { IconFileExport, IconFileText, IconLockOpen } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { dayOf, timeOf } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { reviewName } from '#shared/features/reviews/rules.ts'
import type { Review } from '#shared/features/reviews/schema.ts'
import { paperPath } from './review-address.ts'
import { Asks, Decisions, SaidSteps, StatusCounts } from './said-list.tsx'
import { usePaperFiles } from './use-paper-files.tsx'
import classes from './reviews.module.css'

/** Who wrote what at a review, the newest first. */
const ReviewHistory = ({ id }: { readonly id: string }): ReactNode => {
  const asked = useCoreQuery('reviews', 'history', { id })
  return (
    <Panel title="Who wrote what" padding="flush">
      <ul className={classes.list} aria-label="History of the review">
        {(asked.data ?? []).map(({ at, by, what, codes }) => (
          <li key={`${at} ${what} ${codes.join()}`} className={classes.line}>
            <span className={classes.words}>
              <b>{codes.length === 0 ? what : `${what}: ${codes.join(', ')}`}</b>
              <small>{`${by}, ${formatIsoDate(dayOf(at))} at ${timeOf(at)}`}</small>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type ClosedReviewProps = { readonly plan: Plan; readonly review: Review; readonly mayWrite: boolean }

/** A review as it was at its close. */
export const ClosedReview = ({ plan, review, mayWrite }: ClosedReviewProps): ReactNode => {
  const [, goTo] = usePath()
  const [failure, setFailure] = useState<string | null>(null)
  const files = usePaperFiles(review.id)
  const reopen = async (): Promise<void> => {
    const work = core.reviews.reopen({ id: review.id, version: review.version })
    const { refused } = await doUndoable(work, 'The review is open again.', setFailure)
    if (refused !== null) setFailure(refused.message)
  }
  useCommands([
    {
      id: 'review.paper',
      title: 'See the board paper',
      group: 'On this page',
      keys: ['B'],
      icon: IconFileText,
      run: () => goTo(paperPath(review.id)),
    },
  ])
  return (
    <Page>
      <PageHeader
        title={reviewName(plan.startsOn, review)}
        actions={
          <>
            <Link href={paperPath(review.id)} asChild>
              <ButtonLink kind="filled" icon={IconFileText} keys="B">
                Board paper
              </ButtonLink>
            </Link>
            {files.write !== undefined && (
              <Button icon={IconFileExport} keys="W" onClick={files.write}>
                Write to files
              </Button>
            )}
            {mayWrite && (
              <Button icon={IconLockOpen} onClick={() => void reopen()}>
                Open again
              </Button>
            )}
          </>
        }
      >
        {`Led by ${review.ledBy}, begun ${formatIsoDate(review.openedOn)}, closed ${formatIsoDate(review.closedOn ?? review.openedOn)}. Everything here is as it was then.`}
      </PageHeader>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      <div className={classes.columns}>
        <div className={classes.wide}>
          {review.summary !== '' && (
            <Panel title="In sum">
              <p className={classes.said}>{review.summary}</p>
            </Panel>
          )}
          <Panel title="What was said" padding="flush">
            <SaidSteps steps={review.steps} />
          </Panel>
        </div>
        <div className={classes.beside}>
          <Panel title="How the actions stood" padding="flush">
            <StatusCounts steps={review.steps} />
          </Panel>
          <Panel title="What we ask" padding="flush">
            <Asks steps={review.steps} />
          </Panel>
          <Panel title="Decisions" padding="flush">
            <Decisions decisions={review.decisions} />
          </Panel>
          <ReviewHistory id={review.id} />
        </div>
      </div>
      {files.dialog}
    </Page>
  )
}
