import { type ReactNode, useEffect, useRef, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { readDay, textOrNull } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { useTypedGuard } from '#renderer/ui/typed-guard.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import type { PlanActionDetail, PlanMilestone } from '#shared/features/plan/schema.ts'
import classes from './plan-action.module.css'
import { useFormKeys } from './use-form-keys.ts'

const LABELS = { title: 'What is to be reached', dueOn: 'Due', metOn: 'Met on' } as const

type MilestoneFormProps = {
  readonly action: PlanActionDetail
  /** null: a new one. */
  readonly milestone: PlanMilestone | null
  readonly onFailedUndo: (words: string) => void
  readonly onClose: () => void
}

/** Writes a milestone where it stands. Enter saves, Escape leaves it as it was. */
export const MilestoneForm = (props: MilestoneFormProps): ReactNode => {
  const { action, onFailedUndo, onClose } = props
  const { saving, field } = useQuickForm(LABELS)
  const milestone = useAsOpened(props.milestone, saving)
  const [title, setTitle] = useState(milestone?.title ?? '')
  const [due, setDue] = useState(dayPartsOf(milestone?.dueOn ?? null))
  const [met, setMet] = useState(dayPartsOf(milestone?.metOn ?? null))
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const save = async (): Promise<void> => {
    const [readDue, readMet] = [readDay(due), readDay(met)]
    const dueOn = 'fault' in readDue ? null : readDue.day
    const words = textOrNull(title)
    const faults = {
      ...(words === null ? { title: 'Say what is to be reached' } : {}),
      ...('fault' in readDue ? { dueOn: readDue.fault } : dueOn === null ? { dueOn: 'Enter the day it is due' } : {}),
      ...('fault' in readMet ? { metOn: readMet.fault } : {}),
    }
    if (words === null || dueOn === null || 'fault' in readMet || Object.keys(faults).length > 0)
      return saving.refuse(faults)
    const fields = { title: words, dueOn, metOn: readMet.day }
    const work = (): Promise<{ undo: number }> =>
      milestone === null
        ? core.plan.addMilestone({ actionId: action.id, fields })
        : core.plan.saveMilestone({ id: milestone.id, version: milestone.version, fields })
    const done = milestone === null ? `Added: ${words}.` : `Saved: ${words}.`
    if (await saving.send(() => doUndoable(work(), done, onFailedUndo))) onClose()
  }
  const guard = useTypedGuard(onClose)
  const form = useFormKeys({ onEscape: guard.onClose, onSave: () => void save() })
  return (
    <form
      ref={form}
      className={classes.inline}
      aria-label={milestone === null ? 'A new milestone' : `Change: ${milestone.title}`}
      noValidate
      onFocusCapture={guard.onFocusCapture}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {saving.failure !== null && (
        <InlineAlert tone="bad" spoken title="This was not saved">
          {saving.failure}
        </InlineAlert>
      )}
      <TextField {...field('title')} inputRef={first} maxLength={120} value={title} onChange={setTitle} />
      <DateField {...field('dueOn')} exact value={due} onChange={setDue} calendarFrom={dayNow()} />
      {milestone?.metOn != null && <DateField {...field('metOn')} optional exact value={met} onChange={setMet} />}
      <div className={classes.buttons}>
        <Button kind="filled" size="small" type="submit" busy={saving.busy}>
          Save
        </Button>
        <Button kind="quiet" size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
      {guard.question}
    </form>
  )
}
