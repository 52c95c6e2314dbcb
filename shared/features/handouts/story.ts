import { type IsoDate, MONTH_NAMES, type PartialDate } from '#shared/domain/partial-date.ts'
import { eventTypeOf, inJourneyOrder, missingLetters } from '#shared/features/journey/public.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import type { Episode, Person } from '#shared/features/register/schema.ts'
import { type Contact, symptomLines } from './handover-card.ts'
import type { HandoutFacts } from './contract.ts'
import { PLAIN_CANCERS, PLAIN_EVENTS, PLAIN_LETTERS } from './plain-words.ts'

/** One thing the paper tells. Whoever prints it may leave it out. */
export interface StoryLine {
  readonly id: string
  readonly text: string
  /** What the practice typed for itself. Printed only when it is chosen. */
  readonly note: string | null
}

/** The whole journey in plain words for the person it happened to. Nobody else is named in it but whom to ring. */
export interface Story {
  readonly cancers: readonly StoryLine[]
  /** Nothing recorded shows that the person has been told of the cancer, so the paper must not be the first to. */
  readonly mayNotKnow: boolean
  readonly years: readonly { readonly year: string; readonly lines: readonly StoryLine[] }[]
  readonly next: readonly StoryLine[]
  readonly ring: readonly (Contact & { readonly who: string })[]
  readonly ringSameDay: readonly string[] | null
  /** A death is recorded, in the journey or among the details alone: there is nobody left to hand it to. */
  readonly died: boolean
}

export interface StoryFacts {
  readonly person: Pick<Person, 'deathDate'>
  readonly episodes: readonly Episode[]
  readonly events: readonly JourneyEvent[]
  readonly due: readonly DueItem[]
  readonly today: IsoDate
  readonly handout: HandoutFacts
}

const longMonth = (date: IsoDate): string => `${MONTH_NAMES[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`

/** A date as it is known, for somebody to read: "On 4 September 2026", "Some time in July 2026", "Some time in 2026". */
export const plainDate = ({ date, precision }: PartialDate): string => {
  if (precision === 'year') return `Some time in ${date.slice(0, 4)}`
  return precision === 'month' ? `Some time in ${longMonth(date)}` : `On ${Number(date.slice(8))} ${longMonth(date)}`
}

const wholeDay = (date: IsoDate): string => `${Number(date.slice(8))} ${longMonth(date)}`

const eventLine = (event: JourneyEvent): StoryLine | null => {
  const words = PLAIN_EVENTS[event.eventType]
  if (words === null) return null
  const place = event.lane === 'hospital' && event.hospital !== null ? ` This was at ${event.hospital}.` : ''
  return { id: event.id, text: `${plainDate(event)}, ${words}.${place}`, note: event.note }
}

const KNOWS: readonly string[] = ['told_diagnosis', 'recurrence_told', 'decision_to_treat', 'treatment_summary']

const hasBeenTold = (events: readonly JourneyEvent[]): boolean =>
  events.some(({ eventType }) => KNOWS.includes(eventType) || eventTypeOf(eventType).group === 'treatment')

const contactLine = (item: DueItem, today: IsoDate): StoryLine => {
  const isLate = item.dueDate < today
  const text =
    item.kind === 'support_contact'
      ? isLate
        ? 'We should have asked you by now how you are getting on. We will get in touch with you soon.'
        : `By ${wholeDay(item.dueDate)}, we will get in touch to ask how you are getting on.`
      : isLate
        ? 'It is time for a talk about your care. We will ask you to come in soon.'
        : `By ${wholeDay(item.dueDate)}, we will ask you to come in for a talk about your care.`
  return { id: `${item.kind}:${item.dueDate}`, text, note: null }
}

const letterLine = (item: DueItem): StoryLine => ({
  id: `letter:${item.sourceEventId ?? item.dueDate}`,
  text: `We are still waiting for a letter from the hospital about ${item.document === null ? 'your care' : PLAIN_LETTERS[item.document]}. We will ask them for it.`,
  note: null,
})

const nextLines = (due: readonly DueItem[], today: IsoDate): StoryLine[] => [
  ...due
    .filter((item) => item.kind !== 'letter' && (item.lapsesDate === null || item.lapsesDate >= today))
    .map((item) => contactLine(item, today)),
  ...missingLetters(due, today).map(letterLine),
]

/** Puts a journey into plain words, in order. Notes come along for whoever prints it to choose. */
export const storyOf = ({ person, episodes, events, due, today, handout }: StoryFacts): Story => {
  const ordered = inJourneyOrder(events)
  const lines = ordered.flatMap((event) => {
    const line = eventLine(event)
    return line === null ? [] : [{ year: event.date.slice(0, 4), line }]
  })
  const withNurse = episodes.find((one) => one.nurseSpecialistPhone !== null)
  const { contacts, summary } = handout
  return {
    cancers: episodes.map(({ id, tumourGroup }) => ({
      id,
      text: `This paper is about your care for ${PLAIN_CANCERS[tumourGroup]}.`,
      note: null,
    })),
    mayNotKnow: !hasBeenTold(ordered),
    years: [...Map.groupBy(lines, ({ year }) => year)].map(([year, ofYear]) => ({
      year,
      lines: ofYear.map(({ line }) => line),
    })),
    next: nextLines(due, today),
    ring: [
      {
        who: 'Your cancer nurse at the hospital',
        name: withNurse?.nurseSpecialist ?? null,
        phone: withNurse?.nurseSpecialistPhone ?? null,
      },
      { who: 'Us, your GP surgery', name: handout.practiceName, phone: contacts.practicePhone },
      { who: 'At night and at weekends', name: contacts.outOfHoursName, phone: contacts.outOfHoursPhone },
    ],
    ringSameDay: symptomLines(summary?.alertSymptoms ?? null),
    died: person.deathDate !== null || ordered.some(({ eventType }) => eventType === 'died'),
  }
}
