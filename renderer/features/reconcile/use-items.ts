import { useEffect, useRef } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { type RowSource, useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import type { ReconciliationItem } from '#shared/features/reconcile/schema.ts'
import type { ListAddress } from './reconcile-address.ts'

/** What a comparison found of one kind, a page at a time as it comes into view. */
export const useItems = (id: string, { kind, show }: ListAddress): RowSource<ReconciliationItem> =>
  useRowPages((offset, limit) => {
    const input = { id, kind, show: kind === 'both' ? ('all' as const) : show, offset, limit }
    return { queryKey: ['reconcile', 'items', input], queryFn: ({ signal }) => core.reconcile.items(input, { signal }) }
  })

/** Nobody has put the focus anywhere: it went with the row that had it, or waits on a tile. */
const isFree = (): boolean => {
  const at = document.activeElement
  return at === null || at === document.body || at.matches('[data-tile]')
}

/** Somebody is typing or deciding something. */
const isBusy = (): boolean => document.activeElement?.closest('input, textarea, [role="dialog"]') != null

/**
 * Coming to a list, and back from a dialog that took the row away: a row has the focus, so that keys go on working.
 * Where there is none, the tile has it whose list this is. The total may still be that of the list before for a moment,
 * so it is looked at again when it turns out to be none, or some after all.
 */
export const useFocusRow = (at: number, total: number | undefined, turn: string): void => {
  const done = useRef({ turn: '', isEmpty: false })
  useEffect(() => {
    const isEmpty = total === 0
    const isNew = done.current.turn !== turn
    if (total === undefined || (!isNew && done.current.isEmpty === isEmpty)) return
    const wanted = isEmpty ? '[data-tile][aria-pressed="true"]' : `[data-row="${Math.min(Math.max(0, at), total - 1)}"]`
    // A row may be counted a moment before it is drawn. What is looked at may change until then, and nothing is done.
    const look = (): void => {
      const found = document.querySelector<HTMLElement>(wanted)
      if (found === null) {
        frame = requestAnimationFrame(look)
        return
      }
      done.current = { turn, isEmpty }
      if (isEmpty ? isFree() : !isBusy()) found.focus()
    }
    let frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [at, total, turn])
}
