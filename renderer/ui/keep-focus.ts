import { type RefObject, useEffect, useRef } from 'react'

/**
 * For a part of a page whose buttons give way to progress and come back, or to what was found. The button that was
 * pressed is gone then, and the keyboard would start again at the top of the window; instead the focus waits in this
 * part. Focus that somebody has put elsewhere stays there.
 * @param state what the part shows; the focus is looked after each time it changes.
 * @returns for the element around the part, which needs `tabIndex={-1}`.
 */
export const useKeepFocus = <Part extends HTMLElement>(state: string | boolean): RefObject<Part | null> => {
  const part = useRef<Part>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === null || document.activeElement === document.body)
      part.current?.focus({ preventScroll: true })
  }, [state])
  return part
}
