/**
 * Small-number control of a report that is read beside what its readers know already: reports that were sent before.
 *
 * Only small counts are held to account here: those that the report or an earlier one hides as such, and differences
 * between the two that are small. What a dagger covers is not small; that it becomes known harms nobody by itself, and
 * where it would give a small count away that one is found.
 */

import {
  cellOfOutcome,
  type Figure,
  type FigureOutcome,
  highestHidden,
  isSmallCount,
  outcomesOf,
  type SmallNumberRule,
  type SumRelation,
} from './disclosure.ts'
import {
  ANY_COUNT,
  both,
  createGuard,
  type Guard,
  type GuardCell,
  hideCell,
  isProved,
  isProvedByCases,
  isWideEnough,
  protectCell,
  squeezeAtBest,
  WIDTH_OF_SMALL,
} from './disclosure-guard.ts'
import { squeeze } from './disclosure-bounds.ts'
import { type Domain, isKnown } from './disclosure-witness.ts'
import { allSteps } from './steps.ts'

/** A count that readers know of: exactly, within a range, or only that it is one. */
export interface KnownCount {
  readonly id: string
  readonly value: number
  readonly domain: Domain
  /** A small count, which must stay hidden. */
  readonly isSmall: boolean
}

export interface Beside {
  readonly figures: readonly Figure[]
  readonly outcomes: ReadonlyMap<string, FigureOutcome>
  readonly rule: SmallNumberRule
  /** By id; one that is a figure's is the same count as that figure. */
  readonly known: readonly KnownCount[]
  /** Every sum that readers know, over figures and known counts. */
  readonly relations: readonly SumRelation[]
}

/** `known`: bounds leave too few values. `not-proved`: the search ended without an answer. */
export interface Exposure {
  readonly id: string
  readonly how: 'known' | 'not-proved'
}

/** Looks at sums, case by case, for all counts that the quick search does not prove: less than a second. */
const LOOKS_FOR_ALL = 200_000

const cellsOf = ({ figures, outcomes, rule, known }: Beside): GuardCell[] => {
  const elsewhere = new Map(known.map((count) => [count.id, count]))
  const own = figures.map((figure): GuardCell => {
    const { id, value, atLeast = 0 } = figure
    const count = elsewhere.get(id)
    elsewhere.delete(id)
    const isSmall = isSmallCount(value, rule) || count?.isSmall === true
    return {
      ...cellOfOutcome(figure, outcomes, rule),
      outer: both(count?.domain ?? ANY_COUNT, { ...ANY_COUNT, low: atLeast }),
      width: isSmall ? WIDTH_OF_SMALL : 0,
    }
  })
  const others = [...elsewhere.values()].map(({ id, value, domain, isSmall }): GuardCell => ({
    id,
    value,
    state: 'given',
    domain,
    outer: ANY_COUNT,
    width: isSmall ? WIDTH_OF_SMALL : 0,
  }))
  return [...own, ...others]
}

const guardOf = (beside: Beside): { guard: Guard; cells: GuardCell[]; small: number[] } => {
  const cells = cellsOf(beside)
  const guard = createGuard(cells, beside.relations, highestHidden(beside.rule))
  return { guard, cells, small: cells.flatMap(({ width }, cell) => (width > 0 ? [cell] : [])) }
}

/** `exposedBeside`, stopping after each small count. */
export const exposedInSteps = function* (beside: Beside): Generator<void, Exposure[], void> {
  const { guard, cells, small } = guardOf(beside)
  const spans = squeeze(guard.system)
  const cases = { bounds: spans, looks: LOOKS_FOR_ALL }
  const exposures: Exposure[] = []
  for (const cell of small) {
    const id = cells[cell]?.id ?? ''
    // Bounds are quick, and what they tell no search has to look for.
    if (!isWideEnough(guard, spans, cell)) exposures.push({ id, how: 'known' })
    else if (!isProved(guard, cell) && !isProvedByCases(guard, cases, cell)) exposures.push({ id, how: 'not-proved' })
    yield
  }
  return exposures
}

/** The small counts that a reader who holds everything can work out, or that were not proved to stay hidden. */
export const exposedBeside = (beside: Beside): Exposure[] => allSteps(exposedInSteps(beside))

/** `hideBeside`, stopping after each figure that it hides. */
export const hideInSteps = function* (beside: Beside): Generator<void, Map<string, FigureOutcome> | null, void> {
  const { guard, small } = guardOf(beside)
  const atBest = squeezeAtBest(guard)
  if (small.some((cell) => !isWideEnough(guard, atBest, cell))) return null
  for (const cell of small) {
    const domain = guard.system.domains[cell]
    // A count that an earlier report hides as small and this one shows.
    if (guard.states[cell] === 'shown' && domain !== undefined && isKnown(domain))
      hideCell(guard, cell, 'protect', WIDTH_OF_SMALL)
    if (!(yield* protectCell(guard, cell))) return null
    yield
  }
  return outcomesOf(guard, beside.figures, beside.rule)
}

/**
 * Hides more figures of the report until every small count stays hidden. @returns null where hiding figures of this
 * report alone cannot do that.
 */
export const hideBeside = (beside: Beside): Map<string, FigureOutcome> | null => allSteps(hideInSteps(beside))
