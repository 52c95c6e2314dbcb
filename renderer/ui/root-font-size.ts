import { useSyncExternalStore } from 'react'

const DEFAULT_ROOT = 16

const measure = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || DEFAULT_ROOT

// To measure makes the browser work out every style that has changed, and every drawing of a table asks.
let measured: number | undefined
const read = (): number => (measured ??= measure())

const subscribe = (changed: () => void): (() => void) => {
  measured = undefined
  const observer = new MutationObserver(() => {
    measured = undefined
    changed()
  })
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
  return () => observer.disconnect()
}

/** Pixels in one rem now, for the few sizes that must be numbers: it follows Settings > Text size. */
export const useRootFontSize = (): number => useSyncExternalStore(subscribe, read)
