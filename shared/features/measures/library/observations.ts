import type { Span } from '../facts.ts'
import { lastDayOfMonth, type MonthNumber, monthOfDay, type Months } from './months.ts'

/** What was observed, as a number in a column. */
export const NOT_MET = 0
export const MET = 1
export const UNDECIDED = 2
export type Outcome = typeof NOT_MET | typeof MET | typeof UNDECIDED

/** Neither a diagnosis nor a pathway. */
export const NO_PLACE = -1
const FIRST_PATHWAY = -2

/** A pathway as a place: diagnoses are the numbers from 0. */
export const pathwayPlace = (pathway: number): number => FIRST_PATHWAY - pathway
/** The pathway of a place; -1 for none. */
export const pathwayOfPlace = (place: number): number => (place <= FIRST_PATHWAY ? FIRST_PATHWAY - place : -1)

const START = 8192

const longer = <Column extends Int32Array | Int16Array | Uint8Array>(column: Column, into: Column): Column => {
  into.set(column)
  return into
}

/**
 * What a measure observed in some months, a column for each thing that is known of it. An observation is dated by the
 * months that its date may mean: one month, or more where the date is vague. At month ends it is the run of months over
 * which the same holds.
 */
export class Observations {
  /** Nothing outside these months is kept. */
  readonly months: Months
  /** The days of these months. */
  readonly dates: Readonly<Span>
  /** The place of the person among the facts, set before each person is looked at. */
  who = 0
  rows = 0
  person = new Int32Array(START)
  place = new Int16Array(START)
  first = new Int16Array(START)
  last = new Int16Array(START)
  outcome = new Uint8Array(START)
  /** The first day that the date may mean; of a run of months nothing is meant by it. */
  day = new Int32Array(START)
  /** The last day that the date may mean. */
  lastDay = new Int32Array(START)
  /** Of a median: the days. */
  days = new Int32Array(START)

  constructor(months: Months) {
    this.months = months
    this.dates = { from: lastDayOfMonth(months.first - 1) + 1, to: lastDayOfMonth(months.last) }
  }

  /** Whether a date may lie in the months that are looked at. */
  touches(date: Readonly<Span>): boolean {
    return monthOfDay(date.to) >= this.months.first && monthOfDay(date.from) <= this.months.last
  }

  /** Adds something that happened on a date. */
  at(date: Readonly<Span>, outcome: Outcome, place: number = NO_PLACE, days = 0): void {
    const first = monthOfDay(date.from)
    const last = date.to === date.from ? first : monthOfDay(date.to)
    if (last < this.months.first || first > this.months.last) return
    const row = this.add(first, last, outcome, place)
    this.day[row] = date.from
    this.lastDay[row] = date.to
    this.days[row] = days
  }

  /** Adds what holds at the end of each of some months. */
  during(first: MonthNumber, last: MonthNumber, outcome: Outcome, place: number = NO_PLACE): void {
    this.add(first, last, outcome, place)
  }

  private add(first: MonthNumber, last: MonthNumber, outcome: Outcome, place: number): number {
    const row = this.rows
    if (row === this.person.length) this.grow()
    this.person[row] = this.who
    this.place[row] = place
    this.first[row] = first
    this.last[row] = last
    this.outcome[row] = outcome
    this.rows = row + 1
    return row
  }

  private grow(): void {
    const length = this.rows * 2
    this.person = longer(this.person, new Int32Array(length))
    this.place = longer(this.place, new Int16Array(length))
    this.first = longer(this.first, new Int16Array(length))
    this.last = longer(this.last, new Int16Array(length))
    this.outcome = longer(this.outcome, new Uint8Array(length))
    this.day = longer(this.day, new Int32Array(length))
    this.lastDay = longer(this.lastDay, new Int32Array(length))
    this.days = longer(this.days, new Int32Array(length))
  }
}
