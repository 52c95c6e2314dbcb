/**
 * Small-number control against readers who take part in a report: each knows some of its figures exactly, whatever is
 * hidden there, and could take them off a total to come at a neighbour's.
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
import { ANY_COUNT, createGuard, type GuardCell, protectCell, WIDTH_OF_SMALL } from './disclosure-guard.ts'

/** A report whose figures are guarded already from whoever only reads it. */
interface Guarded {
  readonly figures: readonly Figure[]
  readonly relations: readonly SumRelation[]
  readonly rule: SmallNumberRule
  readonly outcomes: ReadonlyMap<string, FigureOutcome>
}

const cellFor = (
  { outcomes, rule }: Guarded,
  known: ReadonlySet<string>,
  owned: ReadonlySet<string>,
  figure: Figure,
): GuardCell => {
  const { id, value, atLeast = 0 } = figure
  const exact = { low: value, high: value }
  if (known.has(id)) return { id, value, state: 'given', domain: exact, outer: exact, width: 0 }
  const cell = cellOfOutcome(figure, outcomes, rule)
  const mustHide = cell.state !== 'shown' && isSmallCount(value, rule) && owned.has(id)
  return { ...cell, outer: { ...ANY_COUNT, low: atLeast }, width: mustHide ? WIDTH_OF_SMALL : 0 }
}

/** Hides more of what this one reader does not know, until no small count of the others can be worked out by them. */
const hideFromOne = function* (
  guarded: Guarded,
  known: ReadonlySet<string>,
  owned: ReadonlySet<string>,
): Generator<void, ReadonlyMap<string, FigureOutcome>, void> {
  const { figures, relations, rule, outcomes } = guarded
  const guard = createGuard(
    figures.map((figure) => cellFor(guarded, known, owned, figure)),
    relations,
    highestHidden(rule),
  )
  for (const cell of figures.keys()) {
    if ((guard.widths[cell] ?? 0) === 0) continue
    yield* protectCell(guard, cell)
    yield
  }
  // What this reader knows was not hidden here, and stays as it was.
  const theirs = [...outcomes].filter(([id]) => known.has(id))
  return new Map([...outcomesOf(guard, figures, rule), ...theirs])
}

/**
 * Hides more figures until none of the insiders can work out a small count of another from the report and what they know
 * of themselves, stopping after each step. What others can work out is not more than what an insider can.
 * @param insiders for each of them the ids of the figures that they know exactly
 */
export const hideFromInsidersInSteps = function* (
  guarded: Guarded,
  insiders: readonly (readonly string[])[],
): Generator<void, ReadonlyMap<string, FigureOutcome>, void> {
  const owned = new Set(insiders.flat())
  let { outcomes } = guarded
  for (const own of insiders) outcomes = yield* hideFromOne({ ...guarded, outcomes }, new Set(own), owned)
  return outcomes
}
