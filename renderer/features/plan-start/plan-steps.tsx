import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { Plan } from '#shared/features/plan/schema.ts'
import classes from './step-page.module.css'

/** The way from a blank board to a signed plan, each step at its own address. */
export const PLAN_STEPS = [
  { code: 'write', title: 'Write notes', path: '/plan/brainstorm' },
  { code: 'group', title: 'Group', path: '/plan/brainstorm?step=group' },
  { code: 'baseline', title: 'Baseline', path: '/plan/baseline' },
  { code: 'draft', title: 'Draft', path: '/plan/draft' },
  { code: 'sign', title: 'Sign', path: '/plan/draft?sign=1' },
] as const
export type PlanStep = (typeof PLAN_STEPS)[number]['code']

interface PlanStepsProps {
  readonly current: PlanStep
  readonly plan: Pick<Plan, 'state'>
}

/** Where we are on the way to a signed plan. Every step can be gone to, backwards and forwards: nothing is lost by it. */
export const PlanSteps = ({ current, plan }: PlanStepsProps): ReactNode => {
  const at = PLAN_STEPS.findIndex(({ code }) => code === current)
  const steps = plan.state === 'draft' ? PLAN_STEPS : PLAN_STEPS.filter(({ code }) => code !== 'sign')
  return (
    <nav aria-label="Steps to a plan" className={classes.steps} data-print="hide">
      <ol>
        {steps.map(({ code, title, path }, index) => {
          const isDone = index < at
          return (
            <li key={code}>
              <Link
                href={path}
                className={classNames(classes.step, index === at && classes.stepNow, isDone && classes.stepDone)}
                aria-current={index === at ? 'step' : undefined}
              >
                <span className={classes.stepNumber} aria-hidden="true">
                  {isDone ? <Icon of={IconCheck} size={15} /> : index + 1}
                </span>
                {isDone && <VisuallyHidden>Before this: </VisuallyHidden>}
                {title}
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
