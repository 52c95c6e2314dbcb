import type { PersonFacts, Span } from '../facts.ts'
import { REGISTER_FROM, UNDATED } from '../indicators/case.ts'
import { lastDayOfMonth, monthOfDay, type Months } from './months.ts'

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
  if (registrations.length === 0) return YES
  let found: Truth = NO
  for (const { from, to } of registrations)
    found = most(found, least(from === null ? YES : by(from, day), to === null ? YES : notBefore(to, day)))
  return found
}

/** Somebody is counted as alive on a day from the evening of which nothing says that they died. */
const alive = ({ died }: PersonFacts, day: number): Truth => {
  if (died === null) return YES
  const gone = by(died, day)
  return gone === YES ? NO : gone === NO ? YES : MAYBE
}

/** Whether the register rule counts a diagnosis by a day: as the indicators read CAN001. */
const countedBy = (date: Readonly<Span>, day: number): Truth => {
  if (date.to < REGISTER_FROM) return NO
  const made = by(date, day)
  return date.from < REGISTER_FROM ? least(made, MAYBE) : made
}

/** The diagnosis by which somebody came onto a register: the first, an undated one last. */
const firstEpisode = ({ episodes }: PersonFacts, sortsOnly: boolean): number => {
  let found = -1
  let day = Infinity
  for (const [place, { isCountedSort, diagnosed }] of episodes.entries()) {
    if (sortsOnly && (!isCountedSort || (diagnosed ?? UNDATED).to < REGISTER_FROM)) continue
    const to = (diagnosed ?? UNDATED).to
    if (to < day) {
      day = to
      found = place
    }
  }
  return found
}

/**
 * Works out at which month ends somebody is on the cancer register: alive, registered and with a diagnosis that counts,
 * read as the indicators read it, or with any diagnosis at all. Dates that leave it open make a run that is not sure.
 * @param ends of the months, from the first on.
 * @param sortsOnly false: any diagnosis, of whatever sort and time.
 */
export const findRuns = (
  person: PersonFacts,
  { first, last }: Months,
  ends: Int32Array,
  sortsOnly: boolean,
  runs: Runs,
): void => {
  runs.count = 0
  runs.episode = firstEpisode(person, sortsOnly)
  if (runs.episode < 0) return
  const earliest = person.episodes.reduce((day, { diagnosed }) => Math.min(day, (diagnosed ?? UNDATED).from), Infinity)
  const end = person.died === null ? last : Math.min(last, monthOfDay(person.died.to))
  let before: Truth = NO
  for (let month = Math.max(first, monthOfDay(earliest)); month <= end; month += 1) {
    const day = ends[month - first] ?? 0
    let diagnosed: Truth = NO
    for (const episode of person.episodes) {
      if (sortsOnly && !episode.isCountedSort) continue
      const date = episode.diagnosed ?? UNDATED
      diagnosed = most(diagnosed, sortsOnly ? countedBy(date, day) : by(date, day))
      if (diagnosed === YES) break
    }
    const is = diagnosed === NO ? NO : least(diagnosed, least(alive(person, day), registered(person, day)))
    if (is !== NO) {
      if (is !== before) {
        runs.first[runs.count] = month
        runs.isSure[runs.count] = is === YES
        runs.count += 1
      }
      runs.last[runs.count - 1] = month
    }
    before = is
  }
}
