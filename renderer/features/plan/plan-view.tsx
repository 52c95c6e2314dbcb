import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import type { Square } from '#shared/features/plan/board.ts'
import type { MeasureRun, Plan, PlanAction } from '#shared/features/plan/schema.ts'
import { Board } from './board.tsx'
import { type ChangePlan, NO_FILTERS, type PlanAddress } from './plan-address.ts'
import { NothingShown, PlanList } from './plan-list.tsx'
import { Timeline } from './timeline.tsx'
import type { PlanMoves } from './use-plan-moves.ts'

export interface SharedViewProps {
  readonly plan: Plan
  readonly moves: PlanMoves
  /** What the filters let through. */
  readonly shown: readonly PlanAction[]
  readonly runs: ReadonlyMap<string, MeasureRun>
  readonly measuredTo: string | null
  readonly address: PlanAddress
}

interface PlanViewProps extends SharedViewProps {
  readonly change: ChangePlan
  readonly mayWrite: boolean
  readonly onLeave: (action: PlanAction) => void
  readonly onOpen: (action: PlanAction) => void
  readonly onMove: (action: PlanAction) => void
  readonly onPlan: (square: Square) => void
  readonly onAdd: (() => void) | undefined
}

/** The plan in the view that the address asks for. */
export const PlanView = (props: PlanViewProps): ReactNode => {
  const { plan, moves, shown, runs, address, change, mayWrite } = props
  if (address.view === 'board')
    return (
      <Board
        plan={plan}
        moves={moves}
        shown={shown}
        runs={runs}
        mayWrite={mayWrite}
        unfolded={address.unfolded}
        onUnfolded={(unfolded) => change({ unfolded }, { replace: true })}
        startAt={address.at}
        onLeave={props.onLeave}
        onMove={props.onMove}
        onPlan={props.onPlan}
      />
    )
  const nothing =
    plan.actions.length > 0 ? (
      <NothingShown onClear={() => change(NO_FILTERS, { replace: true })} />
    ) : (
      <EmptyState
        title="Nothing is planned yet"
        {...(props.onAdd === undefined ? {} : { actions: <Button onClick={props.onAdd}>Add an action</Button> })}
      >
        Add the first action, or choose an empty square of the board.
      </EmptyState>
    )
  if (address.view === 'list')
    return (
      <PlanList
        plan={plan}
        shown={shown}
        runs={runs}
        address={address}
        change={change}
        onOpen={props.onOpen}
        empty={nothing}
      />
    )
  if (shown.length === 0) return nothing
  return (
    <Timeline
      plan={plan}
      moves={moves}
      shown={shown}
      runs={runs}
      measuredTo={props.measuredTo}
      mayWrite={mayWrite}
      startAt={address.at}
      onLeave={props.onLeave}
      onMove={props.onMove}
      onOpen={props.onOpen}
    />
  )
}
