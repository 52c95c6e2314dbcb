import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { useRowKeys } from '#renderer/app/use-row-keys.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { SplitPane } from '#renderer/ui/split-pane.tsx'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import { type RowSource, useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { useRoomFor } from '#renderer/ui/use-media.ts'
import { CONTACT_KINDS, type Outcome } from '#shared/features/care/kinds.ts'
import type { RecallRow } from '#shared/features/care/schema.ts'
import { type ChangeRecall, type RecallAddress, recallAddress, recallFilterOf } from './recall-address.ts'
import { recallColumns } from './recall-columns.tsx'
import { RecallPreview } from './recall-preview.tsx'
import { RecallPrint } from './recall-print.tsx'
import { RecallTools } from './recall-tools.tsx'
import { RecordDialog } from './record-dialog.tsx'
import frame from '#renderer/ui/page-frame.module.css'

const rowElement = (index: number): HTMLElement | null => document.querySelector(`[data-row="${index}"]`)

const useRecallRows = (address: RecallAddress): RowSource<RecallRow> =>
  useRowPages((offset, limit) => {
    const input = { ...recallFilterOf(address), kind: address.kind, state: address.state, offset, limit }
    return { queryKey: ['care', 'page', input], queryFn: ({ signal }) => core.care.page(input, { signal }) }
  })

/** Coming to the list: the row that somebody left from has the focus, else the first one. */
const useFocusRow = (at: number, isHere: boolean): void => {
  const done = useRef(false)
  useEffect(() => {
    if (done.current || !isHere) return
    done.current = true
    const frame = requestAnimationFrame(() => rowElement(Math.max(0, at))?.focus())
    return () => cancelAnimationFrame(frame)
  }, [at, isHere])
}

const KEYS: readonly {
  readonly keys: string
  readonly outcome: Outcome
  readonly title: string
  readonly short: string
}[] = [
  { keys: 'I', outcome: 'invited', title: 'Record an invitation', short: 'invited' },
  { keys: 'D', outcome: 'done', title: 'Record that it was done', short: 'done' },
  { keys: 'X', outcome: 'declined', title: 'Record that they said no', short: 'said no' },
  { keys: 'U', outcome: 'unsuitable', title: 'Record that it is not suitable', short: 'not suitable' },
]

const EMPTY_WORDS: Readonly<Record<RecallAddress['state'], string>> = {
  overdue: 'Nobody is overdue',
  due: 'Nobody is due in the next four weeks',
  later: 'Nobody is due later',
  no_answer: 'Everybody who was invited has answered, or was invited once',
}

interface Recording {
  readonly row: RecallRow
  /** Where the row stood, or where the one recorded before it did: that one may have stayed in the list, or left it. */
  readonly index: number
  readonly outcome: Outcome
}

/** Where the row in the form stands now. */
const placeOf = (rows: RowSource<RecallRow>, { row, index }: Recording): number =>
  rows.rowAt(index + 1)?.person.id === row.person.id ? index + 1 : index

/** `/care-reviews`: who is to be asked for a support contact or a care review, worked from the keyboard. */
export const RecallPage = (): ReactNode => {
  usePageTitle('careReviews')
  useBreadcrumbs([{ label: 'Care reviews' }])
  const [address, change] = useUrlState(recallAddress) as readonly [RecallAddress, ChangeRecall]
  const [, goTo] = usePath()
  const mayWrite = useMay('journey.write')
  const previewFits = useRoomFor(75)
  const day = dayNow()
  const columns = useMemo(() => recallColumns(day), [day])
  const rows = useRecallRows(address)
  const counts = useCoreQuery('care', 'counts', recallFilterOf(address), { keepPrevious: true }).data
  const [focusedAt, setFocusedAt] = useState(-1)
  const [recording, setRecording] = useState<Recording | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [printing, setPrinting] = useState(false)
  const focused = focusedAt < 0 ? undefined : rows.rowAt(focusedAt)
  useFocusRow(address.at, rows.total !== undefined && rows.total > 0)
  const record = (row: RecallRow, outcome: Outcome): void =>
    setRecording({ row, outcome, index: rows.rowAt(focusedAt)?.person.id === row.person.id ? focusedAt : 0 })
  const open = (row: RecallRow): void => {
    change({ at: Math.max(0, focusedAt) }, { replace: true })
    goTo(`/people/${row.person.id}/reviews`)
  }
  useRowKeys()
  useCommands([
    ...(mayWrite
      ? KEYS.map(({ keys, outcome, title }) => ({
          id: `care.${outcome}`,
          title,
          group: 'On this page' as const,
          keys: [keys],
          run: () => (focused === undefined ? false : record(focused, outcome)),
        }))
      : []),
    { id: 'care.print', title: 'Print the list', group: 'On this page', keys: ['P'], run: () => setPrinting(true) },
  ])
  const place = recording === null ? 0 : placeOf(rows, recording)
  const next = recording === null ? undefined : rows.rowAt(place + 1)
  if (printing) return <RecallPrint address={address} onDone={() => setPrinting(false)} />
  return (
    <>
      <SplitPane
        previewLabel="Preview"
        preview={
          previewFits ? <RecallPreview row={focused} mayWrite={mayWrite} onRecord={record} onOpen={open} /> : undefined
        }
        main={
          <div className={frame.page}>
            <header className={frame.head}>
              <h1>Care reviews</h1>
              <Tabs
                label="Which contact"
                tabs={CONTACT_KINDS.map(({ code, plural }) => ({
                  id: code,
                  label: plural,
                  count: counts?.[code]?.overdue?.toLocaleString('en-GB'),
                }))}
                active={address.kind}
                onChange={(kind) => change({ kind, at: -1 })}
              />
              <span className={frame.push} />
              <Button size="small" icon={IconPrinter} keys="P" onClick={() => setPrinting(true)}>
                Print the list
              </Button>
            </header>
            <RecallTools address={address} change={change} counts={counts?.[address.kind]} total={rows.total} />
            {failure !== null && (
              <div className={frame.notice}>
                <InlineAlert tone="bad" spoken title="That could not be done">
                  {failure}
                </InlineAlert>
              </div>
            )}
            <div className={frame.list}>
              <DataTable
                key={`${address.kind} ${address.state}`}
                label={`People to ask: ${address.kind === 'care_review' ? 'care reviews' : 'support contacts'}`}
                columns={columns}
                rows={rows}
                rowId={(row) => row.person.id}
                onOpen={open}
                onActive={(_row, index) => setFocusedAt(index)}
                startAt={Math.max(0, address.at)}
                empty={
                  <EmptyState title={EMPTY_WORDS[address.state]}>
                    {address.lead !== 'anyone' || address.group !== null
                      ? 'A filter is on: take it off to see everybody.'
                      : 'The other tabs show who comes next.'}
                  </EmptyState>
                }
              />
            </div>
            <footer className={frame.status}>
              <span>Whoever is no longer registered here is not asked.</span>
              <span className={frame.push} />
              {mayWrite &&
                KEYS.map(({ keys, short }) => (
                  <span key={keys}>
                    <KeyHint keys={keys} /> {short}
                  </span>
                ))}
              <span>
                <KeyHint keys="Enter" /> open
              </span>
            </footer>
          </div>
        }
      />
      {recording !== null && (
        <RecordDialog
          key={`${recording.row.person.id} ${recording.outcome}`}
          personId={recording.row.person.id}
          patient={bannerOf(recording.row.person, day)}
          kind={recording.row.kind}
          outcome={recording.outcome}
          onClose={() => setRecording(null)}
          onSaved={() => setRecording(null)}
          onNext={
            next === undefined ? undefined : () => setRecording({ row: next, index: place, outcome: recording.outcome })
          }
          onFailedUndo={setFailure}
        />
      )}
    </>
  )
}
