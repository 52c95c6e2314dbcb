import { useState } from 'react'
import type { LetterRow } from '#shared/features/letters/schema.ts'

interface ChosenLetters {
  readonly ids: ReadonlySet<string>
  readonly rows: readonly LetterRow[]
  readonly toggle: (row: LetterRow) => void
  readonly clear: () => void
}

/** The letters that are chosen in a list. Another list starts with none. @param key names the list. */
export const useChosenLetters = (key: string): ChosenLetters => {
  const [held, setHeld] = useState<{ readonly key: string; readonly rows: readonly LetterRow[] }>({ key, rows: [] })
  const rows = held.key === key ? held.rows : []
  return {
    rows,
    ids: new Set(rows.map(({ id }) => id)),
    toggle: (row) =>
      setHeld({
        key,
        rows: rows.some(({ id }) => id === row.id) ? rows.filter(({ id }) => id !== row.id) : [...rows, row],
      }),
    clear: () => setHeld({ key, rows: [] }),
  }
}
