import { useState } from 'react'
import { takeBack } from '#renderer/app/undoable.ts'
import { showToast } from '#renderer/ui/toasts.tsx'
import { AppError } from '#shared/contract/errors.ts'

const refusalOf = (cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError('internal', 'Something went wrong. Nothing was changed. Try again.')

/**
 * Does a write and says so with the way back.
 * @returns null, or the refusal for the form to show.
 */
export const written = async (work: Promise<{ undo: number }>, message: string): Promise<AppError | null> => {
  try {
    const { undo } = await work
    showToast({ message, undo: () => void takeBack(undo) })
    return null
  } catch (cause) {
    return refusalOf(cause)
  }
}

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
