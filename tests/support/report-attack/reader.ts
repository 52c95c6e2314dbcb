import { FAR, highestSmall, rangeOfShown, toldByResults } from './results.ts'
import { countsIn, type Sent } from './sent.ts'
import { createSolver } from './solver.ts'
import { sumsOf } from './sums.ts'
import type { Range, Sum } from './system.ts'

/**
 * Somebody who was sent the .json file of a report and wants the numbers it hides. They have the file and what it prints
 * of its rule, know how such tables add up, and trust nothing else: no code of the guard is used here.
 */

export interface Told {
  readonly id: string
  /** The values that the reader cannot rule out: the least and the greatest. */
  readonly least: number
  readonly most: number
  readonly how: 'one value' | 'neighbours'
}

export interface Reading {
  readonly told: readonly Told[]
  /** Counts of which the search came to no end. */
  readonly gaveUp: number
  /** Counts that were attacked, and of them those that stand in the file under a mark. */
  readonly unseen: number
  readonly hidden: number
}

/** A hidden count is told where the values that nobody can rule out lie no further apart than neighbours. */
const APART = 2

type Solver = ReturnType<typeof createSolver>

/** The least and the greatest value of a cell, where they are neighbours at most; null for a cell that stays hidden. */
const endsOf = (solver: Solver, id: string): Range | null | 'gave-up' => {
  const first = solver.seen(id)
  const range = solver.narrowed(id)
  if (first === null || range === null) return 'gave-up'
  if (first.high - first.low >= APART) return null
  const above = solver.canBe(id, first.low + APART, range.high)
  if (above === 'possible') return null
  const below = solver.canBe(id, range.low, first.high - APART)
  if (below === 'possible') return null
  if (above === 'gave-up' || below === 'gave-up') return 'gave-up'
  const one = solver.seen(id) ?? first
  if (one.high > one.low) return one
  const [up, down] = [solver.canBe(id, one.high + 1), solver.canBe(id, one.low - 1)]
  if (up === 'gave-up' || down === 'gave-up') return 'gave-up'
  const { low, high } = solver.seen(id) ?? one
  return high - low >= APART ? null : { low, high }
}

/** Figures, sums and results of a sent file, all at once: what a reader holds who read every word. */
interface Held {
  readonly domains: ReadonlyMap<string, Range>
  readonly sums: readonly Sum[]
  /** Counts that are hidden, or printed nowhere and known to be there by their sums. */
  readonly unseen: ReadonlyMap<string, { readonly isPrinted: boolean }>
  readonly rule: string
}

/** @param least the least count that a dagger is taken to stand for. */
export const heldBy = (sent: Sent, least: number): Held => {
  const domains = new Map<string, Range>()
  const unseen = new Map<string, { readonly isPrinted: boolean }>()
  const rule = sent.smallNumbers
  const narrowTo = (id: string, range: Range): void => {
    const now = domains.get(id) ?? { low: 0, high: FAR }
    domains.set(id, { low: Math.max(now.low, range.low), high: Math.min(now.high, range.high) })
  }
  const sums = sumsOf(sent)
  for (const { terms } of sums) for (const [id] of terms) unseen.set(id, { isPrinted: false })
  for (const { id, state, value = 0, why } of countsIn(sent)) {
    if (state === 'shown') {
      unseen.delete(id)
      narrowTo(id, rangeOfShown(value, rule))
      continue
    }
    unseen.set(id, { isPrinted: true })
    narrowTo(id, why === 'small' ? { low: 1, high: highestSmall(rule) } : { low: least, high: FAR })
  }
  for (const [id, range] of toldByResults(sent, least)) narrowTo(id, range)
  for (const id of unseen.keys()) if (!domains.has(id)) domains.set(id, { low: 0, high: FAR })
  return { domains, sums, unseen, rule }
}

/** What is told by all that a reader holds; null where nothing fits it. */
const attack = ({ domains, sums, unseen, rule }: Held): Reading | null => {
  const solver = createSolver(domains, sums)
  if (solver.fits === 'impossible') return null
  const told: Told[] = []
  let gaveUp = 0
  for (const [id, { isPrinted }] of unseen) {
    const ends = endsOf(solver, id)
    if (ends === null) continue
    if (ends === 'gave-up') {
      gaveUp += 1
      continue
    }
    const { low: least, high: most } = ends
    const isSmall = most <= highestSmall(rule) && least >= 1
    // What is printed nowhere is nobody's secret unless it is small: a nought or a great count may be worked out.
    if (!isPrinted && !isSmall) continue
    if (least === most) told.push({ id, least, most, how: 'one value' })
    else if (isSmall) told.push({ id, least, most, how: 'neighbours' })
  }
  return { told, gaveUp, unseen: unseen.size, hidden: [...unseen.values()].filter(({ isPrinted }) => isPrinted).length }
}

/**
 * What a reader works out of hidden counts: those left with one value, and small ones left with two neighbours.
 * They first take a dagger at its word (another count than a small one, and no nought, which would be shown); where
 * nothing fits that, they take it for any count from 1.
 */
export const readReport = (sent: Sent): Reading =>
  attack(heldBy(sent, highestSmall(sent.smallNumbers) + 1)) ?? readWarily(sent)

/**
 * As `readReport`, by a reader who takes a dagger for any count from 1.
 * @throws Error where nothing fits what they hold: the report contradicts itself, or the reader is wrong about it.
 */
export const readWarily = (sent: Sent): Reading => {
  const reading = attack(heldBy(sent, 1))
  if (reading === null) throw new Error('No counts fit what the report says')
  return reading
}
