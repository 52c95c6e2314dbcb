import { useEffect } from 'react'

let openCount = 0

/**
 * How many of our overlays (dialog, drawer, popover, menu) are open. The shortcut handler asks at the start of a key
 * press, so that the Escape which closes a popover does not also close the patient behind it.
 */
export const openOverlays = (): number => openCount

/** Counts this overlay while it is open. */
export const useOverlay = (open: boolean): void => {
  useEffect(() => {
    if (!open) return
    openCount += 1
    return () => {
      openCount -= 1
    }
  }, [open])
}
