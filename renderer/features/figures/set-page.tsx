import { IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { momentWords } from '#renderer/features/imports/public.ts'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { figureKind } from '#shared/features/figures/kinds.ts'
import type { FigureSet } from '#shared/features/figures/schema.ts'
import { Findings } from './check-result.tsx'
import { holdsForWords, sourceWords, stateMark } from './figure-words.ts'
import classes from './figures.module.css'
import { RemoveDialog } from './remove-dialog.tsx'
import { SetRows } from './set-rows.tsx'

const SetFacts = ({ set }: { readonly set: FigureSet }): ReactNode => {
  const { kind, words } = stateMark(set)
  return (
    <Panel title="Where they come from">
      <DataList
        facts={[
          { term: 'Source', value: set.source },
          { term: 'Edition', value: set.edition ?? 'Not given' },
          { term: set.asAt === null ? 'Period' : 'As at', value: holdsForWords(set) },
          { term: 'File', value: set.fileKind },
          { term: 'Brought in', value: `${momentWords(set.importedAt)} by ${set.userName}` },
          {
            term: 'Rows',
            value: `${set.rowCount.toLocaleString('en-GB')} of ${set.checks.rowsIn.toLocaleString('en-GB')} in the file`,
          },
          { term: 'State', value: <StatusMark kind={kind}>{words}</StatusMark> },
        ]}
      />
      <Findings checks={set.checks} />
    </Panel>
  )
}

const SetView = ({ set }: { readonly set: FigureSet }): ReactNode => {
  const [asking, setAsking] = useState(false)
  const mayRemove = useMay('imports.run') && set.state !== 'removed'
  return (
    <div className={classes.setPage}>
      <PageHeader
        title={set.title}
        actions={
          mayRemove && (
            <Button icon={IconTrash} onClick={() => setAsking(true)}>
              Remove
            </Button>
          )
        }
      >
        {`${figureKind(set.kind).label}, ${holdsForWords(set)}. ${sourceWords(set)}.`}
      </PageHeader>
      <div className={classes.setGrid}>
        {set.state === 'removed' ? (
          <InlineAlert title="These figures were removed">
            {`${set.removedBy ?? 'Somebody'} removed them on ${momentWords(set.removedAt ?? '')}. Bring their file in again to have them back.`}
          </InlineAlert>
        ) : (
          <SetRows set={set} />
        )}
        <div className={classes.setSide}>
          <SetFacts set={set} />
        </div>
      </div>
      {asking && <RemoveDialog set={set} onClose={() => setAsking(false)} />}
    </div>
  )
}

/** One table of figures with its source. */
export const SetPage = ({ setId }: { readonly setId: string }): ReactNode => {
  usePageTitle('figures')
  const found = useCoreQuery('figures', 'set', { setId })
  useBreadcrumbs([
    { label: 'Imports', path: '/imports' },
    { label: 'Practice figures', path: '/imports/figures' },
    { label: found.data?.title ?? 'Figures' },
  ])
  if (found.data !== undefined) return <SetView set={found.data} />
  return (
    <Page>
      {found.error === null ? (
        <SkeletonPanel lines={6} label="Loading the figures" />
      ) : (
        <InlineAlert tone="bad" title="These figures could not be shown" spoken>
          {found.error.message}
        </InlineAlert>
      )}
    </Page>
  )
}
