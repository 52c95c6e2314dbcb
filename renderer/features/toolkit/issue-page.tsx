import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { PersonStrip } from '#renderer/features/journey/public.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Issue } from '#shared/features/toolkit/schema.ts'
import { DocumentRead } from './document-read.tsx'
import type { FaceOf } from './document-view.tsx'
import { documentPath } from './toolkit-address.ts'
import { useExport } from './use-export.ts'
import classes from './document.module.css'

/** What the facts said when it was frozen. Their words stand in the text itself wherever they could be kept there. */
const frozenFaces =
  ({ fields }: Issue): FaceOf =>
  (code, label) => {
    const said = fields[code]
    return {
      words: said?.words ?? label ?? code,
      label: said?.label ?? label ?? code,
      old: null,
      number: null,
      kind: said === undefined ? 'unknown' : 'fact',
      identifiable: false,
      table: null,
    }
  }

const Shown = ({ issue }: { readonly issue: Issue }): ReactNode => {
  const [, goTo] = usePath()
  const personId = useCoreQuery('toolkit', 'whose', { id: issue.documentId }).data?.personId ?? null
  const exporting = useExport({ documentId: issue.documentId, issueId: issue.id, personId }, async () => true)
  const mayWrite = useMay('documents.write')
  const back = (): void => goTo(documentPath(issue.documentId))
  useCommands([
    {
      id: 'issue.print',
      title: 'Print this issue',
      group: 'On this page',
      keys: ['P'],
      icon: IconPrinter,
      run: exporting.print,
    },
    { id: 'issue.back', title: 'Back to the document', group: 'On this page', keys: ['Esc'], run: back },
  ])
  const { number, issuedOn, issuedBy, purpose, recipient, hash, title } = issue
  const byline = `Issue ${number}, ${formatIsoDate(issuedOn)}. Issued by ${issuedBy}.`
  return (
    <div className={classes.document}>
      <header className={classes.bar} data-print="hide">
        <h1 className={classes.barTitle}>{title}</h1>
        <Badge tone="action">{`Issue ${number}`}</Badge>
        <span className={classes.saved}>Frozen: to read only</span>
        <span className={classes.gap} />
        <Button size="small" icon={IconArrowLeft} keys="Esc" onClick={back}>
          Back to the document
        </Button>
        <Button size="small" icon={IconPrinter} keys="P" onClick={exporting.print}>
          Print
        </Button>
        {mayWrite && (
          <>
            <Button size="small" onClick={() => exporting.write('docx')}>
              Write as Word
            </Button>
            <Button size="small" onClick={() => exporting.write('markdown')}>
              Write as Markdown
            </Button>
          </>
        )}
      </header>
      {(exporting.failure ?? exporting.said) !== null && (
        <div className={classes.alerts} data-print="hide">
          <InlineAlert tone={exporting.failure === null ? 'ok' : 'bad'} spoken>
            {exporting.failure ?? exporting.said}
          </InlineAlert>
        </div>
      )}
      {personId !== null && <PersonStrip personId={personId} layout="page" />}
      <div className={classes.issueWell}>
        <p className={classes.issueFacts} data-print="hide">
          {`${formatIsoDate(issuedOn)}, by ${issuedBy}. ${purpose}${recipient === null ? '' : `, to ${recipient}`}. Receipt ${hash.slice(0, 16)}.`}
        </p>
        <DocumentRead
          title={title}
          byline={byline}
          content={issue.content}
          faceOf={frozenFaces(issue)}
          foot={`Issue ${number}, ${formatIsoDate(issuedOn)}`}
        />
      </div>
    </div>
  )
}

/** `/toolkit/:id/issues/:issueId`: what was sent, as it was sent. */
export const IssuePage = ({ id, issueId }: { readonly id: string; readonly issueId: string }): ReactNode => {
  usePageTitle('document')
  const issue = useCoreQuery('toolkit', 'issueOne', { id: issueId })
  useBreadcrumbs([
    { label: 'Toolkit', path: '/toolkit' },
    { label: issue.data?.title ?? 'Document', path: documentPath(id) },
    { label: issue.data === undefined ? 'Issue' : `Issue ${issue.data.number}` },
  ])
  const [, goTo] = usePath()
  if (issue.data !== undefined) return <Shown issue={issue.data} />
  if (issue.error === null) return <SkeletonPanel label="Opening the issue" lines={12} />
  return (
    <EmptyState
      scale="page"
      title="This issue cannot be shown"
      actions={
        <Button kind="filled" onClick={() => goTo(documentPath(id))}>
          Go to the document
        </Button>
      }
    >
      {issue.error.message}
    </EmptyState>
  )
}
