import { IconTrash } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { AppError } from '#shared/contract/errors.ts'
import { documentReceivedAs, letterRuleFor } from '#shared/features/journey/letter-rules.ts'
import type { JourneyEvent, NewJourneyEvent } from '#shared/features/journey/schema.ts'
import { eventTypeOf } from '#shared/features/journey/event-types.ts'
import { eventLabel, fullDate } from '#shared/features/journey/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { ErrorSummary, type FieldFault } from '#renderer/ui/error-summary.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { eventChoices, laneChoices, toldByChoices } from './event-choices.ts'
import { type EventForm, formOf, type FormFaults, readEventForm } from './event-form.ts'
import classes from './person.module.css'

type EventDrawerProps = {
  readonly event: JourneyEvent
  /** The whole journey, for what a letter can be about. */
  readonly events: readonly JourneyEvent[]
  readonly episodes: readonly { readonly id: string; readonly label: string }[]
  readonly today: IsoDate
  /** Who this is about, over the form. */
  readonly banner: ReactNode
  readonly onClose: () => void
  /** Resolves to the refusal, and the form stays as it is. */
  readonly onSave: (event: NewJourneyEvent) => Promise<AppError | null>
  readonly onRemove: () => void
}

const NONE = 'none'

const FIELD_NAMES: Readonly<Record<string, string>> = {
  date: 'Date',
  eventType: 'What happened',
  lane: 'Lane',
  toldBy: 'Told by',
  note: 'Note',
  episodeId: 'About which diagnosis',
  answersEventId: 'Which event is this letter about',
}

type FieldsProps = Pick<EventDrawerProps, 'event' | 'events' | 'episodes' | 'today'> & {
  readonly form: EventForm
  readonly faults: FormFaults
  readonly idOf: (field: string) => string
  readonly change: (change: Partial<EventForm>) => void
}

/** Events that this letter can be about: those that bring one, not after the letter. */
const answerable = (
  event: JourneyEvent,
  events: readonly JourneyEvent[],
): readonly { value: string; label: string }[] =>
  events
    .filter((one) => one.id !== event.id && letterRuleFor(one.eventType) !== null)
    .map((one) => ({ value: one.id, label: `${eventLabel(one.eventType)}, ${fullDate(one)}` }))

const Fields = ({ form, faults, idOf, change, event, events, episodes, today }: FieldsProps): ReactNode => {
  const field = (name: string): { id: string; label: string; error: string | undefined } => ({
    id: idOf(name),
    label: FIELD_NAMES[name] ?? name,
    error: faults[name],
  })
  return (
    <>
      <SelectField
        {...field('eventType')}
        options={eventChoices}
        searchable
        value={form.eventType}
        onChange={(eventType) => {
          if (eventType !== null) change({ eventType, lane: eventTypeOf(eventType).lane })
        }}
      />
      <DateField
        {...field('date')}
        hint="Leave the day, or day and month, blank if not known"
        value={form.date}
        onChange={(date) => change({ date })}
        calendarFrom={today}
      />
      <SelectField
        {...field('lane')}
        options={laneChoices}
        value={form.lane}
        onChange={(lane) => lane !== null && change({ lane })}
      />
      <SelectField
        {...field('toldBy')}
        optional
        clearable
        options={toldByChoices}
        value={form.toldBy}
        onChange={(toldBy) => change({ toldBy })}
      />
      {documentReceivedAs(form.eventType) !== null && (
        <SelectField
          {...field('answersEventId')}
          optional
          clearable
          placeholder="The nearest event before it"
          options={answerable(event, events)}
          value={form.answersEventId}
          onChange={(answersEventId) => change({ answersEventId })}
        />
      )}
      {episodes.length > 1 && (
        <SelectField
          {...field('episodeId')}
          options={[
            ...episodes.map(({ id, label }) => ({ value: id, label })),
            { value: NONE, label: 'None in particular' },
          ]}
          value={form.episodeId ?? NONE}
          onChange={(id) => change({ episodeId: id === NONE ? null : id })}
        />
      )}
      <TextAreaField
        {...field('note')}
        optional
        value={form.note}
        onChange={(note) => change({ note })}
        maxLength={2000}
      />
    </>
  )
}

/** Corrects or removes one event, beside the page. */
export const EventDrawer = (props: EventDrawerProps): ReactNode => {
  const { event, today, onClose, onSave, onRemove, banner } = props
  const [form, setForm] = useState(() => formOf(event))
  const [faults, setFaults] = useState<FormFaults>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const formId = useId()
  const idOf = (field: string): string => `${formId}-${field}`
  const save = async (): Promise<void> => {
    if (busy) return
    setAttempt((before) => before + 1)
    const read = readEventForm(form, event.personId, today)
    if ('faults' in read) {
      setFaults(read.faults)
      return
    }
    setBusy(true)
    const refused = await onSave(read.event)
    setBusy(false)
    if (refused === null) return
    const fieldErrors = refused.details.fieldErrors ?? {}
    setFaults(fieldErrors)
    setFailure(Object.keys(fieldErrors).length === 0 ? refused.message : null)
  }
  const summary: FieldFault[] = Object.entries(faults).map(([field, message]) => ({
    fieldId: idOf(field),
    message: `${FIELD_NAMES[field] ?? field}: ${message}`,
  }))
  return (
    <Drawer
      open
      onClose={onClose}
      title="Correct an event"
      footer={
        <>
          <Button kind="filled" type="submit" form={formId} busy={busy}>
            Save the event
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <span className={classes.space} />
          <Button kind="dangerOutline" icon={IconTrash} onClick={onRemove}>
            Remove
          </Button>
        </>
      }
    >
      {banner}
      <form
        id={formId}
        className={classes.drawerForm}
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          void save()
        }}
      >
        <ErrorSummary faults={summary} attempt={attempt} />
        {failure !== null && (
          <InlineAlert tone="bad" spoken title="This was not saved">
            {failure}
          </InlineAlert>
        )}
        <Fields
          {...props}
          form={form}
          faults={faults}
          idOf={idOf}
          change={(change) => setForm((before) => ({ ...before, ...change }))}
        />
      </form>
    </Drawer>
  )
}
