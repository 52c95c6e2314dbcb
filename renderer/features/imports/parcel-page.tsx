import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { Parcel, ParcelItem } from '#shared/features/imports/parcel.ts'
import { leftOutWords, nextToTake, parcelTitle, parcelWords, sizeWords } from './parcel-words.ts'
import classes from './parcel.module.css'
import { useTakeFile } from './use-take-file.ts'

const doneWords = ({ madeId, comparedId }: ParcelItem): string => {
  if (madeId !== null) return 'Done'
  return comparedId === null ? 'Nothing new' : 'Compared'
}

const State = ({ item }: { readonly item: ParcelItem }): ReactNode => {
  if (item.state === 'done') return <StatusMark kind="done">{doneWords(item)}</StatusMark>
  if (item.fileHandle === null) return <StatusMark kind="not-measured">Not taken here</StatusMark>
  return item.state === 'failed' ? (
    <StatusMark kind="off-track">Failed</StatusMark>
  ) : (
    <StatusMark kind="not-started">Left</StatusMark>
  )
}

const madeAddress = ({ kind, madeId }: ParcelItem): string =>
  kind === 'figures' ? `/imports/figures/${madeId}` : `/imports/${madeId}/done`

const takeWords = ({ kind, state }: ParcelItem): string => {
  if (state === 'failed') return 'Try again'
  return kind === 'figures' ? 'Bring in figures' : 'Bring in'
}

/** Beside bringing it in: a hospital's list may be only compared, and one that was compared may still be brought in. */
const CompareAction = ({
  item,
  onCompare,
}: {
  readonly item: ParcelItem
  readonly onCompare: () => void
}): ReactNode => {
  const name = <VisuallyHidden> {item.name}</VisuallyHidden>
  if (item.comparedId !== null)
    return (
      <Link href={`/imports/reconcile/${item.comparedId}`} asChild>
        <ButtonLink size="small">See the comparison{name}</ButtonLink>
      </Link>
    )
  return item.comparable && item.fileHandle !== null ? (
    <Button size="small" onClick={onCompare}>
      Compare with the register{name}
    </Button>
  ) : null
}

const Action = ({ item, onTake }: { readonly item: ParcelItem; readonly onTake: () => void }): ReactNode => {
  const name = <VisuallyHidden> {item.name}</VisuallyHidden>
  if (item.kind === 'bundle')
    return (
      <Link href="/settings" asChild>
        <ButtonLink size="small">Settings{name}</ButtonLink>
      </Link>
    )
  if (item.state === 'done' && item.comparedId === null && item.madeId === null) return null
  if (item.madeId !== null)
    return (
      <Link href={madeAddress(item)} asChild>
        <ButtonLink size="small">See it{name}</ButtonLink>
      </Link>
    )
  return item.fileHandle === null ? null : (
    <Button size="small" onClick={onTake}>
      {takeWords(item)}
      {name}
    </Button>
  )
}

interface FileLineProps {
  readonly item: ParcelItem
  readonly isNext: boolean
  readonly onTake: () => void
  readonly onCompare: () => void
}

const FileLine = ({ item, isNext, onTake, onCompare }: FileLineProps): ReactNode => (
  <li className={classes.file} aria-current={isNext || undefined}>
    <span className={classes.words}>
      <b className={classes.name}>{item.name}</b>
      <span>{`${item.what}, ${sizeWords(item.bytes)}`}</span>
      {item.why !== null && <span>{item.why}</span>}
      {item.trouble !== null && <span>{item.trouble}</span>}
    </span>
    <State item={item} />
    <span className={classes.action}>
      <CompareAction item={item} onCompare={onCompare} />
      <Action item={item} onTake={onTake} />
    </span>
  </li>
)

const NothingLeft = ({ parcel: { items } }: { readonly parcel: Parcel }): ReactNode =>
  items.some(({ state }) => state === 'done') ? (
    <InlineAlert tone="ok" title="Every file that can be taken here is done">
      Delete the files when you no longer need them: they name people and are not encrypted.
    </InlineAlert>
  ) : (
    <InlineAlert title="None of these files can be taken here">The reason stands beside each.</InlineAlert>
  )

const Files = ({ parcel, onClose }: { readonly parcel: Parcel; readonly onClose: () => void }): ReactNode => {
  const taking = useTakeFile()
  const next = nextToTake(parcel)
  const leftOut = leftOutWords(parcel)
  useCommands([
    {
      id: 'imports.takeNext',
      title: 'Bring in the next file',
      group: 'On this page',
      keys: ['N'],
      run: () => (next === null || taking.taking !== null ? false : void taking.take(next)),
    },
  ])
  return (
    <Page>
      <PageHeader
        title={parcelTitle(parcel)}
        actions={
          <>
            <Button onClick={onClose}>Close this list</Button>
            {next !== null && (
              <Button kind="filled" keys="N" busy={taking.taking !== null} onClick={() => void taking.take(next)}>
                Bring in the next file
              </Button>
            )}
          </>
        }
      >
        {parcelWords(parcel)}
      </PageHeader>
      {taking.trouble !== null && (
        <InlineAlert tone="bad" title="This file was not read" spoken>
          {taking.trouble} Nothing was saved. The other files can still be taken.
        </InlineAlert>
      )}
      {taking.taking !== null && (
        <JobProgress progress={taking.progress} title="Reading the file" onCancel={taking.stop}>
          Nothing is saved.
        </JobProgress>
      )}
      {next === null && <NothingLeft parcel={parcel} />}
      <Panel title="Files" aside="Each is an import of its own, compared before anything changes" padding="flush">
        <ul className={classes.files} aria-label="Files">
          {parcel.items.map((item) => (
            <FileLine
              key={item.place}
              item={item}
              isNext={item.place === next?.place}
              onTake={() => void taking.take(item)}
              onCompare={() => void taking.compare(item)}
            />
          ))}
        </ul>
        {leftOut !== null && <p className={classes.leftOut}>{leftOut}</p>}
      </Panel>
    </Page>
  )
}

/** `/imports/several`: the files of a zip file, a folder or a drop, to be taken one after another. */
export const ParcelPage = (): ReactNode => {
  usePageTitle('imports')
  useBreadcrumbs([{ label: 'Imports', path: '/imports' }, { label: 'Several files' }])
  const queries = useQueryClient()
  const [, goTo] = usePath()
  const parcel = useCoreQuery('imports', 'parcel', {})
  // What became of a file is kept in memory, of which no change to the register tells.
  useEffect(() => void queries.invalidateQueries({ queryKey: ['imports', 'parcel'] }), [queries])
  const close = async (): Promise<void> => {
    await core.imports.closeParcel({})
    await queries.invalidateQueries({ queryKey: ['imports', 'parcel'] })
    goTo('/imports')
  }
  if (parcel.data != null) return <Files parcel={parcel.data} onClose={() => void close()} />
  return (
    <Page>
      {parcel.data === undefined && parcel.error === null ? (
        <SkeletonPanel lines={5} label="Loading the files" />
      ) : (
        <EmptyState
          scale="page"
          title="Choose the files again"
          actions={
            <Link href="/imports" asChild>
              <ButtonLink kind="filled">Go to imports</ButtonLink>
            </Link>
          }
        >
          {parcel.error?.message ??
            'The list of files is no longer in memory: that happens when the register locks. What was brought in is kept.'}
        </EmptyState>
      )}
    </Page>
  )
}
