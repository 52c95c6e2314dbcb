import type { DateParts, IsoDate } from '#shared/domain/partial-date.ts'

/** A day as the three boxes show it. */
export const partsOf = (date: IsoDate): DateParts => ({
  day: String(Number(date.slice(8))),
  month: String(Number(date.slice(5, 7))),
  year: date.slice(0, 4),
})
