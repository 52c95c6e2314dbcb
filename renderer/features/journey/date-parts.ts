import type { DateParts, PartialDate } from '#shared/domain/partial-date.ts'

/** A date as its three boxes show it: what is not known stays blank. */
export const datePartsOf = ({ date, precision }: PartialDate): DateParts => ({
  day: precision === 'day' ? String(Number(date.slice(8))) : '',
  month: precision === 'year' ? '' : String(Number(date.slice(5, 7))),
  year: date.slice(0, 4),
})
