import { isoFromDayNumber } from '#shared/domain/calendar.ts'
import {
  daysAllowed,
  documentReceivedAs,
  EVENT_TYPES,
  type EventTypeCode,
  type LetterBook,
  LETTER_RULES,
} from '#shared/features/journey/public.ts'
import { spanOfEvent } from '../event-span.ts'
import { eventTypeNumber, LETTER_STATES } from '../facts.ts'
import { type LibraryMeasure, libraryMeasure, type Looked, PRACTICE } from './measure.ts'
import { MET, NOT_MET, type Observations, UNDECIDED } from './observations.ts'

const CAME = LETTER_STATES.indexOf('came')
const CAME_UNDATED = LETTER_STATES.indexOf('came-undated')
const NOT_NEEDED = LETTER_STATES.indexOf('not-needed')
const YEAR_ONLY = 2

const numbersOf = (codes: readonly EventTypeCode[]): Uint8Array => {
  const wanted = new Uint8Array(256)
  for (const code of codes) wanted[eventTypeNumber(code)] = 1
  return wanted
}

const LETTERS = numbersOf(EVENT_TYPES.flatMap(({ code }) => (documentReceivedAs(code) === null ? [] : [code])))
const TYPES = new Map<number, EventTypeCode>(
  LETTER_RULES.rules.map(({ eventType }) => [eventTypeNumber(eventType), eventType]),
)

/** Whether somebody had died by a day; nobody owes a letter about the dead. */
const isDeadBy = ({ person: { died } }: Looked, day: number): boolean => died !== null && died.from <= day

const LONGEST = Math.max(...LETTER_RULES.rules.map(({ withinDays }) => withinDays))
const A_MONTH = 31

/** The most days that a letter may take here. */
const longestAllowed = ({ periods }: LetterBook): number =>
  periods.reduce((most, { days }) => Math.max(most, ...Object.values(days).map((some) => some ?? 0)), LONGEST)

/**
 * Adds each event that should bring a letter, by the day on which the letter fell due: as many days after as the
 * practice allows, from the last day of a month that is all that is known.
 */
const lettersDue =
  (wanted: Uint8Array) =>
  (looked: Looked, into: Observations): void => {
    const { person, events, context } = looked
    const { from, to } = into.dates
    const since = from - longestAllowed(context.letterBook) - A_MONTH
    for (let row = person.eventsFrom; row < person.eventsEnd; row += 1) {
      const type = events.type[row] ?? 0
      const letter = events.letter[row] ?? 0
      if (wanted[type] !== 1) continue
      const day = events.day[row] ?? 0
      if (day < since || day > to || letter === NOT_NEEDED || events.vagueness[row] === YEAR_ONLY) continue
      const happened = spanOfEvent(events, row)
      const allowed = daysAllowed(TYPES.get(type) ?? '', isoFromDayNumber(happened.from), context.letterBook)
      if (allowed === null) continue
      const due = happened.to + allowed
      if (due > context.todayNumber) continue
      const place = events.episode[row] ?? -1
      const on = { from: due, to: due }
      if (letter === CAME) into.at(on, (events.letterDays[row] ?? 0) <= allowed ? MET : NOT_MET, place)
      else if (letter === CAME_UNDATED) into.at(on, UNDECIDED, place)
      else if (!isDeadBy(looked, due)) into.at(on, NOT_MET, place)
    }
  }

const DAYS_SOURCE =
  'Throughline defaults, or the days that the practice set: no national rule sets these days for every hospital'
const DUE_CAVEAT =
  'A letter counts once, on the day it fell due. Letters that somebody said are not needed, and those about people who had died by that day, are left out. Of an event known to the month the days run from its last day.'
const FOUND = {
  numerator: 'The letter came in time',
  notNumerator: 'The letter did not come in time',
  undecided: 'One of the dates is too vague',
} as const

export const LETTER_MEASURES: readonly LibraryMeasure[] = [
  libraryMeasure({
    code: 'letters-in-time',
    topic: 'letters',
    kind: 'proportion',
    title: 'Letters in time',
    definition:
      'Of letters that fell due in the period after something happened in hospital, those that had come by their day.',
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule: 'Letters that fell due in the period',
    caveat: DUE_CAVEAT,
    source: DAYS_SOURCE,
    found: FOUND,
    observe: lettersDue(numbersOf(LETTER_RULES.rules.map(({ eventType }) => eventType))),
  }),
  libraryMeasure({
    code: 'letter-gap',
    topic: 'letters',
    kind: 'median',
    title: 'Gap meter: days to the letter',
    definition:
      'Days from something happening in hospital to its letter reaching the practice, by the month in which the letter came.',
    unit: 'days',
    better: 'lower',
    heldBy: PRACTICE,
    denominatorRule: 'Letters that came in the period, of which both days are known',
    caveat:
      'Letters that have not come are not in it: read it beside letters in time. A letter about nothing that was logged, or older than what it is about, is undecided.',
    source: 'Throughline: the gap meter of the letters page',
    found: { numerator: 'Both days known', notNumerator: '', undecided: 'The days cannot be counted' },
    observe: ({ person, events }, into) => {
      for (let row = person.eventsFrom; row < person.eventsEnd; row += 1) {
        if (LETTERS[events.type[row] ?? 0] !== 1) continue
        const place = events.episode[row] ?? -1
        if (events.letter[row] === CAME) into.at(spanOfEvent(events, row), MET, place, events.letterDays[row] ?? 0)
        else into.at(spanOfEvent(events, row), UNDECIDED, place)
      }
    },
  }),
  libraryMeasure({
    code: 'treatment-summary',
    topic: 'letters',
    kind: 'proportion',
    title: 'Treatment summary received in time',
    definition:
      'Of treatments that ended and whose treatment summary fell due in the period, those for which it had come by its day.',
    unit: '%',
    better: 'higher',
    heldBy: PRACTICE,
    denominatorRule: 'Treatment summaries that fell due in the period',
    caveat: DUE_CAVEAT,
    source: DAYS_SOURCE,
    found: FOUND,
    observe: lettersDue(numbersOf(['treatment_ended'])),
  }),
]
