import { dateSpan, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { normaliseName } from '#shared/domain/text-match.ts'

/** True when two dates can mean the same day: `Feb 2026` and `14 Feb 2026` can. */
export const canBeSameDay = (one: PartialDate, other: PartialDate): boolean => {
  if (one.precision === 'day' && other.precision === 'day') return one.date === other.date
  const a = dateSpan(one)
  const b = dateSpan(other)
  return a.from <= b.to && b.from <= a.to
}

const EXACTNESS = { year: 0, month: 1, day: 2 } as const

/** True when the first date says more than the second. */
export const isMoreExact = (one: PartialDate, other: PartialDate): boolean =>
  EXACTNESS[one.precision] > EXACTNESS[other.precision]

/** True when two dates say the same and as much of it, or both nothing. */
export const sameDate = (one: PartialDate | null, other: PartialDate | null): boolean =>
  one?.date === other?.date && one?.precision === other?.precision

/** A date from its two columns. */
export const partialOf = (date: IsoDate | null, precision: PartialDate['precision'] | null): PartialDate | null =>
  date === null || precision === null ? null : { date, precision }

interface Kind {
  readonly kind: string
  readonly tumourGroup: string
  readonly site: string | null
}

/** A cancer by kind and tumour group; where the group is not known, by the words for its site. */
export const sameCancer = (one: Kind, other: Kind): boolean => {
  if (one.kind !== other.kind || one.tumourGroup !== other.tumourGroup) return false
  return one.tumourGroup !== 'not_known' || normaliseName(one.site ?? '') === normaliseName(other.site ?? '')
}

interface Happening {
  readonly eventType: string
  readonly date: PartialDate
  readonly note: string | null
}

/** Events are the same by kind and day; those kept as written must also say the same. */
export const sameEvent = (one: Happening, other: Happening): boolean =>
  one.eventType === other.eventType &&
  canBeSameDay(one.date, other.date) &&
  (one.eventType !== 'other' || normaliseName(one.note ?? '') === normaliseName(other.note ?? ''))
