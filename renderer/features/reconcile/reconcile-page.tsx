import { IconArrowsDiff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { ListDropZone, ParcelReminder, useFileReading, whenWords } from '#renderer/features/imports/public.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { Reconciliation } from '#shared/features/reconcile/schema.ts'
import { aboutWords } from '#shared/features/reconcile/words.ts'
import { newerAddress, RECONCILE } from './reconcile-address.ts'
import { openCount, tileCounts } from './reconcile-words.ts'
import classes from './reconcile.module.css'

const ListLine = ({ list }: { readonly list: Reconciliation }): ReactNode => {
  const open = openCount(list)
  return (
    <li className={classes.saved}>
      <span className={classes.savedName}>
        <Link href={`${RECONCILE}/${list.id}`}>{list.name}</Link>
        <span className={classes.quiet}>{aboutWords(list)}</span>
        <span
          className={classes.quiet}
        >{`Compared ${whenWords(list.comparedAt).replace(/^Today/, 'today')}, ${list.comparedBy}`}</span>
      </span>
      <dl className={classes.savedCounts}>
        {tileCounts(list).map(({ label, items }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{items}</dd>
          </div>
        ))}
      </dl>
      {list.closedOn !== null ? (
        <StatusMark kind="done">Closed</StatusMark>
      ) : (
        <StatusMark kind={open === 0 ? 'on-track' : 'due'}>
          {open === 0 ? 'Everything decided' : `${open.toLocaleString('en-GB')} to decide`}
        </StatusMark>
      )}
    </li>
  )
}

const SavedLists = (): ReactNode => {
  const lists = useCoreQuery('reconcile', 'list', {})
  if (lists.error !== null)
    return (
      <InlineAlert tone="bad" title="The compared lists could not be read" spoken>
        {lists.error.message}
      </InlineAlert>
    )
  if (lists.data === undefined) return <SkeletonPanel lines={3} label="Loading the compared lists" />
  if (lists.data.length === 0)
    return (
      <Panel>
        <EmptyState
          title="No list has been compared yet"
          steps={[
            'Ask the hospital’s MDT office or the cancer registry for a list of your patients',
            'Drop it above, or press N, and say what period it covers',
            'Work through what only they have, what only you have, and what has another date',
          ]}
        >
          Practices and registries each miss some of what the other has. Comparing a list changes nobody on your
          register.
        </EmptyState>
      </Panel>
    )
  return (
    <Panel title="Compared lists" padding="flush">
      <ul className={classes.savedLists} aria-label="Compared lists">
        {lists.data.map((list) => (
          <ListLine key={list.id} list={list} />
        ))}
      </ul>
    </Panel>
  )
}

const Bring = (): ReactNode => {
  const [{ newer }] = useUrlState(newerAddress)
  const [, goTo] = usePath()
  const reading = useFileReading(useCoreJob('reconcile', 'read'), 'Choose a list to compare', (draftId) =>
    goTo(`${RECONCILE}/new/${draftId}${newer === '' ? '' : `?newer=${newer}`}`),
  )
  useCommands([
    {
      id: 'reconcile.choose',
      title: newer === '' ? 'Choose a list to compare' : 'Choose the newer list',
      group: 'On this page',
      keys: ['N'],
      icon: IconArrowsDiff,
      run: () => (reading.running ? false : void reading.choose()),
    },
  ])
  return (
    <ListDropZone reading={reading} label={newer === '' ? 'Choose a list to compare' : 'Choose the newer list'}>
      A hospital’s MDT list, a cancer registry’s line list or another table with headings, as CSV or as a workbook
      (Excel, OpenDocument). People are matched as in an import: by NHS number, else by surname and date of birth with
      something more. Nobody on your register is changed by comparing.
    </ListDropZone>
  )
}

/** `/imports/reconcile`: bring a list to compare, and every list compared so far. */
export const ReconcilePage = (): ReactNode => {
  usePageTitle('reconcile')
  useBreadcrumbs([{ label: 'Imports', path: '/imports' }, { label: 'Reconcile a list' }])
  const mayBring = useMay('imports.run')
  return (
    <Page>
      <PageHeader title="Reconcile a list">
        What a hospital or registry has and you have not, what you have and they have not, and where the dates differ.
      </PageHeader>
      {mayBring && <ParcelReminder />}
      {mayBring && <Bring />}
      <SavedLists />
    </Page>
  )
}
