import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { NotePlace } from '#shared/features/brainstorm/public.ts'

/** How far the pointer goes before a press is a drag, in pixels. */
const SLACK = 6
/** The column of notes in no theme, as the page marks it. */
export const LOOSE = 'loose'

export interface NoteDrag {
  readonly noteId: string
  /** How far the note has been dragged, in pixels. */
  readonly x: number
  readonly y: number
  /** Where it would come to stand; null: nowhere. */
  readonly over: NotePlace | null
}

interface Press {
  readonly noteId: string
  readonly x: number
  readonly y: number
}

/** Where a note would stand that is let go here: in the column under the pointer, before the first note below it. */
const placeAt = (x: number, y: number, noteId: string): NotePlace | null => {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]')
  const code = column?.dataset['column']
  if (column === undefined || column === null || code === undefined) return null
  const below = [...column.querySelectorAll<HTMLElement>('[data-note]')]
    .filter(({ dataset }) => dataset['note'] !== noteId)
    .find((note) => {
      const { top, height } = note.getBoundingClientRect()
      return y < top + height / 2
    })
  return { themeId: code === LOOSE ? null : code, beforeId: below?.dataset['note'] ?? null }
}

interface Dragging {
  /** null: nothing is being dragged. */
  readonly drag: NoteDrag | null
  readonly onPointerDown: (event: PointerEvent, noteId: string) => void
  /** Whether the click that is coming ends a drag and is none. */
  readonly endedDrag: () => boolean
}

/** Notes dragged by the pointer. The board itself stays as it is until one is let go; Escape puts it back. */
export const useNoteDrag = (onDrop: (noteId: string, place: NotePlace) => void): Dragging => {
  const [drag, setDrag] = useState<NoteDrag | null>(null)
  const [press, setPress] = useState<Press | null>(null)
  const dragged = useRef(false)
  const end = (): void => {
    setPress(null)
    setDrag(null)
  }
  const move = useEffectEvent((event: globalThis.PointerEvent) => {
    if (press === null) return
    const [x, y] = [event.clientX - press.x, event.clientY - press.y]
    if (drag === null && Math.hypot(x, y) < SLACK) return
    dragged.current = true
    setDrag({ noteId: press.noteId, x, y, over: placeAt(event.clientX, event.clientY, press.noteId) })
  })
  const letGo = useEffectEvent(() => {
    const place = drag?.over ?? null
    if (drag !== null && place !== null) onDrop(drag.noteId, place)
    end()
  })
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    end()
  })
  useEffect(() => {
    if (press === null) return
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', letGo)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', letGo)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [press])
  return {
    drag,
    onPointerDown(event, noteId) {
      dragged.current = false
      if (event.button === 0) setPress({ noteId, x: event.clientX, y: event.clientY })
    },
    endedDrag: () => dragged.current,
  }
}
