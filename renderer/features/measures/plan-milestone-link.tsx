import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'

type PlanMilestoneLinkProps = { readonly actionId: string; readonly code: string }

/** The way from a milestone on a chart to its action. */
export const PlanMilestoneLink = ({ actionId, code }: PlanMilestoneLinkProps): ReactNode => (
  <>
    {' '}
    <Link href={`/plan/actions/${actionId}`}>Action {code}</Link>
  </>
)
