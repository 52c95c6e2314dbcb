import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { AppError } from '#shared/contract/errors.ts'

/** Stands in for a page about the plan while it is on its way, where it could not be read, and where there is none. */
export const PlanMissing = ({
  error,
  none,
}: {
  readonly error: AppError | null
  readonly none: boolean
}): ReactNode => {
  if (error === null && !none) return <SkeletonPanel label="Loading the plan" lines={8} />
  return (
    <EmptyState
      scale="page"
      title={none ? 'There is no plan yet' : 'The plan cannot be shown'}
      actions={
        <Link href="/plan" asChild>
          <ButtonLink kind="filled">Go to the action plan</ButtonLink>
        </Link>
      }
    >
      {error?.message ?? 'Risks, decisions, sessions and reviews belong to a plan. Begin one first.'}
    </EmptyState>
  )
}
