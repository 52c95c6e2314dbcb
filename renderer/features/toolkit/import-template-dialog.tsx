import type { ReactNode } from 'react'
import { BringInDialog } from '#renderer/app/bring-in-dialog.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { DataList } from '#renderer/ui/data-list.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { AUDIENCE_LABELS, TOPIC_LABELS } from '#shared/features/toolkit/labels.ts'
import { DocumentView } from './document-view.tsx'
import { templateFaces } from './template-faces.ts'
import paper from './document-view.module.css'
import classes from './templates.module.css'

type ImportTemplateDialogProps = {
  readonly fileHandle: string
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const listOf = (codes: readonly string[]): string => (codes.length === 0 ? 'None' : codes.join(', '))

/** What a template file holds, shown before anything of it is kept. */
export const ImportTemplateDialog = ({ fileHandle, onClose, onFailedUndo }: ImportTemplateDialogProps): ReactNode => {
  const looked = useCoreQuery('toolkit', 'inspectTemplate', { fileHandle })
  return (
    <BringInDialog
      title="Bring in a template"
      width={760}
      looked={looked}
      isHere={looked.data != null && looked.data.alreadyHere !== null}
      bringIn={({ checksum, template }) => {
        const work = core.toolkit.importTemplate({ fileHandle, checksum })
        return doUndoable(work, `“${template.title}” is in the toolkit.`, onFailedUndo)
      }}
      onClose={onClose}
    >
      {(file) => (
        <>
          {file.alreadyHere !== null && (
            <InlineAlert tone="warn" title="This template is here already">
              It is the same to the last letter. There is nothing to bring in.
            </InlineAlert>
          )}
          <DataList
            facts={[
              { term: 'Template', value: file.template.title },
              { term: 'Made by', value: file.madeBy },
              { term: 'For', value: AUDIENCE_LABELS[file.template.audience] },
              { term: 'Topic', value: TOPIC_LABELS[file.template.topic] },
              { term: 'Facts', value: `${file.known.length} that fill themselves, ${file.blanks.length} blanks` },
              { term: 'Not known here', value: listOf(file.unknown) },
              { term: 'Not for its readers', value: listOf(file.unsafe) },
              { term: 'Checksum', value: file.checksum.slice(0, 16) },
            ]}
          />
          <p className={classes.safe}>
            Nothing in it runs and nothing is fetched: it holds text and the names of facts.
          </p>
          {/* Long enough to scroll, so the keyboard must be able to reach it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={classes.preview} tabIndex={0} role="region" aria-label="Its text">
            <article className={paper.page} aria-label={file.template.title}>
              <DocumentView content={file.content} faceOf={templateFaces} guidance />
            </article>
          </div>
        </>
      )}
    </BringInDialog>
  )
}
