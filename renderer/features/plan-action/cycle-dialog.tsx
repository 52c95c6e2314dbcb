import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { readDay, textOrNull } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import type { PlanActionDetail, PlanCycle } from '#shared/features/plan/schema.ts'
import { CYCLE_PARTS, OUTCOMES } from './cycle-words.ts'

const LABELS = {
  aim: 'What this try is to find out',
  startedOn: 'Began',
  endedOn: 'Ended',
  plan: 'Plan: what is tried, where and with whom, and what you expect',
  doing: 'Do: what was done, and what came in the way',
  study: 'Study: what the figures and people say',
  act: 'Act: what follows from it',
  outcome: 'What becomes of it',
} as const

const NONE = 'none'

type CycleDialogProps = {
  readonly action: PlanActionDetail
  /** null: a new one. */
  readonly cycle: PlanCycle | null
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Writes one turn of plan, do, study, act. Its parts are filled in as it goes. */
export const CycleDialog = ({ action, onClose, onFailedUndo, ...props }: CycleDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const cycle = useAsOpened(props.cycle, saving)
  const [aim, setAim] = useState(cycle?.aim ?? '')
  const [began, setBegan] = useState(dayPartsOf(cycle?.startedOn ?? dayNow()))
  const [ended, setEnded] = useState(dayPartsOf(cycle?.endedOn ?? null))
  const [parts, setParts] = useState({
    plan: cycle?.plan ?? '',
    doing: cycle?.doing ?? '',
    study: cycle?.study ?? '',
    act: cycle?.act ?? '',
  })
  const [outcome, setOutcome] = useState(cycle?.outcome ?? null)
  const save = async (): Promise<void> => {
    const [from, to] = [readDay(began), readDay(ended)]
    const startedOn = 'fault' in from ? null : from.day
    const endedOn = 'fault' in to ? null : to.day
    const words = textOrNull(aim)
    const isBackwards = startedOn !== null && endedOn !== null && endedOn < startedOn
    const faults = {
      ...(words === null ? { aim: 'Say what this try is to find out' } : {}),
      ...('fault' in from ? { startedOn: from.fault } : startedOn === null ? { startedOn: 'Enter the day' } : {}),
      ...('fault' in to
        ? { endedOn: to.fault }
        : endedOn === null && outcome !== null
          ? { endedOn: 'Enter the day on which it ended' }
          : isBackwards
            ? { endedOn: 'It ended before it began' }
            : {}),
    }
    if (words === null || startedOn === null || Object.keys(faults).length > 0) return saving.refuse(faults)
    const fields = { aim: words, ...parts, startedOn, endedOn, outcome }
    const work = (): Promise<{ undo: number }> =>
      cycle === null
        ? core.plan.addCycle({ actionId: action.id, fields })
        : core.plan.saveCycle({ id: cycle.id, version: cycle.version, fields })
    const done = cycle === null ? 'The cycle is added.' : 'The cycle is saved.'
    if (await saving.send(() => doUndoable(work(), done, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      beside="wide"
      title={cycle === null ? 'Begin a cycle: plan, do, study, act' : `Cycle ${cycle.number}`}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save"
      onSave={() => void save()}
      firstField="aim"
      onClose={onClose}
    >
      <TextField {...field('aim')} maxLength={200} value={aim} onChange={setAim} />
      <TwoFields>
        <DateField {...field('startedOn')} exact value={began} onChange={setBegan} calendarFrom={dayNow()} />
        <DateField {...field('endedOn')} optional exact value={ended} onChange={setEnded} calendarFrom={dayNow()} />
      </TwoFields>
      {CYCLE_PARTS.map(({ code }) => (
        <TextAreaField
          key={code}
          {...field(code)}
          optional
          rows={2}
          maxLength={2000}
          value={parts[code]}
          onChange={(words) => setParts({ ...parts, [code]: words })}
        />
      ))}
      <SelectField
        {...field('outcome')}
        options={[
          { value: NONE, label: 'Not decided yet' },
          ...OUTCOMES.map(({ code, label, words }) => ({ value: code, label: `${label}: ${words}` })),
        ]}
        value={outcome ?? NONE}
        onChange={(next) => setOutcome(next === null || next === NONE ? null : next)}
      />
    </QuickForm>
  )
}
