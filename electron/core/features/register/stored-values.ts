import type { PartialDate } from '#shared/domain/partial-date.ts'

/** A date with its precision, from the two columns that hold it. */
export const partialFrom = (date: string | null, precision: PartialDate['precision'] | null): PartialDate | null =>
  date === null || precision === null ? null : { date, precision }

/** Yes, no or nobody knows, as a column holds it. */
export const flag = (answer: boolean | null): number | null => (answer === null ? null : Number(answer))

/** Yes, no or nobody knows, from its column. */
export const fromFlag = (stored: number | null): boolean | null => (stored === null ? null : stored === 1)

/** What was left blank is stored as nothing. */
export const orNull = (text: string | null): string | null => (text === '' ? null : text)
