import { useEffect, useState } from 'react'

/** A key that is held down repeats itself sooner than this, in milliseconds; a release that nobody heard is over by then. */
const LET_GO = 1000

export interface Held {
  /** Does something once the key is let go. What was to be done under the same name, and was not yet, is left out. */
  readonly hold: (name: string, work: () => void) => void
  /** Does now what waits. */
  readonly flush: () => void
}

/** At most one thing waits: another name brings the one before it on its way, so that the order is kept. */
const createHeld = (): Held => {
  let waiting: { readonly name: string; readonly work: () => void } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    const own = waiting
    waiting = null
    clearTimeout(timer)
    own?.work()
  }
  return {
    flush,
    hold(name, work) {
      if (waiting !== null && waiting.name !== name) flush()
      waiting = { name, work }
      clearTimeout(timer)
      timer = setTimeout(flush, LET_GO)
    },
  }
}

/**
 * For what a key does again and again while it is held down: only where it ends is written, when the key is let go, when
 * the window or the page is left, and before any chord (it may be the lock's).
 */
export const useHeld = (): Held => {
  const [held] = useState(createHeld)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey) held.flush()
    }
    window.addEventListener('keyup', held.flush)
    window.addEventListener('blur', held.flush)
    window.addEventListener('pagehide', held.flush)
    window.addEventListener('keydown', onKey, { capture: true })
    return () => {
      held.flush()
      window.removeEventListener('keyup', held.flush)
      window.removeEventListener('blur', held.flush)
      window.removeEventListener('pagehide', held.flush)
      window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [held])
  return held
}
