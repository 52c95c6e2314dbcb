import { type ReactNode, useMemo, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import type { Command } from '#renderer/app/command-registry.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { useRowKeys } from '#renderer/app/use-row-keys.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SplitPane } from '#renderer/ui/split-pane.tsx'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import { useMedia } from '#renderer/ui/use-media.ts'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import {
  type Decision,
  DECISIONS,
  ITEM_KINDS,
  type ItemKind,
  type Reconciliation,
  type ReconciliationItem,
} from '#shared/features/reconcile/schema.ts'
import { labelOf } from '#shared/domain/people.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { itemColumns } from './item-columns.tsx'
import { type ItemActions, ItemDialog, ItemPane } from './item-detail.tsx'
import { type ItemDoing, useDecisions } from './item-doing.ts'
import { ListFoot, ListGone, ListHead, NoItems } from './list-parts.tsx'
import { listAddress, type ListAddress, RECONCILE } from './reconcile-address.ts'
import { useFocusRow, useItems } from './use-items.ts'
import classes from './reconcile.module.css'

const LETTERS = [...new Set(DECISIONS.map(({ key }) => key))]

interface WorkProps {
  readonly list: Reconciliation
}

/** Everything that is done about the items of the list shown, and where the focus goes after it. */
const useWork = (list: Reconciliation, address: ListAddress) => {
  const rows = useItems(list.id, address)
  const [, goTo] = usePath()
  const [focusedAt, setFocusedAt] = useState(-1)
  const [doing, setDoing] = useState<ItemDoing | null>(null)
  const [opened, setOpened] = useState<ReconciliationItem | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  const decisionsFor = useDecisions(list.closedOn !== null)
  const mayTakeBack = useMay('journey.write') && list.closedOn === null
  useFocusRow(focusedAt, rows.total, `${address.kind} ${address.show} ${turn}`)
  const focused = focusedAt < 0 ? undefined : rows.rowAt(focusedAt)
  const decide = (item: ReconciliationItem, decision: Decision): void => {
    setFailure(null)
    setOpened(null)
    setDoing({ item, decision })
  }
  const takeBack = async (item: ReconciliationItem): Promise<void> => {
    setOpened(null)
    const { refused } = await doUndoable(
      core.reconcile.takeBack({ id: item.id, version: item.version }),
      ({ kept }) =>
        kept === 0 ? 'The decision is taken back.' : 'The decision is taken back, but for what somebody changed since.',
      setFailure,
    )
    setFailure(refused?.message ?? null)
    setTurn((before) => before + 1)
  }
  const openPerson = (personId: string): void => goTo(`/people/${personId}/journey`)
  const endDoing = (): void => {
    setDoing(null)
    setTurn((before) => before + 1)
  }
  const done = ({ item, decision }: ItemDoing): void => {
    endDoing()
    if (decision === 'ours_wrong' && item.personId !== null) goTo(`/people/${item.personId}/details`)
  }
  const actionsFor = (item: ReconciliationItem | undefined): ItemActions => ({
    decisions: decisionsFor(item),
    onDecide: decide,
    onTakeBack: mayTakeBack ? (one) => void takeBack(one) : undefined,
    onOpenPerson: openPerson,
  })
  return { rows, focused, setFocusedAt, doing, opened, setOpened, failure, setFailure, endDoing, done, actionsFor }
}

const useKeys = (
  { focused, actionsFor }: ReturnType<typeof useWork>,
  choose: (kind: ItemKind) => void,
  showOther: () => void,
): void => {
  const { decisions, onDecide, onTakeBack, onOpenPerson } = actionsFor(focused)
  useRowKeys()
  const here = { group: 'On this page' } as const
  useCommands([
    ...LETTERS.map((letter): Command => {
      const found = decisions.find(({ key }) => key === letter)
      return {
        ...here,
        id: `reconcile.${letter}`,
        title: found?.label ?? DECISIONS.find(({ key }) => key === letter)?.label ?? '',
        keys: [letter],
        keysOnly: found === undefined,
        run: () => (found === undefined || focused === undefined ? false : onDecide(focused, found.code)),
      }
    }),
    {
      ...here,
      id: 'reconcile.take-back',
      title: 'Take a decision back',
      keys: ['U'],
      keysOnly: true,
      run: () =>
        focused === undefined || focused.decision === null || onTakeBack === undefined ? false : onTakeBack(focused),
    },
    {
      ...here,
      id: 'reconcile.person',
      title: 'Open the person',
      keys: ['P'],
      keysOnly: true,
      run: () => (focused === undefined || focused.personId === null ? false : onOpenPerson(focused.personId)),
    },
    { ...here, id: 'reconcile.show', title: 'Show all, or only what is to decide', keys: ['V'], run: showOther },
    ...ITEM_KINDS.map(({ code, label }, at): Command => ({
      ...here,
      id: `reconcile.tile-${code}`,
      title: `Show: ${label.toLowerCase()}`,
      keys: [String(at + 1)],
      run: () => choose(code),
    })),
  ])
}

const Work = ({ list }: WorkProps): ReactNode => {
  const [address, change] = useUrlState(listAddress)
  const { kind, show } = address
  const work = useWork(list, address)
  const paneFits = useMedia('(min-width: 1200px)')
  const columns = useMemo(() => itemColumns(kind), [kind])
  const choose = (next: ItemKind): void => {
    work.setFocusedAt(-1)
    change({ kind: next }, { replace: true })
  }
  const showOnly = (next: 'open' | 'all'): void => {
    work.setFocusedAt(-1)
    change({ show: next }, { replace: true })
  }
  useKeys(work, choose, () => showOnly(show === 'open' ? 'all' : 'open'))
  const { rows, focused, opened, doing } = work
  const main = (
    <div className={classes.page}>
      <ListHead list={list} kind={kind} show={show} onKind={choose} onShow={showOnly} onTrouble={work.setFailure} />
      {work.failure !== null && (
        <div className={classes.notice}>
          <InlineAlert tone="bad" spoken title="That could not be done">
            {work.failure}
          </InlineAlert>
        </div>
      )}
      <div className={classes.list}>
        <DataTable
          key={`${kind} ${show}`}
          label={`${labelOf(ITEM_KINDS, kind)}${kind !== 'both' && show === 'open' ? ', to decide' : ''}`}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          onOpen={work.setOpened}
          onActive={(_row, index) => work.setFocusedAt(index)}
          empty={<NoItems kind={kind} show={show} count={list.counts[kind].items} onAll={() => showOnly('all')} />}
        />
      </div>
      <ListFoot list={list} />
    </div>
  )
  return (
    <>
      <SplitPane
        previewLabel="What each side says"
        previewWidth={348}
        preview={paneFits ? <ItemPane item={focused} {...work.actionsFor(focused)} /> : undefined}
        main={main}
      />
      {opened !== null && (
        <ItemDialog item={opened} onClose={() => work.setOpened(null)} {...work.actionsFor(opened)} />
      )}
      {doing !== null && (
        <DecideDialog doing={doing} onClose={work.endDoing} onDone={work.done} onFailedUndo={work.setFailure} />
      )}
    </>
  )
}

/** `/imports/reconcile/:id`: one compared list, worked through from the keyboard. */
export const ListPage = ({ id }: { readonly id: string }): ReactNode => {
  usePageTitle('reconcile')
  const found = useCoreQuery('reconcile', 'get', { id })
  useBreadcrumbs([
    { label: 'Imports', path: '/imports' },
    { label: 'Reconcile a list', path: RECONCILE },
    { label: found.data?.name ?? 'Compared list' },
  ])
  if (found.error !== null) return <ListGone message={found.error.message} />
  if (found.data === undefined) return <SkeletonPanel lines={8} label="Loading the compared list" />
  return <Work list={found.data} />
}
