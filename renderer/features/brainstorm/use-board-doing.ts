import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { MenuItem } from '#renderer/ui/menu.tsx'
import {
  type BoardColumn,
  type MoveWay,
  neighbourOf,
  type NotePlace,
  stepOf,
} from '#shared/features/brainstorm/public.ts'
import type { PlanNote, PlanTheme } from '#shared/features/brainstorm/schema.ts'
import type { BoardWrites } from './brainstorm-writes.ts'
import type { NoteDoing } from './note-card.tsx'
import type { ThemeDoing } from './theme-dialog.tsx'
import { type NoteDrag, useNoteDrag } from './use-note-drag.ts'

const WAYS: Readonly<Record<string, MoveWay>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const NO_THEME = 'no theme'

const wordsOf = (id: string): HTMLElement | null => document.querySelector(`[data-note="${id}"] > button`)

/** Column and row of a note; empty where it is not on the board. */
const placeOf = (columns: readonly BoardColumn[], id: string): string =>
  columns.flatMap(({ notes }, at) => notes.flatMap((note, row) => (note.id === id ? `${at} ${row}` : [])))[0] ?? ''

/**
 * Keeps the keyboard on a note that was moved, although it is drawn anew in another column. The board may be drawn in
 * between, for a vote say: the focus goes over once the note that was moved or removed is no longer where it was.
 */
const useNoteFocus = (columns: readonly BoardColumn[]): ((changed: string, id: string | null) => void) => {
  const wanted = useRef<{ readonly id: string; readonly changed: string; readonly before: string } | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const { id, changed, before } = wanted.current
    const button = wordsOf(id)
    if (button === null || placeOf(columns, changed) === before) return
    wanted.current = null
    button.focus()
  }, [columns])
  return (changed, id) => {
    wanted.current = id === null ? null : { id, changed, before: placeOf(columns, changed) }
  }
}

interface BoardDoingInput {
  readonly columns: readonly BoardColumn[]
  readonly writes: BoardWrites
  readonly edit: (note: PlanNote) => void
  readonly editTheme: (doing: ThemeDoing) => void
  /** Whether notes stand in columns, so that left and right lead somewhere. */
  readonly grouped: boolean
}

interface BoardDoing {
  readonly notes: NoteDoing
  readonly themeMenu: (theme: PlanTheme) => readonly MenuItem[]
  /** The note that is being dragged; null: none. */
  readonly drag: NoteDrag | null
}

/** What is done with notes and themes, by pointer, by keys and from the menus. */
export const useBoardDoing = (input: BoardDoingInput): BoardDoing => {
  const { columns, writes, edit, editTheme, grouped } = input
  const wantFocus = useNoteFocus(columns)
  const themes = columns.flatMap(({ theme }) => theme ?? [])
  const nameOf = (themeId: string | null): string => themes.find(({ id }) => id === themeId)?.title ?? NO_THEME
  const place = (note: PlanNote, to: NotePlace): void => {
    wantFocus(note.id, note.id)
    void writes.move(note, to, nameOf(to.themeId))
  }
  const dragging = useNoteDrag((noteId, to) => {
    const note = columns.flatMap(({ notes }) => notes).find(({ id }) => id === noteId)
    if (note !== undefined) place(note, to)
  })
  const step = (note: PlanNote, way: MoveWay): void => {
    const to = stepOf(columns, note.id, way)
    if (to !== null) place(note, to)
  }
  const remove = (note: PlanNote): void => {
    const next = neighbourOf(columns, note.id, 'down') ?? neighbourOf(columns, note.id, 'up')
    wantFocus(note.id, next?.id ?? null)
    void writes.remove(note)
  }
  const onKey = (event: KeyboardEvent, note: PlanNote): void => {
    const way = WAYS[event.key]
    const plain = !event.ctrlKey && !event.metaKey
    const does = (): boolean => {
      if (!plain) return false
      if (way !== undefined && grouped) {
        if (event.altKey) step(note, way)
        else wordsOf(neighbourOf(columns, note.id, way)?.id ?? '')?.focus()
        return true
      }
      if (event.altKey) return false
      if (event.key === '+') void writes.vote(note, 1)
      else if (event.key === '-' && note.votes > 0) void writes.vote(note, -1)
      else if (event.key === 'Delete') remove(note)
      else return false
      return true
    }
    // Alt and an arrow would otherwise go back in the app's history.
    if (does()) event.preventDefault()
  }
  const menuOf = (note: PlanNote): readonly MenuItem[] => [
    { label: 'Edit', keys: 'Enter', onChoose: () => edit(note) },
    ...columns
      .filter(({ theme }) => (theme?.id ?? null) !== note.themeId)
      .map(({ theme }, index) => ({
        label: `Move to ${theme?.title ?? NO_THEME}`,
        startsGroup: index === 0,
        onChoose: () => place(note, { themeId: theme?.id ?? null, beforeId: null }),
      })),
    { label: 'New theme with this note', onChoose: () => editTheme({ theme: null, note }) },
    ...(grouped
      ? [
          { label: 'Move up', keys: 'Alt+Up', startsGroup: true, onChoose: () => step(note, 'up') },
          { label: 'Move down', keys: 'Alt+Down', onChoose: () => step(note, 'down') },
        ]
      : []),
    { label: 'Remove', keys: 'Del', startsGroup: true, danger: true, onChoose: () => remove(note) },
  ]
  const themeMenu = (theme: PlanTheme): readonly MenuItem[] => {
    const at = themes.findIndex(({ id }) => id === theme.id)
    return [
      { label: 'Edit', onChoose: () => editTheme({ theme }) },
      {
        label: 'Move left',
        disabled: at === 0,
        onChoose: () => void writes.moveTheme(theme, themes[at - 1]?.id ?? null),
      },
      {
        label: 'Move right',
        disabled: at === themes.length - 1,
        onChoose: () => void writes.moveTheme(theme, themes[at + 2]?.id ?? null),
      },
      {
        label: 'Remove the theme, keep its notes',
        startsGroup: true,
        danger: true,
        onChoose: () => void writes.removeTheme(theme),
      },
    ]
  }
  return {
    notes: {
      edit: (note) => {
        if (!dragging.endedDrag()) edit(note)
      },
      vote: (note, by) => void writes.vote(note, by),
      onKey,
      onPointerDown: (event, noteId) => grouped && dragging.onPointerDown(event, noteId),
      menuOf,
    },
    themeMenu,
    drag: dragging.drag,
  }
}
