import { textOrNull } from '#renderer/app/typed.ts'
import {
  type DateParts,
  datePartsOf,
  isFuture,
  type IsoDate,
  partialDateFromParts,
} from '#shared/domain/partial-date.ts'
import type { EventTypeCode, Lane } from '#shared/features/journey/event-types.ts'
import type { JourneyEvent, Method, NewJourneyEvent, ToldBy } from '#shared/features/journey/schema.ts'

/** An event as its form holds it while it is being corrected. */
export interface EventForm {
  readonly date: DateParts
  readonly eventType: EventTypeCode
  readonly lane: Lane
  readonly toldBy: ToldBy | null
  readonly note: string
  readonly episodeId: string | null
  readonly answersEventId: string | null
  readonly pathwayId: string | null
  readonly hospital: string
  readonly method: Method | null
  readonly doneBy: string
  readonly template: string
}

/** Words above a field, by the field's name in the contract. */
export type FormFaults = Readonly<Record<string, string>>

export const formOf = (event: JourneyEvent): EventForm => ({
  date: datePartsOf(event),
  eventType: event.eventType,
  lane: event.lane,
  toldBy: event.toldBy,
  note: event.note ?? '',
  episodeId: event.episodeId,
  answersEventId: event.answersEventId,
  pathwayId: event.pathwayId,
  hospital: event.hospital ?? '',
  method: event.method,
  doneBy: event.doneBy ?? '',
  template: event.template ?? '',
})

type FormResult = { readonly event: NewJourneyEvent } | { readonly faults: FormFaults }

/** The event to save, or what to put right. */
export const readEventForm = (form: EventForm, personId: string, today: IsoDate): FormResult => {
  const date = partialDateFromParts(form.date)
  if (!date.ok) return { faults: { date: date.message } }
  if (isFuture(date.value, today))
    return { faults: { date: 'This date has not come yet. Log it once it has happened.' } }
  return {
    event: {
      personId,
      episodeId: form.episodeId,
      eventType: form.eventType,
      lane: form.lane,
      date: date.value.date,
      precision: date.value.precision,
      note: textOrNull(form.note),
      toldBy: form.toldBy,
      answersEventId: form.answersEventId,
      pathwayId: form.pathwayId,
      hospital: textOrNull(form.hospital),
      method: form.method,
      doneBy: textOrNull(form.doneBy),
      template: textOrNull(form.template),
    },
  }
}
