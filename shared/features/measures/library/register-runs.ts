import type { EpisodeFacts, PersonFacts, Span } from '../facts.ts'
import { REGISTER_FROM, UNDATED } from '../indicators/case.ts'
import { lastDayOfMonth, type MonthNumber, monthOfDay, type Months } from './months.ts'

/** Whether something holds at a month's end, as numbers of which the smallest is "and" and the largest "or". */
const NO = 0
const MAYBE = 1
const YES = 2
type Truth = typeof NO | typeof MAYBE | typeof YES

/** Runs of months in each of which somebody is on a register, or may be. */
export interface Runs {
  count: number
  readonly first: number[]
  readonly last: number[]
  readonly isSure: boolean[]
  /** The place of the diagnosis that brought them there. */
  episode: number
}

export const emptyRuns = (): Runs => ({ count: 0, first: [], last: [], isSure: [], episode: -1 })

/** The last days of some months, worked out once. */
export const monthEnds = ({ first, last }: Months): Int32Array =>
  Int32Array.from({ length: last - first + 1 }, (_, at) => lastDayOfMonth(first + at))

const by = ({ from, to }: Readonly<Span>, day: number): Truth => (to <= day ? YES : from > day ? NO : MAYBE)

const notBefore = ({ from, to }: Readonly<Span>, day: number): Truth => (from >= day ? YES : to < day ? NO : MAYBE)

const least = (a: Truth, b: Truth): Truth => (a < b ? a : b)
const most = (a: Truth, b: Truth): Truth => (a > b ? a : b)

const registered = ({ registrations }: PersonFacts, day: number): Truth => {
  let found: Truth = NO
  for (const { from, to } of registrations)
    found = most(found, least(from === null ? YES : by(from, day), to === null ? YES : notBefore(to, day)))
  return found
}

const addRun = (runs: Runs, first: MonthNumber, last: MonthNumber, isSure: boolean): void => {
  if (first > last) return
  runs.first[runs.count] = first
  runs.last[runs.count] = last
  runs.isSure[runs.count] = isSure
  runs.count += 1
}

/** Whether the register rule may count a diagnosis at all. */
const mayCount = ({ isCountedSort, diagnosed }: EpisodeFacts): boolean =>
  isCountedSort && (diagnosed ?? UNDATED).to >= REGISTER_FROM

/** Whether one registration surely holds over all of a time, as nearly everybody's does. */
const isRegisteredThroughout = ({ registrations }: PersonFacts, firstDay: number, lastDay: number): boolean =>
  registrations.some(({ from, to }) => (from === null || from.to <= firstDay) && (to === null || to.from >= lastDay))

/** Where registrations come and go every month is asked about; sure and unsure months that follow each other are one run. */
const cutByRegistration = (person: PersonFacts, { first }: Months, ends: Int32Array, runs: Runs): void => {
  const found = runs.count
  if (found === 0) return
  const firstDay = ends[(runs.first[0] ?? 0) - first] ?? 0
  if (isRegisteredThroughout(person, firstDay, ends[(runs.last[found - 1] ?? 0) - first] ?? 0)) return
  const whole = Array.from({ length: found }, (_, at) => ({
    first: runs.first[at] ?? 0,
    last: runs.last[at] ?? 0,
    isSure: runs.isSure[at] === true,
  }))
  runs.count = 0
  for (const run of whole)
    for (let month = run.first; month <= run.last; month += 1) {
      const is = registered(person, ends[month - first] ?? 0)
      if (is === NO) continue
      const isSure = run.isSure && is === YES
      const before = runs.count - 1
      if (before >= 0 && runs.last[before] === month - 1 && runs.isSure[before] === isSure) runs.last[before] = month
      else addRun(runs, month, month, isSure)
    }
}

/**
 * Works out at which month ends somebody is on the cancer register: alive, registered and with a diagnosis that counts,
 * read as the indicators read it, or with any diagnosis at all. Dates that leave it open make a run that is not sure.
 * At a month's end a date has come when its month has, so that only registrations, which come and go, are asked about
 * month by month.
 * @param ends of the months, from the first on.
 * @param byRule false: any diagnosis, of whatever sort and time.
 */
export const findRuns = (person: PersonFacts, months: Months, ends: Int32Array, byRule: boolean, runs: Runs): void => {
  runs.count = 0
  runs.episode = -1
  const { episodes, died, registrations } = person
  let earliest = Infinity
  let possible = Infinity
  let sure = Infinity
  for (let place = 0; place < episodes.length; place += 1) {
    const episode = episodes[place]
    if (episode === undefined || (byRule && !mayCount(episode))) continue
    const { from, to } = episode.diagnosed ?? UNDATED
    if (to < earliest) {
      earliest = to
      runs.episode = place
    }
    possible = Math.min(possible, monthOfDay(Math.max(from, byRule ? REGISTER_FROM : from)))
    if (!byRule || from >= REGISTER_FROM) sure = Math.min(sure, monthOfDay(to))
  }
  if (runs.episode < 0) return
  const { first, last } = months
  const alive = died === null ? Infinity : monthOfDay(died.from)
  const gone = died === null ? Infinity : monthOfDay(died.to)
  const surely = Math.max(sure, possible)
  addRun(runs, Math.max(first, possible), Math.min(last, surely - 1, gone - 1), false)
  addRun(runs, Math.max(first, surely), Math.min(last, alive - 1), true)
  addRun(runs, Math.max(first, surely, alive), Math.min(last, gone - 1), false)
  if (registrations.length > 0) cutByRegistration(person, months, ends, runs)
}
