import { addDays, addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import { PLAN_YEARS, type PlanYear } from './schema.ts'

const YEAR_MONTHS = 12
const QUARTER_MONTHS = 3
const QUARTERS = [1, 2, 3, 4] as const

/** One of the three years of a plan; both days are in it. */
export interface PlanYearSpan {
  readonly year: PlanYear
  readonly from: IsoDate
  readonly to: IsoDate
  /** The calendar years that it touches: `2025/26`, or `2025` where it is one. */
  readonly label: string
}

/** A quarter of a year of a plan; both days are in it. */
export interface PlanQuarter {
  readonly year: PlanYear
  readonly quarter: (typeof QUARTERS)[number]
  readonly from: IsoDate
  readonly to: IsoDate
}

const lastDay = (from: IsoDate, months: number): IsoDate => addDays(addMonths(from, months), -1)

const labelOf = (from: IsoDate, to: IsoDate): string =>
  from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}/${to.slice(2, 4)}`

/** The three years of a plan, each of twelve months from its first day. */
export const planYears = (startsOn: IsoDate): PlanYearSpan[] =>
  PLAN_YEARS.map((year) => {
    const from = addMonths(startsOn, (year - 1) * YEAR_MONTHS)
    const to = lastDay(from, YEAR_MONTHS)
    return { year, from, to, label: labelOf(from, to) }
  })

/** One year of a plan. */
export const planYear = (startsOn: IsoDate, year: PlanYear): PlanYearSpan => {
  const from = addMonths(startsOn, (year - 1) * YEAR_MONTHS)
  const to = lastDay(from, YEAR_MONTHS)
  return { year, from, to, label: labelOf(from, to) }
}

/** The twelve quarters of a plan, in order. */
export const planQuarters = (startsOn: IsoDate): PlanQuarter[] =>
  PLAN_YEARS.flatMap((year) =>
    QUARTERS.map((quarter) => {
      const from = addMonths(startsOn, (year - 1) * YEAR_MONTHS + (quarter - 1) * QUARTER_MONTHS)
      return { year, quarter, from, to: lastDay(from, QUARTER_MONTHS) }
    }),
  )

/** The last day of the third year. */
export const planEnd = (startsOn: IsoDate): IsoDate => lastDay(startsOn, PLAN_YEARS.length * YEAR_MONTHS)

/** The year that a day lies in; `null` before the first and after the last. */
export const yearAt = (startsOn: IsoDate, day: IsoDate): PlanYear | null =>
  planYears(startsOn).find(({ from, to }) => from <= day && day <= to)?.year ?? null

/**
 * The year whose square an action stands in: that of its due date. What is due before the plan begins stands in the
 * first, what is due after its end in the third.
 */
export const squareYear = (startsOn: IsoDate, dueOn: IsoDate): PlanYear =>
  yearAt(startsOn, dueOn) ?? (dueOn < startsOn ? 1 : 3)

/** Which month of a year of the plan a day lies in, from 1; `null` outside the plan. */
export const monthOfPlanYear = (startsOn: IsoDate, day: IsoDate): number | null => {
  const year = yearAt(startsOn, day)
  if (year === null) return null
  const { from } = planYear(startsOn, year)
  const months = (date: IsoDate): number => Number(date.slice(0, 4)) * YEAR_MONTHS + Number(date.slice(5, 7))
  return months(day) - months(from) + 1
}
