import type { ReactNode } from 'react'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { isActionLate, nextMilestone } from '#shared/features/plan/milestones.ts'
import type { MeasureRun, Plan, PlanAction } from '#shared/features/plan/schema.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { ActionStatusMark } from './action-status.tsx'
import { MiniRun } from './mini-run.tsx'
import classes from './plan.module.css'
import { lateMilestones, runWords } from './plan-words.ts'

const NONE = '–'

export type ListColumn = DataTableColumn<PlanAction>

const metWords = ({ milestones }: PlanAction): string =>
  milestones.length === 0
    ? NONE
    : `${milestones.filter(({ metOn }) => metOn !== null).length} of ${milestones.length} met`

const Late = ({ action, today }: { readonly action: PlanAction; readonly today: IsoDate }): ReactNode => {
  const count = lateMilestones(action, today)
  return count === 0 ? NONE : <StatusMark kind="off-track">{`${count} late`}</StatusMark>
}

const Working = ({ run }: { readonly run: MeasureRun | undefined }): ReactNode =>
  run === undefined ? (
    NONE
  ) : (
    <span className={classes.runCell} title={run.title}>
      <MiniRun run={run} width={74} />
      {runWords(run)}
    </span>
  )

const Due = ({ action, today }: { readonly action: PlanAction; readonly today: IsoDate }): ReactNode => (
  <CellLines main={formatIsoDate(action.dueOn)} sub={isActionLate(action, today) ? 'late' : undefined} />
)

/** The columns of the list; the action's own is always there. Plain markup, so that 500 rows scroll. */
export const listColumns = (
  plan: Pick<Plan, 'objectives'>,
  runs: ReadonlyMap<string, MeasureRun>,
  today: IsoDate,
): readonly ListColumn[] => {
  const objectives = new Map(plan.objectives.map((objective) => [objective.id, objective]))
  const objectiveWords = ({ objectiveId }: PlanAction): string => {
    const found = objectives.get(objectiveId)
    return found === undefined ? '' : `${found.number} ${found.words || found.title}`
  }
  return [
    {
      id: 'action',
      header: 'Action',
      width: 240,
      grow: 2,
      locked: true,
      sortable: true,
      cell: (action) => <CellLines main={<b>{`${action.code} ${action.title}`}</b>} sub={objectiveWords(action)} />,
    },
    { id: 'objective', header: 'Objective', width: 180, sortable: true, cell: objectiveWords },
    {
      id: 'status',
      header: 'Status',
      width: 116,
      grow: 0,
      sortable: true,
      cell: ({ status }) => <ActionStatusMark status={status} />,
    },
    { id: 'owner', header: 'Owner', width: 116, sortable: true, cell: ({ ownerName }) => ownerName ?? 'Nobody yet' },
    {
      id: 'starts',
      header: 'Starts',
      width: 112,
      grow: 0,
      sortable: true,
      cell: ({ startsOn }) => formatIsoDate(startsOn),
    },
    {
      id: 'due',
      header: 'Due',
      width: 112,
      grow: 0,
      sortable: true,
      cell: (action) => <Due action={action} today={today} />,
    },
    {
      id: 'milestones',
      header: 'Milestones',
      width: 132,
      cell: (action) => {
        const next = nextMilestone(action.milestones)
        return (
          <CellLines
            main={metWords(action)}
            sub={next === null ? undefined : `${next.title}, ${formatIsoDate(next.dueOn)}`}
          />
        )
      },
    },
    {
      id: 'late',
      header: 'Late',
      width: 84,
      grow: 0,
      sortable: true,
      cell: (action) => <Late action={action} today={today} />,
    },
    { id: 'partners', header: 'With', width: 140, cell: ({ partners }) => partners || NONE },
    {
      id: 'measure',
      header: 'Is it working?',
      width: 186,
      cell: ({ measureCodes }) => <Working run={runs.get(measureCodes[0] ?? '')} />,
    },
    {
      id: 'updated',
      header: 'Last update',
      width: 108,
      grow: 0,
      sortable: true,
      cell: ({ updatedOn }) => (updatedOn === null ? 'None yet' : formatIsoDate(updatedOn)),
    },
  ]
}
