import type { ReportPeriod } from './period.ts'

const MOST_FAMILIES = 200

/** Whether a period lies within another and is not all of it. */
export const isWithin = (part: ReportPeriod, whole: ReportPeriod): boolean =>
  part.from >= whole.from && part.to <= whole.to && (part.from > whole.from || part.to < whole.to)

interface Families<T> {
  /** Each in order of time. */
  readonly families: readonly (readonly T[])[]
  readonly isComplete: boolean
}

/**
 * Every period by itself, and every set of periods of which none share a day and to which no other can be added.
 * `isComplete` is false where there are more than are looked at.
 */
export const disjointWithin = <T extends { readonly meaning: ReportPeriod }>(periods: readonly T[]): Families<T> => {
  const order = periods.toSorted((a, b) => a.meaning.from.localeCompare(b.meaning.from))
  const families: (readonly T[])[] = order.map((period) => [period])
  let isComplete = true
  const grow = (family: readonly T[], after: string): void => {
    if (families.length > MOST_FAMILIES + order.length) {
      isComplete = false
      return
    }
    const next = order.filter(({ meaning }) => meaning.from > after)
    if (next.length === 0) {
      if (family.length > 1) families.push(family)
      return
    }
    const firstEnd = next.map(({ meaning }) => meaning.to).toSorted()[0] ?? ''
    // Whatever begins after the first of them has ended would leave room for that one.
    for (const period of next) if (period.meaning.from <= firstEnd) grow([...family, period], period.meaning.to)
  }
  grow([], '')
  return { families, isComplete }
}
