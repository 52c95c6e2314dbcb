import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { FormBody } from '#renderer/app/form-body.tsx'
import { readDay } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { addMonths, dayPartsOf, formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import type { PlanActionDetail } from '#shared/features/plan/schema.ts'

const LABELS = { way: 'What becomes of it', dueOn: 'New due date', reason: 'Why' } as const
const NEXT_YEAR_MONTHS = 6

type CarryPanelProps = {
  readonly action: PlanActionDetail
  readonly reviewId: string
  /** The last day of the year that ends. */
  readonly yearEnd: IsoDate
  readonly onDone: () => void
  readonly onFailedUndo: (words: string) => void
}

/** At the end of a year: carries an action forward with a new date, or stops it; either with the reason. */
export const CarryPanel = ({ action, reviewId, yearEnd, onDone, onFailedUndo }: CarryPanelProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const [way, setWay] = useState<'carry' | 'stop'>('carry')
  const [due, setDue] = useState(() => dayPartsOf(addMonths(yearEnd, NEXT_YEAR_MONTHS)))
  const [reason, setReason] = useState('')
  const carry = (dueOn: IsoDate): Promise<{ undo: number }> => {
    const { id, version, startsOn, objectiveId } = action
    return core.plan.moveAction({ id, version, startsOn, objectiveId, dueOn, reason: reason.trim() })
  }
  const stop = (): Promise<{ undo: number }> =>
    core.plan.addUpdate({
      actionId: action.id,
      reviewId,
      fields: { on: dayNow(), words: reason.trim(), status: 'stopped' },
    })
  const save = async (): Promise<void> => {
    const day = readDay(due)
    const dueOn = 'fault' in day ? null : day.day
    const dateFault =
      dueOn === null
        ? 'fault' in day
          ? day.fault
          : 'Enter the day by which it is to be done'
        : dueOn <= yearEnd
          ? `Enter a day after ${formatIsoDate(yearEnd)}`
          : null
    const faults = {
      ...(way === 'carry' && dateFault !== null ? { dueOn: dateFault } : {}),
      ...(reason.trim() === '' ? { reason: 'Say why in a few words' } : {}),
    }
    if (Object.keys(faults).length > 0) return saving.refuse(faults)
    const words = way === 'carry' ? `Carried forward: ${action.title}.` : `Stopped: ${action.title}.`
    const work = way === 'carry' && dueOn !== null ? carry(dueOn) : stop()
    if (await saving.send(() => doUndoable(work, words, onFailedUndo))) onDone()
  }
  return (
    <Panel title="The year ends" aside={`It was due by ${formatIsoDate(action.dueOn)}`} tone="warn" headingLevel={3}>
      <FormBody saving={saving} labels={labels} idOf={idOf} onSave={() => void save()}>
        <RadioField
          {...field('way')}
          options={[
            { value: 'carry', label: 'Carry it forward' },
            { value: 'stop', label: 'Stop it' },
          ]}
          value={way}
          onChange={setWay}
        />
        {way === 'carry' && (
          <DateField {...field('dueOn')} exact value={due} onChange={setDue} calendarFrom={yearEnd} />
        )}
        <TextField {...field('reason')} maxLength={300} spellCheck value={reason} onChange={setReason} />
        <div>
          <Button type="submit" busy={saving.busy}>
            {way === 'carry' ? 'Carry it forward' : 'Stop the action'}
          </Button>
        </div>
      </FormBody>
    </Panel>
  )
}
