import { rangeOfShown, toldByResults } from './results.ts'
import { countsIn, measuresIn, type Sent, tablesIn } from './sent.ts'
import { createSolver, type Range, type Sum } from './solver.ts'
import { sumsOfMeasures, sumsOfTable } from './sums.ts'

/**
 * Somebody who was sent the .json file of a report and wants the numbers it hides. They have the file and what it prints
 * of its rule, know how such tables add up, and trust nothing else: no code of the guard is used here.
 */

const FAR = 1_000_000

export interface Told {
  readonly id: string
  /** The values that the reader cannot rule out: the least and the greatest. */
  readonly least: number
  readonly most: number
  readonly how: 'one value' | 'neighbours'
}

export interface Reading {
  readonly told: readonly Told[]
  /** Hidden counts of which the search came to no end. */
  readonly gaveUp: number
  readonly hidden: number
}

const highestSmall = (rule: string): number => (rule === 'hide-1-to-5' ? 5 : 7)

/** How far in from the end of a range the first possible value is looked for. */
const STEPS_IN = 40

/** The least and the greatest value of a cell that some solution has, or that was not ruled out. */
const possibleEnds = (
  solver: ReturnType<typeof createSolver>,
  id: string,
  { low, high }: Range,
): Range & { readonly gaveUp: boolean } => {
  let gaveUp = false
  const firstFrom = (start: number, step: number): number => {
    for (let value = start, left = STEPS_IN; value >= low && value <= high && left > 0; value += step, left -= 1) {
      const answer = solver.canBe(id, value)
      if (answer === 'impossible') continue
      gaveUp ||= answer === 'gave-up'
      return value
    }
    gaveUp = true
    return start
  }
  return { low: firstFrom(low, 1), high: firstFrom(high, -1), gaveUp }
}

/** Figures, sums and results of the sent files, all at once. */
const attack = (
  files: readonly Sent[],
  daggerFrom: (sent: Sent) => number,
  extra: readonly Sum[] = [],
): Reading | null => {
  const domains = new Map<string, Range>()
  const marks = new Map<string, { why: string; rule: string }>()
  const narrowTo = (id: string, range: Range): void => {
    const now = domains.get(id) ?? { low: 0, high: FAR }
    domains.set(id, { low: Math.max(now.low, range.low), high: Math.min(now.high, range.high) })
  }
  const sums = [...extra]
  for (const sent of files) {
    const rule = sent.smallNumbers
    for (const { id, state, value = 0, why = 'protect' } of countsIn(sent)) {
      if (state === 'shown') narrowTo(id, rangeOfShown(value, rule))
      else {
        narrowTo(id, why === 'small' ? { low: 1, high: highestSmall(rule) } : { low: daggerFrom(sent), high: FAR })
        marks.set(id, { why, rule })
      }
    }
    for (const [id, range] of toldByResults(sent)) narrowTo(id, range)
    const tables = tablesIn(sent)
    sums.push(...tables.flatMap(sumsOfTable), ...sumsOfMeasures(measuresIn(sent), tables))
  }
  for (const { terms } of sums) for (const [id] of terms) if (!domains.has(id)) domains.set(id, { low: 0, high: FAR })
  if ([...domains.values()].some(({ low, high }) => low > high)) return null
  const solver = createSolver(domains, sums)
  const narrowed = solver.narrowed()
  if (narrowed === null) return null
  const told: Told[] = []
  let gaveUp = 0
  for (const [id, { rule }] of marks) {
    const range = narrowed.get(id)
    if (range === undefined) continue
    const { low: least, high: most, gaveUp: noEnd } = possibleEnds(solver, id, range)
    if (noEnd) gaveUp += 1
    if (least === most) told.push({ id, least, most, how: 'one value' })
    else if (most <= highestSmall(rule) && least >= 1 && most - least < 2)
      told.push({ id, least, most, how: 'neighbours' })
  }
  return { told, gaveUp, hidden: marks.size }
}

/**
 * What a reader works out of hidden counts: those left with one value, and small ones left with two neighbours.
 * They first take a dagger at its word (another count than a small one, and no nought, which would be shown); where
 * nothing fits that, they take it for any count from 1.
 */
export const readReport = (sent: Sent): Reading =>
  attack([sent], ({ smallNumbers }) => highestSmall(smallNumbers) + 1) ??
  attack([sent], () => 1) ?? { told: [], gaveUp: 0, hidden: 0 }

/** As `readReport`, by a reader who takes a dagger for any count from 1. */
export const readWarily = (sent: Sent): Reading => attack([sent], () => 1) ?? { told: [], gaveUp: 0, hidden: 0 }
