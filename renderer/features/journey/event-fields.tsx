import type { ReactNode } from 'react'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { eventTypeOf } from '#shared/features/journey/event-types.ts'
import { documentReceivedAs, letterRuleFor } from '#shared/features/journey/letter-rules.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import { eventLabel, fullDate } from '#shared/features/journey/words.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { eventChoices, laneChoices, methodChoices, toldByChoices } from './event-choices.ts'
import { EVENT_FIELDS } from './event-differences.ts'
import type { EventForm, FormFaults } from './event-form.ts'

type Named = { readonly id: string; readonly label: string }

export type EventFieldsProps = {
  readonly form: EventForm
  readonly faults: FormFaults
  readonly idOf: (field: string) => string
  readonly change: (change: Partial<EventForm>) => void
  /** The one being corrected. */
  readonly eventId: string
  readonly events: readonly JourneyEvent[]
  readonly episodes: readonly Named[]
  readonly pathways: readonly Named[]
  readonly today: IsoDate
}

type FieldName = keyof typeof EVENT_FIELDS
type FieldOf = (name: FieldName) => { id: string; label: string; error: string | undefined }
type PartProps = EventFieldsProps & { readonly field: FieldOf }

const NONE = 'none'
const LINE = 80
const CARE_REVIEWS: readonly string[] = ['care_review', 'support_contact']

/** Events that this letter can be about: those that bring one. */
const answerable = ({ events, eventId }: EventFieldsProps): { value: string; label: string }[] =>
  events
    .filter((one) => one.id !== eventId && letterRuleFor(one.eventType) !== null)
    .map((one) => ({ value: one.id, label: `${eventLabel(one.eventType)}, ${fullDate(one)}` }))

const orNone = (records: readonly Named[]): { value: string; label: string }[] => [
  ...records.map(({ id, label }) => ({ value: id, label })),
  { value: NONE, label: 'None in particular' },
]

const idFrom = (value: string | null): string | null => (value === NONE ? null : value)

const What = ({ form, change, today, field }: PartProps): ReactNode => (
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
  </>
)

const How = ({ form, change, field }: PartProps): ReactNode => (
  <>
    <TextField
      {...field('hospital')}
      optional
      hint="When it was not the hospital of the diagnosis or the referral"
      value={form.hospital}
      onChange={(hospital) => change({ hospital })}
      maxLength={LINE}
    />
    <SelectField
      {...field('method')}
      optional
      clearable
      options={methodChoices}
      value={form.method}
      onChange={(method) => change({ method })}
    />
    <TextField
      {...field('doneBy')}
      optional
      value={form.doneBy}
      onChange={(doneBy) => change({ doneBy })}
      maxLength={LINE}
    />
    {(CARE_REVIEWS.includes(form.eventType) || form.template !== '') && (
      <TextField
        {...field('template')}
        optional
        value={form.template}
        onChange={(template) => change({ template })}
        maxLength={LINE}
      />
    )}
  </>
)

const Links = (props: PartProps): ReactNode => {
  const { form, change, field, episodes, pathways } = props
  return (
    <>
      {documentReceivedAs(form.eventType) !== null && (
        <SelectField
          {...field('answersEventId')}
          optional
          clearable
          placeholder="The nearest event before it"
          options={answerable(props)}
          value={form.answersEventId}
          onChange={(answersEventId) => change({ answersEventId })}
        />
      )}
      {episodes.length > 1 && (
        <SelectField
          {...field('episodeId')}
          options={orNone(episodes)}
          value={form.episodeId ?? NONE}
          onChange={(id) => change({ episodeId: idFrom(id) })}
        />
      )}
      {pathways.length > 0 && (
        <SelectField
          {...field('pathwayId')}
          options={orNone(pathways)}
          value={form.pathwayId ?? NONE}
          onChange={(id) => change({ pathwayId: idFrom(id) })}
        />
      )}
    </>
  )
}

/** Every field of an event, in the order in which people tell it. */
export const EventFields = (props: EventFieldsProps): ReactNode => {
  const { form, faults, idOf, change } = props
  const field: FieldOf = (name) => ({ id: idOf(name), label: EVENT_FIELDS[name], error: faults[name] })
  return (
    <>
      <What {...props} field={field} />
      <How {...props} field={field} />
      <SelectField
        {...field('toldBy')}
        optional
        clearable
        options={toldByChoices}
        value={form.toldBy}
        onChange={(toldBy) => change({ toldBy })}
      />
      <Links {...props} field={field} />
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
