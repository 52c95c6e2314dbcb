import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { CountBar } from '#renderer/ui/count-bar.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { AppError } from '#shared/contract/errors.ts'
import type { DifferenceChoices, ImportDraft, ImportPreview } from '#shared/features/imports/schema.ts'
import { CheckPeople } from './check-people.tsx'
import classes from './check.module.css'
import { CommitProgress } from './commit-progress.tsx'
import { DraftGone } from './draft-gone.tsx'
import { barCounts, counted } from './import-words.ts'
import { useChoices } from './use-choices.ts'
import { useUndoImport } from './use-undo-import.ts'
import { WizardSteps } from './wizard-steps.tsx'

const NAME_ID = 'import-name'

/** The steps of bringing in took the place of the page; when they end without an import, reading goes on here. */
const useFocusAfter = (error: AppError | null): void =>
  useEffect(() => {
    if (error === null) return
    const isName = error.details.fieldErrors?.['name'] !== undefined
    const place = isName ? document.getElementById(NAME_ID) : document.querySelector('main')
    place?.focus()
  }, [error])

const useCommit = (draftId: string) => {
  const job = useCoreJob('imports', 'commit')
  const { undo } = useUndoImport()
  const [, goTo] = usePath()
  const commit = async (name: string): Promise<void> => {
    const batch = await job.start({ draftId, name })
    if (batch === null) return
    goTo(`/imports/${batch.id}/done`, { replace: true })
    showToast({
      message: `Import saved. ${counted(batch.counts.peopleTouched, 'person', 'people')} added or changed.`,
      undo: () => void undo(batch.id),
    })
  }
  return { job, commit }
}

/** The profile that the matching step named, where it is to be kept in one. */
const rememberedAs = ({ remember }: ImportDraft): { name: string } | null =>
  remember?.name == null ? null : { name: remember.name }

const useCheckAgain = (draft: ImportDraft) => {
  const job = useCoreJob('imports', 'preview')
  const queries = useQueryClient()
  const again = async (): Promise<boolean> => {
    const preview = await job.start({
      draftId: draft.draftId,
      columns: draft.columns.map(({ index, field, dates }) => ({ index, field, dates })),
      words: draft.words,
      remember: rememberedAs(draft),
    })
    if (preview !== null) await queries.invalidateQueries({ queryKey: ['imports'] })
    return preview !== null
  }
  return { job, again }
}

interface CheckBarProps {
  readonly draftId: string
  readonly touched: number
  readonly toChoose: number
  readonly name: string
  readonly nameError: string | undefined
  readonly onName: (name: string) => void
  readonly onStop: () => void
  readonly onFinish: () => void
}

const CheckBar = ({
  draftId,
  touched,
  toChoose,
  name,
  nameError,
  onName,
  onStop,
  onFinish,
}: CheckBarProps): ReactNode => (
  <footer className={classes.bar}>
    {touched > 0 && (
      <div className={classes.name}>
        <TextField
          id={NAME_ID}
          label="Name of this import"
          value={name}
          onChange={onName}
          maxLength={120}
          error={nameError}
        />
      </div>
    )}
    {toChoose > 0 && (
      <p className={classes.toChoose}>
        <StatusMark kind="at-risk">{`${counted(toChoose, 'person', 'people')} still to choose: ours stays`}</StatusMark>
      </p>
    )}
    <div className={classes.barActions}>
      <Link href={`/imports/${draftId}/match`} asChild>
        <ButtonLink>Back</ButtonLink>
      </Link>
      {touched > 0 && <Button onClick={onStop}>Stop, change nothing</Button>}
      <Button kind="filled" keys="Ctrl+Enter" onClick={onFinish}>
        {touched === 0 ? 'Close, nothing to bring in' : `Bring in ${counted(touched, 'person', 'people')}`}
      </Button>
    </div>
  </footer>
)

const whyNothing = ({ rowsIn, rows }: ImportPreview['counts']): string => {
  if (rows.rejected === 0) return 'Everything in it is on your register already.'
  return rows.rejected === rowsIn
    ? 'Every row is rejected. The reasons stand beside them.'
    : 'What could be read is on your register already. The other rows are rejected.'
}

interface CheckStepProps {
  readonly draft: ImportDraft
  readonly preview: ImportPreview
  readonly choices: DifferenceChoices
  /** What was chosen may not all hold after a new check, so the step starts anew. */
  readonly onCheckedAgain: () => void
}

const CheckStep = ({ draft, preview, choices, onCheckedAgain }: CheckStepProps): ReactNode => {
  const touched = preview.counts.peopleTouched
  const [name, setName] = useState(draft.suggestedName)
  const [isUnnamed, setIsUnnamed] = useState(false)
  const [, goTo] = usePath()
  const { job, commit } = useCommit(draft.draftId)
  useFocusAfter(job.error)
  const check = useCheckAgain(draft)
  const choosing = useChoices(draft.draftId, choices)
  const stop = async (): Promise<void> => {
    await core.imports.discard({ draftId: draft.draftId })
    goTo('/imports')
  }
  const checkAgain = async (): Promise<void> => {
    if (await check.again()) onCheckedAgain()
  }
  const isBusy = job.running || check.job.running
  const finish = async (): Promise<void> => {
    // What was chosen a moment ago may bring somebody in: the button says so once the core knows of it.
    if (touched === 0) return choosing.running ? choosing.settled() : stop()
    setIsUnnamed(name.trim() === '')
    if (name.trim() === '') return document.getElementById(NAME_ID)?.focus()
    await choosing.settled()
    await commit(name)
  }
  useCommands([
    {
      id: 'imports.commit',
      title: 'Bring in these people',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      run: () => (isBusy ? false : void finish()),
    },
  ])
  const header = (
    <PageHeader title="Check changes" actions={<WizardSteps current={2} />}>
      {`${draft.fileName} against your register of ${counted(preview.counts.peopleBefore, 'person', 'people')}`}
    </PageHeader>
  )
  const bar = <CountBar rowsIn={preview.counts.rowsIn} counts={barCounts(preview.counts)} />
  if (job.running) {
    return (
      <Page>
        {header}
        {bar}
        <CommitProgress progress={job.progress} onCancel={job.stop} />
      </Page>
    )
  }
  return (
    <Page>
      {header}
      {bar}
      {check.job.running ? (
        <JobProgress progress={check.job.progress} title="Checking the changes again" onCancel={check.job.stop}>
          If you cancel, the check before stands, and nothing is saved.
        </JobProgress>
      ) : (
        <CommitTrouble error={job.error ?? choosing.error} onCheckAgain={() => void checkAgain()} />
      )}
      {touched === 0 && <InlineAlert title="This file changes nothing">{whyNothing(preview.counts)}</InlineAlert>}
      <CheckPeople draftId={draft.draftId} preview={preview} choosing={choosing} />
      <CheckBar
        draftId={draft.draftId}
        touched={touched}
        toChoose={preview.counts.peopleToChoose}
        name={name}
        nameError={isUnnamed ? 'Give the import a name' : job.error?.details.fieldErrors?.['name']}
        onName={(typed) => {
          setName(typed)
          setIsUnnamed(false)
        }}
        onStop={() => void stop()}
        onFinish={() => void finish()}
      />
    </Page>
  )
}

interface CommitTroubleProps {
  readonly error: AppError | null
  readonly onCheckAgain: () => void
}

const CommitTrouble = ({ error, onCheckAgain }: CommitTroubleProps): ReactNode => {
  if (error === null) return null
  if (error.code === 'cancelled')
    return <InlineAlert spoken>Stopped. Nothing was saved, and the register is as it was.</InlineAlert>
  const isStale = error.code === 'stale'
  return (
    <InlineAlert
      tone={isStale ? 'warn' : 'bad'}
      title="Nothing was brought in"
      spoken
      actions={
        isStale ? (
          <Button size="small" onClick={onCheckAgain}>
            Check the changes again
          </Button>
        ) : undefined
      }
    >
      {error.message}
    </InlineAlert>
  )
}

/** Step 3: what will happen to whom, before anything does. */
export const CheckPage = ({ draftId }: { readonly draftId: string }): ReactNode => {
  usePageTitle('newImport')
  useBreadcrumbs([{ label: 'Imports', path: '/imports' }, { label: 'New import' }])
  const found = useCoreQuery('imports', 'draft', { draftId })
  const [checks, setChecks] = useState(0)
  if (found.error !== null) return <DraftGone message={found.error.message} />
  if (found.data === undefined) {
    return (
      <Page>
        <SkeletonPanel lines={6} label="Loading the changes" />
      </Page>
    )
  }
  const { draft, preview, choices } = found.data
  if (preview === null)
    return (
      <DraftGone message="The columns of this file have not been matched yet. Start with the file again; nothing was saved." />
    )
  return (
    <CheckStep
      key={checks}
      draft={draft}
      preview={preview}
      choices={choices}
      onCheckedAgain={() => setChecks((count) => count + 1)}
    />
  )
}
