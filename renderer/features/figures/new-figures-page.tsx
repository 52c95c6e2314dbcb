import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { counted } from '#renderer/features/imports/public.ts'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { useKeepFocus } from '#renderer/ui/keep-focus.ts'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { ProgressBar } from '#renderer/ui/progress-panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { type FigureDraft, leftOutWords } from '#shared/features/figures/schema.ts'
import { AboutFields } from './about-fields.tsx'
import { ABOUT_LABELS } from './about-form.ts'
import { CheckResult } from './check-result.tsx'
import { FigureColumns } from './figure-columns.tsx'
import classes from './figures.module.css'
import { ReadElsewhere } from './read-elsewhere.tsx'
import { useNewFigures } from './use-new-figures.ts'

type NewFigures = ReturnType<typeof useNewFigures>

const footWords = ({ preview }: NewFigures): string => {
  if (preview === null) return 'Nothing is saved yet'
  if (preview.sameAs !== null) return 'Nothing to save'
  if (preview.accepted === 0) return 'No row can be kept'
  return `${counted(preview.accepted, 'row')} will be saved`
}

const mayBeSaved = ({ preview }: NewFigures): boolean =>
  preview !== null && preview.sameAs === null && preview.accepted > 0

const Foot = ({ figures }: { readonly figures: NewFigures }): ReactNode => {
  const foot = useKeepFocus<HTMLElement>(figures.running)
  return (
    <footer className={classes.foot} ref={foot} tabIndex={-1}>
      {figures.progress === null ? (
        <>
          <span className={classes.footWords}>{footWords(figures)}</span>
          <Link href="/imports/figures" asChild>
            <ButtonLink>Cancel</ButtonLink>
          </Link>
          {mayBeSaved(figures) ? (
            <Button kind="filled" keys="Ctrl+Enter" onClick={() => void figures.save()}>
              Save these figures
            </Button>
          ) : (
            <Button kind="filled" keys="Ctrl+Enter" onClick={() => void figures.check()}>
              Check the figures
            </Button>
          )}
        </>
      ) : (
        <>
          <span className={classes.footWords} role="status">
            {figures.progress}
          </span>
          <div className={classes.footBar}>
            <ProgressBar label="Working on the file" />
          </div>
          <Button onClick={figures.stop}>Stop</Button>
        </>
      )}
    </footer>
  )
}

const fileWords = (draft: FigureDraft): string => {
  const { fileName, rowCount, fileKind, hasTotal } = draft
  const kept = leftOutWords(draft)
  const words = `${fileName}, ${counted(rowCount, 'row')}${hasTotal ? ' and a total' : ''}. ${fileKind}.`
  return kept === null ? words : `${words} ${kept}.`
}

const NewStep = ({
  draft,
  onReadAgain,
}: {
  readonly draft: FigureDraft
  readonly onReadAgain: () => void
}): ReactNode => {
  const figures = useNewFigures(draft)
  const { form, faults, preview } = figures
  const [mending, setMending] = useState(false)
  useCommands([
    {
      id: 'figures.goOn',
      title: mayBeSaved(figures) ? 'Save these figures' : 'Check the figures',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      run: () => (figures.running ? false : void (mayBeSaved(figures) ? figures.save() : figures.check())),
    },
  ])
  return (
    <Page>
      <PageHeader
        title="New practice figures"
        actions={<Button onClick={() => setMending(true)}>Read it another way</Button>}
      >
        {fileWords(draft)}
      </PageHeader>
      <ErrorSummary
        attempt={figures.attempt}
        faults={Object.entries(faults).map(([name, words]) => ({
          fieldId: `figures-${name}`,
          message: `${ABOUT_LABELS[name] ?? 'Columns'}: ${words}`,
        }))}
      />
      {figures.error !== null && Object.keys(faults).length === 0 && (
        <InlineAlert tone="bad" title="Nothing was saved" spoken>
          {figures.error}
        </InlineAlert>
      )}
      <div className={classes.grid}>
        <div className={classes.column}>
          {preview !== null && <CheckResult preview={preview} />}
          {form.kind !== null && (
            <FigureColumns
              draft={draft}
              kind={form.kind}
              choices={figures.choices}
              error={faults['columns']}
              onChoose={figures.choose}
            />
          )}
        </div>
        <Panel title="What the figures are">
          <AboutFields form={form} faults={faults} onChange={figures.change} />
        </Panel>
      </div>
      <Foot figures={figures} />
      {mending && <ReadElsewhere draft={draft} onClose={() => setMending(false)} onRead={onReadAgain} />}
    </Page>
  )
}

/** A file of figures before it is saved: what it is, where its columns go, and what checking found. */
export const NewFiguresPage = ({ draftId }: { readonly draftId: string }): ReactNode => {
  usePageTitle('newFigures')
  useBreadcrumbs([
    { label: 'Imports', path: '/imports' },
    { label: 'Practice figures', path: '/imports/figures' },
    { label: 'New figures' },
  ])
  const found = useCoreQuery('figures', 'draft', { draftId })
  const [readings, setReadings] = useState(0)
  const queries = useQueryClient()
  const readAgain = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['figures', 'draft'] })
    setReadings((count) => count + 1)
  }
  if (found.error !== null) {
    return (
      <Page>
        <EmptyState
          scale="page"
          title="Choose the file again"
          actions={
            <Link href="/imports/figures" asChild>
              <ButtonLink kind="filled">Go to practice figures</ButtonLink>
            </Link>
          }
        >
          {found.error.message}
        </EmptyState>
      </Page>
    )
  }
  if (found.data === undefined) {
    return (
      <Page>
        <SkeletonPanel lines={6} label="Loading the file" />
      </Page>
    )
  }
  return <NewStep key={readings} draft={found.data} onReadAgain={() => void readAgain()} />
}
