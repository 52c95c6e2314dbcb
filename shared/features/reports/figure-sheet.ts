import type { Figure, SumRelation } from '#shared/domain/disclosure.ts'

/** Days behind a median, and the figure that counts them: the median may be seen only where that count may be. */
export interface Spread {
  readonly countId: string
  readonly values: readonly number[]
}

/** Every true count of a report with the sums that hold between them. It never leaves the core as it is. */
export interface FigureSheet {
  /**
   * Adds a count. @throws RangeError for an id that is there already.
   * @param atLeast what the words of the report tell of it, hidden or not.
   */
  count(id: string, value: number, atLeast?: number): void
  /** States that a total is the sum of its parts. */
  sum(total: string, parts: readonly string[]): void
  spread(id: string, spread: Spread): void
  valueOf(id: string): number
  spreadOf(id: string): Spread
  figures(): Figure[]
  spreads(): readonly (readonly [id: string, spread: Spread])[]
  relations(): readonly SumRelation[]
}

/** @throws RangeError when an id is given twice or asked for and not there: a slip in a measure's own code. */
export const createFigureSheet = (): FigureSheet => {
  const figures = new Map<string, Figure>()
  const relations: SumRelation[] = []
  const spreads = new Map<string, Spread>()
  const found = <T>(value: T | undefined, id: string): T => {
    if (value === undefined) throw new RangeError(`There is no figure ${id}`)
    return value
  }
  return {
    count(id, value, atLeast = 0) {
      if (figures.has(id)) throw new RangeError(`Figure ${id} is given twice`)
      figures.set(id, { id, value, ...(atLeast === 0 ? {} : { atLeast }) })
    },
    sum: (total, parts) => void relations.push({ total, parts }),
    spread: (id, spread) => void spreads.set(id, spread),
    valueOf: (id) => found(figures.get(id), id).value,
    spreadOf: (id) => found(spreads.get(id), id),
    figures: () => [...figures.values()],
    relations: () => relations,
    spreads: () => [...spreads],
  }
}

/** Counts a total and the parts it falls into, with their sum. Returns the ids of the parts. */
export const countParts = (sheet: FigureSheet, total: string, parts: ReadonlyMap<string, number>): string[] => {
  const ids = [...parts].map(([part, value]) => {
    const id = `${total}.${part}`
    sheet.count(id, value)
    return id
  })
  if (ids.length > 0) sheet.sum(total, ids)
  return ids
}
