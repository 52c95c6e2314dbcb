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

/** Coming to a list, and back from a dialog that took the row away: a row has the focus, so that keys go on working. */
export const useFocusRow = (at: number, total: number | undefined, turn: string): void => {
  const done = useRef('')
  useEffect(() => {
    if (done.current === turn || total === undefined || total === 0) return
    done.current = turn
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-row="${Math.min(Math.max(0, at), total - 1)}"]`)?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [at, total, turn])
}
