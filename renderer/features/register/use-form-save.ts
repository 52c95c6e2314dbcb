import { useState } from 'react'
import { takeBack } from '#renderer/app/undoable.ts'
import { showToast } from '#renderer/ui/toasts.tsx'
import { AppError } from '#shared/contract/errors.ts'
import { type FieldLabels, type Faults, faultsOfError } from './form-faults.ts'

const NONE: Faults = {}

export interface FormSave {
  readonly attempt: number
  readonly faults: Faults
  /** A refusal that belongs to no field. */
  readonly failure: string | undefined
  readonly saving: boolean
  /** Somebody saved meanwhile. */
  readonly stale: boolean
  /** Shows faults found before anything was sent, and puts focus on their summary. */
  readonly refuse: (faults: Faults) => void
  /** Sends. @returns the answer, or null where it was refused: then the words are on the form. */
  readonly send: <Answer>(work: () => Promise<Answer>) => Promise<Answer | null>
  readonly settleStale: () => void
  /** Nothing is wrong any more, though nothing has been sent yet. */
  readonly clear: () => void
}

/** One try to save after another: what was refused, where the words belong, and whether somebody else was first. */
export const useFormSave = (labels: FieldLabels): FormSave => {
  const [attempt, setAttempt] = useState(0)
  const [faults, setFaults] = useState(NONE)
  const [failure, setFailure] = useState<string>()
  const [stale, setStale] = useState(false)
  const [saving, setSaving] = useState(false)
  const refuse = (found: Faults): void => {
    setFaults(found)
    setFailure(undefined)
    setAttempt((before) => before + 1)
  }
  const take = (error: AppError): void => {
    const found = faultsOfError(error, labels)
    setStale(error.code === 'stale')
    refuse(found)
    if (error.code !== 'stale' && Object.keys(found).length === 0) setFailure(error.message)
  }
  return {
    attempt,
    faults,
    failure,
    saving,
    stale,
    refuse,
    settleStale: () => setStale(false),
    clear: () => {
      setFaults(NONE)
      setFailure(undefined)
    },
    async send(work) {
      setSaving(true)
      try {
        const answer = await work()
        setFaults(NONE)
        setFailure(undefined)
        setStale(false)
        return answer
      } catch (cause) {
        take(
          cause instanceof AppError
            ? cause
            : new AppError('internal', 'Something went wrong. Nothing was saved: try again.'),
        )
        return null
      } finally {
        setSaving(false)
      }
    },
  }
}

/** Says that it is saved, with the way back. `undone` runs once it has been taken back. */
export const toastSaved = (message: string, undo: number, undone: () => void = () => undefined): void =>
  showToast({ message, undo: () => void takeBack(undo).then((isBack) => (isBack ? undone() : undefined)) })
