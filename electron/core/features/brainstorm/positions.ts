import type { CommandContext } from '../../context.ts'

/** A row that has a place among others. */
export interface Placed {
  readonly id: string
  readonly position: number
}

type PlacedTable = 'plan_theme' | 'plan_note'

/** Between neighbours nearer than this no number is left that is sure to lie between. */
const TOO_NEAR = 1e-6

/** The place after the last of these rows. */
export const endOf = (rows: readonly Placed[]): number => Math.max(0, ...rows.map(({ position }) => position)) + 1

/**
 * The place before a row, between it and the one above; after the last where it is not there any more. Rows that lie too
 * near each other are set apart first.
 * @param rows in their order, without the one that is moved.
 */
export const placeBefore = async (
  context: CommandContext,
  table: PlacedTable,
  rows: readonly Placed[],
  beforeId: string | null,
): Promise<number> => {
  const at = rows.findIndex(({ id }) => id === beforeId)
  const next = rows[at]
  if (next === undefined) return endOf(rows)
  const above = rows[at - 1]?.position ?? next.position - 2
  if (next.position - above > TOO_NEAR) return (above + next.position) / 2
  for (const [index, { id }] of rows.entries()) await context.update(table, id, { position: index + 1 }, null)
  return at + 0.5
}
