import { useCallback, useSyncExternalStore } from 'react'
import { useRootFontSize } from './root-font-size.ts'

/** Whether a media query holds now. */
export const useMedia = (query: string): boolean => {
  const subscribe = useCallback(
    (changed: () => void): (() => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/**
 * Whether the window is at least so many rem wide: 75 is 1,200 px at the usual text size, and more where the text is
 * larger. The script's side of the `frame` container that the styles ask.
 */
export const useRoomFor = (rem: number): boolean => useMedia(`(min-width: ${rem * useRootFontSize()}px)`)
