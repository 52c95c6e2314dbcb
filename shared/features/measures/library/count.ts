import type { Facts } from '../facts.ts'
import type { LibraryMeasure, Looked, MeasureContext } from './measure.ts'
import { type MonthNumber, monthCount, type Months } from './months.ts'
import { MET, NOT_MET, Observations, type Outcome, UNDECIDED } from './observations.ts'
import { emptyRuns, findRuns, monthEnds } from './register-runs.ts'

/** How many there were of each outcome. */
export interface Tally {
  met: number
  notMet: number
  undecided: number
}

/** What was observed of a measure, counted month by month. */
export interface Counted {
  readonly measure: LibraryMeasure
  readonly observed: Observations
  /** By outcome and then by month from the first; of dates that lie in one month only. */
  readonly byMonth: readonly [notMet: Int32Array, met: Int32Array, undecided: Int32Array]
  /** The rows whose date may mean more than one month: each counts where a period holds all of it. */
  readonly vague: readonly number[]
}

/** Looks at everybody once, for all of some measures. */
export const observeAll = (
  measures: readonly LibraryMeasure[],
  { people, events }: Facts,
  context: MeasureContext,
  months: Months,
): Counted[] => {
  const ends = monthEnds(months)
  const runs = { onRegister: emptyRuns(), everDiagnosed: emptyRuns() }
  const all = measures.map((measure) => ({ measure, into: new Observations(months) }))
  for (let who = 0; who < people.length; who += 1) {
    const person = people[who]
    if (person === undefined) continue
    findRuns(person, months, ends, true, runs.onRegister)
    findRuns(person, months, ends, false, runs.everDiagnosed)
    const looked: Looked = { person, events, context, ...runs }
    for (const { measure, into } of all) {
      into.who = who
      measure.observe(looked, into)
    }
  }
  return all.map(({ measure, into }) => counted(measure, into))
}

const addRun = (counts: Int32Array, from: number, to: number): void => {
  counts[from] = (counts[from] ?? 0) + 1
  counts[to + 1] = (counts[to + 1] ?? 0) - 1
}

/** Counts what was observed, each row once. */
const counted = (measure: LibraryMeasure, observed: Observations): Counted => {
  const { months, rows, first, last, outcome } = observed
  // One month more than there are, in which the runs of months that reach the last one end.
  const length = monthCount(months) + 1
  const byMonth = [new Int32Array(length), new Int32Array(length), new Int32Array(length)] as const
  const vague: number[] = []
  for (let row = 0; row < rows; row += 1) {
    const from = (first[row] ?? 0) - months.first
    const to = (last[row] ?? 0) - months.first
    const counts = byMonth[outcome[row] as Outcome]
    if (measure.atMonthEnd) addRun(counts, from, to)
    else if (from === to) counts[from] = (counts[from] ?? 0) + 1
    else vague.push(row)
  }
  if (measure.atMonthEnd)
    for (const counts of byMonth)
      for (let month = 1; month < length; month += 1) counts[month] = (counts[month] ?? 0) + (counts[month - 1] ?? 0)
  return { measure, observed, byMonth, vague }
}

/**
 * How an observation counts in a period: its outcome where the period holds every month that its date may mean,
 * undecided where the period cuts them, and `null` outside. A state counts by the last month.
 */
export const outcomeIn = ({ measure, observed }: Counted, row: number, { first, last }: Months): Outcome | null => {
  const from = observed.first[row] ?? 0
  const to = observed.last[row] ?? 0
  const outcome = observed.outcome[row] as Outcome
  if (measure.atMonthEnd) return from <= last && to >= last ? outcome : null
  if (to < first || from > last) return null
  return from >= first && to <= last ? outcome : UNDECIDED
}

/** The counts of a period: the sum of its months, and what vague dates add. */
export const tallyOf = (counted: Counted, period: Months): Tally => {
  const { measure, observed, byMonth, vague } = counted
  const [notMet, met, undecided] = byMonth
  const from = measure.atMonthEnd ? period.last : period.first
  const tally: Tally = { met: 0, notMet: 0, undecided: 0 }
  for (let month = from - observed.months.first; month <= period.last - observed.months.first; month += 1) {
    tally.met += met[month] ?? 0
    tally.notMet += notMet[month] ?? 0
    tally.undecided += undecided[month] ?? 0
  }
  for (const row of vague) addOutcome(tally, outcomeIn(counted, row, period))
  return tally
}

/** Adds one observation to the counts. */
export const addOutcome = (tally: Tally, outcome: Outcome | null): void => {
  if (outcome === MET) tally.met += 1
  else if (outcome === NOT_MET) tally.notMet += 1
  else if (outcome === UNDECIDED) tally.undecided += 1
}

/** The days that count in a period, each with how often it was met; of a median. */
export const daysIn = (counted: Counted, period: Months, rows?: readonly number[]): Map<number, number> => {
  const { observed } = counted
  const days = new Map<number, number>()
  const add = (row: number): void => {
    if (outcomeIn(counted, row, period) !== MET) return
    const value = observed.days[row] ?? 0
    days.set(value, (days.get(value) ?? 0) + 1)
  }
  if (rows === undefined) for (let row = 0; row < observed.rows; row += 1) add(row)
  else for (const row of rows) add(row)
  return days
}

/** The rows of single months, so that a run of months need not look at all of them again and again. */
export const rowsByMonth = ({ observed }: Counted): Map<MonthNumber, number[]> => {
  const months = new Map<MonthNumber, number[]>()
  for (let row = 0; row < observed.rows; row += 1) {
    const month = observed.first[row] ?? 0
    if (month !== observed.last[row]) continue
    const rows = months.get(month)
    if (rows === undefined) months.set(month, [row])
    else rows.push(row)
  }
  return months
}
