import type { Estimate } from '#shared/statistics/interval.ts'
import { proportionWithInterval } from '#shared/statistics/proportions.ts'

/**
 * What a definition says of one person, or of one diagnosis, at one time.
 *
 * outside: the definition does not ask about them. excluded: always out of the denominator. adjusted: out of it for a
 * reason such as having said no (a personalised care adjustment). counted: in the denominator, and in the numerator
 * where it is met. undecided: the days that a vague date may mean do not all give the same answer, so none is given;
 * whoever is undecided stands beside the figures and in none of them.
 */
export type Standing =
  | { readonly is: 'outside' }
  | { readonly is: 'excluded' | 'adjusted'; readonly reason: string }
  | { readonly is: 'counted'; readonly met: boolean }
  | { readonly is: 'undecided'; readonly reason: 'vague-date' }

export const OUTSIDE: Standing = { is: 'outside' }
export const MET: Standing = { is: 'counted', met: true }
export const NOT_MET: Standing = { is: 'counted', met: false }
export const UNDECIDED: Standing = { is: 'undecided', reason: 'vague-date' }

const reasonOf = (standing: Standing): string | null => ('reason' in standing ? standing.reason : null)

/** Whether two standings say the same, reason and all. */
export const isSameStanding = (a: Standing, b: Standing): boolean =>
  a.is === b.is && reasonOf(a) === reasonOf(b) && (a.is === 'counted' && b.is === 'counted' ? a.met === b.met : true)

/** What people stand in, as figures and lists name it: `met`, `not-met`, or the standing. */
export const GROUPS = ['met', 'not-met', 'adjusted', 'excluded', 'undecided'] as const
export type Group = (typeof GROUPS)[number]

/** The group of a standing; `null` outside. */
export const groupOf = (standing: Standing): Group | null => {
  if (standing.is === 'outside') return null
  if (standing.is === 'counted') return standing.met ? 'met' : 'not-met'
  return standing.is
}

/**
 * What is published of an indicator. Source: fields NUMERATOR, DENOMINATOR, PCA_COUNT, DEN_PLUS_PCA and PRI of the QOF
 * publications; that the adjusted stand in PRI's denominator is from memory and unverified.
 */
export interface FiveNumbers {
  readonly numerator: number
  readonly denominator: number
  readonly adjustments: number
  readonly denominatorPlusAdjustments: number
  /** Numerator of the denominator plus adjustments: the percentage receiving. */
  readonly receiving: Estimate | null
}

export interface ReasonCount {
  readonly is: 'excluded' | 'adjusted'
  readonly reason: string
  readonly count: number
}

/** Everybody whom a definition asks about, counted. */
export interface Tally extends FiveNumbers {
  /** Numerator of the denominator: what payment was judged by. */
  readonly achieved: Estimate | null
  readonly excluded: number
  /** Left to vague dates: in no other number. */
  readonly undecided: number
  readonly reasons: readonly ReasonCount[]
}

/** Counts standings. Reasons come in the order in which they were first met; callers put them in the rule's. */
export const tallyOf = (standings: Iterable<Standing>): Tally => {
  let numerator = 0
  let denominator = 0
  let undecided = 0
  const left = { excluded: new Map<string, number>(), adjusted: new Map<string, number>() }
  for (const standing of standings) {
    if (standing.is === 'outside') continue
    if (standing.is === 'undecided') undecided += 1
    else if (standing.is === 'counted') {
      denominator += 1
      if (standing.met) numerator += 1
    } else left[standing.is].set(standing.reason, (left[standing.is].get(standing.reason) ?? 0) + 1)
  }
  const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0)
  const adjustments = sum(left.adjusted)
  return {
    numerator,
    denominator,
    adjustments,
    denominatorPlusAdjustments: denominator + adjustments,
    receiving: proportionWithInterval(numerator, denominator + adjustments),
    achieved: proportionWithInterval(numerator, denominator),
    excluded: sum(left.excluded),
    undecided,
    reasons: (['excluded', 'adjusted'] as const).flatMap((is) =>
      [...left[is]].map(([reason, count]) => ({ is, reason, count })),
    ),
  }
}
