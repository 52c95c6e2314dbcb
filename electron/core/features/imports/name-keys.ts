import type { IsoDate } from '#shared/domain/partial-date.ts'
import { searchKey } from '#shared/domain/text-match.ts'

/** Surname and date of birth as one text for comparing, or null when either is missing. */
export const surnameAndBirth = (surname: string | null, birthDate: IsoDate | null): string | null =>
  surname === null || birthDate === null ? null : `${searchKey(surname)} ${birthDate}`

/** True when two first names are the same by any usual spelling, or one is the start or the initial of the other. */
export const sameFirstName = (one: string, other: string): boolean => {
  const a = searchKey(one)
  const b = searchKey(other)
  return a !== '' && b !== '' && (a === b || a.startsWith(b) || b.startsWith(a))
}
