import { type DateParts, type IsoDate, partialDateFromParts } from '#shared/domain/partial-date.ts'

/** Text without the spaces around it; null where nothing was typed. */
export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What three boxes say, where only a whole day will do: the day, null for blank boxes, or what to put right. */
export type ReadDay = { readonly day: IsoDate | null } | { readonly fault: string }

/** A whole day, or none where the boxes are blank. */
export const readDay = (parts: DateParts): ReadDay => {
  const read = partialDateFromParts(parts)
  if (!read.ok) return read.reason === 'blank' ? { day: null } : { fault: read.message }
  return read.value.precision === 'day' ? { day: read.value.date } : { fault: 'Enter the day, month and year' }
}
