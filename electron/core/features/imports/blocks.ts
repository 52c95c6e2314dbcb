import type { Block, Layout, Table } from './layouts/layout.ts'

/** Puts the rows of each person together. @param isIdentifier says which columns say who somebody is. */
export function* blocksOf(
  { body }: Table,
  layout: Layout,
  isIdentifier: (column: number) => boolean,
): Generator<Block, void> {
  let open: Block[number][] = []
  for (const row of body) {
    if (open.length > 0 && layout.continues(row, isIdentifier)) open.push(row)
    else {
      if (open.length > 0) yield open
      open = [row]
    }
  }
  if (open.length > 0) yield open
}
