import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { ProgressBar } from '#renderer/ui/progress-panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { ImportDraft, ImportField } from '#shared/features/imports/schema.ts'
import { DraftGone } from './draft-gone.tsx'
import { FileFacts } from './file-facts.tsx'
import { counted, momentWords } from './import-words.ts'
import classes from './imports.module.css'
import { type Choices, MatchColumns } from './match-columns.tsx'
import { ReadAnotherWay } from './read-another-way.tsx'
import { WizardSteps } from './wizard-steps.tsx'

const useCheck = (draft: ImportDraft, choices: Choices) => {
  const job = useCoreJob('imports', 'preview')
  const queries = useQueryClient()
  const [, goTo] = usePath()
  const check = async (): Promise<void> => {
    const columns = draft.columns.map(({ index, field }) => ({ index, field: choices.get(index) ?? field }))
    const preview = await job.start({ draftId: draft.draftId, columns })
    if (preview === null) return
    await queries.invalidateQueries({ queryKey: ['imports'] })
    goTo(`/imports/${draft.draftId}/check`)
  }
  return { job, check }
}

const MatchStep = ({
  draft,
  onReadAgain,
}: {
  readonly draft: ImportDraft
  readonly onReadAgain: () => void
}): ReactNode => {
  const [choices, setChoices] = useState<Choices>(new Map())
  const [mending, setMending] = useState(false)
  const { job, check } = useCheck(draft, choices)
  const reading = useCoreJob('imports', 'readAgain')
  const choose = (index: number, field: ImportField): void => setChoices((before) => new Map(before).set(index, field))
  useCommands([
    {
      id: 'imports.check',
      title: 'Check changes',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      run: () => void check(),
    },
  ])
  const open = draft.columns.filter(({ index, certainty }) => certainty === 'unknown' && !choices.has(index)).length
  return (
    <Page>
      <PageHeader title="Match columns" actions={<WizardSteps current={1} />}>
        {`${draft.fileName}, ${counted(draft.rowCount, 'row')}, read ${momentWords(draft.readAt)}`}
      </PageHeader>
      {job.error !== null && job.error.code !== 'cancelled' && (
        <InlineAlert tone="bad" title="The changes could not be checked" spoken>
          {job.error.message}
        </InlineAlert>
      )}
      <div className={classes.matchGrid}>
        <MatchColumns
          draft={draft}
          choices={choices}
          onChoose={choose}
          footer={
            <>
              <span className={classes.footWords}>
                {open === 0
                  ? 'Every column has a place'
                  : `${counted(open, 'column')} without a place: left out unless you choose one`}
              </span>
              <Link href="/imports" asChild>
                <ButtonLink>Back</ButtonLink>
              </Link>
              <Button kind="filled" keys="Ctrl+Enter" busy={job.running} onClick={() => void check()}>
                Check changes
              </Button>
            </>
          }
        />
        <div className={classes.side}>
          <FileFacts draft={draft} onWrong={() => setMending(true)} />
          <Panel title="Nothing is saved yet">
            <p>
              The next step shows every change before it happens. You can undo the whole import later, even after other
              edits.
            </p>
            {job.running && <ProgressBar label="Comparing with the register" />}
          </Panel>
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
