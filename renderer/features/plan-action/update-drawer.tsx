import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { readDay } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import { ACTION_STATUSES, type PlanActionDetail, type PlanUpdate } from '#shared/features/plan/schema.ts'

const LABELS = {
  on: 'Day',
  words: 'What happened',
  status: 'How it stands',
  nextStep: 'Next step',
  ask: 'What is asked, and of whom',
} as const

const STATUSES = ACTION_STATUSES.map(({ code, label }) => ({ value: code, label }))

type UpdateDrawerProps = {
  readonly action: PlanActionDetail
  /** The update that is corrected; null: a new one. */
  readonly update: PlanUpdate | null
  /** A note says what happened, and leaves the rest as it is. */
  readonly isNote?: boolean
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Writes down what happened with an action, beside its page. */
export const UpdateDrawer = (props: UpdateDrawerProps): ReactNode => {
  const { action, isNote = false, onClose, onFailedUndo } = props
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const update = useAsOpened(props.update, saving)
  const [on, setOn] = useState(dayPartsOf(update?.on ?? dayNow()))
  const [words, setWords] = useState(update?.words ?? '')
  // Until another is chosen it is the one that the action has, which may change while somebody writes.
  const [chosen, setChosen] = useState(update?.status ?? null)
  const status = chosen ?? action.status
  const [nextStep, setNextStep] = useState(update?.nextStep ?? '')
  const [ask, setAsk] = useState(update?.ask ?? '')
  const save = async (): Promise<void> => {
    const read = readDay(on)
    const day = 'fault' in read ? null : read.day
    const faults = {
      ...('fault' in read ? { on: read.fault } : day === null ? { on: 'Enter the day' } : {}),
      ...(words.trim() === '' ? { words: 'Write what happened' } : {}),
    }
    if (day === null || Object.keys(faults).length > 0) return saving.refuse(faults)
    const fields = { on: day, words, status, nextStep, ask }
    const work = (): Promise<{ undo: number }> =>
      update === null
        ? core.plan.addUpdate({ actionId: action.id, fields })
        : core.plan.saveUpdate({ id: update.id, version: update.version, fields })
    const done = update !== null ? 'The update is corrected.' : isNote ? 'Noted.' : 'The update is kept.'
    if (await saving.send(() => doUndoable(work(), done, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      beside="narrow"
      title={update !== null ? 'Correct an update' : isNote ? 'Note in the diary' : `Update ${action.code}`}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save"
      onSave={() => void save()}
      firstField="words"
      onClose={onClose}
    >
      <DateField {...field('on')} exact value={on} onChange={setOn} calendarFrom={dayNow()} />
      <TextAreaField
        {...field('words')}
        hint="No patient’s name belongs in a plan."
        rows={5}
        maxLength={4000}
        value={words}
        onChange={setWords}
      />
      {!isNote && (
        <>
          <SelectField
            {...field('status')}
            options={STATUSES}
            value={status}
            onChange={(next) => setChosen(next ?? status)}
          />
          <TextAreaField
            {...field('nextStep')}
            optional
            rows={2}
            maxLength={1000}
            value={nextStep}
            onChange={setNextStep}
          />
          <TextAreaField
            {...field('ask')}
            optional
            hint="Of the board, the network or a partner. Asks are gathered at the review."
            rows={2}
            maxLength={1000}
            value={ask}
            onChange={setAsk}
          />
        </>
      )}
    </QuickForm>
  )
}
