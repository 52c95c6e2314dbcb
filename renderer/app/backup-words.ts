import { daysBetween, formatIsoDate } from '#shared/domain/partial-date.ts'
import type { AccessState } from '#shared/features/access/schema.ts'
import { dayOf, timeOf, today } from './clock.ts'

/** A practice is closed for four days at Easter; a backup is made on every other day. */
const MOST_DAYS_CLOSED = 4

/** A backup as the rail and the unlock screen tell of it: when it was made, and whether another should have followed. */
export const backupWords = ({
  at,
}: NonNullable<AccessState['lastBackup']>): { readonly kind: 'on-track' | 'at-risk'; readonly words: string } => {
  const day = dayOf(at)
  return {
    kind: daysBetween(day, today()) > MOST_DAYS_CLOSED ? 'at-risk' : 'on-track',
    words: `Backed up ${day === today() ? timeOf(at) : formatIsoDate(day)}`,
  }
}
