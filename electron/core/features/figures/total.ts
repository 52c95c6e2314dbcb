import type { FigureColumn } from '#shared/features/figures/kinds.ts'
import type { FigureChecks, FigureValues } from '#shared/features/figures/schema.ts'
import { readFigure } from '#shared/features/figures/values.ts'
import { cleanCell, type FileRow } from '../imports/public.ts'

interface Sums {
  add(values: FigureValues): void
  all(): ReadonlyMap<string, number>
}

/** Adds up the counts of a table. Rows that are rejected count too: the file's total has them. */
export const createSums = (columns: readonly FigureColumn[]): Sums => {
  const sums = new Map(columns.filter(({ type }) => type === 'count').map(({ code }) => [code, 0]))
  return {
    add(values) {
      for (const [code, sum] of sums) {
        const value = values[code]
        if (typeof value === 'number') sums.set(code, sum + value)
      }
    },
    all: () => sums,
  }
}

const inWords = (value: number): string => value.toLocaleString('en-GB')

/** Whether the file's own total is what its rows add up to, column by column. */
export const checkTotal = (
  total: FileRow | null,
  columns: readonly (FigureColumn & { readonly index: number })[],
  sums: ReadonlyMap<string, number>,
): FigureChecks['total'] => {
  if (total === null) return { state: 'none', words: [] }
  const differs: string[] = []
  let compared = 0
  for (const column of columns) {
    const sum = sums.get(column.code)
    const read = readFigure(column, cleanCell(total.cells[column.index]), () => null)
    if (sum === undefined || !read.ok || typeof read.value !== 'number') continue
    compared += 1
    if (read.value !== sum)
      differs.push(`${column.label}: the total says ${inWords(read.value)}, the rows add up to ${inWords(sum)}`)
  }
  if (compared === 0) return { state: 'none', words: [] }
  return differs.length > 0 ? { state: 'differs', words: differs } : { state: 'agrees', words: [] }
}
