import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { PlanMissing, usePlanShown } from '#renderer/features/plan-logs/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { useKeepFocus } from '#renderer/ui/keep-focus.ts'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { planLine } from '#shared/features/plan/public.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { type DueReview, likeliestReview, reviewName, reviewsToStart } from '#shared/features/reviews/rules.ts'
import type { ReviewLine } from '#shared/features/reviews/schema.ts'
import { paperPath, REVIEWS_ADDRESS, reviewPath } from './review-address.ts'
import { StartDialog } from './start-dialog.tsx'
import classes from './reviews.module.css'

type LineProps = {
  readonly plan: Plan
  readonly review: ReviewLine
  readonly onRemove: (() => void) | undefined
}

const Standing = ({ review: { closedOn, done, total } }: { readonly review: ReviewLine }): ReactNode =>
  closedOn === null ? (
    <StatusMark kind="due">{`Open, ${done} of ${total} gone through`}</StatusMark>
  ) : (
    <StatusMark kind="done">{`Closed ${formatIsoDate(closedOn)}`}</StatusMark>
  )

const Line = ({ plan, review, onRemove }: LineProps): ReactNode => (
  <li className={classes.line}>
    <span className={classes.words}>
      <Link href={reviewPath(review.id)}>{reviewName(plan.startsOn, review)}</Link>
      <small>{`Led by ${review.ledBy}, begun ${formatIsoDate(review.openedOn)}`}</small>
    </span>
    <span className={classes.standing}>
      <Standing review={review} />
    </span>
    <span className={classes.does}>
      <Link href={paperPath(review.id)}>{review.state === 'open' ? 'Draft paper' : 'Board paper'}</Link>
      {onRemove !== undefined && review.state === 'open' && (
        <Button size="small" kind="quiet" onClick={onRemove}>
          Remove
        </Button>
      )}
    </span>
  </li>
)

const Loaded = ({ plan, mayWrite }: { readonly plan: Plan; readonly mayWrite: boolean }): ReactNode => {
  const asked = useCoreQuery('reviews', 'list', { planId: plan.id })
  const [starting, setStarting] = useState<DueReview | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const reviews = asked.data
  const part = useKeepFocus<HTMLDivElement>(String(reviews?.length))
  const due =
    mayWrite && plan.state === 'signed' && reviews !== undefined ? reviewsToStart(plan.startsOn, reviews, dayNow()) : []
  const likeliest = likeliestReview(due, dayNow())
  const begin = likeliest === undefined ? undefined : () => setStarting(likeliest)
  useCommands(
    begin === undefined
      ? []
      : [
          {
            id: 'reviews.start',
            title: 'Begin a review',
            group: 'On this page',
            keys: ['N'],
            icon: IconPlus,
            run: begin,
          },
        ],
  )
  const remove = async ({ id, version }: ReviewLine): Promise<void> => {
    const { refused } = await doUndoable(core.reviews.remove({ id, version }), 'The review is removed.', setFailure)
    if (refused !== null) setFailure(refused.message)
  }
  return (
    <Page>
      <PageHeader
        title="Reviews of the plan"
        actions={
          begin && (
            <Button kind="filled" icon={IconPlus} keys="N" onClick={begin}>
              Begin a review
            </Button>
          )
        }
      >
        {planLine(plan, dayNow())}
      </PageHeader>
      {(failure ?? asked.error) !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure ?? asked.error?.message}
        </InlineAlert>
      )}
      {reviews === undefined && asked.error === null && <SkeletonPanel label="Loading the reviews" lines={5} />}
      <div ref={part} tabIndex={-1} className={classes.held}>
        {reviews?.length === 0 && (
          <Panel>
            <EmptyState
              title="No review has been held yet"
              steps={[
                'Begin the review of a quarter: it goes through every action that is open, one at a time.',
                'Say of each what happened, how it stands, what comes next and what you ask. Or pass over it.',
                'Close it: the board paper is made from what was said, and kept.',
              ]}
            >
              {plan.state === 'draft'
                ? 'A draft is not reviewed: sign the plan first.'
                : 'A quarter takes about half an hour.'}
            </EmptyState>
          </Panel>
        )}
        {reviews !== undefined && reviews.length > 0 && (
          <Panel title="Reviews held" padding="flush">
            <ul className={classes.list} aria-label="Reviews">
              {reviews.map((review) => (
                <Line
                  key={review.id}
                  plan={plan}
                  review={review}
                  onRemove={mayWrite ? () => void remove(review) : undefined}
                />
              ))}
            </ul>
          </Panel>
        )}
        {due.length > 0 && (
          <Panel title="To be held" aside="Quarters that have begun" padding="flush">
            <ul className={classes.list} aria-label="Reviews to be held">
              {due.slice(0, 4).map((one) => (
                <li key={`${one.kind} ${one.quarter}`} className={classes.line}>
                  <span className={classes.words}>
                    <b>{reviewName(plan.startsOn, one)}</b>
                    <small>{`${formatIsoDate(one.from)} to ${formatIsoDate(one.to)}`}</small>
                  </span>
                  <span className={classes.does}>
                    <Button size="small" onClick={() => setStarting(one)}>
                      Begin
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
      {starting !== null && (
        <StartDialog
          plan={plan}
          due={due}
          chosen={starting}
          onClose={() => setStarting(null)}
          onFailedUndo={setFailure}
        />
      )}
    </Page>
  )
}

/** `/plan/reviews`: the reviews of the plan, and those that are to be held. */
export const ReviewsPage = (): ReactNode => {
  usePageTitle('planReviews')
  useBreadcrumbs([{ label: 'Action plan', path: '/plan' }, { label: 'Reviews' }])
  const [address] = useUrlState(REVIEWS_ADDRESS)
  const { plan, error, mayWrite } = usePlanShown(address.plan)
  if (plan == null) return <PlanMissing error={error} none={plan === null} />
  return <Loaded plan={plan} mayWrite={mayWrite} />
}
