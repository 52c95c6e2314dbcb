import {
  IconAddressBook,
  IconClipboardText,
  IconDots,
  IconFileExport,
  IconFileImport,
  IconHistory,
  IconLayoutGrid,
  IconListDetails,
  IconNotebook,
  IconRoute,
  IconSitemap,
} from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { ExportDialog } from '#renderer/features/papers/public.ts'
import { NoPlanYet } from '#renderer/features/plan-start/public.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Menu } from '#renderer/ui/menu.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { boardRows, emptySquares } from '#shared/features/plan/board.ts'
import type { MeasureRun, Plan, PlanAction, PlanYear } from '#shared/features/plan/schema.ts'
import { AddActionDialog } from './add-action-dialog.tsx'
import { ChangesDrawer } from './changes-drawer.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { actionPath, type ChangePlan, planAddress, type PlanAddress, shownActions } from './plan-address.ts'
import { PlanFilters } from './plan-filters.tsx'
import { PlanHeader, StatusCounts, TimelineKey } from './plan-header.tsx'
import { PlanPaper } from './plan-paper.tsx'
import { PlanView } from './plan-view.tsx'
import { shortMonth } from './plan-words.ts'
import classes from './plan.module.css'
import { usePlanMoves } from './use-plan-moves.ts'

const NO_RUNS: readonly MeasureRun[] = []

/** The runs of the first measure of each action, by code, and the last month that they tell of. */
const useRuns = (
  plan: Plan,
): { readonly runs: ReadonlyMap<string, MeasureRun>; readonly measuredTo: string | null } => {
  const codes = useMemo(
    () => [...new Set(plan.actions.flatMap(({ measureCodes }) => measureCodes))].toSorted(),
    [plan.actions],
  )
  const list =
    useCoreQuery('plan', 'runs', { codes }, { enabled: codes.length > 0, keepPrevious: true }).data ?? NO_RUNS
  return useMemo(() => {
    const last = list[0]?.series.at(-1)?.month
    return {
      runs: new Map(list.map((run) => [run.measureCode, run])),
      measuredTo: last === undefined ? null : shortMonth(`${last}-01`),
    }
  }, [list])
}

type Over =
  | { readonly kind: 'add'; readonly square: { readonly objectiveId: string; readonly year: PlanYear } | null }
  | { readonly kind: 'move'; readonly action: PlanAction }
  | { readonly kind: 'print' }
  | { readonly kind: 'export' }
  | { readonly kind: 'changes' }
  | null

const VIEW_NAMES = { board: 'Board', timeline: 'Timeline', list: 'List' } as const
const NEXT_VIEW = { board: 'timeline', timeline: 'list', list: 'board' } as const

interface MoreMenuProps {
  readonly plan: Plan
  readonly change: ChangePlan
  readonly onChanges: () => void
  /** Left out where nobody may. */
  readonly onExport: (() => void) | undefined
}

/** Other plans than the one that is shown, and what else there is of a plan. */
const MoreMenu = ({ plan, change, onExport, onChanges }: MoreMenuProps): ReactNode => {
  const past = useCoreQuery('plan', 'past', {}).data ?? []
  const [, goTo] = usePath()
  const mayWrite = useMay('plan.write')
  const isCurrent = past.every(({ id }) => id !== plan.id)
  const ofPlan = isCurrent ? '' : `plan=${plan.id}`
  const items = [
    ...(onExport === undefined
      ? []
      : [{ label: 'Write to files', keys: 'W', icon: IconFileExport, onChoose: onExport }]),
    { label: 'Reviews', icon: IconClipboardText, onChoose: () => goTo(`/plan/reviews?${ofPlan}`) },
    { label: 'Risks, decisions and sessions', icon: IconNotebook, onChoose: () => goTo(`/plan/logs?${ofPlan}`) },
    { label: 'Contacts', icon: IconAddressBook, onChoose: () => goTo('/contacts') },
    { label: 'History: who changed what', icon: IconHistory, onChoose: onChanges },
    { label: 'Driver diagram', icon: IconSitemap, onChoose: () => goTo('/plan/drivers') },
    ...(isCurrent
      ? [
          { label: 'What the plan covers', icon: IconLayoutGrid, onChoose: () => goTo('/plan/coverage') },
          ...(mayWrite
            ? [
                {
                  label: 'Bring in actions from a spreadsheet',
                  icon: IconFileImport,
                  onChoose: () => goTo('/plan/bring-in'),
                },
              ]
            : []),
          { label: 'The way to this plan', icon: IconRoute, onChoose: () => goTo('/plan/start') },
        ]
      : []),
    ...(!isCurrent
      ? [{ label: 'Back to the plan of today', icon: IconListDetails, onChoose: () => change({ plan: '' }) }]
      : []),
    ...past
      .filter(({ id }) => id !== plan.id)
      .map(({ id, title }) => ({ label: title, icon: IconListDetails, onChoose: () => change({ plan: id }) })),
  ]
  return <Menu anchor={<IconButton icon={IconDots} label="More of the plan" />} items={items} />
}

interface ShownPlanProps {
  readonly plan: Plan
  readonly address: PlanAddress
  readonly change: ChangePlan
}

/** A plan as its board, timeline or list. */
const ShownPlan = ({ plan, address, change }: ShownPlanProps): ReactNode => {
  const [failure, setFailure] = useState<string | null>(null)
  const [over, setOver] = useState<Over>(null)
  const [, goTo] = usePath()
  const mayWrite = useMay('plan.write') && plan.state !== 'closed'
  const moves = usePlanMoves(plan, setFailure)
  const measured = useRuns(plan)
  const { view, show, owner, objective, status, measure } = address
  const shown = useMemo(
    () => shownActions(plan, moves.actions, { view, show, owner, objective, status, measure }),
    [plan, moves.actions, view, show, owner, objective, status, measure],
  )
  const isTimeline = view === 'timeline'
  const empty = useMemo(
    () => (isTimeline ? 0 : emptySquares(boardRows(plan, moves.actions))),
    [isTimeline, plan, moves.actions],
  )
  useBreadcrumbs([{ label: 'Action plan', path: '/plan' }, { label: VIEW_NAMES[view] }])
  const add = (): void => setOver({ kind: 'add', square: null })
  const mayExport = useMay('plan.write')
  const write = (): void => setOver({ kind: 'export' })
  useCommands([
    ...(mayWrite
      ? [{ id: 'plan.add', title: 'Add an action', group: 'On this page' as const, keys: ['N'], run: add }]
      : []),
    {
      id: 'plan.history',
      title: 'Who changed what',
      group: 'On this page',
      icon: IconHistory,
      run: () => setOver({ kind: 'changes' }),
    },
    {
      id: 'plan.print',
      title: 'Print the plan',
      group: 'On this page',
      keys: ['P'],
      run: () => setOver({ kind: 'print' }),
    },
    ...(mayExport
      ? [
          {
            id: 'plan.export',
            title: 'Write the plan to files',
            group: 'On this page' as const,
            keys: ['W'],
            icon: IconFileExport,
            run: write,
          },
        ]
      : []),
    {
      id: 'plan.view',
      title: `Show as ${VIEW_NAMES[NEXT_VIEW[view]].toLowerCase()}`,
      group: 'On this page',
      keys: ['T'],
      run: () => change({ view: NEXT_VIEW[view] }),
    },
  ])
  const leave = ({ id }: PlanAction): void => change({ at: id }, { replace: true })
  const shared = { plan, shown, ...measured }
  if (over?.kind === 'print')
    return <PlanPaper {...shared} moves={moves} address={address} onDone={() => setOver(null)} />
  return (
    <div className={classes.page}>
      <PlanHeader
        plan={plan}
        view={view}
        onView={(next) => change({ view: next })}
        onPrint={() => setOver({ kind: 'print' })}
        onAdd={mayWrite ? add : undefined}
        more={
          <MoreMenu
            plan={plan}
            change={change}
            onExport={mayExport ? write : undefined}
            onChanges={() => setOver({ kind: 'changes' })}
          />
        }
      />
      <div className={classes.under}>
        {isTimeline ? (
          <TimelineKey withNeeds={shown.some(({ needs }) => needs.length > 0)} />
        ) : (
          <StatusCounts actions={moves.actions} empty={empty} />
        )}
        <PlanFilters plan={plan} runs={measured.runs} address={address} change={change} />
      </div>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      <PlanView
        {...shared}
        moves={moves}
        address={address}
        change={change}
        mayWrite={mayWrite}
        onLeave={leave}
        onOpen={(action) => {
          leave(action)
          goTo(actionPath(action.id))
        }}
        onMove={(action) => setOver({ kind: 'move', action })}
        onPlan={(square) => setOver({ kind: 'add', square })}
        onAdd={mayWrite ? add : undefined}
      />
      {over?.kind === 'add' && (
        <AddActionDialog
          plan={plan}
          square={over.square}
          onClose={() => setOver(null)}
          onAdded={(id) => {
            change({ at: id }, { replace: true })
            setOver(null)
          }}
          onFailedUndo={setFailure}
        />
      )}
      {over?.kind === 'export' && (
        <ExportDialog onClose={() => setOver(null)} code="plan" id={plan.id} title="Write the action plan to files" />
      )}
      {over?.kind === 'changes' && (
        <ChangesDrawer
          planId={plan.id}
          actionId={null}
          title="What happened to the plan"
          onClose={() => setOver(null)}
        />
      )}
      {over?.kind === 'move' && (
        <MoveDialog plan={plan} action={over.action} onClose={() => setOver(null)} onFailedUndo={setFailure} />
      )}
    </div>
  )
}

/** `/plan`: the action plan of three years as a board, a timeline or a list. */
export const PlanPage = (): ReactNode => {
  usePageTitle('plan')
  const [address, change] = useUrlState(planAddress) as readonly [PlanAddress, ChangePlan]
  const other = address.plan !== ''
  const current = useCoreQuery('plan', 'current', {}, { enabled: !other })
  const chosen = useCoreQuery('plan', 'get', { id: address.plan }, { enabled: other })
  const { data, error } = other ? chosen : current
  if (error !== null)
    return (
      <div className={classes.page}>
        <h1>Action plan</h1>
        <InlineAlert tone="bad" spoken title="The plan could not be read">
          {error.message}
        </InlineAlert>
      </div>
    )
  if (data === undefined) return <SkeletonPanel label="Reading the plan" lines={8} />
  if (data === null) return <NoPlanYet />
  return <ShownPlan key={data.id} plan={data} address={address} change={change} />
}
