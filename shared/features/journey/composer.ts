import { addDays, type IsoDate, isFuture, type PartialDate } from '#shared/domain/partial-date.ts'
import { findDate, type TypedDate } from './composer-dates.ts'
import { type EventReading, findEvent } from './composer-events.ts'
import { findDoneBy, findHospital, type KnownNames, NO_NAMES } from './composer-names.ts'
import { findSource } from './composer-sources.ts'
import { findMethod } from './composer-ways.ts'
import { type Word, wordsOf } from './composer-words.ts'
import { type EventTypeCode, eventTypeOf, type Lane } from './event-types.ts'
import { daysAllowed, DEFAULT_BOOK, type DocumentCode, type LetterBook, letterRuleFor } from './letter-rules.ts'
import type { Method, ToldBy } from './schema.ts'

/** A part of the typed text and what it was taken for. */
export interface ComposerSegment {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly role: 'date' | 'event' | 'told-by' | 'method' | 'done-by' | 'hospital' | 'note'
}

/** Something that has to be put right before saving. `part` says which field mends it. */
export interface ComposerProblem {
  readonly part: 'date' | 'event'
  readonly message: string
}

export interface ComposerReading {
  /** In order, without overlaps; together they hold every letter and digit of the text. */
  readonly segments: readonly ComposerSegment[]
  /** Today when none was typed; null when what was typed is no date. */
  readonly date: PartialDate | null
  readonly isDateTyped: boolean
  /** How a typed day that could be another was read, to be shown before saving; null when there is no doubt. */
  readonly dateRule: string | null
  readonly eventType: EventTypeCode | null
  readonly lane: Lane | null
  readonly toldBy: ToldBy | null
  readonly method: Method | null
  readonly doneBy: string | null
  readonly hospital: string | null
  /** What is left, or null. */
  readonly note: string | null
  readonly letterDue: { readonly document: DocumentCode; readonly date: IsoDate } | null
  readonly problems: readonly ComposerProblem[]
  /** What else could have been meant, likeliest first, at most 5. */
  readonly alternatives: readonly EventTypeCode[]
}

/** The letter that an event brings and its last day, or null when it brings none or its day is not known. */
export const letterDueAfter = (
  eventType: EventTypeCode | null,
  date: PartialDate | null,
  book: LetterBook = DEFAULT_BOOK,
): ComposerReading['letterDue'] => {
  const rule = eventType === null ? null : letterRuleFor(eventType)
  if (rule === null || date === null || date.precision !== 'day') return null
  const within = daysAllowed(rule.eventType, date.date, book)
  return within === null ? null : { document: rule.document, date: addDays(date.date, within) }
}

type Taken = (ComposerSegment['role'] | null)[]

const take = (
  taken: Taken,
  run: { readonly first: number; readonly last: number } | null,
  role: ComposerSegment['role'],
): void => {
  if (run !== null) taken.fill(role, run.first, run.last + 1)
}

/** Joins neighbouring words of one role; the typed date keeps its own ends. */
const segmentsOf = (words: readonly Word[], taken: Taken): ComposerSegment[] => {
  const segments: { from: number; to: number; role: ComposerSegment['role'] }[] = []
  for (const [index, word] of words.entries()) {
    const role = taken[index] ?? 'note'
    const last = segments.at(-1)
    if (last?.role === role) last.to = word.to
    else segments.push({ from: word.from, to: word.to, role })
  }
  return segments
}

/** At the end one mark or word at a time: a row of dashes that could be parted in many ways would be tried in all of them. */
const LOOSE_ENDS =
  /^(?:[\s,.;:–—-]+|(?:and|on|to|in|at|by|with|from|the|a|that)(?:[\s,]+|$))+|(?:[\s,;:–—-]|(?<=[\s,])(?:and|on|to|in|at|by|with|from|the|a|that))+$/giu

/** Alone these are left over from the sentence, not a note. */
const SAYS_NOTHING = new Set(
  'the a an and on to in by from that he she hes shes they it was has had is been done patient pt her his their with at of about'.split(
    ' ',
  ),
)

/** What was not understood, and what says more than was understood, as it was typed. */
const noteOf = (text: string, segments: readonly ComposerSegment[], keepEvent: boolean): string | null => {
  const parts: { from: number; to: number }[] = []
  for (const { from, to, role } of segments) {
    if (role !== 'note' && !(role === 'event' && keepEvent)) continue
    const last = parts.at(-1)
    const touches = last !== undefined && !segments.some((one) => one.from >= last.to && one.to <= from)
    if (last !== undefined && touches) last.to = to
    else parts.push({ from, to })
  }
  const note = parts
    .map(({ from, to }) => text.slice(from, to).replace(LOOSE_ENDS, '').trim())
    .filter((part) => wordsOf(part).some((word) => !SAYS_NOTHING.has(word.plain)))
    .join(', ')
  return note === '' ? null : note
}

const NOT_RECOGNISED = 'No event recognised. Choose what happened, or "Something else" to keep a note.'
const NOT_YET = 'This seems not to have happened yet. Log it once it has, or choose what did.'
const FUTURE = 'This date has not come yet. Log it once it has happened.'

const problemsOf = (text: string, typed: TypedDate | null, event: EventReading, today: IsoDate): ComposerProblem[] => {
  if (text.trim() === '') return []
  const problems: ComposerProblem[] = []
  if (typed !== null && typed.fault !== null) problems.push({ part: 'date', message: typed.fault })
  if (typed !== null && typed.date !== null && isFuture(typed.date, today))
    problems.push({ part: 'date', message: FUTURE })
  if (event.found === null) problems.push({ part: 'event', message: event.notYet ? NOT_YET : NOT_RECOGNISED })
  return problems
}

const toldByOf = (found: ToldBy | null, eventType: EventTypeCode | null): ToldBy | null => {
  if (found !== null) return found
  return eventType !== null && eventTypeOf(eventType).group === 'letter' ? 'hospital_letter' : null
}

/** A call is by phone whether or not the line says so again. */
const methodOf = (found: Method | null, eventType: EventTypeCode | null): Method | null =>
  found ?? (eventType === 'nurse_phone_call' ? 'phone' : null)

interface ReadingContext {
  readonly today: IsoDate
  /** Names of the open register that the line may hold. */
  readonly names?: KnownNames
}

/**
 * Reads one line about one event, in any order: "11/11 chemo started told by patient". A day without a year is the
 * latest such day; a weekday alone the last one, which is said; no date is today; a letter is told by itself. Nothing is guessed: what is no date, or still to
 * come, or not recognised, is said in `problems`, and the words stay in the note.
 */
export const readComposerText = (text: string, { today, names = NO_NAMES }: ReadingContext): ComposerReading => {
  const words = wordsOf(text)
  const taken: Taken = words.map(() => null)
  const isFree = (index: number): boolean => taken[index] === null
  const typed = findDate(text, today)
  if (typed !== null) {
    for (const [index, word] of words.entries()) if (word.from < typed.to && word.to > typed.from) taken[index] = 'date'
  }
  const surely = findSource(words, isFree, false)
  take(taken, surely, 'told-by')
  const hospital = findHospital(words, isFree, names)
  take(taken, hospital, 'hospital')
  const event = findEvent(words, isFree)
  take(taken, event.found, 'event')
  const source = surely ?? (event.found === null ? null : findSource(words, isFree, true))
  if (surely === null) take(taken, source, 'told-by')
  const eventType = event.found?.meaning ?? null
  const method = findMethod(words, isFree, eventType === null ? undefined : eventTypeOf(eventType).group)
  take(taken, method, 'method')
  const doneBy = findDoneBy(text, words, isFree, names)
  take(taken, doneBy, 'done-by')
  const segments = segmentsOf(words, taken)
  const date = typed === null ? { date: today, precision: 'day' as const } : typed.date
  return {
    segments,
    date,
    isDateTyped: typed !== null,
    dateRule: typed?.rule ?? null,
    eventType,
    lane: eventType === null ? null : eventTypeOf(eventType).lane,
    toldBy: toldByOf(source?.meaning ?? null, eventType),
    method: methodOf(method?.meaning ?? null, eventType),
    doneBy: doneBy?.meaning ?? null,
    hospital: hospital?.meaning ?? null,
    note: noteOf(text, segments, event.saysMore),
    letterDue: letterDueAfter(eventType, date),
    problems: problemsOf(text, typed, event, today),
    alternatives: event.alternatives,
  }
}
