import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { boardRows } from '#shared/features/plan/board.ts'
import { Board } from './board.tsx'
import { squareName } from './board-stops.ts'
import { listColumns } from './list-columns.tsx'
import { sortedActions } from './list-order.ts'
import { PlanPrint, PrintedList } from './plan-print.tsx'
import type { SharedViewProps } from './plan-view.tsx'
import { Timeline } from './timeline.tsx'

const nothing = (): void => undefined

/** The view of the plan whole, as it goes on paper: every square unfolded, every row there. */
export const PlanPaper = (props: SharedViewProps & { readonly onDone: () => void }): ReactNode => {
  const { plan, moves, shown, runs, address, onDone } = props
  const today = dayNow()
  const shared = { plan, moves, shown, runs, mayWrite: false, startAt: '', onLeave: nothing, onMove: nothing }
  if (address.view === 'board') {
    const unfolded = boardRows(plan, shown).flatMap(({ objective, squares }) =>
      squares.map(({ year }) => squareName(objective, year)),
    )
    return (
      <PlanPrint plan={plan} view={address.view} shown={shown} onDone={onDone}>
        <Board {...shared} unfolded={unfolded} onUnfolded={nothing} onPlan={nothing} />
      </PlanPrint>
    )
  }
  if (address.view === 'timeline')
    return (
      <PlanPrint plan={plan} view={address.view} shown={shown} onDone={onDone}>
        <Timeline {...shared} measuredTo={props.measuredTo} onOpen={nothing} whole />
      </PlanPrint>
    )
  const columns = listColumns(plan, runs, today).filter(
    ({ id, locked }) => locked === true || address.columns.includes(id),
  )
  return (
    <PlanPrint plan={plan} view={address.view} shown={shown} onDone={onDone}>
      <PrintedList columns={columns} actions={sortedActions(plan, shown, address.sort, address.order, today)} />
    </PlanPrint>
  )
}
