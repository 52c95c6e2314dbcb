import { useMemo } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { type RowSource, useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import type { RegisterFilter, RegisterRow, RegisterSort } from '#shared/features/register/schema.ts'

export interface ListQuery extends RegisterFilter {
  readonly sort: RegisterSort
  readonly descending: boolean
}

/** The rows a filter finds, a page at a time as they come into view. */
export const useRegisterRows = (query: ListQuery): RowSource<RegisterRow> =>
  useRowPages((offset, limit) => {
    const input = { ...query, offset, limit }
    return { queryKey: ['register', 'page', input], queryFn: ({ signal }) => core.register.page(input, { signal }) }
  })

/** The same text while the list is the same: what is chosen in one list is not chosen in the next. */
export const useListKey = (query: RegisterFilter): string => useMemo(() => JSON.stringify(query), [query])
