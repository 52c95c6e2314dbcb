import { type Bounds, isOpen, type System } from './system.ts'

/** Numbers from 0 to 1 that are the same in every run. */
export const createDice = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

interface Attempt {
  readonly system: System
  readonly bounds: Bounds
  readonly values: Int32Array
  /** By how much each equation that does not hold is off. */
  readonly off: Map<number, number>
  readonly moved: Set<number>
  readonly dice: () => number
  left: number
}

const move = ({ system, values, off }: Attempt, cell: number, value: number): void => {
  const change = value - (values[cell] ?? 0)
  values[cell] = value
  for (const index of system.equationsOf[cell] ?? []) {
    const equation = system.equations[index]
    const by = (off.get(index) ?? 0) + (equation?.factors[equation.cells.indexOf(cell)] ?? 0) * change
    if (by === 0) off.delete(index)
    else off.set(index, by)
  }
}

interface Move {
  readonly cell: number
  readonly value: number
  /** How many equations hold less well after it. */
  readonly cost: number
}

/** Cells that can make up for what an equation is off, wholly or as far as they go; by chance among the like. */
const movesFor = ({ system, bounds, values, moved, off, dice }: Attempt, index: number): Move[] => {
  const equation = system.equations[index]
  const by = off.get(index) ?? 0
  if (equation === undefined) return []
  return equation.cells
    .flatMap((cell, at): Move[] => {
      if (moved.has(cell) || !isOpen(bounds, cell)) return []
      const now = values[cell] ?? 0
      const factor = equation.factors[at] ?? 1
      const wanted = now - by / factor
      const value = Math.min(Math.max(Math.trunc(wanted), bounds.low[cell] ?? 0), bounds.high[cell] ?? 0)
      if (value === now) return []
      const others = (system.equationsOf[cell] ?? []).filter((other) => other !== index)
      const helped = others.filter((other) => off.has(other)).length
      return [{ cell, value, cost: others.length - 2 * helped + (value === wanted ? 0 : 2) + 1.5 * dice() }]
    })
    .toSorted((a, b) => a.cost - b.cost)
}

const mend = (attempt: Attempt): boolean => {
  let chosen: Move[] | null = null
  for (const index of attempt.off.keys()) {
    const moves = movesFor(attempt, index)
    if (chosen === null || moves.length < chosen.length) chosen = moves
    if (chosen.length === 0) return false
  }
  if (chosen === null) return true
  for (const { cell, value } of chosen) {
    attempt.left -= 1
    if (attempt.left < 0) return false
    const before = attempt.values[cell] ?? 0
    attempt.moved.add(cell)
    move(attempt, cell, value)
    if (mend(attempt)) return true
    move(attempt, cell, before)
    attempt.moved.delete(cell)
  }
  return false
}

/** By how much each equation is off. */
const offBy = ({ equations }: System, values: Int32Array): Map<number, number> =>
  new Map(
    equations.flatMap(({ cells, factors, equals }, index): [number, number][] => {
      const by = cells.reduce((sum, cell, at) => sum + (factors[at] ?? 0) * (values[cell] ?? 0), -equals)
      return by === 0 ? [] : [[index, by]]
    }),
  )

/**
 * Moves cells, each once, until every equation holds. Quick, and no proof of anything where it finds nothing.
 * @param steps how many moves may be tried.
 * @param held a cell that stays as it is.
 */
export const repaired = (
  system: System,
  bounds: Bounds,
  values: Int32Array,
  { dice, steps, held }: { readonly dice: () => number; readonly steps: number; readonly held?: number },
): Int32Array | null => {
  const attempt: Attempt = {
    system,
    bounds,
    values: values.slice(),
    off: offBy(system, values),
    moved: new Set(held === undefined ? [] : [held]),
    dice,
    left: steps,
  }
  return mend(attempt) ? attempt.values : null
}
