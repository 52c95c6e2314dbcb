import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import {
  AGE_BANDS,
  countBoth,
  isInView,
  SAFETY_NET_FILTERS,
  type SafetyNetFilter,
} from '#shared/features/pathways/harm.ts'
import type { SafetyNetRow } from '#shared/features/pathways/schema.ts'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { usePagePrinting } from '#renderer/app/use-page-printing.ts'
import { printNoted } from '#renderer/app/print-page.ts'
import { useRowKeys } from '#renderer/app/use-row-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { SplitPane } from '#renderer/ui/split-pane.tsx'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import type { RowSource } from '#renderer/ui/table/use-row-pages.ts'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { useRoomFor } from '#renderer/ui/use-media.ts'
import { PrintedReferrals } from './printed-referrals.tsx'
import { filteredReferrals, narrowedWords, referralAddress } from './referral-address.ts'
import { referralColumns } from './referral-columns.tsx'
import { ReferralPreview } from './referral-preview.tsx'
import { REFERRAL_STEPS, type RowTask } from './referral-steps.ts'
import { ReferralTask } from './referral-task.tsx'
import { ReferralTools, WhyThisOrder } from './referral-tools.tsx'
import { bothWords } from './referral-words.ts'
import frame from '#renderer/ui/page-frame.module.css'

const HERE = { group: 'On this page' } as const

const rowElement = (index: number): HTMLElement | null => document.querySelector(`[data-row="${index}"]`)

const sourceOf = (
  rows: readonly SafetyNetRow[] | undefined,
  failed: boolean,
  retry: () => void,
): RowSource<SafetyNetRow> => ({
  total: rows?.length,
  rowAt: (index) => rows?.[index],
  need: () => undefined,
  failed,
  retry,
})

/** A line that leaves the list must not take the focus with it: the next one has it. */
const useKeepFocus = (total: number, at: number): void => {
  const before = useRef(total)
  useEffect(() => {
    const fewer = total < before.current
    before.current = total
    if (!fewer || total === 0) return
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) rowElement(Math.min(at, total - 1))?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [total, at])
}

const NoReferrals = ({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: () => void }): ReactNode =>
  narrowed ? (
    <EmptyState title="No referral matches" actions={<Button onClick={onClear}>Show all open referrals</Button>}>
      Take a filter off, or look for fewer letters.
    </EmptyState>
  ) : (
    <EmptyState title="No referral is open">
      A referral comes here when it is logged in somebody’s journey, and stays until they have been treated, told that
      it is not cancer, or a clinician has signed it off.
    </EmptyState>
  )

type Focused = { readonly row: SafetyNetRow; readonly index: number }

/** `/referrals`: the safety net. Every open pathway, most harm of waiting first, worked from the keyboard. */
export const ReferralsPage = (): ReactNode => {
  usePageTitle('referrals')
  useBreadcrumbs([{ label: 'Referrals' }])
  const today = dayNow()
  const [address, change] = useUrlState(referralAddress)
  const [, goTo] = usePath()
  const open = useCoreQuery('pathways', 'open', {})
  const mayWrite = useMay('journey.write')
  const maySign = useMay('pathways.sign_off')
  const previewFits = useRoomFor(75)
  const searchBox = useRef<HTMLInputElement>(null)
  const [held, setHeld] = useState<Focused>()
  const [task, setTask] = useState<{ readonly row: SafetyNetRow; readonly what: RowTask } | null>(null)
  const all = open.data?.rows
  const rows = useMemo(
    () => (all === undefined ? undefined : filteredReferrals(all, address, today)),
    [all, address, today],
  )
  const columns = useMemo(() => referralColumns(today), [today])
  const source = useMemo(
    () => sourceOf(rows, open.error !== null && rows === undefined, () => void open.refetch()),
    [rows, open],
  )
  const [printing, print] = usePagePrinting(() =>
    printNoted('Open referrals', () => core.pathways.printOpen(countBoth(rows ?? []))),
  )
  useKeepFocus(rows?.length ?? 0, held?.index ?? 0)
  const focused = rows?.find(({ pathwayId }) => pathwayId === held?.row.pathwayId)
  const openRow = (row: SafetyNetRow): void => goTo(`/people/${row.person.id}/journey?pathway=${row.pathwayId}`)
  const begin = (what: RowTask): boolean | void => {
    if (focused === undefined) return false
    setTask({ row: focused, what })
  }
  const clear = (): void => change({ view: 'all', waiting: 'any', q: '' })
  useRowKeys()
  useCommands([
    {
      ...HERE,
      id: 'referrals.find',
      title: 'Find in the referrals',
      keys: ['/'],
      run: () => searchBox.current?.focus(),
    },
    { ...HERE, id: 'referrals.print', title: 'Print the referrals', keys: ['P'], run: print },
    ...REFERRAL_STEPS.map(({ key, title, eventType }) => ({
      ...HERE,
      id: `referrals.${eventType}`,
      title,
      keys: [key],
      keysOnly: true,
      run: () => (mayWrite ? begin({ kind: 'step', eventType }) : false),
    })),
    {
      ...HERE,
      id: 'referrals.sign',
      title: 'Sign off the referral',
      keys: ['O'],
      keysOnly: true,
      run: () => (maySign ? begin({ kind: 'sign' }) : false),
    },
  ])
  const inView = (view: SafetyNetFilter): number => (all ?? []).filter((row) => isInView(row, view, today)).length
  const bandCounts = Object.fromEntries(
    AGE_BANDS.map(({ code }) => [code, filteredReferrals(all ?? [], { ...address, waiting: code }, today).length]),
  )
  const preview = previewFits && address.preview
  return (
    <>
      <SplitPane
        previewLabel="Preview"
        preview={
          preview ? (
            <ReferralPreview
              row={focused}
              mayWrite={mayWrite}
              maySign={maySign}
              onTask={(what) => void begin(what)}
              onOpen={openRow}
            />
          ) : undefined
        }
        main={
          <div className={frame.page} data-print="hide">
            <header className={frame.head}>
              <h1>Referrals</h1>
              <Tabs
                label="Views"
                tabs={SAFETY_NET_FILTERS.map(({ code, label }) => ({
                  id: code,
                  label,
                  count: all === undefined ? undefined : inView(code).toLocaleString('en-GB'),
                }))}
                active={address.view}
                onChange={(view) => change({ view })}
              />
              <span className={frame.push} />
              <WhyThisOrder />
            </header>
            <ReferralTools
              filter={address}
              bandCounts={bandCounts}
              change={change}
              searchBox={searchBox}
              onToRows={() => rowElement(0)?.focus()}
              onPrint={print}
              preview={previewFits ? address.preview : null}
              onPreview={(shown) => change({ preview: shown }, { replace: true })}
            />
            <div className={frame.list}>
              <DataTable
                label="Open referrals, most harm of waiting first"
                columns={columns}
                rows={source}
                rowId={({ pathwayId }) => pathwayId}
                onOpen={openRow}
                onActive={(row, index) => setHeld({ row, index })}
                empty={<NoReferrals narrowed={(all?.length ?? 0) > 0} onClear={clear} />}
              />
            </div>
            <footer className={frame.status}>
              <span role="status">{rows === undefined ? ' ' : bothWords(countBoth(rows))}</span>
              <span className={frame.push} />
              {mayWrite &&
                REFERRAL_STEPS.map(({ key, label }) => (
                  <span key={key}>
                    <KeyHint keys={key} /> {label.toLowerCase()}
                  </span>
                ))}
              {maySign && (
                <span>
                  <KeyHint keys="O" /> sign off
                </span>
              )}
              <span>
                <KeyHint keys="Enter" /> open
              </span>
            </footer>
          </div>
        }
      />
      {printing && <PrintedReferrals rows={rows ?? []} narrowed={narrowedWords(address)} today={today} />}
      {task !== null && <ReferralTask row={task.row} task={task.what} onClose={() => setTask(null)} />}
    </>
  )
}
