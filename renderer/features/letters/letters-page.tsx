import { IconChartDots, IconPrinter, IconSend } from '@tabler/icons-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import type { Command } from '#renderer/app/command-registry.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { useRowKeys } from '#renderer/app/use-row-keys.ts'
import { ActionBar } from '#renderer/ui/action-bar.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SplitPane } from '#renderer/ui/split-pane.tsx'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { useRoomFor } from '#renderer/ui/use-media.ts'
import { LETTER_TABS, type LetterRow } from '#shared/features/letters/schema.ts'
import { letterColumns } from './letter-columns.tsx'
import { LetterDialogs } from './letter-dialogs.tsx'
import type { LetterAction, LetterDoing } from './letter-doing.ts'
import { LetterPane } from './letter-pane.tsx'
import { targetOf } from './letter-target.ts'
import {
  type ChangeLetters,
  filterWords,
  letterFilterOf,
  lettersAddress,
  type LettersAddress,
} from './letters-address.ts'
import { countWords, LettersFoot, NoLetters } from './letters-parts.tsx'
import { LETTER_KEYS, rowElement, useFocusRow, useLetterRows } from './letters-queue.ts'
import { LettersTools } from './letters-tools.tsx'
import { ListPrint } from './list-print.tsx'
import { type LetterText, listToPrint, type PrintedList } from './print-letters.ts'
import { PrintedLetters } from './printed-letters.tsx'
import { SeveralDialog } from './several-dialog.tsx'
import { useChosenLetters } from './use-chosen-letters.ts'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './letters.module.css'

const ACTION_BAR_SPACE = 72

/** `/letters`: letters that should be here, worked as a queue from the keyboard. */
export const LettersPage = (): ReactNode => {
  usePageTitle('letters')
  useBreadcrumbs([{ label: 'Letters to chase' }])
  const [address, change] = useUrlState(lettersAddress) as readonly [LettersAddress, ChangeLetters]
  const { tab } = address
  const [, goTo] = usePath()
  const mayWrite = useMay('journey.write')
  const paneFits = useRoomFor(75)
  const searchBox = useRef<HTMLInputElement>(null)
  const today = dayNow()
  const columns = useMemo(() => letterColumns(tab, today), [tab, today])
  const rows = useLetterRows(address)
  const counts = useCoreQuery('letters', 'counts', letterFilterOf(address), { keepPrevious: true }).data
  const chosen = useChosenLetters(`${tab} ${JSON.stringify(letterFilterOf(address))}`)
  const [focusedAt, setFocusedAt] = useState(-1)
  const [doing, setDoing] = useState<LetterDoing | null>(null)
  const [several, setSeveral] = useState<readonly LetterRow[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [printing, setPrinting] = useState<PrintedList | null>(null)
  const [letters, setLetters] = useState<readonly LetterText[] | null>(null)
  const [turn, setTurn] = useState(0)
  const focused = focusedAt < 0 ? undefined : rows.rowAt(focusedAt)
  useFocusRow(focusedAt < 0 ? address.at : focusedAt, rows.total, turn)
  const act = (action: LetterAction, row: LetterRow): void => {
    setFailure(null)
    setDoing({ action, target: targetOf(row, today) })
  }
  const open = (row: LetterRow): void => {
    change({ at: Math.max(0, focusedAt) }, { replace: true })
    goTo(`/people/${row.person.id}/letters`)
  }
  const endDoing = (): void => {
    setDoing(null)
    setTurn((before) => before + 1)
  }
  const askSeveral = (): void => {
    const some = chosen.rows.length > 0 ? chosen.rows : focused === undefined ? [] : [focused]
    const letters = some.filter(({ eventId, slot, arrived }) => eventId !== null && slot === null && arrived === null)
    if (letters.length === 0) return setFailure('Choose the letters first: press X on a row, or tick its box.')
    setFailure(null)
    setSeveral(letters)
  }
  const print = async (): Promise<void> => {
    const found = await listToPrint({ ...letterFilterOf(address), tab, sort: address.sort })
    if ('list' in found) setPrinting(found.list)
    else setFailure(found.failure)
  }
  const onFocused = (run: (row: LetterRow) => void) => (): boolean | void =>
    focused === undefined || focused.arrived !== null ? false : run(focused)
  const shared = { group: 'On this page' } as const
  useRowKeys()
  useCommands([
    { ...shared, id: 'letters.find', title: 'Find in the list', keys: ['/'], run: () => searchBox.current?.focus() },
    {
      ...shared,
      id: 'letters.print',
      title: 'Print the list',
      keys: ['P'],
      icon: IconPrinter,
      run: () => void print(),
    },
    {
      ...shared,
      id: 'letters.gap',
      title: 'Open the gap meter',
      keys: [],
      icon: IconChartDots,
      run: () => goTo('/letters/gap'),
    },
    {
      ...shared,
      id: 'letters.clear',
      title: 'Clear what is chosen',
      keys: ['Esc'],
      keysOnly: true,
      run: () => (chosen.ids.size === 0 ? false : chosen.clear()),
    },
    ...(mayWrite
      ? [
          ...LETTER_KEYS.map(({ keys, action, title }): Command => ({
            ...shared,
            id: `letters.${action}`,
            title,
            keys: [keys],
            run: onFocused((row) => act(action, row)),
          })),
          {
            ...shared,
            id: 'letters.edit',
            title: 'Edit the drafted letter',
            keys: ['E'],
            keysOnly: true,
            run: onFocused((row) => act('letter', row)),
          },
          {
            ...shared,
            id: 'letters.several',
            title: 'Ask for several at once',
            keys: [],
            icon: IconSend,
            run: askSeveral,
          },
        ]
      : []),
  ])
  if (printing !== null)
    return <ListPrint tab={tab} narrowed={filterWords(address)} list={printing} onDone={() => setPrinting(null)} />
  if (letters !== null) return <PrintedLetters letters={letters} onDone={() => setLetters(null)} />
  const canChoose = mayWrite && tab !== 'arrived'
  return (
    <>
      <SplitPane
        previewLabel="The letter in focus"
        previewWidth={348}
        preview={paneFits ? <LetterPane row={focused} mayWrite={mayWrite} onAct={act} onOpen={open} /> : undefined}
        main={
          <div className={frame.page}>
            <header className={classNames(frame.head, classes.head)}>
              <h1>Letters to chase</h1>
              <Tabs
                label="Which letters"
                tabs={LETTER_TABS.map(({ code, label }) => ({
                  id: code,
                  label,
                  count: counts?.tabs[code]?.toLocaleString('en-GB'),
                }))}
                active={tab}
                onChange={(next) => {
                  setFocusedAt(-1)
                  change({ tab: next, at: -1 })
                }}
              />
              <span className={frame.push} />
              {mayWrite && (
                <Button size="small" icon={IconSend} onClick={askSeveral} {...(canChoose ? {} : { disabled: true })}>
                  Ask for several at once
                </Button>
              )}
            </header>
            <LettersTools
              address={address}
              change={change}
              searchBox={searchBox}
              onToRows={() => rowElement(0)?.focus()}
              words={tab === 'arrived' ? 'Newest first.' : 'Longest wait first.'}
            />
            {failure !== null && (
              <div className={frame.notice}>
                <InlineAlert tone="bad" spoken title="That could not be done">
                  {failure}
                </InlineAlert>
              </div>
            )}
            <div className={frame.list}>
              <DataTable
                key={tab}
                label={`Letters: ${LETTER_TABS.find(({ code }) => code === tab)?.label ?? ''}`}
                columns={columns}
                rows={rows}
                rowId={({ id }) => id}
                {...(tab === 'arrived' ? {} : { sort: { column: address.sort, direction: 'descending' as const } })}
                onSort={({ column }) => change({ sort: column === 'since' ? 'since' : 'late', at: -1 })}
                onOpen={open}
                onActive={(_row, index) => setFocusedAt(index)}
                startAt={Math.max(0, address.at)}
                {...(canChoose ? { chosen: chosen.ids, onToggle: chosen.toggle } : {})}
                footSpace={chosen.ids.size > 0 ? ACTION_BAR_SPACE : 0}
                empty={<NoLetters address={address} change={change} />}
              />
              <ActionBar
                count={chosen.ids.size}
                actions={[{ label: 'Ask for them', icon: IconSend, onChoose: askSeveral }]}
                onClear={chosen.clear}
              />
            </div>
            <LettersFoot words={countWords(tab, rows.total, counts?.people)} withKeys={mayWrite && tab !== 'arrived'} />
          </div>
        }
      />
      <LetterDialogs
        key={doing === null ? 'none' : `${doing.action} ${doing.target.personId}`}
        doing={doing}
        onClose={endDoing}
        onDone={endDoing}
        onFailedUndo={setFailure}
        onPrint={setLetters}
        onNext={setDoing}
      />
      {several !== null && (
        <SeveralDialog
          rows={several}
          onClose={() => setSeveral(null)}
          onDone={() => {
            setSeveral(null)
            chosen.clear()
          }}
          onFailedUndo={setFailure}
          onPrint={setLetters}
        />
      )}
    </>
  )
}
