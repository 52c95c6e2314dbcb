import { type ReactNode, useLayoutEffect, useRef } from 'react'

type Focusable = HTMLElement | SVGElement

const canTakeFocus = (element: Element | null): element is Focusable =>
  element !== null && element.isConnected && (element instanceof HTMLElement || element instanceof SVGElement)

/** What gets the focus back once a dialog that has just gone is off the page; null when nothing waits for it. */
let waiting: Element | null = null

const giveBack = (before: Element | null): void => {
  waiting = before
  requestAnimationFrame(() => {
    waiting = null
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const back = before !== document.body && canTakeFocus(before) ? before : document.querySelector('main')
    back?.focus({ preventScroll: true })
  })
}

/** What has the focus, or gets it back in a moment: a dialog may follow upon another. */
const focusNow = (): Element | null => (document.activeElement === document.body ? waiting : document.activeElement)

/** A menu gives focus back to its button in a moment, and would take it out of the dialog that was chosen in it. */
const isOfMenu = (before: Element | null): boolean => before === null || before.closest('[role="menu"]') !== null

type DialogFocusProps = {
  /** Opened by a key alone, never from a menu. */
  readonly byKey?: boolean
}

/**
 * Stands last inside a dialog. The kit gives focus to what is marked `data-autofocus` only in a moment, and by then
 * somebody who types fast has lost a letter: here it has the focus before the next key. When the dialog goes, focus
 * goes back to what had it. The kit does so when its dialog is closed, not when it is taken off the page, and then the
 * keyboard would start again at the top. What has gone meanwhile is replaced by the page itself; focus that somebody
 * has put elsewhere stays there.
 */
export const DialogFocus = ({ byKey = false }: DialogFocusProps): ReactNode => {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const before = focusNow()
    const begin = place.current?.closest('[role="dialog"]')?.querySelector<HTMLElement>('[data-autofocus]')
    if (byKey || !isOfMenu(before)) begin?.focus({ preventScroll: true })
    begin?.scrollIntoView?.({ block: 'nearest' })
    return () => giveBack(before)
  }, [byKey])
  return <span ref={place} hidden />
}
