import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { keepSecondEnter } from '#renderer/ui/overlay-stack.ts'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { ImportDraft } from '#shared/features/imports/schema.ts'
import { dateQuestionId, DateQuestions } from './date-questions.tsx'
import { DraftGone } from './draft-gone.tsx'
import { FileFacts } from './file-facts.tsx'
import { counted, momentWords } from './import-words.ts'
import classes from './imports.module.css'
import { MatchColumns } from './match-columns.tsx'
import { ProfilePanel } from './profile-panel.tsx'
import { ReadAnotherWay } from './read-another-way.tsx'
import { nameToRemember, REMEMBER_NAME_ID, rememberedIn, type Remembering, RememberPanel } from './remember-panel.tsx'
import { type Matching, useMatching } from './use-matching.ts'
import { WizardSteps } from './wizard-steps.tsx'
import { WordsPanel } from './words-panel.tsx'

const useCheck = (draft: ImportDraft, matching: Matching) => {
  const job = useCoreJob('imports', 'preview')
  const queries = useQueryClient()
  const profiles = useCoreQuery('imports', 'profiles', {})
  const [, goTo] = usePath()
  const [tried, setTried] = useState(false)
  const [remembering, setRemembering] = useState<Remembering>(() => rememberedIn(draft))
  const name = (remembering.name ?? nameToRemember(draft, profiles.data ?? [])).trim()
  const isUnnamed = remembering.on && name === ''
  const firstOpen = matching.columns.find(({ asks }) => asks)
  const check = async (): Promise<void> => {
    setTried(true)
    const wanting =
      firstOpen === undefined ? (isUnnamed ? REMEMBER_NAME_ID : null) : dateQuestionId(firstOpen.column.index)
    if (wanting !== null) return document.getElementById(wanting)?.focus()
    const remember = remembering.on ? { name } : null
    const preview = await job.start({ draftId: draft.draftId, ...matching.choices(), remember })
    if (preview === null) return
    await queries.invalidateQueries({ queryKey: ['imports'] })
    // There the same keys bring everybody in.
    keepSecondEnter()
    goTo(`/imports/${draft.draftId}/check`)
  }
  return {
    job,
    check,
    tried,
    remembering,
    setRemembering,
    nameError: tried && isUnnamed ? 'Give the profile a name' : undefined,
  }
}

const footWords = ({ columns }: Matching): string => {
  const asks = columns.filter((column) => column.asks).length
  if (asks > 0) return `Say which comes first in ${counted(asks, 'column')} of dates before you go on`
  const open = columns.filter(({ column, chosen }) => column.certainty === 'unknown' && chosen === undefined).length
  return open === 0
    ? 'Every column has a place'
    : `${counted(open, 'column')} without a place: left out unless you choose one`
}

const MatchStep = ({
  draft,
  onReadAgain,
}: {
  readonly draft: ImportDraft
  readonly onReadAgain: () => void
}): ReactNode => {
  const matching = useMatching(draft)
  const [mending, setMending] = useState(false)
  const { job, check, tried, remembering, setRemembering, nameError } = useCheck(draft, matching)
  const reading = useCoreJob('imports', 'readAgain')
  useCommands([
    {
      id: 'imports.check',
      title: 'Check changes',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      run: () => (job.running ? false : void check()),
    },
  ])
  const trouble = job.error !== null && job.error.code !== 'cancelled' ? job.error : matching.error
  return (
    <Page>
      <PageHeader title="Match columns" actions={<WizardSteps current={1} />}>
        {`${draft.fileName}, ${counted(draft.rowCount, 'row')}, read ${momentWords(draft.readAt)}`}
      </PageHeader>
      {trouble !== null && (
        <InlineAlert tone="bad" title="The changes could not be checked" spoken>
          {trouble.message}
        </InlineAlert>
      )}
      <div className={classes.matchGrid}>
        <div className={classes.matchMain}>
          <DateQuestions columns={matching.columns} tried={tried} onChoose={matching.chooseOrder} />
          <MatchColumns draft={draft} columns={matching.columns} onChoose={matching.chooseField} />
          <WordsPanel draftId={draft.draftId} matching={matching} />
          <footer className={classes.stickyFoot}>
            <span className={classes.footWords} aria-live="polite">
              {footWords(matching)}
            </span>
            <Link href="/imports" asChild>
              <ButtonLink>Back</ButtonLink>
            </Link>
            <Button kind="filled" keys="Ctrl+Enter" busy={job.running} onClick={() => void check()}>
              Check changes
            </Button>
          </footer>
        </div>
        <div className={classes.side}>
          <ProfilePanel draft={draft} onMatched={onReadAgain} />
          <FileFacts draft={draft} onWrong={() => setMending(true)} />
          <RememberPanel draft={draft} value={remembering} error={nameError} onChange={setRemembering} />
          <Panel title="Nothing is saved yet">
            <p>
              The next step shows every change before it happens. You can undo the whole import later, even after other
              edits.
            </p>
          </Panel>
          {job.running && (
            <JobProgress progress={job.progress} title="Comparing with the register" onCancel={job.stop}>
              If you cancel, nothing is saved.
            </JobProgress>
          )}
        </div>
      </div>
      {mending && <ReadAnotherWay draft={draft} job={reading} onClose={() => setMending(false)} onRead={onReadAgain} />}
    </Page>
  )
}

/** Step 2: where each column of the file goes. */
export const MatchPage = ({ draftId }: { readonly draftId: string }): ReactNode => {
  usePageTitle('newImport')
  useBreadcrumbs([{ label: 'Imports', path: '/imports' }, { label: 'New import' }])
  const found = useCoreQuery('imports', 'draft', { draftId })
  const [readings, setReadings] = useState(0)
  const queries = useQueryClient()
  if (found.error !== null) return <DraftGone message={found.error.message} />
  if (found.data === undefined) {
    return (
      <Page>
        <SkeletonPanel lines={6} label="Loading the file" />
      </Page>
    )
  }
  const readAgain = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['imports', 'draft'] })
    setReadings((count) => count + 1)
  }
  return <MatchStep key={readings} draft={found.data.draft} onReadAgain={() => void readAgain()} />
}
