import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus on the first row of a list, once, as soon as there is one. Give the box around the list the ref. */
export const useFirstRow = (total: number | undefined): RefObject<HTMLDivElement | null> => {
  const box = useRef<HTMLDivElement>(null)
  const focused = useRef(false)
  useEffect(() => {
    if (focused.current || total === undefined || total === 0) return
    focused.current = true
    const frame = requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-row="0"]')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [total])
  return box
}
