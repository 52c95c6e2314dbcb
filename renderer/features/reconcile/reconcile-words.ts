import { ITEM_KINDS, type ItemKind, type Reconciliation } from '#shared/features/reconcile/schema.ts'
import { TO_DECIDE } from '#shared/features/reconcile/words.ts'

const grouped = (count: number): string => count.toLocaleString('en-GB')

/** What is still to be decided about a list. */
export const openCount = ({ counts }: Reconciliation): number =>
  TO_DECIDE.reduce((sum, kind) => sum + counts[kind].open, 0)

/** What each tile says of its count. */
const BENEATH: Readonly<Record<ItemKind, string>> = {
  both: 'nothing to decide',
  theirs_only: 'on their list, not on ours',
  ours_only: 'on ours, not on their list',
  other_date: 'the same cancer',
  set_aside: 'nobody could be matched',
}

interface TileCount {
  readonly kind: ItemKind
  readonly label: string
  readonly items: string
  readonly open: number
  readonly beneath: string
}

/** The four tiles, and what was set aside, with their counts. */
export const tileCounts = ({ counts }: Reconciliation): readonly TileCount[] =>
  ITEM_KINDS.map(({ code, label }) => ({
    kind: code,
    label,
    items: grouped(counts[code].items),
    open: counts[code].open,
    beneath: counts[code].open > 0 ? `${grouped(counts[code].open)} to decide` : BENEATH[code],
  }))

/** Rows of the list whose people have left the register since. */
export const rowsGone = ({ rowsIn, counts }: Reconciliation): number =>
  rowsIn - ITEM_KINDS.reduce((sum, { code }) => sum + counts[code].rows, 0)

/** `44 rows in = 30 in both + 4 another date + 5 theirs only + 5 set aside`. Ours alone have no row of the list. */
export const sumWords = (list: Reconciliation): string => {
  const gone = rowsGone(list)
  const parts = ITEM_KINDS.filter(({ code }) => code !== 'ours_only').map(
    ({ code, label }) => `${grouped(list.counts[code].rows)} ${label.toLowerCase()}`,
  )
  if (gone > 0) parts.push(`${grouped(gone)} of people who have left the register since`)
  return `${grouped(list.rowsIn)} rows in = ${parts.join(' + ')}`
}

/** What was looked for among ours, and what could not be. */
export const oursWords = ({ oursLookedFor, oursTooVague }: Reconciliation): string =>
  `${grouped(oursLookedFor)} of our new cancers are of this period.${
    oursTooVague === 0
      ? ''
      : ` ${grouped(oursTooVague)} more have no date, or one too vague to say, and were not missed.`
  }`
