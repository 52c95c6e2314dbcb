import { IconFileImport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { AUDIENCE_LABELS, TOPIC_LABELS } from '#shared/features/toolkit/labels.ts'
import type { TemplateLine } from '#shared/features/toolkit/schema.ts'
import { useDocumentAhead } from './document-pages.ts'
import { ImportTemplateDialog } from './import-template-dialog.tsx'
import { NewDocumentDialog } from './new-document-dialog.tsx'
import { PreviewDrawer } from './preview-drawer.tsx'
import { documentPath } from './toolkit-address.ts'
import classes from './templates.module.css'

type OwnProps = {
  readonly template: TemplateLine
  readonly mayWrite: boolean
  readonly onPreview: () => void
  readonly onUse: () => void
  readonly onExport: () => void
  readonly onRemove: () => void
}

const Own = ({ template, mayWrite, onPreview, onUse, onExport, onRemove }: OwnProps): ReactNode => {
  const { title, purpose, own, topic, audience } = template
  return (
    <li className={classes.template}>
      <div className={classes.templateWords}>
        <h2>{title}</h2>
        <p>{purpose}</p>
        <p className={classes.templateFacts}>
          <Badge>{TOPIC_LABELS[topic]}</Badge>
          <Badge>{AUDIENCE_LABELS[audience]}</Badge>
          {own !== null && <span>{`${own.origin}. Added ${formatIsoDate(own.addedOn)} by ${own.addedBy}`}</span>}
        </p>
      </div>
      <div className={classes.templateActions}>
        <Button size="small" aria-label={`Look at ${title}`} onClick={onPreview}>
          Look at it
        </Button>
        {mayWrite && (
          <>
            <Button size="small" aria-label={`Begin a document from ${title}`} onClick={onUse}>
              Begin a document
            </Button>
            <Button size="small" aria-label={`Write ${title} to a file`} onClick={onExport}>
              Write to a file
            </Button>
            <Button size="small" kind="quiet" aria-label={`Remove ${title}`} onClick={onRemove}>
              Remove
            </Button>
          </>
        )}
      </div>
    </li>
  )
}

interface TemplateWrites {
  /** Why the last file was not written. */
  readonly trouble: string | null
  readonly write: (template: TemplateLine) => Promise<void>
  readonly remove: (template: TemplateLine) => Promise<void>
}

const useTemplateWrites = (onFailure: (words: string | null) => void): TemplateWrites => {
  const job = useCoreJob('toolkit', 'exportTemplate')
  return {
    trouble: job.error === null || job.error.code === 'cancelled' ? null : job.error.message,
    async write({ code, title }) {
      onFailure(null)
      const choice = await window.throughline.chooseFileToSave({
        title: 'Write a template for others',
        suggestedName: `${code}.tlt`,
        kind: 'template',
      })
      if (choice.status === 'refused') return onFailure(choice.message)
      if (choice.status !== 'chosen') return
      const written = await job.start({ code, fileHandle: choice.file.handle })
      if (written !== null)
        showToast({ message: `“${title}” is written. Its checksum begins ${written.checksum.slice(0, 8)}.` })
    },
    async remove({ own, title }) {
      if (own === null) return
      onFailure(null)
      const work = core.toolkit.removeTemplate({ id: own.id, version: own.version })
      const { refused } = await doUndoable(work, `“${title}” is removed. Documents made from it stay.`, onFailure)
      if (refused !== null) onFailure(refused.message)
    },
  }
}

/** `/toolkit/templates`: the templates that were made here or brought in. */
export const TemplatesPage = (): ReactNode => {
  usePageTitle('toolkit')
  useDocumentAhead()
  useBreadcrumbs([{ label: 'Toolkit', path: '/toolkit' }, { label: 'Own templates' }])
  const [, goTo] = usePath()
  const mayWrite = useMay('documents.write')
  const library = useCoreQuery('toolkit', 'library', {})
  const [looking, setLooking] = useState<TemplateLine | null>(null)
  const [making, setMaking] = useState<TemplateLine | null>(null)
  const [bringing, setBringing] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const writes = useTemplateWrites(setFailure)
  const own = library.data?.templates.filter((template) => template.own !== null)
  const bringIn = async (): Promise<void> => {
    setFailure(null)
    const choice = await window.throughline.chooseFileToOpen({
      title: 'Choose a template',
      kinds: ['template', 'any'],
    })
    if (choice.status === 'refused') setFailure(choice.message)
    if (choice.status === 'chosen') setBringing(choice.file.handle)
  }
  useCommands([
    ...(mayWrite
      ? [
          {
            id: 'templates.bring-in',
            title: 'Bring in a template',
            group: 'On this page' as const,
            keys: ['N'],
            icon: IconFileImport,
            run: () => void bringIn(),
          },
        ]
      : []),
    {
      id: 'templates.back',
      title: 'Back to the toolkit',
      group: 'On this page',
      keys: ['Esc'],
      run: () => goTo('/toolkit'),
    },
  ])
  return (
    <div className={classes.page}>
      <PageHeader
        title="Own templates"
        actions={
          mayWrite && (
            <Button icon={IconFileImport} keys="N" onClick={() => void bringIn()}>
              Bring in a template
            </Button>
          )
        }
      >
        Made from your documents, or shared by another lead as a file. A document’s menu has Save as my template.
      </PageHeader>
      {(failure ?? writes.trouble ?? library.error) !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure ?? writes.trouble ?? library.error?.message}
        </InlineAlert>
      )}
      {library.data === undefined && library.error === null && (
        <SkeletonPanel label="Loading the templates" lines={4} />
      )}
      {own?.length === 0 && (
        <EmptyState title="No template of your own yet">
          Open a document that works well and choose Save as my template, or bring in one that another lead has sent.
        </EmptyState>
      )}
      <ul className={classes.templates} aria-label="Own templates">
        {own?.map((template) => (
          <Own
            key={template.code}
            template={template}
            mayWrite={mayWrite}
            onPreview={() => setLooking(template)}
            onUse={() => setMaking(template)}
            onExport={() => void writes.write(template)}
            onRemove={() => void writes.remove(template)}
          />
        ))}
      </ul>
      {looking !== null && <PreviewDrawer template={looking} onClose={() => setLooking(null)} />}
      {making !== null && (
        <NewDocumentDialog
          template={making}
          onMade={(id) => goTo(documentPath(id))}
          onClose={() => setMaking(null)}
          onFailedUndo={setFailure}
        />
      )}
      {bringing !== null && (
        <ImportTemplateDialog fileHandle={bringing} onClose={() => setBringing(null)} onFailedUndo={setFailure} />
      )}
    </div>
  )
}
