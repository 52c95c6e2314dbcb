import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { BrainstormBoard } from '#shared/features/brainstorm/schema.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { PLAN_STEPS, type PlanStep } from './plan-steps.tsx'
import { WithPlan } from './step-page.tsx'
import classes from './plan-start.module.css'

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** How far each step has come, in a few words; null where nothing is there. */
const doneOf = (step: PlanStep, plan: Plan, board: BrainstormBoard): string | null => {
  const { themes, notes } = board
  const chosen = plan.baselines.filter(({ year }) => year === 0).length
  switch (step) {
    case 'write':
      return notes.length === 0 ? null : counted(notes.length, 'note', 'notes')
    case 'group':
      return themes.length === 0 ? null : counted(themes.length, 'theme', 'themes')
    case 'baseline':
      return chosen === 0 ? null : `${counted(chosen, 'measure', 'measures')} chosen`
    case 'draft':
      return plan.actions.length === 0 ? null : `${counted(plan.actions.length, 'action', 'actions')} in the plan`
    case 'sign':
      return plan.signedOn === null ? null : `Signed on ${formatIsoDate(plan.signedOn)}`
  }
}

const Steps = ({ plan, board }: { readonly plan: Plan; readonly board: BrainstormBoard }): ReactNode => {
  const next = PLAN_STEPS.find(({ code }) => doneOf(code, plan, board) === null)
  return (
    <Panel title={plan.title} aside={plan.organisation} padding="flush">
      <ol className={classes.progress}>
        {PLAN_STEPS.map(({ code, title, path }) => {
          const done = doneOf(code, plan, board)
          return (
            <li key={code}>
              <StatusMark kind={done === null ? 'not-started' : 'done'}>{title}</StatusMark>
              <span>{done ?? 'Nothing yet'}</span>
              <Link href={path} asChild>
                <ButtonLink
                  kind={next?.code === code ? 'filled' : 'quiet'}
                  size="small"
                  icon={IconArrowRight}
                  aria-label={`Go to: ${title}`}
                >
                  {next?.code === code ? 'Go on' : 'Open'}
                </ButtonLink>
              </Link>
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}

const Started = ({ plan }: { readonly plan: Plan }): ReactNode => {
  usePageTitle('plan')
  useBreadcrumbs([{ label: 'Action plan', path: '/plan' }, { label: 'Start' }])
  const board = useCoreQuery('brainstorm', 'board', { planId: plan.id }).data
  return (
    <Page>
      <PageHeader title="The way to a plan">From notes to a signed plan. You can come back to any step.</PageHeader>
      {board !== undefined && <Steps plan={plan} board={board} />}
    </Page>
  )
}

/** `/plan/start`: how far the plan has come, and the step to go on with. Without a plan, how to begin one. */
export const PlanStartPage = (): ReactNode => <WithPlan>{(plan) => <Started plan={plan} />}</WithPlan>
