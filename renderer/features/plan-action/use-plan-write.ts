import { useState } from 'react'
import { doUndoable } from '#renderer/app/undoable.ts'

/** Does a write and says so with the way back. @returns whether it was done. */
export type PlanWrite = (work: Promise<{ undo: number }>, done: string) => Promise<boolean>

interface PlanWrites {
  /** Why the last write, or taking one back, was refused. */
  readonly failure: string | null
  readonly onFailure: (words: string) => void
  readonly write: PlanWrite
}

/** Writes of a page that belong to no form. What is refused is said on the page. */
export const usePlanWrites = (): PlanWrites => {
  const [failure, setFailure] = useState<string | null>(null)
  return {
    failure,
    onFailure: setFailure,
    async write(work, done) {
      setFailure(null)
      const { refused } = await doUndoable(work, done, setFailure)
      if (refused !== null) setFailure(refused.message)
      return refused === null
    },
  }
}
