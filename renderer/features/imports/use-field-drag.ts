import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { announce } from '#renderer/ui/live-region.tsx'
import { IMPORT_FIELDS, type ImportField } from '#shared/features/imports/schema.ts'
import { columnName } from './import-words.ts'
import type { MatchedColumn } from './use-matching.ts'

/** A press that moves less than this many pixels is a click. */
const STARTS_AFTER = 4

/** Marks the row of a column for the pointer to find. */
export const COLUMN_MARK = 'data-column'

/** Marks a chip, with its field. */
export const CHIP_MARK = 'data-field-chip'

/** The select of a column: focus goes there when the last field was placed. */
export const fieldSelectId = (index: number): string => `field-of-${index}`

/** The chip that goes when its field is placed hands focus to the next, so that several can be placed in one go. */
const focusAfter = (field: ImportField, index: number): void => {
  const chips = [...document.querySelectorAll<HTMLElement>(`[${CHIP_MARK}]`)]
  const at = chips.findIndex((chip) => chip.getAttribute(CHIP_MARK) === field)
  const next = chips[at + 1] ?? chips[at - 1] ?? document.getElementById(fieldSelectId(index))
  next?.focus()
}

interface Held {
  readonly field: ImportField
  /** The column it is held over. */
  readonly over: number | null
  readonly by: 'pointer' | 'keys'
}

interface Press {
  readonly field: ImportField
  readonly x: number
  readonly y: number
}

const columnAt = (x: number, y: number): number | null => {
  const mark = document.elementFromPoint(x, y)?.closest('tr')?.querySelector(`[${COLUMN_MARK}]`)
  const index = mark?.getAttribute(COLUMN_MARK) ?? null
  return index === null ? null : Number(index)
}

const labelOf = (field: ImportField): string => IMPORT_FIELDS.find(({ code }) => code === field)?.label ?? field

const bringIntoView = (index: number): void =>
  document.querySelector(`[${COLUMN_MARK}="${index}"]`)?.closest('tr')?.scrollIntoView({ block: 'nearest' })

/** The events of a chip that can be picked up. */
export interface ChipHandlers {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerMove: (event: PointerEvent) => void
  readonly onPointerUp: (event: PointerEvent) => void
  readonly onPointerCancel: () => void
  readonly onClick: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onBlur: () => void
}

export interface FieldDrag {
  readonly held: Held | null
  readonly handlers: (field: ImportField) => ChipHandlers
}

/**
 * Picking a field up and putting it on a column: pulled there with a pointer, or picked up with Enter, moved with the
 * arrow keys and put down with Enter. Escape puts it back.
 */
export const useFieldDrag = (
  columns: readonly MatchedColumn[],
  onPlace: (index: number, field: ImportField) => void,
): FieldDrag => {
  const [press, setPress] = useState<Press | null>(null)
  const [held, setHeld] = useState<Held | null>(null)
  /** A pull ends in a click on the chip, which is not meant. */
  const pulled = useRef(false)
  const nameAt = (index: number): string => {
    const row = columns.find(({ column }) => column.index === index)
    return row === undefined ? '' : columnName(row.column)
  }
  const letGo = (): void => {
    setPress(null)
    setHeld(null)
  }
  const place = (field: ImportField, index: number): void => {
    onPlace(index, field)
    letGo()
    announce(`${nameAt(index)} goes to ${labelOf(field)}.`)
    focusAfter(field, index)
  }
  const moveTo = (field: ImportField, position: number): void => {
    const row = columns[Math.max(0, Math.min(columns.length - 1, position))]
    if (row === undefined) return
    const { index } = row.column
    setHeld({ field, over: index, by: 'keys' })
    bringIntoView(index)
    announce(`${nameAt(index)}, column ${position + 1} of ${columns.length}, now ${labelOf(row.field)}`)
  }
  const pickUp = (field: ImportField): void => {
    const free = columns.findIndex((row) => row.field === 'leave_out')
    moveTo(field, Math.max(0, free))
    announce(
      `${labelOf(field)} picked up. Up and Down choose a column, Enter puts it there, Escape puts it back. Now over ${nameAt(columns[Math.max(0, free)]?.column.index ?? 0)}.`,
    )
  }
  const onKeyDown = (field: ImportField, event: KeyboardEvent): void => {
    if (held === null || held.by !== 'keys' || held.field !== field) return
    const at = columns.findIndex(({ column }) => column.index === held.over)
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: columns.length - 1 }
    const next = moves[event.key]
    if (next !== undefined) moveTo(field, Math.max(0, Math.min(columns.length - 1, next)))
    else if ((event.key === 'Enter' || event.key === ' ') && held.over !== null) place(field, held.over)
    else if (event.key === 'Escape') {
      letGo()
      announce(`${labelOf(field)} put back.`)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    held,
    handlers: (field) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        pulled.current = false
        setPress({ field, x: event.clientX, y: event.clientY })
      },
      onPointerMove(event) {
        if (press === null) return
        const { clientX: x, clientY: y } = event
        if (held?.by !== 'pointer' && Math.hypot(x - press.x, y - press.y) < STARTS_AFTER) return
        pulled.current = true
        const over = columnAt(x, y)
        setHeld({ field, over, by: 'pointer' })
        // The list moves along under a pointer that comes to its edge.
        if (over !== null) for (const near of [over - 1, over + 1]) bringIntoView(near)
      },
      onPointerUp(event) {
        const over = held?.by === 'pointer' ? columnAt(event.clientX, event.clientY) : null
        if (over !== null) place(field, over)
        else if (held?.by === 'pointer') letGo()
        else setPress(null)
      },
      onPointerCancel: letGo,
      onClick() {
        if (held === null && !pulled.current) pickUp(field)
        pulled.current = false
      },
      onKeyDown: (event) => onKeyDown(field, event),
      onBlur() {
        if (held?.by === 'keys') letGo()
      },
    }),
  }
}
