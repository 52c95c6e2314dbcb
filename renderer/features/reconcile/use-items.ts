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

/**
 * Coming to a list, and back from a dialog that took the row away: a row has the focus, so that keys go on working.
 * Where there is none, the tile has it whose list this is: the row that had it went with the list before.
 */
export const useFocusRow = (at: number, total: number | undefined, turn: string): void => {
  const done = useRef('')
  useEffect(() => {
    if (done.current === turn || total === undefined) return
    done.current = turn
    const row = `[data-row="${Math.min(Math.max(0, at), total - 1)}"]`
    const place = total === 0 ? '[data-tile][aria-pressed="true"]' : row
    const frame = requestAnimationFrame(() => document.querySelector<HTMLElement>(place)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [at, total, turn])
}
