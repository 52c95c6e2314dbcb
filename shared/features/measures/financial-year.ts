import { dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import { addMonths, type IsoDate } from '#shared/domain/partial-date.ts'

/**
 * The NHS's financial year, named by the year in which it begins: 2023 runs from 1 April 2023 to 31 March 2024. Its last
 * day is the payment period end date by which QOF is judged.
 */

/** `2023/24`. */
export const yearLabel = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`

/** 31 March of the year after. */
export const yearEnd = (year: number): IsoDate => `${String(year + 1).padStart(4, '0')}-03-31`

/** The financial year that a day falls in. */
export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)

const moved = new Map<number, Map<number, number>>()

/**
 * The day so many calendar months later, or earlier when negative: 31 January + 1 is the last of February. Days are
 * numbers from 1 January 1970. Answers are kept, because a register asks about the same few thousand days.
 */
export const addMonthsToDay = (day: number, months: number): number => {
  let known = moved.get(months)
  if (known === undefined) moved.set(months, (known = new Map()))
  let result = known.get(day)
  if (result === undefined) known.set(day, (result = dayNumber(addMonths(isoFromDayNumber(day), months))))
  return result
}
