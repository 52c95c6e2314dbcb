import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { DrawerForm } from '#renderer/app/drawer-form.tsx'
import { readDay } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import type { Decision } from '#shared/features/plan-logs/schema.ts'
import { ActionChoice } from './action-choice.tsx'

const LABELS = {
  words: 'What was decided',
  why: 'Why',
  decidedBy: 'Who decided it',
  decidedOn: 'On which day',
  actionId: 'Action it is about',
} as const

const formOf = (decision: Decision | null, actionId: string | null) => ({
  words: decision?.words ?? '',
  why: decision?.why ?? '',
  decidedBy: decision?.decidedBy ?? '',
  actionId: decision === null ? actionId : decision.actionId,
  decided: dayPartsOf(decision?.decidedOn ?? dayNow()),
})

type DecisionDrawerProps = {
  readonly plan: Plan
  /** null adds one. */
  readonly decision: Decision | null
  /** The action that a new one is about. */
  readonly actionId?: string | null
  /** The review at which a new one is taken. */
  readonly reviewId?: string | null
  readonly onClose: () => void
  readonly onRemove?: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Writes down a decision, or changes one. */
export const DecisionDrawer = (props: DecisionDrawerProps): ReactNode => {
  const { plan, actionId = null, reviewId = null, onClose, onRemove } = props
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const decision = useAsOpened(props.decision, saving)
  const [form, setForm] = useState(() => formOf(decision, actionId))
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const save = async (): Promise<void> => {
    const day = readDay(form.decided)
    const decidedOn = 'fault' in day ? null : day.day
    const faults = {
      ...(form.words.trim() === '' ? { words: 'Say what was decided' } : {}),
      ...(form.decidedBy.trim() === '' ? { decidedBy: 'Say who decided it' } : {}),
      ...(decidedOn === null ? { decidedOn: 'fault' in day ? day.fault : 'Enter the day' } : {}),
    }
    if (decidedOn === null || Object.keys(faults).length > 0) return saving.refuse(faults)
    const { decided: _, ...rest } = form
    const fields = { ...rest, decidedOn }
    const work = (): Promise<{ undo: number }> =>
      decision === null
        ? core.planLogs.addDecision({ planId: plan.id, reviewId, fields })
        : core.planLogs.saveDecision({ id: decision.id, version: decision.version, fields })
    if (await saving.send(() => doUndoable(work(), 'The decision is written down.', props.onFailedUndo))) onClose()
  }
  return (
    <DrawerForm
      title={decision === null ? 'Add a decision' : 'Change the decision'}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={decision === null ? 'Add the decision' : 'Save the decision'}
      onSave={() => void save()}
      firstField="words"
      onClose={onClose}
      onRemove={decision === null ? undefined : onRemove}
    >
      <TextField
        {...field('words')}
        maxLength={300}
        spellCheck
        value={form.words}
        onChange={(words) => change({ words })}
      />
      <TextAreaField {...field('why')} optional maxLength={1000} value={form.why} onChange={(why) => change({ why })} />
      <TextField
        {...field('decidedBy')}
        hint="A person, a meeting or a board"
        maxLength={120}
        value={form.decidedBy}
        onChange={(decidedBy) => change({ decidedBy })}
      />
      <DateField
        {...field('decidedOn')}
        exact
        value={form.decided}
        onChange={(decided) => change({ decided })}
        calendarFrom={dayNow()}
      />
      <ActionChoice
        field={field('actionId')}
        plan={plan}
        value={form.actionId}
        onChange={(next) => change({ actionId: next })}
      />
    </DrawerForm>
  )
}
