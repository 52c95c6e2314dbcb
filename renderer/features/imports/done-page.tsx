import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { CountBar } from '#renderer/ui/count-bar.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { ImportBatch } from '#shared/features/imports/schema.ts'
import classes from './done.module.css'
import { barCounts, counted, momentWords, undoneWords } from './import-words.ts'
import { Layers } from './layers.tsx'
import { ParcelReminder } from './parcel-reminder.tsx'
import { useSaveRejected } from './use-save-rejected.ts'
import { WizardSteps } from './wizard-steps.tsx'

const DONE_WORDS = { new: 'added', same: 'left alone', disagree: 'disagreed' } as const

const registerWords = ({ counts: { people, peopleBefore } }: ImportBatch): string =>
  people.new === 0
    ? `The register stayed at ${counted(peopleBefore, 'person', 'people')}`
    : `The register went from ${peopleBefore.toLocaleString('en-GB')} to ${counted(peopleBefore + people.new, 'person', 'people')}`

const ToMend = ({ batch }: { readonly batch: ImportBatch }): ReactNode => {
  const { save, running, trouble } = useSaveRejected({ batchId: batch.id })
  return (
    <li className={classes.item}>
      <StatusShape kind="at-risk" />
      <span className={classes.words}>
        <b>{counted(batch.counts.rows.rejected, 'row to mend', 'rows to mend')}</b>
        <span>{trouble ?? 'Kept with this import, with the reason for each'}</span>
      </span>
      <Button size="small" icon={IconDownload} busy={running} onClick={() => void save()}>
        Save them
      </Button>
    </li>
  )
}

const settledWords = ({ peopleToChoose }: ImportBatch['counts']): string =>
  peopleToChoose === 0
    ? 'Each was settled as somebody chose'
    : `Something was left to choose about ${counted(peopleToChoose, 'person', 'people')}, and ours stayed there. Bring the file in again to choose`

const addedTitle = ({ diagnosesAdded, eventsAdded }: ImportBatch['counts']): string =>
  diagnosesAdded + eventsAdded === 0
    ? 'No diagnosis and no event added'
    : `${counted(diagnosesAdded, 'diagnosis', 'diagnoses')} and ${counted(eventsAdded, 'event')} added`

const addedWords = ({ diagnosesAdded, eventsAdded, eventsKeptAsWritten }: ImportBatch['counts']): string => {
  if (diagnosesAdded + eventsAdded === 0) return 'Only facts about people were added or changed'
  return eventsKeptAsWritten === 0
    ? 'Every term was one of ours'
    : `${counted(eventsKeptAsWritten, 'event')} kept as written, because the term is none of ours`
}

const Disagreed = ({ batch: { counts } }: { readonly batch: ImportBatch }): ReactNode => (
  <li className={classes.item}>
    <StatusShape kind={counts.peopleToChoose === 0 ? 'done' : 'at-risk'} />
    <span className={classes.words}>
      <b>{`${counted(counts.people.conflict, 'person', 'people')} disagreed with the file`}</b>
      <span>{settledWords(counts)}</span>
    </span>
  </li>
)

const Added = ({ batch: { counts } }: { readonly batch: ImportBatch }): ReactNode => (
  <li className={classes.item}>
    <StatusShape kind="done" />
    <span className={classes.words}>
      <b>{addedTitle(counts)}</b>
      <span>{addedWords(counts)}</span>
    </span>
    <Link href="/register" asChild>
      <ButtonLink size="small">See the register</ButtonLink>
    </Link>
  </li>
)

const DoneStep = ({
  batch,
  batches,
}: {
  readonly batch: ImportBatch
  readonly batches: readonly ImportBatch[]
}): ReactNode => (
  <Page>
    <PageHeader
      title={batch.undoneAt === null ? 'Import finished' : 'Import undone'}
      actions={<WizardSteps current={3} />}
    >
      {`${batch.name}, brought in by ${batch.userName}, ${momentWords(batch.at)}`}
    </PageHeader>
    {batch.undoneAt !== null && (
      <InlineAlert title={undoneWords(batch)}>
        What it added and changed has been taken back. These are the counts from when it was brought in.
      </InlineAlert>
    )}
    <ParcelReminder />
    <CountBar
      rowsIn={batch.counts.rowsIn}
      counts={barCounts(batch.counts)}
      words={DONE_WORDS}
      balanced="Counted twice, and they agree"
    />
    <div className={classes.grid}>
      <Panel title={registerWords(batch)} padding="flush">
        <ul className={classes.items}>
          <Added batch={batch} />
          {batch.counts.people.conflict > 0 && <Disagreed batch={batch} />}
          {batch.counts.rows.rejected > 0 && <ToMend batch={batch} />}
        </ul>
      </Panel>
      <Layers batches={batches} currentId={batch.id} />
    </div>
  </Page>
)

/** Step 4: what was brought in, what is left to mend, and every import so far as layers. */
export const DonePage = ({ batchId }: { readonly batchId: string }): ReactNode => {
  usePageTitle('imports')
  const list = useCoreQuery('imports', 'list', {})
  const batch = list.data?.find(({ id }) => id === batchId)
  useBreadcrumbs([{ label: 'Imports', path: '/imports' }, { label: batch?.name ?? 'Import' }])
  if (batch !== undefined) return <DoneStep batch={batch} batches={list.data ?? []} />
  return (
    <Page>
      {list.data === undefined && list.error === null ? (
        <SkeletonPanel lines={6} label="Loading the import" />
      ) : (
        <InlineAlert tone="bad" title="This import could not be shown" spoken>
          {list.error?.message ?? 'There is no such import. It may belong to another register.'}
        </InlineAlert>
      )}
    </Page>
  )
}
