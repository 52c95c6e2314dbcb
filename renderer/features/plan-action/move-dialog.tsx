import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { readDay, textOrNull } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import type { PlanActionDetail } from '#shared/features/plan/schema.ts'

const LABELS = { startsOn: 'Starts', dueOn: 'Due', reason: 'Why it moves' } as const

type MoveDialogProps = {
  readonly action: PlanActionDetail
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Moves an action to other dates, with the reason, which its history keeps. */
export const MoveDialog = ({ onClose, onFailedUndo, ...props }: MoveDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const action = useAsOpened(props.action, saving, ({ objectiveId, startsOn, dueOn }) => [objectiveId, startsOn, dueOn])
  const [starts, setStarts] = useState(dayPartsOf(action.startsOn))
  const [due, setDue] = useState(dayPartsOf(action.dueOn))
  const [reason, setReason] = useState('')
  const save = async (): Promise<void> => {
    const [from, to] = [readDay(starts), readDay(due)]
    const startsOn = 'fault' in from ? null : from.day
    const dueOn = 'fault' in to ? null : to.day
    const isBackwards = startsOn !== null && dueOn !== null && dueOn < startsOn
    const faults = {
      ...('fault' in from ? { startsOn: from.fault } : startsOn === null ? { startsOn: 'Enter the day' } : {}),
      ...('fault' in to ? { dueOn: to.fault } : dueOn === null ? { dueOn: 'Enter the day' } : {}),
      ...(isBackwards ? { dueOn: 'It is due before it starts' } : {}),
    }
    if (startsOn === null || dueOn === null || Object.keys(faults).length > 0) return saving.refuse(faults)
    const { id, version, objectiveId, code } = action
    const work = (): Promise<{ undo: number }> =>
      core.plan.moveAction({ id, version, startsOn, dueOn, objectiveId, reason: textOrNull(reason) })
    if (await saving.send(() => doUndoable(work(), `${code} is moved.`, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title={`Move ${action.code} to other dates`}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Move it"
      onSave={() => void save()}
      firstField="dueOn"
      onClose={onClose}
    >
      <TwoFields>
        <DateField {...field('startsOn')} exact value={starts} onChange={setStarts} calendarFrom={dayNow()} />
        <DateField {...field('dueOn')} exact value={due} onChange={setDue} calendarFrom={dayNow()} />
      </TwoFields>
      <TextField
        {...field('reason')}
        optional
        hint="Milestones that are not met yet move along by the same days."
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </QuickForm>
  )
}
