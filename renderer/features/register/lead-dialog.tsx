import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { peopleWords } from './person-words.ts'

const LABELS = { namedLeadId: 'Named lead' }
const NOBODY = 'nobody'

interface LeadDialogProps {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Gives everybody who is chosen the same named lead, in one change. */
export const LeadDialog = ({ ids, onClose, onDone, onFailedUndo }: LeadDialogProps): ReactNode => {
  const users = useCoreQuery('access', 'users', {})
  const [lead, setLead] = useState<string | null>(null)
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const options = [
    ...(users.data ?? []).map((user) => ({ value: user.id, label: user.name })),
    { value: NOBODY, label: 'Nobody' },
  ]
  const name = options.find(({ value }) => value === lead)?.label ?? ''
  const done = ({ changed }: { readonly changed: number }): string =>
    changed === 0 ? 'They had this named lead already.' : `Named lead set to ${name} for ${peopleWords(changed)}.`
  const save = async (): Promise<void> => {
    if (lead === null) return saving.refuse({ namedLeadId: 'Choose who it should be' })
    const namedLeadId = lead === NOBODY ? null : lead
    const work = (): ReturnType<typeof doUndoable<{ changed: number; undo: number }>> =>
      doUndoable(core.register.setNamedLead({ personIds: [...ids], namedLeadId }), done, onFailedUndo)
    if (await saving.send(work)) onDone()
  }
  return (
    <QuickForm
      title={`Set the named lead of ${peopleWords(ids.length)}`}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Set named lead"
      onSave={() => void save()}
      firstField="namedLeadId"
      onClose={onClose}
    >
      <SelectField {...field('namedLeadId')} options={options} value={lead} onChange={setLead} />
    </QuickForm>
  )
}
