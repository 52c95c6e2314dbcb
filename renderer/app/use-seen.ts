import { useState } from 'react'

/** What a form says to whom saves over words that were not there when they began. */
export const SEEN_CHANGED =
  'Another window changed these meanwhile. Your words are kept: save again to put them in place of what is there now.'

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * For a form over choices that are kept as one and have no version: whether another window wrote them since the form
 * was opened. Told of it once, the writer may save over what is there now.
 * @param now as it was read last.
 * @param read reads it again, once the form itself has saved.
 */
export const useSeen = <Now>(
  now: Now,
  read: () => Promise<Now>,
): { hasChanged: () => boolean; saved: () => Promise<void> } => {
  const [seen, setSeen] = useState(now)
  return {
    hasChanged() {
      if (isSame(seen, now)) return false
      setSeen(now)
      return true
    },
    saved: () => read().then(setSeen, () => undefined),
  }
}
