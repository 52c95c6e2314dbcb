import type { BrainstormBoard, PlanNote, PlanTheme } from './schema.ts'

/** A theme with its notes; without a theme, the notes that are in none. */
export interface BoardColumn {
  readonly theme: PlanTheme | null
  readonly notes: readonly PlanNote[]
}

/** The board from left to right: the notes in no theme first, then the themes. */
export const columnsOf = ({ themes, notes }: Pick<BrainstormBoard, 'themes' | 'notes'>): readonly BoardColumn[] => [
  { theme: null, notes: notes.filter(({ themeId }) => themeId === null) },
  ...themes.map((theme) => ({ theme, notes: notes.filter(({ themeId }) => themeId === theme.id) })),
]

/** Where a note is to stand: in which theme, and before which note; null: at the end. */
export interface NotePlace {
  readonly themeId: string | null
  readonly beforeId: string | null
}

export type MoveWay = 'up' | 'down' | 'left' | 'right'

/**
 * Where a note goes when it is moved one step: past its neighbour, or into the next theme at the same height.
 * @returns null at the edge of the board.
 */
export const stepOf = (columns: readonly BoardColumn[], noteId: string, way: MoveWay): NotePlace | null => {
  const at = columns.findIndex(({ notes }) => notes.some(({ id }) => id === noteId))
  const column = columns[at]
  if (column === undefined) return null
  const row = column.notes.findIndex(({ id }) => id === noteId)
  const themeId = column.theme?.id ?? null
  if (way === 'up') return row === 0 ? null : { themeId, beforeId: column.notes[row - 1]?.id ?? null }
  if (way === 'down')
    return row === column.notes.length - 1 ? null : { themeId, beforeId: column.notes[row + 2]?.id ?? null }
  const next = columns[at + (way === 'left' ? -1 : 1)]
  if (next === undefined) return null
  return { themeId: next.theme?.id ?? null, beforeId: next.notes[row]?.id ?? null }
}

/** The note that an arrow leads to from another: past columns without notes. Null at the edge. */
export const neighbourOf = (columns: readonly BoardColumn[], noteId: string, way: MoveWay): PlanNote | null => {
  const at = columns.findIndex(({ notes }) => notes.some(({ id }) => id === noteId))
  const column = columns[at]
  if (column === undefined) return null
  const row = column.notes.findIndex(({ id }) => id === noteId)
  if (way === 'up' || way === 'down') return column.notes[row + (way === 'up' ? -1 : 1)] ?? null
  const beyond = way === 'left' ? columns.slice(0, at).toReversed() : columns.slice(at + 1)
  const next = beyond.find(({ notes }) => notes.length > 0)
  return next?.notes[Math.min(row, next.notes.length - 1)] ?? null
}

/** A number or dash that somebody's own list began its lines with. */
const LIST_MARK = /^\s*(?:[-*•–]|\d{1,3}[.)])\s+/

/** A cell as spreadsheets copy one that holds breaks, tabs or quotation marks: between marks, those in it doubled. */
const QUOTED_CELL = /(^|[\t\n\r,])"((?:[^"]|"")*)"(?=[\t\n\r,]|$)/g

/** What stood in a copied cell, on one line. Words that somebody quoted keep their marks. */
const unquoted = (text: string): string =>
  text.replaceAll(QUOTED_CELL, (whole: string, before: string, cell: string) =>
    /[\t\n\r]|""/.test(cell) ? `${before}${cell.replaceAll('""', '"').replaceAll(/[\t\n\r]+/g, ' ')}` : whole,
  )

/**
 * The notes in pasted or typed text: a line each, without the marks of a list and without empty lines. A spreadsheet's
 * cell is one line, whatever breaks it holds.
 */
export const linesOf = (text: string): readonly string[] =>
  unquoted(text)
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(LIST_MARK, '').replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** "18 notes, 4 themes, 3 notes in none, 27 votes". */
export const countWords = ({ themes, notes }: Pick<BrainstormBoard, 'themes' | 'notes'>): string => {
  const loose = notes.filter(({ themeId }) => themeId === null).length
  const votes = notes.reduce((sum, note) => sum + note.votes, 0)
  return [
    counted(notes.length, 'note', 'notes'),
    counted(themes.length, 'theme', 'themes'),
    ...(themes.length > 0 && loose > 0 ? [`${counted(loose, 'note', 'notes')} in no theme yet`] : []),
    ...(votes > 0 ? [counted(votes, 'vote', 'votes')] : []),
  ].join(', ')
}
