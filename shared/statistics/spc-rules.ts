import type { Better, PointLimits, Side, SpcRule, Variation } from './spc-types.ts'

/** How many months in a row make a run or a trend (NHS England, Making Data Count). */
const IN_A_ROW = 7

/** One month of one phase, as the rules see it: its limits may be missing, its value may not. */
export interface Measured {
  readonly value: number
  readonly mean: number
  readonly limits: PointLimits | null
  /** A third of the way from the mean to a limit that is not cut at 0 or 1; `null` without limits. */
  readonly sigma: number | null
}

export interface Broken {
  readonly rule: SpcRule
  readonly side: Side
}

/** Closer than this to a line, for its size, is on it: what is left after rounding must not look like a signal. */
const ON_THE_LINE = 1e-9

function sideOf(value: number, line: number): Side | null {
  if (Math.abs(value - line) <= ON_THE_LINE * Math.max(Math.abs(value), Math.abs(line))) return null
  return value > line ? 'high' : 'low'
}

function outside({ value, limits }: Measured): Side | null {
  if (limits === null) return null
  if (sideOf(value, limits.upper) === 'high') return 'high'
  return sideOf(value, limits.lower) === 'low' ? 'low' : null
}

function beyondTwoSigma({ value, mean, sigma }: Measured): Side | null {
  if (sigma === null) return null
  if (sideOf(value, mean + 2 * sigma) === 'high') return 'high'
  return sideOf(value, mean - 2 * sigma) === 'low' ? 'low' : null
}

/** Every window of `size` neighbours without a gap, with the place of its first month. */
function windows(months: readonly (Measured | null)[], size: number): { first: number; of: Measured[] }[] {
  return months.flatMap((_, first) => {
    const of = months.slice(first, first + size).filter((month) => month !== null)
    return of.length === size ? [{ first, of }] : []
  })
}

function sameSide(sides: readonly (Side | null)[]): Side | null {
  const [first] = sides
  return first !== undefined && sides.every((side) => side === first) ? first : null
}

/**
 * Which rules each month of one phase breaks. `null` stands for a gap: a run, a trend or two of three never reaches
 * over one, because nobody knows what happened there.
 *
 * Two of three: two of three neighbours beyond two sigma, with all three on one side of the mean; only those beyond two
 * sigma are marked, and one beyond the limit counts as beyond two sigma (Making Data Count, from November 2023).
 */
export function brokenRules(months: readonly (Measured | null)[]): Broken[][] {
  const broken: Broken[][] = months.map(() => [])
  const mark = (at: number, rule: SpcRule, side: Side | null): void => {
    if (side !== null && !broken[at]?.some((one) => one.rule === rule && one.side === side)) {
      broken[at]?.push({ rule, side })
    }
  }
  for (const [at, month] of months.entries()) if (month !== null) mark(at, 'outside limits', outside(month))
  for (const { first, of } of windows(months, IN_A_ROW)) {
    const run = sameSide(of.map(({ value, mean }) => sideOf(value, mean)))
    const steps = of.slice(1).map(({ value }, index) => sideOf(value, of[index]?.value ?? value))
    const trend = sameSide(steps)
    for (let step = 0; step < IN_A_ROW; step += 1) {
      mark(first + step, 'run of seven', run)
      mark(first + step, 'trend of seven', trend)
    }
  }
  for (const { first, of } of windows(months, 3)) {
    const side = sameSide(of.map(({ value, mean }) => sideOf(value, mean)))
    const far = of.map((month) => side !== null && beyondTwoSigma(month) === side)
    if (far.filter(Boolean).length < 2) continue
    for (const [index, isFar] of far.entries()) if (isFar) mark(first + index, 'two of three', side)
  }
  return broken
}

/**
 * What a month's broken rules come to. A trend has the side it moves to, the others the side they lie on. Where one
 * rule speaks of improvement and another of concern, improvement is shown, as the Making Data Count workbooks do; where
 * neither way is better, where the month lies goes before where it moves to.
 */
export function variationOf(broken: readonly Broken[], better: Better): Variation {
  const [first] = broken
  if (first === undefined) return 'common cause'
  if (better === 'neither') {
    const side = (broken.find(({ rule }) => rule !== 'trend of seven') ?? first).side
    return `neither ${side}`
  }
  const good: Side = better === 'higher' ? 'high' : 'low'
  if (broken.some(({ side }) => side === good)) return `improving ${good}`
  return `concerning ${good === 'high' ? 'low' : 'high'}`
}
