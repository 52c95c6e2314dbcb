import { IconChartDots, IconHistory, IconPencil, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import type { Command } from '#renderer/app/command-registry.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { ChangesDrawer } from '#renderer/features/plan/public.ts'
import { usePagePrinting } from '#renderer/app/use-page-printing.ts'
import { printPaper } from '#renderer/app/print-page.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { ACTION_STATUSES, type Plan, type PlanActionDetail } from '#shared/features/plan/schema.ts'
import { AboutCard } from './about-card.tsx'
import type { ActionPart } from './action-context.ts'
import { ActionHeader, type Opened, setStatus } from './action-header.tsx'
import { AnswerCard } from './answer-card.tsx'
import { ChartCard } from './chart-card.tsx'
import { CyclesCard } from './cycles-card.tsx'
import { DiaryCard } from './diary-card.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { MeasuresDialog } from './measures-dialog.tsx'
import { MilestonesCard } from './milestones-card.tsx'
import { MoveDialog } from './move-dialog.tsx'
import classes from './plan-action.module.css'
import { UpdateDrawer } from './update-drawer.tsx'
import { usePlanWrites } from './use-plan-write.ts'

const statusCommands = (part: ActionPart): readonly Command[] =>
  ACTION_STATUSES.filter(({ code }) => code !== part.action.status).map(({ code, label }) => ({
    id: `plan-action.status.${code}`,
    title: `Say that it is: ${label.toLowerCase()}`,
    group: 'On this page',
    run: () => void setStatus(part, code),
  }))

type Does = { readonly open: (what: Opened) => void; readonly print: () => void }

const usePageCommands = (part: ActionPart, { open, print }: Does): void => {
  const [, goTo] = usePath()
  const page = { group: 'On this page' } as const
  useCommands([
    { ...page, id: 'plan-action.print', title: 'Print this action', keys: ['P'], icon: IconPrinter, run: print },
    { ...page, id: 'plan-action.history', title: 'Who changed what', icon: IconHistory, run: () => open('history') },
    { ...page, id: 'plan-action.back', title: 'Back to the plan', keys: ['Esc'], run: () => goTo('/plan') },
    ...(part.mayWrite
      ? [
          {
            ...page,
            id: 'plan-action.update',
            title: 'Update',
            keys: ['E'],
            icon: IconPencil,
            run: () => open('update'),
          },
          { ...page, id: 'plan-action.edit', title: 'Change all fields of the action', run: () => open('edit') },
          { ...page, id: 'plan-action.move', title: 'Move it to other dates', run: () => open('move') },
          {
            ...page,
            id: 'plan-action.measures',
            title: 'Choose what it is to move',
            icon: IconChartDots,
            run: () => open('measures'),
          },
          ...statusCommands(part),
        ]
      : []),
  ])
}

const NoMeasure = ({
  mayWrite,
  onChoose,
}: {
  readonly mayWrite: boolean
  readonly onChoose: () => void
}): ReactNode => (
  <Panel>
    <EmptyState
      title="Nothing says yet whether it works"
      actions={
        mayWrite && (
          <Button icon={IconChartDots} onClick={onChoose}>
            Choose a measure
          </Button>
        )
      }
    >
      Name a measure of the library that this action is to move. Its chart then stands here, with the milestones on it,
      and says whether the line moved.
    </EmptyState>
  </Panel>
)

type OpenedPartProps = ActionPart & { readonly opened: Opened | null; readonly onClose: () => void }

const OpenedPart = ({ action, plan, opened, onClose, onFailure }: OpenedPartProps): ReactNode => {
  const common = { action, onClose, onFailedUndo: onFailure }
  switch (opened) {
    case 'update':
      return <UpdateDrawer {...common} update={null} />
    case 'edit':
      return <EditDialog {...common} plan={plan} />
    case 'move':
      return <MoveDialog {...common} />
    case 'measures':
      return <MeasuresDialog {...common} />
    case 'history':
      return (
        <ChangesDrawer
          planId={action.planId}
          actionId={action.id}
          title={`What happened to ${action.code}`}
          onClose={onClose}
        />
      )
    case null:
      return null
  }
}

type LoadedProps = { readonly action: PlanActionDetail; readonly plan: Plan }

const Loaded = ({ action, plan }: LoadedProps): ReactNode => {
  const mayWrite = useMay('plan.write') && action.planState !== 'closed'
  const { failure, onFailure, write } = usePlanWrites()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [printing, print] = usePagePrinting(() => printPaper('action', action.id))
  const [, goTo] = usePath()
  const part: ActionPart = { action, plan, mayWrite, write, onFailure }
  usePageCommands(part, { open: setOpened, print })
  const remove = async (): Promise<void> => {
    const { id, version, code } = action
    if (await write(core.plan.removeAction({ id, version }), `${code} is removed.`)) goTo('/plan')
  }
  return (
    <>
      <ActionHeader
        {...part}
        onStatus={(status) => void setStatus(part, status)}
        onOpen={setOpened}
        onRemove={() => void remove()}
        onPrint={print}
      />
      {failure !== null && (
        <InlineAlert tone="bad" title="This was not changed" spoken>
          {failure}
        </InlineAlert>
      )}
      {action.planState === 'closed' && (
        <InlineAlert title="This plan is closed">It is kept as it was, and nothing in it can be changed.</InlineAlert>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          {action.measures.length === 0 ? (
            <NoMeasure mayWrite={mayWrite} onChoose={() => setOpened('measures')} />
          ) : (
            <ChartCard action={action} printing={printing} />
          )}
          <AnswerCard {...part} />
          <CyclesCard {...part} />
        </div>
        <div className={classes.column}>
          <MilestonesCard {...part} />
          <AboutCard {...part} onMeasures={() => setOpened('measures')} />
          <DiaryCard {...part} />
        </div>
      </div>
      <OpenedPart {...part} opened={opened} onClose={() => setOpened(null)} />
    </>
  )
}

/** `/plan/actions/:id`: one action of the plan, and whether it moved what it was to move. */
export const ActionPage = ({ id }: { readonly id: string }): ReactNode => {
  usePageTitle('plan')
  const action = useCoreQuery('plan', 'action', { id })
  const planId = action.data?.planId ?? ''
  const plan = useCoreQuery('plan', 'get', { id: planId }, { enabled: planId !== '', keepPrevious: true })
  const { data } = action
  useBreadcrumbs([
    { label: 'Action plan', path: '/plan' },
    ...(data === undefined ? [] : [{ label: `Objective ${data.objectiveNumber}`, path: '/plan' }]),
    { label: data?.code ?? 'One action' },
  ])
  const error = action.error ?? plan.error
  return (
    <Page>
      {error !== null && (
        <EmptyState
          scale="page"
          title={error.code === 'not-found' ? 'This action is not in the plan' : 'The action could not be read'}
          actions={
            <Link href="/plan" asChild>
              <ButtonLink kind="filled">Go to the action plan</ButtonLink>
            </Link>
          }
        >
          {error.message}
        </EmptyState>
      )}
      {error === null && (data === undefined || plan.data === undefined) && (
        <SkeletonPanel lines={12} label="Loading the action" />
      )}
      {error === null && data !== undefined && plan.data !== undefined && <Loaded action={data} plan={plan.data} />}
    </Page>
  )
}
