import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useSingleKeys } from '../single-keys.ts'

type GridFocusOptions = {
  readonly total: number
  /** Rows that fit in view, for Page Up and Page Down. */
  readonly pageRows: () => number
  readonly body: RefObject<HTMLElement | null>
  readonly scrollTo: (index: number) => void
  readonly startAt: number
  readonly onActive: ((index: number) => void) | undefined
  readonly onOpen: ((index: number) => void) | undefined
  readonly onChoose: ((index: number) => void) | undefined
  /** Up from the first row. */
  readonly onLeaveTop: () => void
}

export type GridFocus = {
  readonly active: number
  /** Makes a row the one that Tab comes to; `focus` also puts focus on it. */
  readonly moveTo: (index: number, focus: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
}

const letters: Readonly<Record<string, string>> = { j: 'ArrowDown', k: 'ArrowUp', x: ' ' }

const rowElement = (body: HTMLElement | null, index: number): HTMLElement | null =>
  body?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null

/** The row that an event happened in, by its index in the whole list; undefined in the head. */
export const rowIndexOf = (target: EventTarget): number | undefined => {
  const row = target instanceof Element ? target.closest('[data-row]') : null
  return row === null ? undefined : Number(row.getAttribute('data-row'))
}

/** One row of the grid is the stop of the Tab key; arrows, Home, End, Page Up, Page Down, J and K move it. */
export const useGridFocus = (options: GridFocusOptions): GridFocus => {
  const { total, pageRows, body, scrollTo, startAt, onActive, onOpen, onChoose, onLeaveTop } = options
  const singleKeys = useSingleKeys()
  const [chosen, setActive] = useState(startAt)
  const active = Math.max(0, Math.min(chosen, total - 1))
  const wantsFocus = useRef(false)

  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    rowElement(body.current, active)?.focus({ preventScroll: true })
  })

  const moveTo = (index: number, focus: boolean): void => {
    const next = Math.max(0, Math.min(index, total - 1))
    wantsFocus.current = focus
    setActive(next)
    if (focus) scrollTo(next)
    if (next === active && focus) rowElement(body.current, next)?.focus({ preventScroll: true })
  }

  const targetOf = (key: string): number | undefined => {
    if (key === 'ArrowDown') return active + 1
    if (key === 'ArrowUp') return active - 1
    if (key === 'Home') return 0
    if (key === 'End') return total - 1
    if (key === 'PageDown') return active + pageRows()
    if (key === 'PageUp') return active - pageRows()
    return undefined
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (rowIndexOf(event.target) === undefined) return
    if (event.altKey || event.metaKey || (event.ctrlKey && event.key !== 'Home' && event.key !== 'End')) return
    const key = (singleKeys ? letters[event.key.toLowerCase()] : undefined) ?? event.key
    const target = targetOf(key)
    if (target === undefined && key !== 'Enter' && key !== ' ') return
    if ((key === 'Enter' && onOpen === undefined) || (key === ' ' && onChoose === undefined)) return
    event.preventDefault()
    if (key === 'Enter') onOpen?.(active)
    else if (key === ' ') onChoose?.(active)
    else if (key === 'ArrowUp' && active === 0) onLeaveTop()
    else if (target !== undefined) moveTo(target, true)
  }

  const onFocus = (event: FocusEvent): void => {
    const index = rowIndexOf(event.target)
    if (index === undefined) return
    setActive(index)
    onActive?.(index)
  }

  return { active, moveTo, onKeyDown, onFocus }
}
