import { useSyncExternalStore } from 'react'

const DEFAULT_ROOT = 16

const read = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || DEFAULT_ROOT

const subscribe = (changed: () => void): (() => void) => {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
  return () => observer.disconnect()
}

/** Pixels in one rem now, for the few sizes that must be numbers: it follows Settings > Text size. */
export const useRootFontSize = (): number => useSyncExternalStore(subscribe, read)
