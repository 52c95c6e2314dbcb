import { IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { printAloud } from '#renderer/app/print-page.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { coverageOf } from '#shared/features/plan/public.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { CoverageMap } from './coverage-map.tsx'
import { WithPlan } from './step-page.tsx'
import classes from './step-page.module.css'

const squares = (count: number): string => `${count} ${count === 1 ? 'square' : 'squares'}`

/** What the map shows, in a sentence: the finding first. */
const findingOf = (plan: Plan): string => {
  const { emptyAhead, emptyBehind } = coverageOf(plan, today())
  const behind = emptyBehind === 0 ? '' : ` ${squares(emptyBehind)} had nothing in quarters that have ended.`
  return `${emptyAhead === 0 ? 'Every square from this quarter on has something in it.' : `${squares(emptyAhead)} from this quarter on ${emptyAhead === 1 ? 'has' : 'have'} nothing in ${emptyAhead === 1 ? 'it' : 'them'}.`}${behind}`
}

const Coverage = ({ plan }: { readonly plan: Plan }): ReactNode => {
  usePageTitle('plan')
  useBreadcrumbs([{ label: 'Action plan', path: '/plan' }, { label: 'Coverage' }])
  useCommands([
    {
      id: 'plan-start.print',
      title: 'Print the map',
      group: 'On this page',
      keys: ['P'],
      run: () => void printAloud('plan-coverage', plan.id),
    },
  ])
  return (
    <div className={classes.page}>
      <PageHeader
        title="What the plan covers"
        actions={
          <>
            <Link href="/plan" asChild>
              <ButtonLink data-print="hide">Go to the plan</ButtonLink>
            </Link>
            <Button
              icon={IconPrinter}
              keys="P"
              data-print="hide"
              onClick={() => void printAloud('plan-coverage', plan.id)}
            >
              Print
            </Button>
          </>
        }
      >
        {findingOf(plan)}
      </PageHeader>
      <CoverageMap plan={plan} today={today()} />
    </div>
  )
}

/** `/plan/coverage`: the objectives by the twelve quarters, with the squares that have nothing in them. */
export const CoveragePage = (): ReactNode => <WithPlan>{(plan) => <Coverage plan={plan} />}</WithPlan>
