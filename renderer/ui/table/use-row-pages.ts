import { hashKey, type QueryFunction, type QueryKey, useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

export type RowPage<Row> = { readonly rows: readonly Row[]; readonly total: number }

/** Where a table's rows come from. A table of 100,000 holds only the pages that have been in view. */
export type RowSource<Row> = {
  /** Rows in all, or undefined until the first page is here. */
  readonly total: number | undefined
  /** The row at an index of the whole list, or undefined while its page is on the way. */
  readonly rowAt: (index: number) => Row | undefined
  /** Told by the table which rows are in view, both ends included. */
  readonly need: (first: number, last: number) => void
  readonly failed: boolean
  readonly retry: () => void
}

/** What a query of the contract gives: `orpc.register.page.queryOptions({ input })`. */
type PageQuery<Row> = { readonly queryKey: QueryKey; readonly queryFn: QueryFunction<RowPage<Row>> }

/** Rows asked for at a time. */
export const PAGE_SIZE = 40

type HeldPage<Row> = { readonly number: number; readonly data: RowPage<Row> | undefined }

/** The pages that were here together last, and of which list. */
type Held<Row> = { readonly list: string; readonly pages: readonly HeldPage<Row>[] }

const samePages = <Row>(one: readonly HeldPage<Row>[], other: readonly HeldPage<Row>[]): boolean =>
  one.length === other.length &&
  one.every(({ number, data }, position) => other[position]?.number === number && other[position].data === data)

type PageSpan = { readonly first: number; readonly last: number }

const pageNumbers = ({ first, last }: PageSpan): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, offset) => first + offset)

/**
 * Rows in pages, fetched as they come into view. While a new filter or sort loads, the old rows stay on screen,
 * so that typing in a search box does not flash. They go all at once: the top of one list never stands over the rest of
 * another.
 */
export const useRowPages = <Row>(page: (offset: number, limit: number) => PageQuery<Row>): RowSource<Row> => {
  const [span, setSpan] = useState<PageSpan>({ first: 0, last: 0 })
  const results = useQueries({
    queries: pageNumbers(span).map((number) => ({ ...page(number * PAGE_SIZE, PAGE_SIZE), staleTime: Infinity })),
  })
  const [held, setHeld] = useState<Held<Row>>({ list: '', pages: [] })
  const list = hashKey(page(0, PAGE_SIZE).queryKey)
  const current = results.map(({ data }, position) => ({ number: span.first + position, data }))
  const settled = results.every((result) => result.isSuccess)
  if (settled && (held.list !== list || !samePages(current, held.pages))) setHeld({ list, pages: current })

  const need = useCallback((firstRow: number, lastRow: number): void => {
    const first = Math.floor(Math.max(0, firstRow) / PAGE_SIZE)
    const last = Math.floor(Math.max(0, lastRow) / PAGE_SIZE)
    setSpan((before) => (before.first === first && before.last === last ? before : { first, last }))
  }, [])

  const pages = settled
    ? current
    : held.list === list || held.pages.length === 0
      ? [...current.filter(({ data }) => data !== undefined), ...held.pages]
      : held.pages
  const pageAt = (number: number): RowPage<Row> | undefined => pages.find((one) => one.number === number)?.data
  return {
    total: pages.find(({ data }) => data !== undefined)?.data?.total,
    rowAt: (index) => pageAt(Math.floor(index / PAGE_SIZE))?.rows[index % PAGE_SIZE],
    need,
    failed: results.some((result) => result.isError),
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch()
    },
  }
}

/** Rows that are all here already, for short lists. */
export const fixedRows = <Row>(rows: readonly Row[]): RowSource<Row> => ({
  total: rows.length,
  rowAt: (index) => rows[index],
  need: () => undefined,
  failed: false,
  retry: () => undefined,
})
