import type { ReactNode } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { DrawerForm } from '#renderer/app/drawer-form.tsx'
import { doUndoable, type FieldFaults } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { type FieldOf, useQuickForm } from '#renderer/app/use-quick-form.ts'
import { entryFieldsSchema } from '#shared/features/development/schema.ts'

/** What was typed: the entry as far as it can be read, and what could not be. */
export interface TypedEntry {
  readonly entry: Readonly<Record<string, unknown>>
  readonly faults: FieldFaults
}

type EntryDrawerProps<Name extends string> = {
  /** Such as "a goal". */
  readonly what: string
  readonly labels: Readonly<Record<Name, string>>
  readonly firstField: NoInfer<Name>
  /** null adds one. */
  readonly row: { readonly id: string; readonly version: number } | null
  readonly read: () => TypedEntry
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onFailure: (words: string) => void
  readonly children: (field: FieldOf<Name>) => ReactNode
}

/** Adds an entry to somebody's own learning, or changes one. It is read by the same rules as the core's. */
export const EntryDrawer = <Name extends string>(props: EntryDrawerProps<Name>): ReactNode => {
  const { what, read, onClose, onRemove, onFailure } = props
  const { saving, idOf, field, labels } = useQuickForm(props.labels)
  const row = useAsOpened(props.row, saving)
  const save = async (): Promise<void> => {
    const typed = read()
    const checked = entryFieldsSchema.safeParse(typed.entry)
    const found = (checked.error?.issues ?? []).map(({ path, message }) => [String(path.at(-1)), message] as const)
    const faults: FieldFaults = { ...Object.fromEntries(found), ...typed.faults }
    if (!checked.success || Object.keys(faults).length > 0) return saving.refuse(faults)
    const entry = checked.data
    const work = (): Promise<{ undo: number }> =>
      row === null
        ? core.development.add({ entry })
        : core.development.save({ id: row.id, version: row.version, entry })
    if (await saving.send(() => doUndoable(work(), row === null ? 'Written down.' : 'Saved.', onFailure))) onClose()
  }
  return (
    <DrawerForm
      title={row === null ? `Add ${what}` : `Change ${what.replace(/^an? /, 'the ')}`}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={row === null ? 'Add' : 'Save'}
      onSave={() => void save()}
      firstField={props.firstField}
      onClose={onClose}
      onRemove={row === null ? undefined : onRemove}
    >
      {props.children(field)}
    </DrawerForm>
  )
}
