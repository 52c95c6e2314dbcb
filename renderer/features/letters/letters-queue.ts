import { useEffect, useRef } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { type RowSource, useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import type { LetterRow } from '#shared/features/letters/schema.ts'
import type { LetterAction } from './letter-doing.ts'
import { letterFilterOf, type LettersAddress } from './letters-address.ts'

/** The element of a row that is in view. */
export const rowElement = (index: number): HTMLElement | null => document.querySelector(`[data-row="${index}"]`)

/** The letters of a list, a page at a time as they come into view. */
export const useLetterRows = (address: LettersAddress): RowSource<LetterRow> =>
  useRowPages((offset, limit) => {
    const { tab, sort } = address
    const input = { ...letterFilterOf(address), tab, sort, offset, limit }
    return { queryKey: ['letters', 'page', input], queryFn: ({ signal }) => core.letters.page(input, { signal }) }
  })

/** Coming to the list, and back from a dialog that took the row away: a row has the focus, so that keys go on working. */
export const useFocusRow = (at: number, total: number | undefined, turn: number): void => {
  const done = useRef(-1)
  useEffect(() => {
    if (done.current === turn || total === undefined || total === 0) return
    done.current = turn
    const frame = requestAnimationFrame(() => rowElement(Math.min(Math.max(0, at), total - 1))?.focus())
    return () => cancelAnimationFrame(frame)
  }, [at, total, turn])
}

/** What each single key does with the letter in focus. */
export const LETTER_KEYS: readonly {
  readonly keys: string
  readonly action: LetterAction
  readonly title: string
  readonly short: string
}[] = [
  { keys: 'C', action: 'call', title: 'Log a call', short: 'log a call' },
  { keys: 'R', action: 'came', title: 'Log that it came', short: 'it came' },
  { keys: 'S', action: 'letter', title: 'Send a letter', short: 'send letter' },
  { keys: 'D', action: 'not_needed', title: 'Say that it is not needed', short: 'not needed' },
]
