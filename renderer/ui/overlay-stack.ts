import { useEffect } from 'react'

let openCount = 0

/** How long after an overlay has closed, or a step is done, a second press of Enter still belongs to it, in milliseconds. */
const SECOND_ENTER = 800

/** Whether the newest key that went down while an overlay was open was Enter. */
let closedByEnter = false
/** When the newest overlay closed after an Enter, by the clock of the page; null when nothing is waited for. */
let closedAt: number | null = null

/**
 * Who presses Enter twice in a dialog means the dialog. By the second press it may have closed and given focus back to
 * the row of a list, which would open the person in it. So that one press goes no further, nor does a key held down;
 * any other key ends the wait.
 */
const onKeyDown = (event: KeyboardEvent): void => {
  const isEnter = event.key === 'Enter'
  const isSecond = isEnter && closedAt !== null && (event.repeat || performance.now() - closedAt < SECOND_ENTER)
  if (isSecond) {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  if (!event.repeat) closedAt = null
  closedByEnter = isEnter && !isSecond && openCount > 0
}

/**
 * To be called when Enter leads from one step to the next, whose own Enter means something else: a second press of a
 * finger that has not left Ctrl, or a key held down, must not decide what nobody has looked at yet.
 */
export const keepSecondEnter = (): void => {
  window.addEventListener('keydown', onKeyDown, { capture: true })
  closedAt = performance.now()
}

/**
 * How many of our overlays (dialog, drawer, popover, menu) are open. The shortcut handler asks at the start of a key
 * press, so that the Escape which closes a popover does not also close the patient behind it.
 */
export const openOverlays = (): number => openCount

/** Counts this overlay while it is open, and keeps a second Enter from what is behind it. */
export const useOverlay = (open: boolean): void => {
  useEffect(() => {
    if (!open) return
    openCount += 1
    // The same listener added again is one listener. It stays: the second press comes when the overlay has gone.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      openCount -= 1
      closedAt = closedByEnter ? performance.now() : null
      closedByEnter = false
    }
  }, [open])
}
