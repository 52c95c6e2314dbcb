import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { DrawerForm } from '#renderer/app/drawer-form.tsx'
import { readDay } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { hoursWords, readHours } from '#shared/features/plan-logs/budget.ts'
import type { Session } from '#shared/features/plan-logs/schema.ts'
import { ActionChoice } from './action-choice.tsx'

const LABELS = {
  words: 'What it went on',
  hours: 'How long, in hours',
  heldOn: 'On which day',
  actionId: 'Action it was for',
} as const

const formOf = (session: Session | null) => ({
  words: session?.words ?? '',
  hours: session === null ? '' : String(session.hours),
  actionId: session?.actionId ?? null,
  held: dayPartsOf(session?.heldOn ?? dayNow()),
})

type SessionDrawerProps = {
  readonly plan: Plan
  /** null adds one. */
  readonly session: Session | null
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Writes down a session of the lead, or changes one. */
export const SessionDrawer = (props: SessionDrawerProps): ReactNode => {
  const { plan, onClose, onRemove, onFailedUndo } = props
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const session = useAsOpened(props.session, saving)
  const [form, setForm] = useState(() => formOf(session))
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const save = async (): Promise<void> => {
    const day = readDay(form.held)
    const heldOn = 'fault' in day ? null : day.day
    const read = readHours(form.hours)
    const faults = {
      ...(form.words.trim() === '' ? { words: 'Say what it went on' } : {}),
      ...('fault' in read ? { hours: read.fault } : {}),
      ...(heldOn === null ? { heldOn: 'fault' in day ? day.fault : 'Enter the day' } : {}),
    }
    if (heldOn === null || 'fault' in read || Object.keys(faults).length > 0) return saving.refuse(faults)
    const fields = { words: form.words.trim(), hours: read.hours, heldOn, actionId: form.actionId }
    const work = (): Promise<{ undo: number }> =>
      session === null
        ? core.planLogs.addSession({ planId: plan.id, fields })
        : core.planLogs.saveSession({ id: session.id, version: session.version, fields })
    const words = `${session === null ? 'Added' : 'Saved'}: ${hoursWords(fields.hours)}, ${fields.words}.`
    if (await saving.send(() => doUndoable(work(), words, onFailedUndo))) onClose()
  }
  return (
    <DrawerForm
      title={session === null ? 'Add a session' : 'Change the session'}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={session === null ? 'Add the session' : 'Save the session'}
      onSave={() => void save()}
      firstField="words"
      onClose={onClose}
      onRemove={session === null ? undefined : onRemove}
    >
      <TextField
        {...field('words')}
        maxLength={300}
        spellCheck
        value={form.words}
        onChange={(words) => change({ words })}
      />
      <TextField
        {...field('hours')}
        hint="3.5, 3:30 or 45 min"
        inputMode="decimal"
        characters={10}
        value={form.hours}
        onChange={(hours) => change({ hours })}
      />
      <DateField
        {...field('heldOn')}
        exact
        value={form.held}
        onChange={(held) => change({ held })}
        calendarFrom={dayNow()}
      />
      <ActionChoice
        field={field('actionId')}
        plan={plan}
        value={form.actionId}
        onChange={(actionId) => change({ actionId })}
      />
    </DrawerForm>
  )
}
