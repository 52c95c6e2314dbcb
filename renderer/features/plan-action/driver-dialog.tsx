import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { textOrNull } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import type { Driver, Plan } from '#shared/features/plan/schema.ts'
import { kindLabel, kindsUnder } from './driver-words.ts'

const LABELS = {
  words: 'What it says',
  kind: 'What it is',
  parentId: 'It leads to',
  actionId: 'Action of the plan',
} as const
const NONE = 'none'

/** A box that is written: one that is there, or a new one that leads to another. */
export type AskedDriver =
  | { readonly driver: Driver; readonly under: null }
  | { readonly driver: null; readonly under: Driver | null }

type DriverDialogProps = {
  readonly plan: Plan
  readonly drivers: readonly Driver[]
  readonly asked: AskedDriver
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const HINTS: Readonly<Record<Driver['kind'], string>> = {
  aim: 'How much, of what, for whom, by when. Such as: hospital letters here within 14 days by March 2027.',
  primary: 'Something large that must go well for the aim to be reached.',
  secondary: 'A part of it that can be worked on.',
  idea: 'A change that may move it. Link the action where it is in the plan.',
}

/** Writes a box of the driver diagram. */
export const DriverDialog = ({ plan, drivers, asked, onClose, onFailedUndo }: DriverDialogProps): ReactNode => {
  const { under } = asked
  const kinds = under === null ? ['aim' as const] : kindsUnder(under.kind)
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const driver = useAsOpened(
    drivers.find(({ id }) => id === asked.driver?.id) ?? asked.driver,
    saving,
    // Its place among the others changes as they are moved about.
    (box) => box && [box.words, box.kind, box.parentId, box.actionId],
  )
  const [words, setWords] = useState(driver?.words ?? '')
  const [kind, setKind] = useState(driver?.kind ?? kinds[0] ?? 'idea')
  const [parentId, setParentId] = useState(driver?.parentId ?? under?.id ?? null)
  const [actionId, setActionId] = useState(driver?.actionId ?? null)
  const parents = drivers.filter(({ id, kind: of }) => id !== driver?.id && kindsUnder(of).includes(kind))
  const save = async (): Promise<void> => {
    const said = textOrNull(words)
    if (said === null) return saving.refuse({ words: 'Write what this box says' })
    const fields = { parentId, kind, words: said, actionId }
    const work = (): Promise<{ undo: number }> =>
      driver === null
        ? core.plan.addDriver({ planId: plan.id, fields })
        : core.plan.saveDriver({ id: driver.id, version: driver.version, fields })
    const done = driver === null ? `${kindLabel(kind)} added.` : 'The box is saved.'
    if (await saving.send(() => doUndoable(work(), done, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title={
        driver === null
          ? `Add: ${kinds.map(kindLabel).join(' or ').toLowerCase()}`
          : `Change: ${kindLabel(kind).toLowerCase()}`
      }
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save"
      onSave={() => void save()}
      firstField="words"
      onClose={onClose}
    >
      {driver === null && kinds.length > 1 && (
        <RadioField
          label={LABELS.kind}
          layout="row"
          options={kinds.map((code) => ({ value: code, label: kindLabel(code) }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <TextField {...field('words')} hint={HINTS[kind]} maxLength={200} value={words} onChange={setWords} />
      {driver !== null && kind !== 'aim' && (
        <SelectField
          {...field('parentId')}
          options={parents.map(({ id, words: label }) => ({ value: id, label }))}
          value={parentId}
          onChange={setParentId}
        />
      )}
      <SelectField
        {...field('actionId')}
        optional
        searchable
        options={[
          { value: NONE, label: 'None' },
          ...plan.actions.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` })),
        ]}
        value={actionId ?? NONE}
        onChange={(next) => setActionId(next === null || next === NONE ? null : next)}
      />
    </QuickForm>
  )
}
