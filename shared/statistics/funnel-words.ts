import type { Funnel, FunnelPlace } from './funnel.ts'

/** Where a point of a funnel lies, in words. */
export const FUNNEL_PLACE_WORDS: Readonly<Record<FunnelPlace, string>> = {
  inside: 'within what chance explains',
  'above 95': 'above the 95% limit',
  'below 95': 'below the 95% limit',
  'above 99.8': 'above the 99.8% limit',
  'below 99.8': 'below the 99.8% limit',
}

/** How the limits were worked out and what was not done, for the foot of a funnel. */
export function funnelSentence({ kind, method }: Pick<Funnel, 'kind' | 'method'>): string {
  const exact = kind === 'proportion' ? 'exact binomial limits' : 'exact Poisson limits'
  const how = method === 'exact' ? exact : 'limits by the normal approximation'
  return `Funnel plot: ${how}. About 1 practice in 20 lies outside the 95% limits, and 1 in 500 outside the 99.8% limits, by chance alone. Overdispersion is not corrected, so more may lie outside only because the people whom practices look after differ.`
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A, B … Z, AA, AB …: what a point is called where names are not shown. */
export function letterOf(place: number): string {
  const last = LETTERS.charAt(place % LETTERS.length)
  return place < LETTERS.length ? last : letterOf(Math.floor(place / LETTERS.length) - 1) + last
}
