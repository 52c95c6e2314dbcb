import { useState } from 'react'
import { AppError } from '#shared/contract/errors.ts'
import { showToast } from '#renderer/ui/toasts.tsx'
import { core } from './core-client.ts'

const refusalOf = (cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError('internal', 'Something went wrong. Nothing was changed. Try again.')

/** What became of taking something back, for whoever looks as well as for whoever listens. */
const takenBackWords = ({ restored, kept }: { readonly restored: number; readonly kept: number }): string =>
  kept === 0
    ? 'Taken back.'
    : `${restored === 0 ? 'Nothing' : restored} taken back. ${kept} changed since and left ${kept === 1 ? 'as it is' : 'as they are'}.`

/**
 * Takes back what was done and says what became of it.
 * @param onFailed hears why it could not be; left out where the page that could say so is left by then.
 * @returns whether it was taken back.
 */
export const takeBack = async (
  seq: number,
  onFailed: (words: string) => void = (words) => showToast({ message: `Not taken back. ${words}`, failed: true }),
): Promise<boolean> => {
  try {
    showToast({ message: takenBackWords(await core.audit.undo({ seq })) })
    return true
  } catch (cause) {
    onFailed(refusalOf(cause).message)
    return false
  }
}

type Done<Answer> = { readonly answer: Answer; readonly refused: null } | { readonly refused: AppError }

/**
 * Does a write, and says in a toast that it is done, with the way back.
 * @param onFailedUndo hears why something could not be taken back, as with {@link takeBack}.
 */
export const doUndoable = async <Answer extends { undo: number }>(
  work: Promise<Answer>,
  message: string | ((answer: Answer) => string),
  onFailedUndo?: (words: string) => void,
): Promise<Done<Answer>> => {
  try {
    const answer = await work
    const words = typeof message === 'string' ? message : message(answer)
    showToast({ message: words, undo: () => void takeBack(answer.undo, onFailedUndo) })
    return { answer, refused: null }
  } catch (cause) {
    return { refused: refusalOf(cause) }
  }
}

/** Words above a field, by the field's name in the contract. */
export type FieldFaults = Readonly<Record<string, string>>

export interface Saving {
  readonly faults: FieldFaults
  /** A refusal that belongs to no field. */
  readonly failure: string | null
  /** Counts the tries, so that focus comes to the summary on each. */
  readonly attempt: number
  /** Counts the tries that were refused because somebody else had changed it. */
  readonly stale: number
  readonly busy: boolean
  /** Shows faults that were found before anything was sent. */
  readonly refuse: (faults: FieldFaults) => void
  /** Sends. @returns whether it was done; what was refused stands on the form, and what was typed stays. */
  readonly send: (work: () => Promise<{ readonly refused: AppError | null }>) => Promise<boolean>
}

/** The last part of a field's path: forms name their fields by it. */
const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** The tries to save a short form. */
export const useSaving = (): Saving => {
  const [faults, setFaults] = useState<FieldFaults>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [stale, setStale] = useState(0)
  const [busy, setBusy] = useState(false)
  const refuse = (found: FieldFaults, words: string | null = null): void => {
    setFaults(found)
    setFailure(words)
    setAttempt((before) => before + 1)
  }
  return {
    faults,
    failure,
    attempt,
    stale,
    busy,
    refuse: (found) => refuse(found),
    async send(work) {
      if (busy) return false
      setBusy(true)
      const { refused } = await work()
      setBusy(false)
      if (refused === null) {
        setFaults({})
        setFailure(null)
        return true
      }
      if (refused.code === 'stale') setStale((before) => before + 1)
      const found = Object.entries(refused.details.fieldErrors ?? {}).map(([path, words]) => [lastPart(path), words])
      refuse(Object.fromEntries(found) as FieldFaults, found.length === 0 ? refused.message : null)
      return false
    },
  }
}
