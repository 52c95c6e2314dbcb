import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { prefetchCoreQuery } from '#renderer/app/core-query.ts'
import { PAGE_SIZE, type RowSource, useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import type { RegisterFilter, RegisterRow, RegisterSort } from '#shared/features/register/schema.ts'
import { type ChangeAddress, filterOf, type RegisterAddress, usualAddress } from './register-address.ts'

export interface ListQuery extends RegisterFilter {
  readonly sort: RegisterSort
  readonly descending: boolean
}

/** What the register asks for at an address. */
export const listQueryOf = (address: RegisterAddress): ListQuery => ({
  ...filterOf(address),
  sort: address.sort,
  descending: address.desc,
})

/** The rows a filter finds, a page at a time as they come into view. */
export const useRegisterRows = (query: ListQuery): RowSource<RegisterRow> =>
  useRowPages((offset, limit) => {
    const input = { ...query, offset, limit }
    return { queryKey: ['register', 'page', input], queryFn: ({ signal }) => core.register.page(input, { signal }) }
  })

const askForList = (queryClient: QueryClient, query: ListQuery): Promise<void> =>
  prefetchCoreQuery(queryClient, 'register', 'page', { ...query, offset: 0, limit: PAGE_SIZE })

/** Asks for what the register shows when it is opened plainly, before it is drawn. */
export const askForRegister = (queryClient: QueryClient): void => {
  void askForList(queryClient, listQueryOf(usualAddress))
  void prefetchCoreQuery(queryClient, 'register', 'viewCounts', {})
}

/**
 * The search as it is being typed: the box has each letter at once, the address and the list follow together when the
 * core has answered. So a letter draws the page once, and the core works meanwhile.
 */
export const useTypedSearch = (
  address: RegisterAddress,
  change: ChangeAddress,
): readonly [string, (text: string) => void] => {
  const queryClient = useQueryClient()
  const [{ typed, since }, setTyped] = useState({ typed: address.q, since: address.q })
  const latest = useRef(0)
  // What was typed before the address took another search, or before the page was left, is not followed any more.
  useLayoutEffect(
    () => () => {
      latest.current += 1
    },
    [address.q],
  )
  // Another search than the one typed here: the way Back, a view, a filter taken off.
  if (since !== address.q) setTyped({ typed: address.q, since: address.q })
  const follow = async (text: string, mine: number): Promise<void> => {
    await askForList(queryClient, listQueryOf({ ...address, q: text }))
    if (latest.current === mine) change({ q: text, at: -1 }, { replace: true })
  }
  const type = (text: string): void => {
    setTyped({ typed: text, since: address.q })
    latest.current += 1
    void follow(text, latest.current)
  }
  return [typed, type]
}

/** The same text while the list is the same: what is chosen in one list is not chosen in the next. */
export const useListKey = (query: RegisterFilter): string => useMemo(() => JSON.stringify(query), [query])
