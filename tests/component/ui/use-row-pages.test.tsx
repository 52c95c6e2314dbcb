import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { createQueryClient } from '#renderer/app/query-client.ts'
import { PAGE_SIZE, type RowPage, useRowPages } from '#renderer/ui/table/use-row-pages.ts'

afterEach(cleanup)

/** Lists of a thousand rows, each row named by its list and place. A page is answered when the test lets it be. */
const slowLists = () => {
  const waiting = new Map<string, () => void>()
  const page = (list: string) => (offset: number, limit: number) => ({
    queryKey: ['rows', { list, offset, limit }],
    queryFn: () =>
      new Promise<RowPage<string>>((answer) =>
        waiting.set(`${list}${offset / PAGE_SIZE}`, () =>
          answer({ rows: Array.from({ length: limit }, (_, at) => `${list}${offset + at}`), total: 1000 }),
        ),
      ),
  })
  const answer = async (name: string): Promise<void> => {
    await waitFor(() => expect(waiting.has(name)).toBe(true))
    await act(async () => waiting.get(name)?.())
  }
  return { page, answer }
}

describe('rows in pages', () => {
  it('never show the top of one list over the rest of another', async () => {
    const { page, answer } = slowLists()
    const queryClient = createQueryClient()
    const wrapper = ({ children }: { children: ReactNode }): ReactNode => (
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    )
    const { result, rerender } = renderHook(({ list }) => useRowPages(page(list)), {
      wrapper,
      initialProps: { list: 'a' },
    })
    const shown = (): (string | undefined)[] => [0, PAGE_SIZE].map((index) => result.current.rowAt(index))
    await answer('a0')
    await waitFor(() => expect(shown()).toEqual(['a0', undefined]))
    act(() => result.current.need(0, PAGE_SIZE + 5))
    expect(shown()).toEqual(['a0', undefined])
    await answer('a1')
    await waitFor(() => expect(shown()).toEqual(['a0', `a${PAGE_SIZE}`]))
    rerender({ list: 'b' })
    await answer('b0')
    await waitFor(() => expect(queryClient.isFetching()).toBe(1))
    rerender({ list: 'b' })
    expect(shown()).toEqual(['a0', `a${PAGE_SIZE}`])
    await answer('b1')
    await waitFor(() => expect(shown()).toEqual(['b0', `b${PAGE_SIZE}`]))
  })
})
