import { dateSpan, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import type { PathwayPlace, SafetyNetRow } from './schema.ts'
import { isHitch } from './steps.ts'

/** How long somebody has been waiting, in bands that end where a clock does. */
export const AGE_BANDS = [
  { code: '0-14', label: '0 to 14 days', short: '0–14', from: 0, to: 14 },
  { code: '15-28', label: '15 to 28 days', short: '15–28', from: 15, to: 28 },
  { code: '29-62', label: '29 to 62 days', short: '29–62', from: 29, to: 62 },
  { code: 'over-62', label: 'Over 62 days', short: 'Over 62', from: 63, to: Number.POSITIVE_INFINITY },
] as const
export type AgeBand = (typeof AGE_BANDS)[number]['code']

/** A referral without an appointment is asked about from this day on: half of the 28 days. */
export const DATE_WANTED_AFTER = { urgent: 14, other: 62 } as const

type Waiting = Pick<SafetyNetRow, 'startDate' | 'startPrecision' | 'daysAdjusted'>

/** Days waited: the most that a vague start can mean, so that nobody waits unseen. null: no start is known. */
export const daysWaited = ({ startDate, daysAdjusted }: Waiting, today: IsoDate): number | null =>
  startDate === null ? null : Math.max(0, daysBetween(startDate, today) - daysAdjusted)

/** True when the days waited are the most of a range. */
export const isVagueWait = ({ startDate, startPrecision }: Waiting): boolean =>
  startDate !== null &&
  startPrecision !== null &&
  dateSpan({ date: startDate, precision: startPrecision }).to !== startDate

export const bandOf = (days: number): AgeBand => AGE_BANDS.find(({ to }) => days <= to)?.code ?? 'over-62'

const WITHOUT_DATE: ReadonlySet<PathwayPlace> = new Set<PathwayPlace>(['new', 'sent', 'received'])

/** Nobody has told us of an appointment to come. */
export const hasNoDate = ({ place }: Pick<SafetyNetRow, 'place'>): boolean => WITHOUT_DATE.has(place) || isHitch(place)

export type LateReason = 'needs_sign_off' | 'over' | 'no_date'

type Judged = Pick<SafetyNetRow, 'place' | 'needsSignOff' | 'clock' | 'daysAllowed'> & Waiting

/** Why a pathway is late, the worst first. Empty: it is not. */
export const lateReasons = (row: Judged, today: IsoDate): LateReason[] => {
  const days = daysWaited(row, today)
  const patience = row.clock === null ? DATE_WANTED_AFTER.other : DATE_WANTED_AFTER.urgent
  return [
    ...(row.needsSignOff ? (['needs_sign_off'] as const) : []),
    ...(days !== null && row.daysAllowed !== null && days > row.daysAllowed ? (['over'] as const) : []),
    ...(hasNoDate(row) && (days === null || days > patience) ? (['no_date'] as const) : []),
  ]
}

/** Printed under "Why this order?". */
export const HARM_ORDER = {
  version: 'waiting-1',
  sentences: [
    'First whatever needs a clinician: rejected, missed, cancelled or downgraded, and nobody has signed it off.',
    'Then those past the days their clock allows, then those with no date booked after 14 days, or 62 where no clock counts.',
    'Within each, urgent suspected cancer comes first, then whoever has used most of their days.',
  ],
} as const

const TIERS: readonly LateReason[] = ['needs_sign_off', 'over', 'no_date']

const tierOf = (row: Judged, today: IsoDate): number => {
  const [worst] = lateReasons(row, today)
  return worst === undefined ? TIERS.length : TIERS.indexOf(worst)
}

/** Days waited as a share of the days allowed; without a clock, of a year. */
const share = (row: Judged, today: IsoDate): number => (daysWaited(row, today) ?? 0) / (row.daysAllowed ?? 365)

/** The list with the most harm of waiting first. The same rows always come in the same order. */
export const byHarmOfWaiting = <Row extends Judged & { pathwayId: string }>(
  rows: readonly Row[],
  today: IsoDate,
): Row[] => {
  const judged = rows.map((row) => ({
    row,
    tier: tierOf(row, today),
    urgent: row.clock === null ? 1 : 0,
    share: share(row, today),
  }))
  return judged
    .toSorted(
      (a, b) =>
        a.tier - b.tier ||
        a.urgent - b.urgent ||
        b.share - a.share ||
        (a.row.pathwayId < b.row.pathwayId ? -1 : a.row.pathwayId > b.row.pathwayId ? 1 : 0),
    )
    .map(({ row }) => row)
}

/** What the list can be narrowed to. */
export const SAFETY_NET_FILTERS = [
  { code: 'all', label: 'All open' },
  { code: 'late', label: 'Late' },
  { code: 'sign_off', label: 'Needs sign-off' },
  { code: 'no_date', label: 'No date booked' },
] as const
export type SafetyNetFilter = (typeof SAFETY_NET_FILTERS)[number]['code']

/** Whether a row belongs to a view of the list. */
export const isInView = (row: Judged, view: SafetyNetFilter, today: IsoDate): boolean => {
  if (view === 'late') return lateReasons(row, today).length > 0
  if (view === 'sign_off') return row.needsSignOff
  return view === 'all' || hasNoDate(row)
}

/** Pathways and the people they are about: two pathways at once are one person. */
export const countBoth = (
  rows: readonly { readonly person: { readonly id: string } }[],
): { pathways: number; people: number } => ({
  pathways: rows.length,
  people: new Set(rows.map(({ person }) => person.id)).size,
})
