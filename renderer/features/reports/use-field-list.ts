import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { useOverlay } from '#renderer/ui/overlay-stack.ts'
import { fieldsFor, type TextField } from '#shared/features/reports/text-fields.ts'

/** The list while it is open: from the character that opened it to where the caret stands. */
interface Open {
  readonly start: number
  readonly caret: number
  /** Opened by the button, which put the character in: it goes again where nothing is chosen. */
  readonly byButton: boolean
}

interface Wanted {
  readonly text: string
  readonly fields: readonly TextField[]
  readonly onChange: (text: string) => void
}

export interface FieldList {
  readonly box: RefObject<HTMLTextAreaElement | null>
  readonly listId: string
  readonly isOpen: boolean
  readonly found: readonly TextField[]
  readonly active: number
  readonly idOf: (position: number) => string
  readonly onActive: (position: number) => void
  readonly onChoose: (field: TextField) => void
  /** Opens the list where the caret stands. */
  readonly openHere: () => void
  readonly onType: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly onSelect: () => void
  readonly onLeave: () => void
}

/** Whether the character before the caret begins a field: a stroke does not inside "and/or", "2025/26" or a word. */
const begins = (text: string, caret: number): boolean => {
  const typed = text.charAt(caret - 1)
  return typed === '{' || (typed === '/' && /^$|\s/.test(text.charAt(caret - 2)))
}

/** Whoever is further on than any name is long, or has put the caret elsewhere, is not looking for a field. */
const LONGEST_NAME = 60

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Figures of the report offered while somebody writes: `{` or `/` opens the list, what follows finds in it, the arrow keys
 * and Enter choose. Focus stays in the text, so that nothing typed goes astray however fast it comes.
 */
export const useFieldList = ({ text, fields, onChange }: Wanted): FieldList => {
  const box = useRef<HTMLTextAreaElement>(null)
  const nextCaret = useRef<number | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const [at, setAt] = useState(0)
  const listId = useId()
  const query = open === null ? '' : text.slice(open.start + 1, open.caret)
  const found = open === null ? [] : fieldsFor(query, fields)
  // After a stroke that turns out to be one, the list goes by itself.
  const isOpen = open !== null && (found.length > 0 || text.charAt(open.start) === '{')
  useOverlay(isOpen)
  useLayoutEffect(() => {
    if (nextCaret.current === null || box.current === null) return
    box.current.focus()
    box.current.setSelectionRange(nextCaret.current, nextCaret.current)
    nextCaret.current = null
  })
  const active = Math.min(at, found.length - 1)
  const idOf = (position: number): string => `${listId}-${position}`
  const replace = (from: number, to: number, words: string): void => {
    nextCaret.current = from + words.length
    onChange(text.slice(0, from) + words + text.slice(to))
  }
  const onChoose = ({ label }: TextField): void => {
    if (open === null) return
    const isEnded = text.charAt(open.start) === '{' && text.charAt(open.caret) === '}'
    replace(open.start, open.caret + (isEnded ? 1 : 0), `{${label}}`)
    setOpen(null)
  }
  const follow = (words: string, caret: number): void => {
    if (open === null) return
    const typed = words.slice(open.start + 1, caret)
    if (caret <= open.start || typed.length > LONGEST_NAME || /[{}\n]/.test(typed)) setOpen(null)
    else setOpen({ ...open, caret })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (!isOpen || open === null || ctrlKey || metaKey || altKey || shiftKey) return
    const step = STEPS[key]
    const field = found[active]
    if (key === 'Escape') {
      if (open.byButton) replace(open.start, open.caret, query)
      setOpen(null)
    } else if (step !== undefined && found.length > 0) {
      const next = (active + step + found.length) % found.length
      setAt(next)
      document.getElementById(idOf(next))?.scrollIntoView?.({ block: 'nearest' })
    } else if (key === 'Enter' && field !== undefined) onChoose(field)
    else return
    event.preventDefault()
  }
  return {
    box,
    listId,
    isOpen,
    found,
    active,
    idOf,
    onActive: setAt,
    onChoose,
    openHere() {
      const { selectionStart: from, selectionEnd: to } = box.current ?? {
        selectionStart: text.length,
        selectionEnd: text.length,
      }
      replace(from, to, '{')
      setAt(0)
      setOpen({ start: from, caret: from + 1, byButton: true })
    },
    onType(words) {
      const caret = box.current?.selectionStart ?? words.length
      onChange(words)
      setAt(0)
      if (open === null && words.length > text.length && begins(words, caret))
        setOpen({ start: caret - 1, caret, byButton: false })
      else follow(words, caret)
    },
    onKeyDown,
    onSelect() {
      const caret = box.current?.selectionStart
      if (caret !== undefined && nextCaret.current === null) follow(text, caret)
    },
    onLeave: () => setOpen(null),
  }
}
