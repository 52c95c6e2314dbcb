import {
  type DateParts,
  formatPartialDate,
  type IsoDate,
  isFuture,
  type PartialDate,
  partialDateFromParts,
} from '#shared/domain/partial-date.ts'

/** What was typed, read as far as the form itself can: the core checks the rest. */
export interface Read<Fields> {
  readonly fields: Fields
  /** Words for a field that cannot be sent at all, by the name of the field. */
  readonly faults: Readonly<Record<string, string>>
}

interface ReadDate {
  readonly value: PartialDate | null
  readonly fault?: string
}

/** A date in boxes. All of them blank is no date; a fault is what is wrong with it, in words. */
export const readDate = (parts: DateParts, exact: boolean): ReadDate => {
  const result = partialDateFromParts(parts)
  if (!result.ok) return result.reason === 'blank' ? { value: null } : { value: null, fault: result.message }
  if (exact && result.value.precision !== 'day') return { value: null, fault: 'Enter the day, month and year' }
  return { value: result.value }
}

/** `faults` with those that are there. */
export const faultList = (faults: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** The words for a date that has not come yet. */
export const futureFault = (date: PartialDate | null, today: IsoDate, words: string): string | undefined =>
  date !== null && isFuture(date, today) ? words : undefined

/** The words for a date in boxes, for a sentence; null while it cannot be read. */
export const dateWords = (parts: DateParts): string | null => {
  const { value } = readDate(parts, false)
  return value === null ? null : formatPartialDate(value)
}

/** Whether a field of a form holds anything: words, a date, a choice, or an answer of yes or no. */
export const isFilled = (value: string | number | boolean | DateParts | null): boolean => {
  if (value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  return typeof value !== 'object' || value.day + value.month + value.year !== ''
}
