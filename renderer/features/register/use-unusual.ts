import { useState } from 'react'
import type { Unusual } from './unusual.ts'

/** What is unusual and has not been kept yet, and how to keep it. */
export interface UnusualToKeep {
  readonly open: readonly Unusual[]
  /** Counts the tries to save that were stopped by it. */
  readonly asked: number
  readonly ask: () => void
  readonly keep: () => void
}

/** Remembers what was looked at and kept, for as long as what was typed stays the same. */
export const useUnusual = (things: readonly Unusual[]): UnusualToKeep => {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(0)
  const open = things.filter(({ id }) => !kept.has(id))
  return {
    open,
    asked,
    ask: () => setAsked((before) => before + 1),
    keep: () => setKept(new Set([...kept, ...open.map(({ id }) => id)])),
  }
}
