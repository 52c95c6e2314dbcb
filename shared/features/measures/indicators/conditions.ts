import { registeredWithin } from '#shared/domain/registration.ts'
import { addMonthsToDay } from '../financial-year.ts'
import type { Span } from '../facts.ts'
import { type Case, REGISTER_FROM } from './case.ts'
import type { Readings } from './readings.ts'
import type { Condition, Limit } from './rule.ts'

/** Whether something holds on every day, on none, or on some of the days that vague dates may mean. */
export type Truth = 'yes' | 'no' | 'maybe'

const NINETY_THREE = 93

/** When somebody is judged. Days are numbers from 1 January 1970. */
export interface Judged {
  /** The last day of the year, from which the rules count back. */
  readonly end: number
  /** Nothing later than this day is known: the year end itself, or a day before it. */
  readonly known: number
}

/** The day so long after another, or before it when `direction` is -1. */
export const shifted = (day: number, limit: Limit, direction: 1 | -1, { threeMonths }: Readings): number => {
  if (limit !== 'three-months') return addMonthsToDay(day, direction * limit.months)
  return threeMonths === '93-days' ? day + direction * NINETY_THREE : addMonthsToDay(day, direction * 3)
}

export const both = (a: Truth, b: Truth): Truth => {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'yes' && b === 'yes' ? 'yes' : 'maybe'
}

const not = (a: Truth): Truth => (a === 'maybe' ? 'maybe' : a === 'yes' ? 'no' : 'yes')

/** Whether a span lies before a day that is itself a span. */
const isBefore = (a: Span, b: Span): Truth => (a.to < b.from ? 'yes' : a.from >= b.to ? 'no' : 'maybe')

const at = (day: number): Span => ({ from: day, to: day })

const someTruth = <T>(items: readonly T[], truthOf: (item: T) => Truth): Truth => {
  let found: Truth = 'no'
  for (const item of items) {
    const truth = truthOf(item)
    if (truth === 'yes') return 'yes'
    if (truth === 'maybe') found = 'maybe'
  }
  return found
}

/** Whether any of some dates lies from one day to another, both included and both perhaps vague. */
const someWithin = (dates: readonly Span[], from: Span, to: Span): Truth =>
  someTruth(dates, (date) => both(not(isBefore(date, from)), not(isBefore(to, date))))

export interface Newest extends Span {
  /** Whether there is one, however vague dates are read. */
  readonly isCertain: boolean
}

/** The most recent diagnosis that the register counts and that is known of at a day; `null` where there can be none. */
export const newestDiagnosis = (diagnosed: readonly Span[], { known }: Judged): Newest | null => {
  let from = -Infinity
  let to = -Infinity
  let isCertain = false
  for (const date of diagnosed) {
    if (date.to < REGISTER_FROM || date.from > known) continue
    to = Math.max(to, Math.min(date.to, known))
    if (date.from < REGISTER_FROM || date.to > known) {
      if (from === -Infinity) from = REGISTER_FROM
      continue
    }
    isCertain = true
    from = Math.max(from, date.from)
  }
  return to === -Infinity ? null : { from, to, isCertain }
}

const isAlive = ({ died }: Case, { known }: Judged): Truth =>
  died === null ? 'yes' : not(isBefore(died, at(known + 1)))

/** Whether somebody is registered on the day up to which things are known. */
export const isRegistered = (
  { registrations }: Pick<Case, 'registrations'>,
  { known }: Pick<Judged, 'known'>,
): Truth => {
  const registered = registeredWithin(registrations, known)
  return registered === 'unsure' ? 'maybe' : registered
}

/** Whether somebody is alive and registered, and has a diagnosis that counts. */
export const isOnRegister = (person: Case, newest: Newest | null, when: Judged): Truth => {
  if (newest === null) return 'no'
  const living = both(isAlive(person, when), isRegistered(person, when))
  return both(living, newest.isCertain ? 'yes' : 'maybe')
}

/** From when the months of a numerator run. */
const clockStart = (person: Case, newest: Newest, of: 'diagnosis' | 'confirmation', { known }: Judged): Span => {
  if (of === 'diagnosis') return newest
  let first: Span | null = null
  let isSure = false
  for (const letter of person.events.confirmed) {
    if (letter.to < newest.from || letter.from > known) continue
    const sure = letter.from >= newest.to && letter.to <= known
    const from = Math.max(letter.from, newest.from)
    const to = Math.min(letter.to, known)
    if (first === null) first = { from, to }
    else
      first = { from: Math.min(first.from, from), to: sure && isSure ? Math.min(first.to, to) : sure ? to : first.to }
    isSure ||= sure
  }
  if (first === null) return newest
  return isSure ? first : { from: newest.from, to: Math.max(first.to, newest.to, known) }
}

const invitedTwice = (
  { invited }: Case['events'],
  { apartDays, months }: { apartDays: number; months: number },
  { end, known }: Judged,
): Truth => {
  const since = at(addMonthsToDay(end, -months) + 1)
  const isInYear = (date: Span): Truth => both(not(isBefore(date, since)), not(isBefore(at(known), date)))
  return someTruth(invited, (first) =>
    both(
      isInYear(first),
      someTruth(invited, (second) =>
        second === first
          ? 'no'
          : both(isInYear(second), not(isBefore(second, { from: first.from + apartDays, to: first.to + apartDays }))),
      ),
    ),
  )
}

const done = (
  condition: Extract<Condition, { done: unknown }>,
  person: Case,
  newest: Newest,
  when: Judged,
  readings: Readings,
): Truth => {
  const { end, known } = when
  const dates = person.events.done
  if (condition.done !== 'within') {
    const last = addMonthsToDay(end, -condition.months) - (condition.done === 'before' ? 1 : 0)
    return someWithin(dates, newest, at(Math.min(last, known)))
  }
  const start = clockStart(person, newest, condition.of, when)
  const to = {
    from: Math.min(shifted(start.from, condition.limit, 1, readings), known),
    to: Math.min(shifted(start.to, condition.limit, 1, readings), known),
  }
  return someWithin(dates, newest, to)
}

/** Whether a condition holds of somebody who is on the register. */
export const holds = (condition: Condition, person: Case, newest: Newest, when: Judged, readings: Readings): Truth => {
  const { end, known } = when
  if ('all' in condition)
    return condition.all.reduce<Truth>((all, one) => both(all, holds(one, person, newest, when, readings)), 'yes')
  if ('diagnosed' in condition) {
    if (condition.diagnosed === 'before') return isBefore(newest, at(addMonthsToDay(end, -condition.months)))
    return not(isBefore(newest, at(shifted(end, condition.limit, -1, readings) + 1)))
  }
  if ('notDone' in condition) return not(someWithin(person.events.done, newest, at(known)))
  if ('done' in condition) return done(condition, person, newest, when, readings)
  if ('invited' in condition) return invitedTwice(person.events, condition, when)
  if ('said' in condition)
    return someWithin(person.events[condition.said], at(addMonthsToDay(end, -condition.months) + 1), at(known))
  const since = at(shifted(end, condition.limit, -1, readings) + 1)
  return someTruth(person.registrations, ({ from }) => (from === null ? 'no' : someWithin([from], since, at(known))))
}
