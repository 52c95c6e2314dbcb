export interface Kept {
  readonly id: string
  /** Instant, ISO 8601. */
  readonly at: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Oldest age, and how far apart copies must be up to it: all of today, then a day, a week, a month apart. */
const SPACING = [
  { upTo: DAY, apart: 0 },
  { upTo: 14 * DAY, apart: 20 * HOUR },
  { upTo: 70 * DAY, apart: 6.5 * DAY },
  { upTo: 400 * DAY, apart: 29 * DAY },
] as const
const MOST_OF_TODAY = 12

/**
 * Which backups may go: dense for today, thinner with age, so that a mistake found months later can still be undone.
 * The newest is never among them.
 */
export const backupsToDrop = (backups: readonly Kept[], now: string): string[] => {
  const newestFirst = backups.toSorted((a, b) => b.at.localeCompare(a.at))
  const drop: string[] = []
  let lastKept = Number.POSITIVE_INFINITY
  let today = 0
  for (const backup of newestFirst) {
    const at = Date.parse(backup.at)
    const age = Date.parse(now) - at
    const rule = SPACING.find(({ upTo }) => age <= upTo)
    if (age <= DAY) today += 1
    const keep = lastKept === Number.POSITIVE_INFINITY || (rule !== undefined && lastKept - at >= rule.apart && (age > DAY || today <= MOST_OF_TODAY))
    if (keep) lastKept = at
    else drop.push(backup.id)
  }
  return drop
}
