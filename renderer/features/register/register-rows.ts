import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { prefetchCoreQuery } from '#renderer/app/core-query.ts'
import { PAGE_SIZE, type RowSource, useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import type { RegisterFilter, RegisterRow, RegisterSort } from '#shared/features/register/schema.ts'
import { filterOf, type RegisterAddress, usualAddress } from './register-address.ts'

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

/** Asks for what the register shows when it is opened plainly, before it is drawn. */
export const askForRegister = (queryClient: QueryClient): void => {
  const input = { ...listQueryOf(usualAddress), offset: 0, limit: PAGE_SIZE }
  void prefetchCoreQuery(queryClient, 'register', 'page', input)
  void prefetchCoreQuery(queryClient, 'register', 'viewCounts', {})
}

/** The same text while the list is the same: what is chosen in one list is not chosen in the next. */
export const useListKey = (query: RegisterFilter): string => useMemo(() => JSON.stringify(query), [query])
