/** What a month is worth on a chart of single values (XmR); `null` when it was not measured. */
export interface SpcValue {
  readonly month: string
  readonly value: number | null
}

/** What a month is worth on a P or U chart. A month without a denominator is a gap. */
export interface SpcCount {
  readonly month: string
  readonly numerator: number
  readonly denominator: number
}

/** A month from which limits are worked out anew, because something changed for good, and what that was. */
export interface Rebase {
  readonly month: string
  readonly reason: string
}

/** Which way is better. */
export type Better = 'higher' | 'lower' | 'neither'

export interface SpcQuestions {
  readonly better: Better
  /** In the unit of the values: a share from 0 to 1 on a P chart. */
  readonly target?: number
  /** The month from which the target holds, where it does not hold for all of them. */
  readonly targetFrom?: string
  readonly rebases?: readonly Rebase[]
  /** Work out each phase's mean and limits from its first measured months only; from all of them when not given. */
  readonly baselineMonths?: number
}

/**
 * `screened`: moving ranges beyond 3.267 times their mean are left out, once, before limits are set (Nelson 1982; the
 * NHS-R package's usual way). `all ranges`: none are left out (the Making Data Count workbooks). P and U charts have no
 * moving ranges.
 */
export type Screening = 'screened' | 'all ranges' | 'no ranges'

/** The rules of Making Data Count that a point may break. */
export type SpcRule = 'outside limits' | 'run of seven' | 'trend of seven' | 'two of three'

export type Side = 'high' | 'low'

/** What the rules say of a month, and so of the way things are going. */
export const VARIATIONS = [
  'improving high',
  'improving low',
  'concerning high',
  'concerning low',
  'neither high',
  'neither low',
  'common cause',
  'not enough',
] as const
export type Variation = (typeof VARIATIONS)[number]

/** Whether a target is reached, by where the limits lie. */
export const ASSURANCES = ['hits', 'hit or miss', 'misses', 'no target', 'not enough'] as const
export type Assurance = (typeof ASSURANCES)[number]

/** The limits that hold for one month. */
export interface PointLimits {
  readonly mean: number
  readonly lower: number
  readonly upper: number
}

export interface SpcPoint {
  readonly month: string
  /** `null` for a gap. */
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** `null` where the phase has too few months for limits, and on gaps of a P or U chart. */
  readonly limits: PointLimits | null
  readonly rules: readonly SpcRule[]
  /** What the rules that are broken say of this month; common cause when none is. */
  readonly variation: Variation
}

export interface SpcPhase {
  readonly from: string
  readonly to: string
  /** Why limits begin anew here; `null` for the first phase. */
  readonly reason: string | null
  readonly measured: number
  /** How many measured months the mean and the limits rest on. */
  readonly restsOn: number
  readonly mean: number | null
  /** Moving ranges on which the limits rest, and how many were screened out. 0 on P and U charts. */
  readonly ranges: number
  readonly screenedOut: number
  /** Fewer than 12 months: the limits will still move, and are called trial limits. */
  readonly trial: boolean
}

export interface SpcChart {
  readonly kind: 'XmR' | 'P' | 'U'
  readonly screening: Screening
  readonly better: Better
  readonly target: number | null
  /** The month from which the target holds; `null` where it holds for all of them. */
  readonly targetFrom: string | null
  readonly points: readonly SpcPoint[]
  readonly phases: readonly SpcPhase[]
  /** What the newest measured month says. */
  readonly variation: Variation
  readonly assurance: Assurance
  /** The month on which variation and assurance rest; `null` when nothing was measured. */
  readonly judgedAt: string | null
  readonly gaps: number
}

/** From this many months limits are settled (NHS-R Community, NHSRplotthedots, "Number of points required"). */
export const SETTLED_MONTHS = 12
