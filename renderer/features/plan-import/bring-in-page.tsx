import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { Plan } from '#shared/features/plan/schema.ts'
import { FoundPlan } from './found-plan.tsx'
import { useReadSheet } from './use-read-sheet.ts'

type Reading = ReturnType<typeof useReadSheet>

const ChooseFile = ({ reading }: { readonly reading: Reading }): ReactNode => {
  const { running, progress, trouble, choose, drop, stop } = reading
  useCommands([
    {
      id: 'plan-import.choose',
      title: 'Choose a spreadsheet',
      group: 'On this page',
      keys: ['N'],
      run: () => (running ? false : void choose()),
    },
  ])
  return (
    <Page>
      <PageHeader title="Bring in a plan">
        A plan that you keep in a spreadsheet comes in with its owners, dates and milestones. Nothing is saved before
        you have looked at it.
      </PageHeader>
      <DropZone
        label="Choose a spreadsheet"
        running={running}
        progress={progress}
        trouble={trouble}
        onChoose={() => void choose()}
        onDrop={([file]) => file !== undefined && void drop(file)}
        onStop={stop}
      >
        Excel, OpenDocument or CSV. A file with NHS numbers in it is refused.
      </DropZone>
      <Panel>
        <EmptyState
          title="One action to a row"
          steps={[
            <span key="headings">
              <b>Headings</b> in any order, such as Objective, Action, Owner, With, Start, Due, Status, Milestones,
              Cost, Risk and Notes. Action and Due are needed.
            </span>,
            <span key="dates">
              <b>Dates</b> with the day first: 4 Sep 2026 or 04/09/2026. A month alone will do. A row whose dates are
              missing or could be read two ways is listed and stays out.
            </span>,
            <span key="objectives">
              <b>Objectives</b> by number or by words. For rows that name none you choose one.
            </span>,
            <span key="own">
              <b>The workbook of a plan</b> that was made here comes back with its actions, owners, dates, measures and
              milestones. What else is written of an action stands in no workbook.
            </span>,
          ]}
        >
          Most action plans are understood as they are.
        </EmptyState>
      </Panel>
    </Page>
  )
}

const BringIn = ({ plan, organisation }: { readonly plan: Plan | null; readonly organisation: string }): ReactNode => {
  const reading = useReadSheet()
  const { found } = reading
  // A plan that is begun or changed meanwhile must not throw away what was chosen.
  const [known] = useState({ organisation })
  if (found === null) return <ChooseFile reading={reading} />
  return (
    <FoundPlan
      key={found.reading}
      sheet={found.sheet}
      plan={plan}
      organisation={known.organisation}
      reading={reading}
      onOther={reading.forget}
    />
  )
}

/** `/plan/bring-in`: a plan that is kept in a spreadsheet, looked at and brought in as one step. */
export const BringInPage = (): ReactNode => {
  usePageTitle('plan')
  useBreadcrumbs([{ label: 'Action plan', path: '/plan' }, { label: 'Bring in a plan' }])
  const mayWrite = useMay('plan.write')
  const plan = useCoreQuery('plan', 'current', {})
  const access = useCoreQuery('access', 'state', {})
  if (!mayWrite)
    return (
      <Page>
        <EmptyState
          scale="page"
          title="A plan is brought in by those who may write it"
          actions={
            <Link href="/plan" asChild>
              <ButtonLink kind="filled">Go to the plan</ButtonLink>
            </Link>
          }
        >
          A cancer lead or clinician can bring in a plan.
        </EmptyState>
      </Page>
    )
  const error = plan.error ?? access.error
  if (error !== null)
    return (
      <Page>
        <PageHeader title="Bring in a plan" />
        <InlineAlert tone="bad" title="The plan could not be read" spoken>
          {error.message}
        </InlineAlert>
      </Page>
    )
  if (plan.data === undefined || access.data === undefined)
    return (
      <Page>
        <SkeletonPanel lines={6} label="Loading the plan" />
      </Page>
    )
  return <BringIn plan={plan.data} organisation={access.data.register?.practiceName ?? ''} />
}
