import { letOthersWork } from '../turn.ts'
import type { WriteHandle } from './database.ts'
import type { Recorder } from './recorder.ts'
import { FOLLOWERS, removeBelongings } from './references.ts'
import { planUndo, type UndoPlan } from './undo-plan.ts'

export interface UndoResult {
  restored: number
  /** Rows changed or built upon since: left as they are. */
  kept: number
}

const STEPS_A_TURN = 100

/**
 * Does what was planned. Nothing may have been written since: plan and do it in one transaction.
 * @param onTurn told every hundred steps how many are done, and may stop it by throwing.
 */
export const takeBack = async (
  handle: WriteHandle,
  recorder: Recorder,
  { steps }: UndoPlan,
  onTurn: (done: number, total: number) => Promise<void> = letOthersWork,
): Promise<void> => {
  for (const [at, step] of steps.entries()) {
    if (at % STEPS_A_TURN === 0) await onTurn(at, steps.length)
    const id = step.row['id'] as string
    if (step.kind === 'remove') {
      await removeBelongings(handle, recorder, id, FOLLOWERS[step.table] ?? [])
      await recorder.remove(step.table, id, null)
    } else if (step.kind === 'putBack') await recorder.putBack(step.table, step.row)
    else await recorder.update(step.table, id, step.values, null)
  }
}

/**
 * Takes back one change set, newest change first, as `planUndo` decides it. What is kept is counted.
 * @throws AppError as the recorder does.
 */
export const undoChangeSet = async (handle: WriteHandle, recorder: Recorder, auditSeq: number): Promise<UndoResult> => {
  const plan = await planUndo(handle.db, { auditSeq })
  await takeBack(handle, recorder, plan)
  return { restored: plan.restored, kept: plan.kept.length }
}
