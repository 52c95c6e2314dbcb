import { addDays, addMonths, type IsoDate } from '#shared/domain/calendar.ts'
import { measureCare } from './care-measure.ts'
import { measureDiagnoses } from './diagnosis-measure.ts'
import { createFigureSheet } from './figure-sheet.ts'
import { NETWORK_PROPORTIONS } from './network-measure.ts'
import { careRuleAt } from './rules.ts'
import type { ReportSource, SourcePerson } from './source.ts'

/** How many months stand behind a report: as many as the run of a measure shows. */
export const MONTHS_BEHIND = 36

/** What is counted month by month: what practices are held side by side in. */
export const MONTHLY_FIGURES: readonly string[] = [
  ...new Set(['new', ...NETWORK_PROPORTIONS.flatMap(({ numerator, denominator }) => [numerator, denominator])]),
]

/** The counts of one calendar month, by the rules of the report of that month. */
export interface MonthCounts {
  /** Such as 2026-04. */
  readonly month: string
  /** In the order of `MONTHLY_FIGURES`. */
  readonly values: readonly number[]
}

/** The newest month that has ended by a day, as its first day. */
const newestWholeMonth = (to: IsoDate): IsoDate => {
  const first = `${to.slice(0, 7)}-01`
  return addDays(addMonths(first, 1), -1) === to ? first : addMonths(first, -1)
}

/** Somebody as they were known by a day: a report of that month would have seen no later event. */
const knownBy = (person: SourcePerson, day: IsoDate): SourcePerson => {
  const later = person.events.findIndex(({ date }) => date > day)
  return later === -1 ? person : { ...person, events: person.events.filter(({ date }) => date <= day) }
}

/**
 * The months behind a report that ends on a day, the oldest first: each counted as a report of that month would. What is
 * dated to the year only is in no month, so that months may come to less than their year.
 */
export const monthCountsInSteps = function* (
  { practice, people }: Pick<ReportSource, 'practice' | 'people'>,
  to: IsoDate,
): Generator<void, MonthCounts[], void> {
  const shared = people.filter(({ leftOutOfSharing }) => !leftOutOfSharing)
  const newest = newestWholeMonth(to)
  const months: MonthCounts[] = []
  for (let back = MONTHS_BEHIND - 1; back >= 0; back -= 1) {
    const from = addMonths(newest, -back)
    const period = { from, to: addDays(addMonths(from, 1), -1) }
    const then = shared.map((person) => knownBy(person, period.to))
    const sheet = createFigureSheet()
    measureDiagnoses(sheet, then, period)
    yield
    for (const measure of ['support-contact', 'care-review'] as const) {
      measureCare(sheet, then, careRuleAt(measure, practice.nation, period.to), period)
      yield
    }
    months.push({ month: from.slice(0, 7), values: MONTHLY_FIGURES.map((id) => sheet.valueOf(id)) })
  }
  return months
}
