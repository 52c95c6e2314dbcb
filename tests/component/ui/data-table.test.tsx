import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SingleKeysContext } from '#renderer/ui/single-keys.ts'
import type { DataTableColumn, SortState } from '#renderer/ui/table/columns.ts'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import { DataTable, type DataTableProps } from '#renderer/ui/table/data-table.tsx'
import { fixedRows, useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import { accessibilityFaults, renderUi } from './render-ui.tsx'

type Person = { readonly id: string; readonly name: string; readonly site: string }

const VIEW_HEIGHT = 480

/** happy-dom lays nothing out, so the scroller is given a size for the virtualiser to fill. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(VIEW_HEIGHT)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(900)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(VIEW_HEIGHT)
})

afterEach(() => vi.useRealTimers())

const person = (index: number): Person => ({
  id: `id-${index}`,
  name: `PERSON ${index}`,
  site: index % 2 === 0 ? 'Colon' : 'Lung',
})

const columns: readonly DataTableColumn<Person>[] = [
  { id: 'site', header: 'Cancer', width: 120, sortable: true, cell: ({ site }) => site },
  {
    id: 'person',
    header: 'Person',
    width: 200,
    sortable: true,
    locked: true,
    cell: ({ name, id }) => <CellLines main={name} sub={id} />,
  },
  { id: 'lead', header: 'Lead', width: 60, align: 'end', cell: () => 'BT' },
]

type HarnessProps = Partial<DataTableProps<Person>> & { readonly count?: number }

const Harness = ({ count = 1000, ...props }: HarnessProps) => {
  const [rows] = useState(() => fixedRows(Array.from({ length: count }, (_, index) => person(index))))
  const [sort, setSort] = useState<SortState>({ column: 'person', direction: 'ascending' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return (
    <>
      <button type="button">Before</button>
      <DataTable
        label="Register"
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        sort={sort}
        onSort={setSort}
        chosen={chosen}
        onToggle={({ id }) => setChosen((before) => (before.has(id) ? new Set() : new Set([...before, id])))}
        empty={<p>Nobody matches</p>}
        {...props}
      />
      <button type="button">After</button>
    </>
  )
}

const focusedRow = (): string | null | undefined => document.activeElement?.getAttribute('data-row')
const startInRows = (): void => act(() => document.querySelector<HTMLElement>('[data-row="0"]')?.focus())

describe('the grid', () => {
  it('says how long it is, where each row is, and how it is sorted', async () => {
    renderUi(<Harness />)
    expect(screen.getByRole('grid', { name: 'Register' }).getAttribute('aria-rowcount')).toBe('1001')
    const rows = screen.getAllByRole('row')
    expect(rows[0]?.getAttribute('aria-rowindex')).toBe('1')
    expect(rows[1]?.getAttribute('aria-rowindex')).toBe('2')
    expect(rows.length).toBeLessThan(40)
    expect(screen.getByRole('columnheader', { name: 'Person' }).getAttribute('aria-sort')).toBe('ascending')
    expect(screen.getByRole('columnheader', { name: 'Cancer' }).getAttribute('aria-sort')).toBe('none')
    expect(screen.getByRole('columnheader', { name: 'Lead' }).hasAttribute('aria-sort')).toBe(false)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('puts locked columns first, and the rest in the order that was asked for', () => {
    renderUi(<Harness columnIds={['lead', 'site']} />)
    const names = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(names.slice(1)).toEqual(['Person', 'Lead', 'Cancer'])
  })

  it('hides a column that was not asked for', () => {
    renderUi(<Harness columnIds={['person']} />)
    expect(screen.queryByRole('columnheader', { name: 'Cancer' })).toBeNull()
  })

  it('is one stop of the Tab key for its head and one for its rows, and Tab leaves', async () => {
    renderUi(<Harness />)
    screen.getByText('Before').focus()
    await userEvent.tab()
    expect(document.activeElement?.textContent).toContain('Person')
    await userEvent.tab()
    expect(focusedRow()).toBe('0')
    await userEvent.tab()
    expect(document.activeElement?.textContent).toBe('After')
  })

  it.each([
    ['{ArrowDown}{ArrowDown}', '2'],
    ['jjk', '1'],
    ['{End}', '999'],
    ['{End}{Home}', '0'],
    ['{PageDown}', '9'],
    ['{PageDown}{PageUp}{PageUp}', '0'],
    ['{End}{ArrowDown}', '999'],
  ])('moves with %s to row %s', async (keys, row) => {
    renderUi(<Harness />)
    startInRows()
    await userEvent.keyboard(keys)
    expect(focusedRow()).toBe(row)
  })

  it('leaves letters alone when keys of one letter are switched off', async () => {
    const choose = vi.fn()
    renderUi(
      <SingleKeysContext value={false}>
        <Harness onToggle={choose} />
      </SingleKeysContext>,
    )
    startInRows()
    await userEvent.keyboard('jx')
    expect(focusedRow()).toBe('0')
    expect(choose).not.toHaveBeenCalled()
    await userEvent.keyboard('{ArrowDown} ')
    expect(choose.mock.calls).toEqual([[person(1), 1]])
  })

  it('opens with Enter or a double click, chooses with X or the box, and tells a preview what has focus', async () => {
    const open = vi.fn()
    const follow = vi.fn()
    renderUi(<Harness onOpen={open} onActive={follow} />)
    startInRows()
    await userEvent.keyboard('{ArrowDown}{Enter}x')
    expect(open.mock.calls).toEqual([[person(1), 1]])
    expect(follow).toHaveBeenLastCalledWith(person(1), 1)
    expect(document.querySelector('[data-row="1"]')?.getAttribute('aria-selected')).toBe('true')
    const third = document.querySelector<HTMLElement>('[data-row="3"]')
    await userEvent.dblClick(third?.querySelector('[role="rowheader"]') ?? document.body)
    expect(open).toHaveBeenLastCalledWith(person(3), 3)
    await userEvent.click(third?.querySelector('[data-choose]') ?? document.body)
    expect(third?.getAttribute('aria-selected')).toBe('true')
  })

  it('sorts from the head: Enter on a column, and again the other way', async () => {
    renderUi(<Harness />)
    startInRows()
    await userEvent.keyboard('{ArrowUp}')
    expect(document.activeElement?.textContent).toContain('Person')
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('columnheader', { name: 'Person' }).getAttribute('aria-sort')).toBe('descending')
    await userEvent.keyboard('{ArrowRight}{Enter}')
    expect(screen.getByRole('columnheader', { name: 'Cancer' }).getAttribute('aria-sort')).toBe('ascending')
    await userEvent.keyboard('{ArrowDown}')
    expect(focusedRow()).toBe('0')
  })

  it('says why it is empty', () => {
    renderUi(<Harness count={0} />)
    expect(screen.getByText('Nobody matches')).toBeTruthy()
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1')
  })

  it('shows a skeleton only when the wait is longer than 300 ms', () => {
    vi.useFakeTimers()
    const waiting = { ...fixedRows<Person>([]), total: undefined }
    renderUi(<Harness rows={waiting} />)
    act(() => void vi.advanceTimersByTime(290))
    expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull()
    act(() => void vi.advanceTimersByTime(20))
    expect(screen.queryByRole('status', { name: 'Loading' })).not.toBeNull()
  })

  it('says when rows could not be read, and tries again', async () => {
    const retry = vi.fn()
    renderUi(<Harness rows={{ ...fixedRows<Person>([]), total: undefined, failed: true, retry }} />)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledOnce()
  })
})

describe('rows in pages', () => {
  const total = 100_000

  const Paged = ({ asked }: { readonly asked: number[] }) => {
    const rows = useRowPages<Person>((offset, limit) => ({
      queryKey: ['people', offset],
      queryFn: async () => {
        asked.push(offset)
        return { total, rows: Array.from({ length: limit }, (_, index) => person(offset + index)) }
      },
    }))
    return <Harness rows={rows} />
  }

  const renderPaged = (asked: number[]): void => {
    const client = new QueryClient()
    renderUi(
      <QueryClientProvider client={client}>
        <Paged asked={asked} />
      </QueryClientProvider>,
    )
  }

  it('fetches only what comes into view out of 100,000', async () => {
    const asked: number[] = []
    renderPaged(asked)
    await waitFor(() => expect(screen.getByText('PERSON 3')).toBeTruthy())
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001')
    expect(asked).toEqual([0])
    const scroller = screen.getByRole('grid').parentElement
    act(() => {
      if (scroller !== null) scroller.scrollTop = 48 * 50_000
      if (scroller !== null) fireEvent.scroll(scroller)
    })
    await waitFor(() => expect(screen.getByText('PERSON 50003')).toBeTruthy())
    expect(asked).toEqual([0, 50_000])
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
  })
})
