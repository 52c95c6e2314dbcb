import { useId } from 'react'
import { type Saving, useSaving } from './undoable.ts'

/** Id, label and fault of a field, by its name in the contract. */
export type FieldOf<Name extends string> = (name: Name) => {
  readonly id: string
  readonly label: string
  readonly error: string | undefined
}

interface QuickFormState<Name extends string> {
  readonly saving: Saving
  readonly labels: Readonly<Record<Name, string>>
  readonly idOf: (field: string) => string
  readonly field: FieldOf<Name>
}

/** The tries to save a short form, with what its fields are called. */
export const useQuickForm = <Name extends string>(labels: Readonly<Record<Name, string>>): QuickFormState<Name> => {
  const saving = useSaving()
  const prefix = useId()
  const idOf = (field: string): string => `${prefix}-${field}`
  const field: FieldOf<Name> = (name) => ({ id: idOf(name), label: labels[name], error: saving.faults[name] })
  return { saving, idOf, field, labels }
}
