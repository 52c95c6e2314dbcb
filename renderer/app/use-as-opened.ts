import { useState } from 'react'
import type { Saving } from './undoable.ts'

/**
 * A row as it was when its form was opened. What is read again meanwhile has the version of what another window wrote:
 * saved over that version, the form would take those words back without a word. Once the core has refused for it, and the
 * writer was told to look at what is there now, it is the row as it is then.
 * @param shown what of the row stands in the form; what else changes of it is no quarrel.
 */
export const useAsOpened = <Row>(
  row: Row,
  { stale }: Pick<Saving, 'stale'>,
  shown: (row: Row) => unknown = (one) => one,
): Row => {
  const [opened, setOpened] = useState({ row, stale })
  if (opened.stale !== stale) setOpened({ row, stale })
  return JSON.stringify(shown(opened.row)) === JSON.stringify(shown(row)) ? row : opened.row
}
