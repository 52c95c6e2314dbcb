import type { IsoDate } from '#shared/domain/partial-date.ts'
import { byHarmOfWaiting, daysWaited, lateReasons } from '#shared/features/pathways/public.ts'
import type { Candidate, DueRow } from '#shared/features/today/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { type JudgedPathway, openPathways } from '../pathways/public.ts'
import { ENOUGH } from './enough.ts'

const WEEK = 7
const FOUR_WEEKS = 28

const isLate = (row: JudgedPathway, today: IsoDate): boolean => lateReasons(row, today).length > 0

/** Referrals that are late, the worst first, as the list of referrals has them. */
export const referralCandidates = async (
  db: ReadDb,
  judged: readonly JudgedPathway[],
  putOff: ReadonlySet<string>,
  today: IsoDate,
): Promise<Candidate[]> => {
  const late = judged.filter((row) => isLate(row, today) && !putOff.has(`referral:${row.pathwayId}`))
  const worst = byHarmOfWaiting(late, today).slice(0, ENOUGH)
  if (worst.length === 0) return []
  const rows = await openPathways(
    db,
    today,
    worst.map(({ pathwayId }) => pathwayId),
  )
  return rows.flatMap((row): Candidate[] => {
    const [reason] = lateReasons(row, today)
    if (reason === undefined) return []
    return [
      {
        subject: `referral:${row.pathwayId}`,
        person: row.person,
        facts: {
          kind: 'referral',
          reason,
          pathwayId: row.pathwayId,
          tumourGroup: row.tumourGroup,
          place: row.place,
          placeDate: row.placeDate,
          daysWaited: daysWaited(row, today) ?? 0,
          daysAllowed: row.daysAllowed,
        },
      },
    ]
  })
}

/** How many late referrals are put off. */
export const referralsPutOff = (
  judged: readonly JudgedPathway[],
  putOff: ReadonlySet<string>,
  today: IsoDate,
): number => judged.filter((row) => putOff.has(`referral:${row.pathwayId}`) && isLate(row, today)).length

/** How many days a referral's clock has left; null where none runs or it is past. */
const daysLeft = (row: JudgedPathway, today: IsoDate): number | null => {
  const waited = daysWaited(row, today)
  if (waited === null || row.daysAllowed === null) return null
  return row.daysAllowed - waited < 0 ? null : row.daysAllowed - waited
}

/** How many referrals are late, and how many have a clock that ends this week or in four weeks. */
export const dueReferrals = (judged: readonly JudgedPathway[], today: IsoDate): DueRow => {
  const counts = { late: 0, week: 0, fourWeeks: 0 }
  for (const row of judged) {
    const left = daysLeft(row, today)
    if (isLate(row, today)) counts.late += 1
    else if (left !== null && left <= FOUR_WEEKS) {
      counts.fourWeeks += 1
      if (left <= WEEK) counts.week += 1
    }
  }
  return { row: 'referrals', ...counts }
}
