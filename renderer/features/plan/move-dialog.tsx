import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import { datesInYear } from '#shared/features/plan/board.ts'
import type { Plan, PlanAction } from '#shared/features/plan/schema.ts'
import { planYears, squareYear } from '#shared/features/plan/years.ts'
import { readDates } from './action-form.ts'
import { datesWords, yearHeading } from './plan-words.ts'

interface MoveDialogProps {
  readonly plan: Plan
  readonly action: PlanAction
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS = { objectiveId: 'Objective', year: 'Year', startsOn: 'Starts', dueOn: 'Due', reason: 'Why' } as const

/** Moves an action to another year, objective or dates, with the reason where there is one. */
export const MoveDialog = ({ plan, onClose, onFailedUndo, ...props }: MoveDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const action = useAsOpened(
    plan.actions.find(({ id }) => id === props.action.id) ?? props.action,
    saving,
    ({ objectiveId: under, startsOn, dueOn }) => [under, startsOn, dueOn],
  )
  const [objectiveId, setObjective] = useState(action.objectiveId)
  const [starts, setStarts] = useState(dayPartsOf(action.startsOn))
  const [due, setDue] = useState(dayPartsOf(action.dueOn))
  const [reason, setReason] = useState('')
  const read = readDates(starts, due)
  const year = 'value' in read ? squareYear(plan.startsOn, read.value.dueOn) : null
  const toYear = (text: string | null): void => {
    const span = planYears(plan.startsOn).find((one) => String(one.year) === text)
    if (span === undefined) return
    const dates = datesInYear(plan.startsOn, 'value' in read ? read.value : action, span.year)
    setStarts(dayPartsOf(dates.startsOn))
    setDue(dayPartsOf(dates.dueOn))
  }
  const save = async (): Promise<void> => {
    if ('faults' in read) return saving.refuse(read.faults)
    const { id, version, code } = action
    const work = (): Promise<{ undo: number }> =>
      core.plan.moveAction({
        id,
        version,
        objectiveId,
        ...read.value,
        reason: reason.trim() === '' ? null : reason.trim(),
      })
    const words = `Moved ${code}: ${datesWords(read.value)}.`
    if (await saving.send(() => doUndoable(work(), words, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title={`Move ${action.code} ${action.title}`}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Move the action"
      onSave={() => void save()}
      firstField="objectiveId"
      width={700}
      onClose={onClose}
    >
      <TwoFields>
        <SelectField
          {...field('objectiveId')}
          options={plan.objectives.map(({ id, number, title, words }) => ({
            value: id,
            label: `${number} ${words || title}`,
          }))}
          value={objectiveId}
          onChange={(next) => setObjective(next ?? objectiveId)}
        />
        <SelectField
          {...field('year')}
          options={planYears(plan.startsOn).map((span) => ({ value: String(span.year), label: yearHeading(span) }))}
          value={year === null ? null : String(year)}
          onChange={toYear}
        />
      </TwoFields>
      <TwoFields>
        <DateField {...field('startsOn')} exact value={starts} onChange={setStarts} calendarFrom={dayNow()} />
        <DateField {...field('dueOn')} exact value={due} onChange={setDue} calendarFrom={dayNow()} />
      </TwoFields>
      <TextField
        {...field('reason')}
        optional
        hint="Kept with the move, so that a review can tell why. Milestones that are not met move along."
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </QuickForm>
  )
}
