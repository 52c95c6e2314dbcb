import { useState } from 'react'
import { doUndoable } from '#renderer/app/undoable.ts'
import type { AppError } from '#shared/contract/errors.ts'

/**
 * Does a write and says so with the way back.
 * @returns null, or the refusal for the form to show.
 */
export const written = async (work: Promise<{ undo: number }>, message: string): Promise<AppError | null> =>
  (await doUndoable(work, message)).refused

/** Counts the saves that were refused because somebody else was first, for `useAsOpened`. */
export const useStale = (): { stale: number; heed: (refused: AppError | null) => AppError | null } => {
  const [stale, setStale] = useState(0)
  return {
    stale,
    heed(refused) {
      if (refused?.code === 'stale') setStale((before) => before + 1)
      return refused
    },
  }
}
