import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { useUrlState } from '#renderer/app/url-state.ts'
import {
  counted,
  dateQuestionId,
  DateQuestions,
  DraftGone,
  FileFacts,
  MatchColumns,
  momentWords,
  ReadAnotherWay,
  useMatching,
} from '#renderer/features/imports/public.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { useKeepFocus } from '#renderer/ui/keep-focus.ts'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { ImportDraft } from '#shared/features/imports/schema.ts'
import type { Reconciliation } from '#shared/features/reconcile/schema.ts'
import { ABOUT_IDS, AboutForm } from './about-form.tsx'
import { type AboutFaults, readAbout, startAbout } from './about-list.ts'
import { newerAddress, RECONCILE } from './reconcile-address.ts'
import classes from './reconcile.module.css'

const LABELS = {
  name: 'Name',
  from: 'First day it covers',
  to: 'Last day it covers',
  tumourGroups: 'Tumour groups',
} as const

const faultList = (faults: AboutFaults) =>
  (Object.keys(LABELS) as (keyof typeof LABELS)[]).flatMap((field) => {
    const words = faults[field]
    return words === undefined ? [] : [{ fieldId: ABOUT_IDS[field], message: `${LABELS[field]}: ${words}` }]
  })

const keptWords = (kept: number, dropped: number): string =>
  kept + dropped === 0
    ? 'Compared.'
    : `Compared. ${counted(kept, 'decision')} kept, ${dropped.toLocaleString('en-GB')} no longer needed.`

const useCompare = (draft: ImportDraft, earlier: Reconciliation | null) => {
  const matching = useMatching(draft, 'reconcile')
  const [about, setAbout] = useState(() => startAbout(today(), earlier))
  const [tried, setTried] = useState<{ attempt: number; faults: AboutFaults }>({ attempt: 0, faults: {} })
  const job = useCoreJob('reconcile', 'compare')
  const queries = useQueryClient()
  const [, goTo] = usePath()
  const compare = async (): Promise<void> => {
    const read = readAbout(about)
    setTried(({ attempt }) => ({ attempt: attempt + 1, faults: read.ok ? {} : read.faults }))
    if (!read.ok) return
    const open = matching.columns.find(({ asks }) => asks)
    if (open !== undefined) return document.getElementById(dateQuestionId(open.column.index))?.focus()
    const found = await job.start({
      draftId: draft.draftId,
      columns: matching.choices().columns,
      about: read.value,
      replaces: earlier === null ? null : { id: earlier.id, version: earlier.version },
    })
    if (found === null) return
    await queries.invalidateQueries({ queryKey: ['reconcile'] })
    goTo(`${RECONCILE}/${found.id}`, { replace: true })
    showToast({ message: keptWords(found.decisionsKept, found.decisionsDropped) })
  }
  return { matching, about, setAbout, tried, job, compare }
}

interface NewListProps {
  readonly draft: ImportDraft
  readonly earlier: Reconciliation | null
  readonly onReadAgain: () => void
}

const NewList = ({ draft, earlier, onReadAgain }: NewListProps): ReactNode => {
  const { matching, about, setAbout, tried, job, compare } = useCompare(draft, earlier)
  const [mending, setMending] = useState(false)
  const foot = useKeepFocus<HTMLElement>(job.running)
  const reading = useCoreJob('reconcile', 'readAgain')
  useCommands([
    {
      id: 'reconcile.compare',
      title: 'Compare with the register',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      run: () => (job.running ? false : void compare()),
    },
  ])
  return (
    <Page>
      <PageHeader title="Compare a list">
        {`${draft.fileName}, ${counted(draft.rowCount, 'row')}, read ${momentWords(draft.readAt)}`}
      </PageHeader>
      <ErrorSummary attempt={tried.attempt} faults={faultList(tried.faults)} />
      {job.error !== null && job.error.code !== 'cancelled' && (
        <InlineAlert tone="bad" title="The list could not be compared" spoken>
          {job.error.message}
        </InlineAlert>
      )}
      <div className={classes.newGrid}>
        <div className={classes.column}>
          <AboutForm
            about={about}
            faults={tried.faults}
            replaces={earlier?.name ?? null}
            onChange={(change) => setAbout((before) => ({ ...before, ...change }))}
          />
          <FileFacts draft={draft} onWrong={() => setMending(true)} />
        </div>
        <div className={classes.column}>
          <DateQuestions columns={matching.columns} tried={tried.attempt > 0} onChoose={matching.chooseOrder} />
          <MatchColumns draft={draft} columns={matching.columns} onChoose={matching.chooseField} />
          {job.running ? (
            <JobProgress progress={job.progress} title="Comparing with the register" onCancel={job.stop}>
              If you cancel, nothing is kept.
            </JobProgress>
          ) : (
            <footer className={classes.newFoot} ref={foot} tabIndex={-1}>
              <span className={classes.foot}>Comparing changes nobody on the register</span>
              <Link href={RECONCILE} asChild>
                <ButtonLink>Back</ButtonLink>
              </Link>
              <Button kind="filled" keys="Ctrl+Enter" onClick={() => void compare()}>
                Compare
              </Button>
            </footer>
          )}
        </div>
      </div>
      {mending && <ReadAnotherWay draft={draft} job={reading} onClose={() => setMending(false)} onRead={onReadAgain} />}
    </Page>
  )
}

/** `/imports/reconcile/new/:draftId`: what a list is and where its columns go, before it is compared. */
export const NewListPage = ({ draftId }: { readonly draftId: string }): ReactNode => {
  usePageTitle('reconcile')
  useBreadcrumbs([
    { label: 'Imports', path: '/imports' },
    { label: 'Reconcile a list', path: RECONCILE },
    { label: 'Compare a list' },
  ])
  const [{ newer }] = useUrlState(newerAddress)
  const found = useCoreQuery('reconcile', 'draft', { draftId })
  const earlier = useCoreQuery('reconcile', 'get', { id: newer }, { enabled: newer !== '' })
  const [readings, setReadings] = useState(0)
  const queries = useQueryClient()
  const error = found.error ?? (newer === '' ? null : earlier.error)
  if (error !== null) return <DraftGone message={error.message} />
  if (found.data === undefined || (newer !== '' && earlier.data === undefined))
    return (
      <Page>
        <SkeletonPanel lines={6} label="Loading the list" />
      </Page>
    )
  const readAgain = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['reconcile', 'draft'] })
    setReadings((count) => count + 1)
  }
  return (
    <NewList
      key={readings}
      draft={found.data}
      earlier={newer === '' ? null : (earlier.data ?? null)}
      onReadAgain={() => void readAgain()}
    />
  )
}
