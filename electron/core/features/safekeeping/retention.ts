export interface Kept {
  readonly id: string
  /** Instant, ISO 8601. */
  readonly at: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Oldest age, and how long the stretch of time is of which one backup stays: a day, a week, a month. */
const STRETCHES = [
  { upTo: 14 * DAY, length: DAY },
  { upTo: 70 * DAY, length: 7 * DAY },
  { upTo: 400 * DAY, length: 30 * DAY },
] as const
const MOST_OF_TODAY = 12

/** The stretch of the calendar that a backup speaks for at its age; null when it is too old to be kept. */
const stretchOf = (at: number, now: number): string | null => {
  const rule = STRETCHES.find(({ upTo }) => now - at <= upTo)
  return rule === undefined ? null : `${rule.length} ${Math.floor(at / rule.length)}`
}

/**
 * Which backups may go: the last twelve of today stay, then one a day, a week and a month, so that a mistake found
 * months later can still be undone. Of each stretch of the calendar the oldest stays: it is the oldest whenever this is
 * asked, so it lives to speak for the next longer stretch. (The newest would be another one after every backup, and
 * none would ever grow old.) The newest of all is never among those that go.
 */
export const backupsToDrop = (backups: readonly Kept[], now: string): string[] => {
  const oldestFirst = backups.toSorted((a, b) => a.at.localeCompare(b.at))
  const spokenFor = new Set<string>()
  return oldestFirst.flatMap(({ id, at }, index) => {
    const made = Date.parse(at)
    const newer = oldestFirst.length - 1 - index
    const stretch = stretchOf(made, Date.parse(now))
    const isFirst = stretch !== null && !spokenFor.has(stretch)
    if (stretch !== null) spokenFor.add(stretch)
    const isRecent = Date.parse(now) - made <= DAY && newer < MOST_OF_TODAY
    return isFirst || isRecent || newer === 0 ? [] : [id]
  })
}
