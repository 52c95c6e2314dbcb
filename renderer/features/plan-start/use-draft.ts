import { useState } from 'react'
import { showToast } from '#renderer/ui/toasts.tsx'
import type { BrainstormBoard } from '#shared/features/brainstorm/schema.ts'
import { type Plan, PLAN_YEARS } from '#shared/features/plan/schema.ts'
import { type DraftLine, suggestedLines } from './draft-lines.ts'

export type SquareWay = 'up' | 'down' | 'left' | 'right'

export interface DraftState {
  readonly lines: readonly DraftLine[]
  /** Something differs from what the notes suggest. */
  readonly changed: boolean
  readonly put: (line: DraftLine, words: string) => void
  readonly drop: (line: DraftLine) => void
  /** Moves a line into the next square; nothing at the edge. */
  readonly step: (line: DraftLine, way: SquareWay) => void
  /** Goes back to what the notes suggest. */
  readonly reset: () => void
  /** The lines are in the plan now. */
  readonly accepted: () => void
}

/** The draft on the screen: what the notes suggest, until something in it is changed. Each change can be undone. */
export const useDraft = (plan: Plan, board: BrainstormBoard): DraftState => {
  const [edited, setEdited] = useState<readonly DraftLine[] | null>(null)
  // Another window may have made an action of a note meanwhile: it is not made a second one.
  const made = new Set(board.notes.flatMap(({ id, actionCode }) => (actionCode === null ? [] : [id])))
  const lines = edited?.filter(({ noteId }) => noteId === null || !made.has(noteId)) ?? suggestedLines(plan, board)
  const change = (next: readonly DraftLine[] | null, words: string): void => {
    setEdited(next)
    showToast({ message: words, undo: () => setEdited(edited) })
  }
  const put = (line: DraftLine, words: string): void => {
    const isThere = lines.some(({ key }) => key === line.key)
    change(isThere ? lines.map((one) => (one.key === line.key ? line : one)) : [...lines, line], words)
  }
  return {
    lines,
    changed: edited !== null,
    put,
    drop: (line) =>
      change(
        lines.filter(({ key }) => key !== line.key),
        `Left out of the draft: ${line.title}`,
      ),
    step(line, way) {
      const row = plan.objectives.findIndex(({ id }) => id === line.objectiveId)
      const objective = plan.objectives[row + (way === 'up' ? -1 : way === 'down' ? 1 : 0)]
      const year = PLAN_YEARS.find((one) => one === line.year + (way === 'left' ? -1 : way === 'right' ? 1 : 0))
      if (objective === undefined || year === undefined) return
      put({ ...line, objectiveId: objective.id, year }, `Moved to ${objective.words}, year ${year}: ${line.title}`)
    },
    reset: () => change(null, 'The draft is as the notes suggest it.'),
    accepted: () => setEdited(null),
  }
}
