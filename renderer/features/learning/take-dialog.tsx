import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { readDay, textOrNull } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf, formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Analysis, LearningAction } from '#shared/features/learning/schema.ts'
import { namesPerson } from '#shared/features/learning/words.ts'
import type { Plan } from '#shared/features/plan/schema.ts'

const LABELS = {
  title: 'What is to be done',
  objectiveId: 'Objective',
  ownerName: 'Owner',
  startsOn: 'Starts',
  dueOn: 'Due',
} as const

type TakeDialogProps = {
  readonly analysis: Analysis
  readonly change: LearningAction
  readonly plan: Plan
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Of the analysis only the day of its meeting goes along: a plan is read by people who may not know the patient. */
const originWords = ({ fields }: Analysis): string =>
  fields.meetingDate === null
    ? 'A learning event analysis'
    : `A learning event analysis, discussed ${formatIsoDate(fields.meetingDate)}`

/** Makes an action of the plan of a change that was agreed. The plan is told nothing of the patient. */
export const TakeDialog = ({ analysis, change, plan, onClose, onFailedUndo }: TakeDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const person = useCoreQuery('register', 'person', { id: analysis.personId }).data?.person
  const first = dayNow() < plan.startsOn ? plan.startsOn : dayNow()
  const [title, setTitle] = useState(change.title.slice(0, 120))
  const [objectiveId, setObjectiveId] = useState<string | null>(null)
  const [ownerName, setOwnerName] = useState(change.ownerName ?? '')
  const [starts, setStarts] = useState(dayPartsOf(first))
  const [due, setDue] = useState(dayPartsOf(change.dueDate ?? null))
  const save = async (): Promise<void> => {
    const [from, to] = [readDay(starts), readDay(due)]
    const startsOn = 'fault' in from ? null : from.day
    const dueOn = 'fault' in to ? null : to.day
    const words = textOrNull(title)
    const isNamed = words !== null && person !== undefined && namesPerson(words, person)
    const isBackwards = startsOn !== null && dueOn !== null && dueOn < startsOn
    const faults = {
      ...(words === null ? { title: 'Say what is to be done' } : {}),
      ...(isNamed ? { title: 'This names the patient. Write it without: a plan is read by others' } : {}),
      ...(objectiveId === null ? { objectiveId: 'Choose the objective' } : {}),
      ...('fault' in from ? { startsOn: from.fault } : startsOn === null ? { startsOn: 'Enter the day' } : {}),
      ...('fault' in to ? { dueOn: to.fault } : dueOn === null ? { dueOn: 'Enter the day' } : {}),
      ...(isBackwards ? { dueOn: 'It is due before it starts' } : {}),
    }
    if (words === null || objectiveId === null || startsOn === null || dueOn === null || Object.keys(faults).length > 0)
      return saving.refuse(faults)
    const origin = { kind: 'learning' as const, id: change.id, words: originWords(analysis) }
    const fields = { objectiveId, title: words, startsOn, dueOn, ownerName: textOrNull(ownerName) }
    const work = (): Promise<{ undo: number }> =>
      core.plan.addActions({ planId: plan.id, actions: [{ fields, origin }] })
    if (await saving.send(() => doUndoable(work(), `In the plan: ${words}.`, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title="Take into the plan"
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Take into the plan"
      onSave={() => void save()}
      firstField="title"
      onClose={onClose}
    >
      <TextField
        {...field('title')}
        hint="The plan is told the day of the meeting, and nothing of the patient."
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      <SelectField
        {...field('objectiveId')}
        options={plan.objectives.map(({ id, number, title: label }) => ({ value: id, label: `${number}. ${label}` }))}
        value={objectiveId}
        onChange={setObjectiveId}
      />
      <TextField {...field('ownerName')} optional maxLength={80} value={ownerName} onChange={setOwnerName} />
      <TwoFields>
        <DateField {...field('startsOn')} exact value={starts} onChange={setStarts} calendarFrom={dayNow()} />
        <DateField {...field('dueOn')} exact value={due} onChange={setDue} calendarFrom={dayNow()} />
      </TwoFields>
    </QuickForm>
  )
}
