import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { classNames } from '#renderer/ui/class-names.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { Plan } from '#shared/features/plan/schema.ts'
import { NoPlanYet } from './no-plan-yet.tsx'
import { type PlanStep, PlanSteps } from './plan-steps.tsx'
import classes from './step-page.module.css'

interface StepPageProps {
  readonly step: PlanStep
  readonly title: string
  readonly lead: ReactNode
  readonly plan: Pick<Plan, 'state'>
  readonly actions?: ReactNode
  /** A refusal that belongs to no field. */
  readonly failure?: string | null
  /** The whole width of the window, for a wall. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The frame of every step on the way to a plan: the steps, what this one is for, and what can be done. */
export const StepPage = ({ step, title, lead, plan, actions, failure, wide, children }: StepPageProps): ReactNode => {
  usePageTitle('plan')
  useBreadcrumbs([{ label: 'Action plan', path: '/plan' }, { label: title }])
  return (
    <div className={classNames(classes.page, wide === true && classes.wide)}>
      <PlanSteps current={step} plan={plan} />
      <header className={classes.head}>
        <div>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        {actions !== undefined && <div className={classes.headActions}>{actions}</div>}
      </header>
      {(failure ?? null) !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      {children}
    </div>
  )
}

/** A page about the plan that is worked with. Without one it offers to begin. */
export const WithPlan = ({ children }: { readonly children: (plan: Plan) => ReactNode }): ReactNode => {
  const plan = useCoreQuery('plan', 'current', {})
  if (plan.data === undefined)
    return (
      <div className={classes.page}>
        {plan.error === null ? (
          <SkeletonPanel label="Loading the plan" lines={6} />
        ) : (
          <InlineAlert tone="bad" spoken title="The plan could not be read">
            {plan.error.message}
          </InlineAlert>
        )}
      </div>
    )
  return plan.data === null ? <NoPlanYet /> : children(plan.data)
}
