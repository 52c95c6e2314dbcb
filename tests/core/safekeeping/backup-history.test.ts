import { describe, expect, it } from 'vitest'
import { backupsToDrop, type Kept } from '#core/features/safekeeping/retention.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.parse('2026-01-05T00:00:00Z')

/** What is left after so many days of backups at these hours, each followed by the dropping that follows a backup. */
const agesAfter = (hours: readonly number[], days: number): number[] => {
  let kept: Kept[] = []
  let now = START
  for (let day = 0; day < days; day += 1) {
    for (const hour of hours) {
      now = START + day * DAY + hour * HOUR
      kept.push({ id: String(now), at: new Date(now).toISOString() })
      const drop = new Set(backupsToDrop(kept, new Date(now).toISOString()))
      kept = kept.filter(({ id }) => !drop.has(id))
    }
  }
  return kept.map(({ at }) => (now - Date.parse(at)) / DAY)
}

const RHYTHMS = {
  'one a day': [9],
  'three a day': [9, 11, 15],
  'one every working hour': [9, 10, 11, 12, 13, 14, 15, 16, 17],
  'more than a day may keep': Array.from({ length: 16 }, (_, turn) => turn * 1.5),
}

describe('backups kept over a year', () => {
  it.each(Object.entries(RHYTHMS))('reach back days, weeks and months with %s', (_rhythm, hours) => {
    const ages = agesAfter(hours, 420)
    for (let day = 0; day < 14; day += 1)
      expect(ages.filter((age) => Math.floor(age) === day).length).toBeGreaterThanOrEqual(1)
    for (let week = 3; week < 10; week += 1)
      expect(ages.some((age) => age > week * 7 - 7 && age <= week * 7 + 1)).toBe(true)
    for (let month = 3; month < 13; month += 1)
      expect(ages.some((age) => age > (month - 1) * 30 && age <= month * 31 + 1)).toBe(true)
    expect(ages.length).toBeLessThanOrEqual(12 + 15 + 10 + 13)
  })
})
