import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { readDay, textOrNull } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import type { LessonCard } from '#shared/features/lessons/schema.ts'
import type { Plan } from '#shared/features/plan/schema.ts'

const LABELS = { title: 'What is to be done', objectiveId: 'Objective', startsOn: 'Starts', dueOn: 'Due' } as const

type TakeLessonDialogProps = {
  readonly card: LessonCard
  readonly plan: Plan
  readonly onClose: () => void
  readonly onFailure: (words: string) => void
}

const originWords = ({ title, origin }: LessonCard): string =>
  origin === null ? `The lesson card “${title}”` : `The lesson card “${title}” from ${origin.practice}`

/** Makes an action of the plan of a card. The action says which card it came from. */
export const TakeLessonDialog = ({ card, plan, onClose, onFailure }: TakeLessonDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const number = /^objective_(\d)$/.exec(card.area ?? '')?.[1]
  const [title, setTitle] = useState(card.title.slice(0, 120))
  const [objectiveId, setObjectiveId] = useState<string | null>(
    plan.objectives.find((objective) => String(objective.number) === number)?.id ?? null,
  )
  const [starts, setStarts] = useState(dayPartsOf(dayNow() < plan.startsOn ? plan.startsOn : dayNow()))
  const [due, setDue] = useState(dayPartsOf(null))
  const save = async (): Promise<void> => {
    const [from, to] = [readDay(starts), readDay(due)]
    const startsOn = 'fault' in from ? null : from.day
    const dueOn = 'fault' in to ? null : to.day
    const words = textOrNull(title)
    const faults = {
      ...(words === null ? { title: 'Say what is to be done' } : {}),
      ...(objectiveId === null ? { objectiveId: 'Choose the objective' } : {}),
      ...('fault' in from ? { startsOn: from.fault } : startsOn === null ? { startsOn: 'Enter the day' } : {}),
      ...('fault' in to ? { dueOn: to.fault } : dueOn === null ? { dueOn: 'Enter the day' } : {}),
      ...(startsOn !== null && dueOn !== null && dueOn < startsOn ? { dueOn: 'It is due before it starts' } : {}),
    }
    if (words === null || objectiveId === null || startsOn === null || dueOn === null || Object.keys(faults).length > 0)
      return saving.refuse(faults)
    const origin = { kind: 'learning' as const, id: null, words: originWords(card) }
    const fields = { objectiveId, title: words, words: card.tried.slice(0, 4000), startsOn, dueOn }
    const work = (): Promise<{ undo: number }> =>
      core.plan.addActions({ planId: plan.id, actions: [{ fields, origin }] })
    if (await saving.send(() => doUndoable(work(), `In the plan: ${words}.`, onFailure))) onClose()
  }
  return (
    <QuickForm
      title="Make an action of the card"
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Take into the plan"
      onSave={() => void save()}
      firstField="title"
      onClose={onClose}
    >
      <TextField {...field('title')} maxLength={120} value={title} onChange={setTitle} />
      <SelectField
        {...field('objectiveId')}
        options={plan.objectives.map(({ id, number: of, title: label }) => ({ value: id, label: `${of}. ${label}` }))}
        value={objectiveId}
        onChange={setObjectiveId}
      />
      <TwoFields>
        <DateField {...field('startsOn')} exact value={starts} onChange={setStarts} calendarFrom={dayNow()} />
        <DateField {...field('dueOn')} exact value={due} onChange={setDue} calendarFrom={dayNow()} />
      </TwoFields>
    </QuickForm>
  )
}
