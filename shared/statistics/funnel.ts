import { binomialAtMost, poissonAtMost, zOfConfidence } from './distributions.ts'
import type { Interval } from './interval.ts'
import { sum } from './sums.ts'

/**
 * Funnel plots: how far from the centre a practice of a given size may lie by chance alone.
 * Source: Spiegelhalter (2005) Funnel plots for comparing institutional performance, Statistics in Medicine
 * 24:1185-1202. Limits are not widened for overdispersion, and every plot says so: with many large practices more lie
 * outside than chance explains, because the people whom they look after differ.
 */

/** `exact`: binomial or Poisson limits, joined between whole counts. `normal`: the approximation of OHID's Fingertips. */
export type FunnelMethod = 'exact' | 'normal'

/** People with something, of all people; or events among people or person-years. */
export type FunnelKind = 'proportion' | 'rate'

export interface FunnelLimits {
  readonly denominator: number
  readonly limits95: Interval
  readonly limits998: Interval
}

/** Where a point lies: within what chance explains, beyond the 95% limits, or beyond the 99.8% limits as well. */
export type FunnelPlace = 'inside' | 'above 95' | 'below 95' | 'above 99.8' | 'below 99.8'

const HIGHEST = { proportion: 1, rate: Number.POSITIVE_INFINITY } as const

/**
 * The smallest count whose probability of being reached or stayed under is more than `share`, moved back by the part
 * of it that is too much: Spiegelhalter's way to join whole counts, section A.1.1.
 */
function joinedCount(atMost: (count: number) => number, share: number, most: number): number {
  let below = -1
  let reached = 1
  while (reached < most && atMost(reached) <= share) reached = Math.min(most, reached * 2)
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2)
    if (atMost(middle) > share) reached = middle
    else below = middle
  }
  const upTo = atMost(reached)
  return reached - (upTo - share) / (upTo - atMost(reached - 1))
}

function exactLimits(kind: FunnelKind, centre: number, denominator: number, confidence: number): Interval {
  const expected = centre * denominator
  const atMost =
    kind === 'proportion'
      ? (count: number) => binomialAtMost(count, denominator, centre)
      : (count: number) => poissonAtMost(count, expected)
  const most = kind === 'proportion' ? denominator : Number.MAX_SAFE_INTEGER
  const tail = (1 - confidence) / 2
  return {
    lower: Math.max(0, joinedCount(atMost, tail, most) / denominator),
    upper: Math.min(HIGHEST[kind], joinedCount(atMost, 1 - tail, most) / denominator),
  }
}

function normalLimits(kind: FunnelKind, centre: number, denominator: number, confidence: number): Interval {
  const variance = (kind === 'proportion' ? centre * (1 - centre) : centre) / denominator
  const spread = zOfConfidence(confidence) * Math.sqrt(variance)
  return { lower: Math.max(0, centre - spread), upper: Math.min(HIGHEST[kind], centre + spread) }
}

/**
 * The 95% and 99.8% limits around `centre` for each denominator.
 * @param centre a proportion from 0 to 1, or events for each of the denominator.
 * @throws RangeError for a proportion outside 0 to 1, a rate below 0, a denominator not above 0, or one that is not a
 * whole number where exact limits of a proportion are asked for.
 */
export function funnelLimits(
  kind: FunnelKind,
  method: FunnelMethod,
  centre: number,
  denominators: readonly number[],
): FunnelLimits[] {
  if (!(centre >= 0 && centre <= HIGHEST[kind])) throw new RangeError('The centre of a funnel is a share or a rate')
  const limits = method === 'exact' ? exactLimits : normalLimits
  return denominators.map((denominator) => {
    if (!(denominator > 0)) throw new RangeError('A denominator is more than 0')
    if (method === 'exact' && kind === 'proportion' && !Number.isSafeInteger(denominator)) {
      throw new RangeError('An exact proportion has a whole number of people')
    }
    // Where nobody or everybody counts there is nothing that chance could change.
    if (centre === 0 || (kind === 'proportion' && centre === 1)) {
      const only = { lower: centre, upper: centre }
      return { denominator, limits95: only, limits998: only }
    }
    return {
      denominator,
      limits95: limits(kind, centre, denominator, 0.95),
      limits998: limits(kind, centre, denominator, 0.998),
    }
  })
}

/** Where a value lies by the limits of its own denominator. On a limit is inside it. */
export function funnelPlace(value: number, { limits95, limits998 }: FunnelLimits): FunnelPlace {
  if (value > limits998.upper) return 'above 99.8'
  if (value < limits998.lower) return 'below 99.8'
  if (value > limits95.upper) return 'above 95'
  return value < limits95.lower ? 'below 95' : 'inside'
}

/** One practice: its key, and its own numerator and denominator. */
export interface FunnelEntry {
  readonly key: string
  readonly numerator: number
  readonly denominator: number
}

export interface FunnelPoint extends FunnelEntry, FunnelLimits {
  readonly value: number
  readonly place: FunnelPlace
}

export interface Funnel {
  readonly kind: FunnelKind
  readonly method: FunnelMethod
  /** All numerators over all denominators: the pooled figure, not the mean of the practices' own. */
  readonly centre: number
  readonly points: readonly FunnelPoint[]
  /** Keys of entries without a denominator, for which nothing can be drawn. */
  readonly leftOut: readonly string[]
  readonly overdispersion: 'not corrected'
}

/**
 * A whole funnel around the pooled figure of its own entries, or around a centre that is given, such as a region's.
 * `null` when no entry has a denominator. Errors as `funnelLimits`, and for a proportion of more than all.
 */
export function funnel(
  kind: FunnelKind,
  method: FunnelMethod,
  entries: readonly FunnelEntry[],
  givenCentre?: number,
): Funnel | null {
  const drawn = entries.filter(({ denominator }) => denominator > 0)
  if (drawn.some(({ numerator, denominator }) => numerator < 0 || (kind === 'proportion' && numerator > denominator))) {
    throw new RangeError('A numerator lies between 0 and its denominator')
  }
  if (drawn.length === 0) return null
  const pooled = sum(drawn.map(({ numerator }) => numerator)) / sum(drawn.map(({ denominator }) => denominator))
  const centre = givenCentre ?? pooled
  const limits = funnelLimits(
    kind,
    method,
    centre,
    drawn.map(({ denominator }) => denominator),
  )
  return {
    kind,
    method,
    centre,
    points: drawn.flatMap((entry, index) => {
      const own = limits[index]
      const value = entry.numerator / entry.denominator
      return own === undefined ? [] : [{ ...entry, ...own, value, place: funnelPlace(value, own) }]
    }),
    leftOut: entries.filter(({ denominator }) => !(denominator > 0)).map(({ key }) => key),
    overdispersion: 'not corrected',
  }
}

/**
 * Whole denominators from the smallest to the largest, evenly apart, for the lines of a funnel.
 * @throws RangeError when there are fewer than two steps.
 */
export function funnelGrid(smallest: number, largest: number, steps: number): number[] {
  if (steps < 2) throw new RangeError('A grid has two steps or more')
  const first = Math.max(1, Math.floor(smallest))
  const apart = (Math.max(first, Math.ceil(largest)) - first) / (steps - 1)
  return [...new Set(Array.from({ length: steps }, (_, step) => Math.round(first + apart * step)))]
}
