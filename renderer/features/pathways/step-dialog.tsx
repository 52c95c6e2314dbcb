import { type ReactNode, useState } from 'react'
import { dayPartsOf, isFuture, type IsoDate, partialDateFromParts } from '#shared/domain/partial-date.ts'
import { EVENT_TYPES, type EventTypeCode, eventTypeOf } from '#shared/features/journey/public.ts'
import {
  mayFollow,
  nextSteps,
  NOT_LOGGED_YET,
  type PathwayFacts,
  type PathwayState,
} from '#shared/features/pathways/state-machine.ts'
import { EVENT_FOR_STEP, stepOf } from '#shared/features/pathways/steps.ts'
import { outOfOrderWords } from '#shared/features/pathways/words.ts'
import { core } from '#renderer/app/core-client.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { type Faults, PathwayFormDialog } from './pathway-form-dialog.tsx'
import { written } from './pathway-writes.ts'

type StepDialogProps = {
  readonly pathway: PathwayFacts & {
    readonly id: string
    readonly personId: string
    readonly episodeId: string | null
    readonly name: string
    readonly state: PathwayState
  }
  /** What is logged unless another is chosen. */
  readonly eventType: EventTypeCode | null
  readonly banner: ReactNode
  readonly today: IsoDate
  readonly onClose: () => void
}

const LABELS = { eventType: 'What happened', date: 'Date', note: 'Note' } as const
const BESIDE_STEPS: readonly EventTypeCode[] = ['decision_to_treat', 'mdt']

const LIKELY: Readonly<Partial<Record<string, keyof typeof EVENT_FOR_STEP>>> = {
  new: 'sent',
  sent: 'received',
  received: 'booked',
  booked: 'seen',
  did_not_attend: 'booked',
  cancelled_by_hospital: 'booked',
  cancelled_by_patient: 'booked',
  downgraded: 'booked',
  rejected: 'sent',
}

/** The step that most pathways take from where this one is; null where several are as likely. */
export const likelyStep = ({ place }: Pick<PathwayState, 'place'>): EventTypeCode | null => {
  const step = LIKELY[place]
  return step === undefined ? null : EVENT_FOR_STEP[step]
}

const isOption = (code: EventTypeCode): boolean => stepOf(code) !== null || BESIDE_STEPS.includes(code)

const optionsFor = (state: PathwayState) => {
  const next = nextSteps(state)
  const fits = (code: EventTypeCode): boolean => {
    const step = stepOf(code)
    return step === null || next.includes(step)
  }
  const option = ({ code, label }: { code: EventTypeCode; label: string }) => ({ value: code, label })
  const all = EVENT_TYPES.filter(({ code }) => isOption(code))
  return [
    { group: 'Fits now', items: all.filter(({ code }) => fits(code)).map(option) },
    { group: 'Kept and flagged', items: all.filter(({ code }) => !fits(code)).map(option) },
  ].filter(({ items }) => items.length > 0)
}

/** Logs what happened next on one pathway. Today is filled in, so that the usual step is two keys away. */
export const StepDialog = ({ pathway, eventType, banner, today, onClose }: StepDialogProps): ReactNode => {
  const [type, setType] = useState<EventTypeCode | null>(eventType)
  const [parts, setParts] = useState(() => dayPartsOf(today))
  const [note, setNote] = useState('')
  const read = partialDateFromParts(parts)
  const check = (): Faults => {
    if (type === null) return { eventType: 'Choose what happened' }
    if (!read.ok) return { date: read.message }
    return isFuture(read.value, today) ? { date: 'This date has not come yet. Log it once it has happened.' } : {}
  }
  const event = type === null || !read.ok ? null : { id: NOT_LOGGED_YET, eventType: type, ...read.value }
  const asks = event !== null && !mayFollow(pathway.state, event, pathway)
  return (
    <PathwayFormDialog
      title={`${pathway.name}: what happened?`}
      banner={banner}
      confirm={asks ? 'Log it and flag it' : 'Log it'}
      labels={LABELS}
      ready={eventType !== null}
      onClose={onClose}
      check={check}
      onSave={async () => {
        if (event === null) return null
        const { eventType: code, date, precision } = event
        return written(
          core.journey.logEvent({
            personId: pathway.personId,
            episodeId: pathway.episodeId,
            pathwayId: pathway.id,
            eventType: code,
            lane: eventTypeOf(code).lane,
            date,
            precision,
            note: note.trim() === '' ? null : note,
            toldBy: null,
            answersEventId: null,
          }),
          `Logged: ${eventTypeOf(code).label}.`,
        )
      }}
    >
      {({ idOf, faults }) => (
        <>
          <SelectField<EventTypeCode>
            id={idOf('eventType')}
            label={LABELS.eventType}
            error={faults['eventType']}
            searchable
            options={optionsFor(pathway.state)}
            value={type}
            onChange={setType}
          />
          <DateField
            id={idOf('date')}
            label={LABELS.date}
            hint="Leave the day, or day and month, blank if not known"
            error={faults['date']}
            value={parts}
            onChange={setParts}
            calendarFrom={today}
          />
          <TextField
            id={idOf('note')}
            label={LABELS.note}
            hint="Such as the day of the appointment, or who told us"
            optional
            error={faults['note']}
            value={note}
            onChange={setNote}
            maxLength={2000}
          />
          {asks && event !== null && (
            <InlineAlert tone="warn" spoken title="Is this right?">
              {outOfOrderWords(stepOf(event.eventType), pathway.state.place)}
            </InlineAlert>
          )}
        </>
      )}
    </PathwayFormDialog>
  )
}
