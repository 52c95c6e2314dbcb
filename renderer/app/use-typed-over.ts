import { useState } from 'react'

/** What a form says to whom saves over words that were not there when they began. */
export const SEEN_CHANGED =
  'Another window changed these meanwhile. Your words are kept: save again to put them in place of what is there now.'

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

interface TypedOver<Draft> {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  /** Whether another window wrote since the first key. Told of it once, the writer may save over what is there now. */
  readonly hasChanged: () => boolean
  /** To be called once the form itself has saved. */
  readonly saved: () => Promise<void>
}

/**
 * What stands in a form over choices that are kept as one and have no version. Until somebody types it follows what is
 * kept, whoever wrote or took back; from then on what they typed stays, whatever happens to what is kept.
 * @param now as it was read last.
 * @param reload reads it again, and ends when the form has it.
 */
export const useTypedOver = <Now, Draft extends object>(
  now: Now,
  draftOf: (now: Now) => Draft,
  reload: () => Promise<unknown>,
): TypedOver<Draft> => {
  const [typed, setTyped] = useState<{ readonly draft: Draft; readonly over: Now } | null>(null)
  return {
    draft: typed?.draft ?? draftOf(now),
    change: (part) =>
      setTyped((before) => ({ draft: { ...(before?.draft ?? draftOf(now)), ...part }, over: before?.over ?? now })),
    hasChanged() {
      if (typed === null || isSame(typed.over, now)) return false
      setTyped({ ...typed, over: now })
      return true
    },
    async saved() {
      await reload()
      setTyped(null)
    },
  }
}
