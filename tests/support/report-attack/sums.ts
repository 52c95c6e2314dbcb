import { idAt, type Measure, type Table } from './sent.ts'
import type { Sum } from './solver.ts'

const plus = (total: string, parts: readonly string[]): Sum => ({
  terms: [[total, -1], ...parts.map((part) => [part, 1] as const)],
  equals: 0,
})

/** Rows above a last one that totals them, column by column. */
const columnSums = ({ rows, totalRow }: Table): Sum[] => {
  if (!totalRow) return []
  const total = rows.at(-1)
  return (total ?? []).flatMap((_, column) => {
    const id = idAt(total, column)
    const parts = rows.slice(0, -1).flatMap((row) => idAt(row, column) ?? [])
    return id === null || parts.includes(id) ? [] : [plus(id, parts)]
  })
}

/** Counts of a row of which the last is the total. */
const rowSums = ({ rows }: Table): Sum[] =>
  rows.flatMap((row) => {
    const ids = row.flatMap(({ figure }) => figure?.id ?? [])
    const total = ids.at(-1)
    return ids.length < 3 || total === undefined ? [] : [plus(total, ids.slice(0, -1))]
  })

/** How the counts of a table add up. */
export const sumsOfTable = (table: Table): Sum[] => {
  switch (table.id) {
    case 'new-by-group':
    case 'letters-late':
    case 'completeness':
      return [...columnSums(table), ...rowSums(table)]
    case 'care':
      return [1, 2].flatMap((column) => {
        const [done, not, all] = [0, 1, 2].map((row) => idAt(table.rows[row], column))
        return done && not && all ? [plus(all, [done, not])] : []
      })
    case 'lists':
      return table.rows.flatMap((row) => {
        const [theirs, ours, other, decided, open] = [2, 3, 4, 6, 7].map((column) => idAt(row, column) ?? '')
        if (!theirs || !ours || !other || !decided || !open) return []
        return [
          {
            terms: [
              [theirs, 1],
              [ours, 1],
              [other, 1],
              [decided, -1],
              [open, -1],
            ],
            equals: 0,
          },
        ] satisfies Sum[]
      })
    default:
      return columnSums(table)
  }
}

/** What the words say of stages and routes: early is 1 or 2, known is 1 to 4, the rest of the known are late. */
export const sumsOfMeasures = (measures: readonly Measure[], tables: readonly Table[]): Sum[] => {
  const stage = tables.find(({ id }) => id === 'stage')?.rows.map((row) => idAt(row, 1) ?? '') ?? []
  const route = tables.find(({ id }) => id === 'route')?.rows.flatMap((row) => idAt(row, 1) ?? []) ?? []
  const named = (id: string): Measure | undefined => measures.find((measure) => measure.id === id)
  const [known, early, way] = [named('stage-known'), named('stage-early'), named('route-known')]
  const [one, two, three, four, nought, unknown] = stage
  const sums: Sum[] = []
  if (known && early && one && two && three && four && nought && unknown) {
    sums.push(plus(early.numerator.id, [one, two]))
    sums.push(plus(known.numerator.id, [early.numerator.id, three, four]))
    if (known.denominator) sums.push(plus(known.denominator.id, [known.numerator.id, nought, unknown]))
  }
  const noRoute = tables.find(({ id }) => id === 'route')?.rows.find(([name]) => name?.text?.startsWith('Not known'))
  const noRouteId = idAt(noRoute, 1)
  if (way?.denominator && noRouteId !== null) {
    sums.push(plus(way.denominator.id, [way.numerator.id, noRouteId]))
    sums.push(
      plus(
        way.numerator.id,
        route.slice(0, -1).filter((id) => id !== noRouteId),
      ),
    )
  }
  return sums
}
