import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { useDensity } from '#renderer/app/preferences.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { BundleDialog } from '#renderer/features/fhir/public.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { SplitPane } from '#renderer/ui/split-pane.tsx'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import { useRoomFor } from '#renderer/ui/use-media.ts'
import { REGISTER_VIEWS, type RegisterFilter, type RegisterRow } from '#shared/features/register/schema.ts'
import { ChosenPeople } from './chosen-people.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { EmptyRegister, NothingFound } from './empty-register.tsx'
import { PersonPreview } from './person-preview.tsx'
import {
  type ChangeAddress,
  filterCount,
  filterOf,
  filterWords,
  noFilters,
  registerAddress,
  type RegisterAddress,
  sortChange,
  sortStateOf,
  type ViewWithoutSearch,
} from './register-address.ts'
import { registerColumns } from './register-columns.tsx'
import { peopleWords } from './person-words.ts'
import { RegisterPrint } from './register-print.tsx'
import { listQueryOf, useListKey, useRegisterRows } from './register-rows.ts'
import { RegisterTools } from './register-tools.tsx'
import { RegisterViews } from './register-views.tsx'
import frame from '#renderer/ui/page-frame.module.css'
import { useChosen } from './use-chosen.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { useRowKeys } from '#renderer/app/use-row-keys.ts'

const ACTION_BAR_SPACE = 72

const rowElement = (index: number): HTMLElement | null => document.querySelector(`[data-row="${index}"]`)

/** Says the count after a filter, once it stands still. */
const useSpokenCount = (total: number | undefined): void => {
  const before = useRef(total)
  useEffect(() => {
    if (total === undefined || before.current === total) return
    const first = before.current === undefined
    before.current = total
    if (!first) announce(peopleWords(total))
  }, [total])
}

/** Coming back to the list: the row that somebody left from has the focus again. */
const useReturnToRow = (at: number, isHere: boolean): void => {
  const returned = useRef(at < 0)
  useEffect(() => {
    if (returned.current || !isHere) return
    returned.current = true
    // The rows are drawn once the list has been measured, which is before the next frame.
    const frame = requestAnimationFrame(() => rowElement(at)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [at, isHere])
}

type Focused = { readonly row: RegisterRow; readonly index: number }

/**
 * The row that has the focus. Another filter starts without one, so the preview never shows who is not in the list. When
 * the list moves under the focus it is whoever stands there now: the keys act on nobody but the row that is marked.
 */
const useFocused = (
  filter: RegisterFilter,
  rowAt: (index: number) => RegisterRow | undefined,
): readonly [Focused | undefined, (focused: Focused) => void] => {
  const key = useListKey(filter)
  const [held, setHeld] = useState<{ readonly key: string; readonly focused: Focused }>()
  const set = (focused: Focused): void => setHeld({ key, focused })
  if (held?.key !== key) return [undefined, set]
  const { row, index } = held.focused
  return [{ index, row: rowAt(index) ?? row }, set]
}

/** Going to a person and to their form, leaving a mark of where the list was left. */
const useGoTo = (change: ChangeAddress): ((focused: Focused, page: 'journey' | 'edit') => void) => {
  const [, goTo] = usePath()
  return ({ row, index }, page) => {
    change({ at: index }, { replace: true })
    goTo(`/people/${row.id}/${page}`)
  }
}

/** The same object while nothing but the search changes. */
const useViewWithoutSearch = ({
  view,
  group,
  living,
  due,
  sort,
  desc,
  columns,
  preview,
}: RegisterAddress): ViewWithoutSearch =>
  useMemo(
    () => ({ view, group, living, due, sort, desc, columns, preview }),
    [view, group, living, due, sort, desc, columns, preview],
  )

/** The register with people on it: views, tools, the table and the preview. */
const RegisterList = ({ counts }: { readonly counts: Readonly<Record<string, number>> | undefined }): ReactNode => {
  const [address, change] = useUrlState(registerAddress) as readonly [RegisterAddress, ChangeAddress]
  const [density] = useDensity('register')
  const mayWrite = useMay('register.write')
  const previewFits = useRoomFor(75)
  const searchBox = useRef<HTMLInputElement>(null)
  const [, goToPath] = usePath()
  const goTo = useGoTo(change)
  const day = today()
  const columns = useMemo(() => registerColumns(day), [day])
  const query = listQueryOf(address)
  const rows = useRegisterRows(query)
  const chosen = useChosen(query, rows.total ?? 0)
  const [focused, setFocused] = useFocused(filterOf(address), rows.rowAt)
  const [over, setOver] = useState<'print' | 'view' | 'chosen' | 'bundle' | 'chosen-bundle' | null>(null)
  const print = useCallback(() => setOver('print'), [])
  const exportView = useCallback(() => setOver('view'), [])
  const bundleView = useCallback(() => setOver('bundle'), [])
  const view = useViewWithoutSearch(address)
  const showPreview = previewFits && address.preview
  useSpokenCount(rows.total)
  useReturnToRow(address.at, rows.rowAt(address.at) !== undefined)
  const edit = (): boolean | void => (focused === undefined ? false : goTo(focused, 'edit'))
  const current = (row: RegisterRow): Focused => ({ row, index: focused?.row.id === row.id ? focused.index : 0 })
  useCommands([
    {
      id: 'register.find',
      title: 'Find on the register',
      group: 'On this page',
      keys: ['/'],
      run: () => searchBox.current?.focus(),
    },
    {
      id: 'register.clear',
      title: 'Clear who is chosen',
      group: 'On this page',
      keys: ['Esc'],
      keysOnly: true,
      run: () => (chosen.ids.size === 0 ? false : chosen.clear()),
    },
    ...(mayWrite
      ? [
          {
            id: 'register.add',
            title: 'Add a person',
            group: 'On this page' as const,
            keys: ['N'],
            icon: IconPlus,
            alsoCalled: ['new patient'],
            run: () => goToPath('/register/new'),
          },
          {
            id: 'register.edit',
            title: 'Edit the person in focus',
            group: 'On this page' as const,
            keys: ['E'],
            keysOnly: true,
            run: edit,
          },
        ]
      : []),
  ])
  if (over === 'print') {
    const title = REGISTER_VIEWS.find(({ code }) => code === address.view)?.label ?? 'Everyone'
    const shown = address.columns.flatMap((id) => columns.find((column) => column.id === id && id !== 'strip') ?? [])
    return (
      <RegisterPrint
        title={title}
        narrowed={filterWords(address)}
        list={query}
        columns={shown}
        onDone={() => setOver(null)}
      />
    )
  }
  return (
    <SplitPane
      previewLabel="Preview"
      preview={
        showPreview ? (
          <PersonPreview
            row={focused?.row}
            onOpen={(row) => goTo(current(row), 'journey')}
            onEdit={mayWrite ? (row) => goTo(current(row), 'edit') : undefined}
          />
        ) : undefined
      }
      main={
        <div className={frame.page}>
          <header className={frame.head}>
            <h1>Register</h1>
            <RegisterViews counts={counts} address={address} change={change} />
            {mayWrite && (
              <Link href="/register/new" asChild>
                <ButtonLink kind="filled" size="small" icon={IconPlus} keys="N">
                  Add a person
                </ButtonLink>
              </Link>
            )}
          </header>
          <RegisterTools
            address={address}
            view={view}
            change={change}
            columns={columns}
            searchBox={searchBox}
            onToRows={() => rowElement(0)?.focus()}
            previewFits={previewFits}
            onPrint={print}
            onExport={exportView}
            onBundle={bundleView}
          />
          <div className={frame.list}>
            <DataTable
              label="People on the register"
              columns={columns}
              columnIds={address.columns}
              rows={rows}
              rowId={(row) => row.id}
              density={density}
              sort={sortStateOf(address)}
              onSort={(sort) => change(sortChange(sort))}
              onOpen={(row) => goTo(current(row), 'journey')}
              onActive={(row, index) => setFocused({ row, index })}
              startAt={Math.max(0, address.at)}
              chosen={chosen.ids}
              onToggle={(row) => chosen.toggle(row.id)}
              chooseAll={{ state: chosen.state, toggle: chosen.toggleAll }}
              footSpace={chosen.ids.size > 0 ? ACTION_BAR_SPACE : 0}
              empty={<NothingFound filters={filterCount(address)} onClear={() => change(noFilters)} />}
            />
            <ChosenPeople
              ids={[...chosen.ids]}
              onClear={chosen.clear}
              onExport={() => setOver('chosen')}
              onBundle={() => setOver('chosen-bundle')}
            />
            {(over === 'view' || over === 'chosen') && (
              <ExportDialog
                list={query}
                personIds={over === 'chosen' ? [...chosen.ids] : null}
                count={over === 'chosen' ? chosen.ids.size : (rows.total ?? 0)}
                columns={address.columns}
                onClose={() => setOver(null)}
              />
            )}
            {(over === 'bundle' || over === 'chosen-bundle') && (
              <BundleDialog
                list={query}
                personIds={over === 'chosen-bundle' ? [...chosen.ids] : null}
                count={over === 'chosen-bundle' ? chosen.ids.size : (rows.total ?? 0)}
                onClose={() => setOver(null)}
              />
            )}
          </div>
          <footer className={frame.status}>
            <span>{rows.total === undefined ? ' ' : peopleWords(rows.total)}</span>
            <span className={frame.push} />
            <span>
              <KeyHint keys="X" /> choose
            </span>
            <span>
              <KeyHint keys="Enter" /> open
            </span>
            <span>
              <KeyHint keys="?" /> all keys
            </span>
          </footer>
        </div>
      }
    />
  )
}

/** `/register`: everyone at the practice with cancer, as a table that is worked from the keyboard. */
export const RegisterPage = (): ReactNode => {
  usePageTitle('register')
  useBreadcrumbs([{ label: 'Register' }])
  const counts = useCoreQuery('register', 'viewCounts', {})
  const mayWrite = useMay('register.write')
  const isEmpty = counts.data?.['everyone'] === 0
  const [, goTo] = usePath()
  useRowKeys()
  useCommands(
    isEmpty && mayWrite
      ? [
          {
            id: 'register.add',
            title: 'Add a person',
            group: 'On this page',
            keys: ['N'],
            icon: IconPlus,
            run: () => goTo('/register/new'),
          },
        ]
      : [],
  )
  return isEmpty ? <EmptyRegister /> : <RegisterList counts={counts.data} />
}
