import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import type { Plan, PlanFields } from '#shared/features/plan/schema.ts'
import { planFormOf, readPlanForm, startingOn } from './plan-form.ts'

interface PlanDialogProps {
  /** null: a new one is begun. */
  readonly plan: Plan | null
  readonly fields: PlanFields
  readonly onClose: () => void
  readonly onDone: () => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS = { title: 'Name of the plan', organisation: 'Whose plan', startsOn: 'Starts on' } as const

/** Name, organisation and first day of a plan. */
export const PlanDialog = ({ plan, fields, onClose, onDone, onFailedUndo }: PlanDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const opened = useAsOpened(plan, saving, (now) => (now === null ? null : planFormOf(now)))
  const [form, setForm] = useState(() => planFormOf(fields))
  const set = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const save = async (): Promise<void> => {
    const read = readPlanForm(form, fields)
    if ('faults' in read) return saving.refuse(read.faults)
    const work = (): Promise<{ undo: number }> =>
      opened === null
        ? core.plan.start({ fields: read.fields })
        : core.plan.save({ id: opened.id, version: opened.version, fields: read.fields })
    const words = plan === null ? 'The plan is begun.' : 'Saved.'
    if (await saving.send(() => doUndoable(work(), words, onFailedUndo))) onDone()
  }
  return (
    <QuickForm
      title={plan === null ? 'Start from a blank plan' : 'Name and start of the plan'}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={plan === null ? 'Start the plan' : 'Save'}
      onSave={() => void save()}
      firstField="title"
      onClose={onClose}
    >
      <TextField {...field('title')} maxLength={120} value={form.title} onChange={(title) => set({ title })} />
      <TextField
        {...field('organisation')}
        maxLength={120}
        value={form.organisation}
        onChange={(organisation) => set({ organisation })}
      />
      <DateField
        {...field('startsOn')}
        hint="The first day of a month. Each of its three years is twelve months from it."
        exact
        value={form.startsOn}
        onChange={(startsOn) => setForm((before) => startingOn(before, startsOn))}
      />
    </QuickForm>
  )
}
