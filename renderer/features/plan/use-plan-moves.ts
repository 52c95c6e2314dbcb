import { useEffect, useMemo, useRef, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { daysBetween } from '#shared/domain/calendar.ts'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Plan, PlanAction, PlanMilestone } from '#shared/features/plan/schema.ts'
import { useHeld } from './use-held.ts'

/** Where an action goes to. */
export type ActionPlace = Pick<PlanAction, 'startsOn' | 'dueOn' | 'objectiveId'>

export interface PlanMoves {
  /** The actions as they are once what was moved is written: nothing springs back meanwhile. */
  readonly actions: readonly PlanAction[]
  readonly moveAction: (action: PlanAction, to: ActionPlace, words: string, how?: MoveHow) => void
  readonly moveMilestone: (milestone: PlanMilestone, dueOn: IsoDate, words: string, how?: MoveHow) => void
}

/** `held`: by a key that may be held down, so that only where it ends is written, as one change. */
export type MoveHow = 'at once' | 'held'

type Change = ActionPlace | { readonly milestoneDueOn: IsoDate }

interface Move {
  readonly id: string
  readonly change: Change
  /** Said once it is written. */
  readonly words: string
  readonly send: (version: number) => Promise<{ undo: number; version: number }>
  readonly versionIn: (plan: Plan) => number | undefined
}

/** A move that is on its way; `settled` once it is written, and then it goes when the plan has been read again. */
type Pending = ReadonlyMap<string, { readonly change: Change; readonly turn: number; readonly settled: boolean }>

const withMoved = (action: PlanAction, pending: Pending): PlanAction => {
  const change = pending.get(action.id)?.change
  const place = change !== undefined && 'objectiveId' in change ? change : null
  const days = place === null ? 0 : daysBetween(action.dueOn, place.dueOn)
  const changed = place !== null || action.milestones.some(({ id }) => pending.has(id))
  if (!changed) return action
  const milestones = action.milestones.map((milestone) => {
    const own = pending.get(milestone.id)?.change
    if (own !== undefined && 'milestoneDueOn' in own) return { ...milestone, dueOn: own.milestoneDueOn }
    return days === 0 || milestone.metOn !== null ? milestone : { ...milestone, dueOn: addDays(milestone.dueOn, days) }
  })
  return { ...action, ...place, milestones }
}

/**
 * Moves actions and milestones: shown at once, written one after the other, each with its undo. What is refused goes
 * back to where it was.
 */
export const usePlanMoves = (plan: Plan, onFailure: (words: string) => void): PlanMoves => {
  const [pending, setPending] = useState<Pending>(new Map())
  const [seen, setSeen] = useState(plan)
  const newest = useRef(plan)
  const queue = useRef(Promise.resolve())
  const versions = useRef(new Map<string, number>())
  const turns = useRef(0)
  const held = useHeld()
  if (seen !== plan) {
    setSeen(plan)
    setPending(new Map([...pending].filter(([, { settled }]) => !settled)))
  }
  useEffect(() => {
    newest.current = plan
  }, [plan])
  const drop = (id: string, turn: number): void =>
    setPending((before) => new Map([...before].filter(([key, one]) => key !== id || one.turn !== turn)))
  const settle = (id: string, turn: number): void =>
    setPending((before) => {
      const own = before.get(id)
      return own?.turn === turn ? new Map(before).set(id, { ...own, settled: true }) : before
    })
  const write = async ({ id, words, send, versionIn }: Move, turn: number): Promise<void> => {
    const read = versionIn(newest.current)
    if (read === undefined) return drop(id, turn)
    const done = await doUndoable(send(Math.max(read, versions.current.get(id) ?? 0)), words, onFailure)
    if (done.refused !== null) {
      onFailure(done.refused.message)
      return drop(id, turn)
    }
    versions.current.set(id, done.answer.version)
    // The plan may have been read again before the answer came.
    if ((versionIn(newest.current) ?? 0) >= done.answer.version) return drop(id, turn)
    return settle(id, turn)
  }
  const begin = (move: Move, how: MoveHow = 'at once'): void => {
    turns.current += 1
    const turn = turns.current
    setPending((before) => new Map(before).set(move.id, { change: move.change, turn, settled: false }))
    const queueUp = (): void => {
      queue.current = queue.current.then(() => write(move, turn))
    }
    if (how === 'held') return held.hold(move.id, queueUp)
    held.flush()
    queueUp()
  }
  const actions = useMemo(
    () => (pending.size === 0 ? plan.actions : plan.actions.map((action) => withMoved(action, pending))),
    [plan, pending],
  )
  return {
    actions,
    moveAction: ({ id }, to, words, how) =>
      begin(
        {
          id,
          change: to,
          words,
          send: (version) => core.plan.moveAction({ id, version, ...to, reason: null }),
          versionIn: (from) => from.actions.find((one) => one.id === id)?.version,
        },
        how,
      ),
    moveMilestone: ({ id, title, metOn }, dueOn, words, how) =>
      begin(
        {
          id,
          change: { milestoneDueOn: dueOn },
          words,
          send: (version) => core.plan.saveMilestone({ id, version, fields: { title, dueOn, metOn } }),
          versionIn: ({ actions: read }) =>
            read.flatMap(({ milestones }) => milestones).find((one) => one.id === id)?.version,
        },
        how,
      ),
  }
}
