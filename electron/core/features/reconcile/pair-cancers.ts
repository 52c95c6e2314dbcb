import { daysBetween, type PartialDate } from '#shared/domain/partial-date.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import { canBeSameDay } from '../imports/public.ts'

/** One cancer as either side tells it. */
export interface ToldCancer {
  readonly kind: string
  readonly tumourGroup: string
  readonly site: string | null
  readonly date: PartialDate | null
}

/** What the dates of a pair say. vague: they can be the same day. unknown: one of them is missing. */
export type DatesSay = 'same' | 'vague' | 'unknown' | 'another'

export interface Pair<Theirs, Ours> {
  readonly theirs: Theirs
  readonly ours: Ours
  readonly dates: DatesSay
  /** Theirs less ours; null where the day is not known on both sides. */
  readonly days: number | null
}

/** True for one tumour group; where it is not known, for the same words. Of one person this is one cancer. */
export const oneCancer = (one: ToldCancer, other: ToldCancer): boolean =>
  one.tumourGroup === other.tumourGroup &&
  (one.tumourGroup !== 'not_known' || normaliseName(one.site ?? '') === normaliseName(other.site ?? ''))

const datesSay = (theirs: PartialDate | null, ours: PartialDate | null): DatesSay => {
  if (theirs === null || ours === null) return 'unknown'
  if (theirs.date === ours.date && theirs.precision === ours.precision) return 'same'
  return canBeSameDay(theirs, ours) ? 'vague' : 'another'
}

/** Days from our date to theirs; null unless both are known to the day. */
export const daysApart = (theirs: PartialDate | null, ours: PartialDate | null): number | null =>
  theirs?.precision === 'day' && ours?.precision === 'day' ? daysBetween(ours.date, theirs.date) : null

const CLOSENESS: Readonly<Record<DatesSay, number>> = { same: 0, vague: 1, unknown: 2, another: 3 }

/** How far two dates that differ lie apart, by their first days: only to choose the nearest by. */
const distance = (theirs: PartialDate | null, ours: PartialDate | null): number =>
  theirs === null || ours === null ? 0 : Math.abs(daysBetween(ours.date, theirs.date))

/**
 * Pairs the cancers that a list tells of one person with ours, each at most once, the closest dates first and like kinds
 * before unlike: a list seldom says whether it means the first cancer or its return.
 * @returns the pairs in the order of the list; what is in none of them is on one side only.
 */
export const pairCancers = <Theirs extends ToldCancer, Ours extends ToldCancer>(
  theirs: readonly Theirs[],
  ours: readonly Ours[],
): Pair<Theirs, Ours>[] => {
  const candidates = theirs.flatMap((their, at) =>
    ours.flatMap((our) => {
      if (!oneCancer(their, our)) return []
      const dates = datesSay(their.date, our.date)
      const pair = { theirs: their, ours: our, dates, days: daysApart(their.date, our.date) }
      const cost = [CLOSENESS[dates], distance(their.date, our.date), their.kind === our.kind ? 0 : 1] as const
      return [{ pair, at, cost }]
    }),
  )
  const taken = new Set<ToldCancer>()
  return candidates
    .toSorted((a, b) => a.cost[0] - b.cost[0] || a.cost[1] - b.cost[1] || a.cost[2] - b.cost[2] || a.at - b.at)
    .filter(({ pair }) => {
      if (taken.has(pair.theirs) || taken.has(pair.ours)) return false
      taken.add(pair.theirs)
      taken.add(pair.ours)
      return true
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ pair }) => pair)
}
