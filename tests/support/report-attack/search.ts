import { type Bounds, type Budget, copyOf, isOpen, narrow, type System } from './system.ts'

/** `null` for what was searched through without a solution, `gave-up` where the budget ended first. */
export type Found = Int32Array | null | 'gave-up'

interface Task {
  readonly system: System
  readonly cells: readonly number[]
  /** Values that are tried first: those of a solution nearby. */
  readonly like: Int32Array
  /** How often each equation was in the way: cells of those are settled first. */
  readonly weights: Float64Array
  readonly budget: Budget
}

/** The cell with the fewest values for the trouble that its equations made. */
const nextCell = ({ system, cells, weights }: Task, bounds: Bounds): number | null => {
  let chosen: number | null = null
  let best = Number.POSITIVE_INFINITY
  for (const cell of cells) {
    if (!isOpen(bounds, cell)) continue
    let weight = 1
    for (const index of system.equationsOf[cell] ?? []) weight += weights[index] ?? 0
    const score = ((bounds.high[cell] ?? 0) - (bounds.low[cell] ?? 0)) / weight
    if (score >= best) continue
    best = score
    chosen = cell
  }
  return chosen
}

/** The value tried first, then what lies around it, nearest first: as wide again as what is nearer together. */
const partsOf = (low: number, high: number, like: number): (readonly [low: number, high: number])[] => {
  const value = Math.min(Math.max(like, low), high)
  const parts: (readonly [number, number])[] = [[value, value]]
  for (let near = value + 1, width = 1; near <= high; near += width, width *= 4)
    parts.push([near, Math.min(high, near + width - 1)])
  for (let near = value - 1, width = 1; near >= low; near -= width, width *= 4)
    parts.push([Math.max(low, near - width + 1), near])
  return parts.toSorted(([, a], [, b]) => Math.abs(a - value) - Math.abs(b - value))
}

const settle = (task: Task, bounds: Bounds): Found => {
  if (task.budget.left < 0) return 'gave-up'
  const cell = nextCell(task, bounds)
  if (cell === null) return bounds.low.slice()
  let gaveUp = false
  for (const [low, high] of partsOf(bounds.low[cell] ?? 0, bounds.high[cell] ?? 0, task.like[cell] ?? 0)) {
    const next = copyOf(bounds)
    next.low[cell] = low
    next.high[cell] = high
    const inTheWay = narrow(task.system, next, task.system.equationsOf[cell] ?? [], task.budget)
    if (inTheWay !== null) {
      task.weights[inTheWay] = (task.weights[inTheWay] ?? 0) + 1
      continue
    }
    const found = settle(task, next)
    if (found === 'gave-up') gaveUp = true
    else if (found !== null) return found
    if (task.budget.left < 0) return 'gave-up'
  }
  return gaveUp ? 'gave-up' : null
}

/**
 * Looks through every value of `cells` within bounds that are narrowed already; all other cells stay at their least.
 * @param looks how many looks at equations it may have before it gives up.
 */
export const searchAll = (
  system: System,
  bounds: Bounds,
  cells: readonly number[],
  like: Int32Array,
  looks: number,
): Found =>
  settle({ system, cells, like, weights: new Float64Array(system.equations.length), budget: { left: looks } }, bounds)
