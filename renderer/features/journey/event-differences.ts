import { type PartialDate, partialDateFromParts } from '#shared/domain/partial-date.ts'
import { METHODS } from '#shared/features/journey/schema.ts'
import { eventLabel, fullDate, laneLabel, toldByLabel } from '#shared/features/journey/words.ts'
import type { EventForm } from './event-form.ts'

/** The label of each field of an event, by its name in the contract. */
export const EVENT_FIELDS = {
  eventType: 'What happened',
  date: 'Date',
  lane: 'Lane',
  hospital: 'Hospital',
  method: 'How',
  doneBy: 'Done by',
  template: 'Template used',
  toldBy: 'Told by',
  answersEventId: 'Which event is this letter about',
  episodeId: 'About which diagnosis',
  pathwayId: 'On which pathway',
  note: 'Note',
} as const satisfies Partial<Record<keyof EventForm, string>>

/** Names for the records that an event points to. */
export interface EventNames {
  readonly episodes: readonly { readonly id: string; readonly label: string }[]
  readonly pathways: readonly { readonly id: string; readonly label: string }[]
  readonly events: readonly (PartialDate & { readonly id: string; readonly eventType: string })[]
}

const BLANK = 'blank'

const shown = (text: string): string => (text.trim() === '' ? BLANK : text)

const named = (records: EventNames['episodes'], id: string | null): string =>
  id === null ? 'none in particular' : (records.find((record) => record.id === id)?.label ?? 'one that is gone')

const dateWords = (form: EventForm): string => {
  const read = partialDateFromParts(form.date)
  const { day, month, year } = form.date
  return read.ok ? fullDate(read.value) : shown([day, month, year].filter((part) => part !== '').join(' '))
}

const wordsOf = (form: EventForm, names: EventNames): Readonly<Record<keyof typeof EVENT_FIELDS, string>> => ({
  eventType: eventLabel(form.eventType),
  date: dateWords(form),
  lane: laneLabel(form.lane),
  hospital: shown(form.hospital),
  method: METHODS.find(({ code }) => code === form.method)?.label ?? BLANK,
  doneBy: shown(form.doneBy),
  template: shown(form.template),
  toldBy: form.toldBy === null ? BLANK : toldByLabel(form.toldBy),
  answersEventId: named(
    names.events.map((event) => ({ id: event.id, label: `${eventLabel(event.eventType)}, ${fullDate(event)}` })),
    form.answersEventId,
  ),
  episodeId: named(names.episodes, form.episodeId),
  pathwayId: named(names.pathways, form.pathwayId),
  note: shown(form.note),
})

/** One field in both versions. */
export interface EventDifference {
  readonly label: string
  readonly now: string
  readonly mine: string
}

/** Every field in which what is there now differs from what was typed, both in words. */
export const eventDifferences = (now: EventForm, mine: EventForm, names: EventNames): EventDifference[] => {
  const theirs = wordsOf(now, names)
  const typed = wordsOf(mine, names)
  return Object.entries(EVENT_FIELDS).flatMap(([field, label]) => {
    const key = field as keyof typeof EVENT_FIELDS
    return theirs[key] === typed[key] ? [] : [{ label, now: theirs[key], mine: typed[key] }]
  })
}
