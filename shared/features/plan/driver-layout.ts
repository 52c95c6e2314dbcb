import type { Driver } from './schema.ts'

/** A box of the driver diagram where it is drawn. */
export interface DriverBox {
  readonly driver: Driver
  /** By its kind, from 0: the aim. */
  readonly column: number
  /** Middle of the box, in rows from the top: a box stands beside the middle of what leads to it. */
  readonly row: number
  /** Boxes that lead to this one, from the top down. */
  readonly children: readonly string[]
}

export interface DriverLayout {
  /** In the order in which they are read: each box before those that lead to it. */
  readonly boxes: readonly DriverBox[]
  readonly rows: number
}

/** From what is wanted to what is done for it (Institute for Healthcare Improvement, driver diagrams). */
export const DRIVER_KINDS = [
  { code: 'aim', label: 'Aim', adds: ['primary'] },
  { code: 'primary', label: 'Primary driver', adds: ['secondary', 'idea'] },
  { code: 'secondary', label: 'Secondary driver', adds: ['idea'] },
  { code: 'idea', label: 'Idea', adds: [] },
] as const satisfies readonly { code: Driver['kind']; label: string; adds: readonly Driver['kind'][] }[]

const byPosition = (a: Driver, b: Driver): number => a.position - b.position || a.id.localeCompare(b.id)

/**
 * Where the boxes of a driver diagram stand: the aim at the left, its drivers to the right, one row for each box that
 * nothing leads to. A box whose parent is gone begins a tree of its own, so that no box is lost.
 */
export const driverLayout = (drivers: readonly Driver[]): DriverLayout => {
  const known = new Set(drivers.map(({ id }) => id))
  const parentOf = ({ parentId }: Driver): string | null => (parentId !== null && known.has(parentId) ? parentId : null)
  const under = Map.groupBy(drivers.toSorted(byPosition), parentOf)
  const boxes: DriverBox[] = []
  const placed = new Set<string>()
  let rows = 0
  const place = (driver: Driver): number => {
    const column = DRIVER_KINDS.findIndex(({ code }) => code === driver.kind)
    placed.add(driver.id)
    const at = boxes.push({ driver, column, row: 0, children: [] }) - 1
    const own = (under.get(driver.id) ?? []).filter(({ id }) => !placed.has(id))
    const places = own.map(place)
    const [first, last] = [places[0], places.at(-1)]
    const row = first === undefined || last === undefined ? rows++ : (first + last) / 2
    boxes[at] = { driver, column, row, children: own.map(({ id }) => id) }
    return row
  }
  for (const root of under.get(null) ?? []) place(root)
  // What leads to itself by a round about way hangs on nothing and would not be reached.
  for (const driver of drivers) if (!placed.has(driver.id)) place(driver)
  return { boxes, rows }
}

/** The box that an arrow key leads to; `null` where there is none that way. Up and down go to the nearest in the column. */
export const nextDriver = ({ boxes }: DriverLayout, from: string, key: string): string | null => {
  const here = boxes.find(({ driver }) => driver.id === from)
  if (here === undefined) return null
  if (key === 'ArrowRight') return here.children[0] ?? null
  if (key === 'ArrowLeft') return boxes.find(({ children }) => children.includes(from))?.driver.id ?? null
  const column = boxes.filter((box) => box.column === here.column).toSorted((a, b) => a.row - b.row)
  const at = column.indexOf(here)
  const next = key === 'ArrowDown' ? column[at + 1] : key === 'ArrowUp' ? column[at - 1] : undefined
  return next?.driver.id ?? null
}
