import { type RefObject, useEffect, useRef } from 'react'

const ANY_CONTROL = 'input, button, a[href]'

/**
 * For a part of the screen that is replaced by another: when the focus went with what was there, it comes to the first
 * control, so that keys go on working and the words are read from there.
 * @param what tells the states apart
 * @param first selector of the control that takes the focus
 */
export const useFocusKept = <Part extends HTMLElement>(what: unknown, first = ANY_CONTROL): RefObject<Part | null> => {
  const part = useRef<Part>(null)
  useEffect(() => {
    if (document.activeElement !== document.body) return
    part.current?.querySelector<HTMLElement>(first)?.focus()
  }, [what, first])
  return part
}
