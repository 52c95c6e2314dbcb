import { useId } from 'react'
import { type Saving, useSaving } from '#renderer/app/undoable.ts'

interface LetterForm {
  readonly saving: Saving
  readonly labels: Readonly<Record<string, string>>
  readonly idOf: (field: string) => string
  /** Id, label and fault of a field, by its name in the contract. */
  readonly field: (name: string) => { readonly id: string; readonly label: string; readonly error: string | undefined }
}

/** The tries to save a short form, with what its fields are called. */
export const useLetterForm = (labels: Readonly<Record<string, string>>): LetterForm => {
  const saving = useSaving()
  const prefix = useId()
  const idOf = (field: string): string => `${prefix}-${field}`
  const field = (name: string) => ({ id: idOf(name), label: labels[name] ?? name, error: saving.faults[name] })
  return { saving, idOf, field, labels }
}
