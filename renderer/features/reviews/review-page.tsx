import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { ClosedReview } from './closed-review.tsx'
import { OpenReview } from './open-review.tsx'

/** `/plan/reviews/:id`: one review, gone through while it is open and read when it is closed. */
export const ReviewPage = ({ id }: { readonly id: string }): ReactNode => {
  usePageTitle('planReview')
  useBreadcrumbs([
    { label: 'Action plan', path: '/plan' },
    { label: 'Reviews', path: '/plan/reviews' },
    { label: 'Review' },
  ])
  const review = useCoreQuery('reviews', 'get', { id }, { keepPrevious: true })
  const planId = review.data?.planId ?? ''
  const plan = useCoreQuery('plan', 'get', { id: planId }, { enabled: planId !== '', keepPrevious: true })
  const mayEdit = useMay('plan.write')
  const [isTyped, setTyped] = useState(false)
  const error = review.error ?? plan.error
  if (review.data !== undefined && plan.data !== undefined) {
    const mayWrite = mayEdit && plan.data.state !== 'closed'
    const isOpen = review.data.state === 'open'
    // Closed in another window, it would take along what is typed here.
    return (isOpen || isTyped) && mayWrite ? (
      <OpenReview plan={plan.data} review={review.data} onTyped={setTyped} />
    ) : (
      <ClosedReview plan={plan.data} review={review.data} mayWrite={mayWrite} />
    )
  }
  if (error === null) return <SkeletonPanel label="Loading the review" lines={10} />
  return (
    <EmptyState
      scale="page"
      title="This review cannot be shown"
      actions={
        <Link href="/plan/reviews" asChild>
          <ButtonLink kind="filled">Go to the reviews</ButtonLink>
        </Link>
      }
    >
      {error.message}
    </EmptyState>
  )
}
