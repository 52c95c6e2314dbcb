import { useEffect } from 'react'

type Focusable = HTMLElement | SVGElement

const canTakeFocus = (element: Element | null): element is Focusable =>
  element !== null && element.isConnected && (element instanceof HTMLElement || element instanceof SVGElement)

/**
 * Gives focus back to what had it before something was opened. The kit does so when its dialog is closed, not when it
 * is taken off the page, and then the keyboard would start again at the top. What has gone meanwhile is replaced by
 * the page itself; focus that somebody has put elsewhere stays there.
 */
export const useFocusBack = (open: boolean): void => {
  useEffect(() => {
    if (!open) return undefined
    const before = document.activeElement
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return
        const back = before !== document.body && canTakeFocus(before) ? before : document.querySelector('main')
        back?.focus({ preventScroll: true })
      })
    }
  }, [open])
}
