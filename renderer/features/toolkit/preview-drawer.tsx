import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { TemplateLine } from '#shared/features/toolkit/schema.ts'
import { DocumentView } from './document-view.tsx'
import { templateFaces } from './template-faces.ts'
import paper from './document-view.module.css'

type PreviewDrawerProps = { readonly template: TemplateLine; readonly onClose: () => void }

/** A template's text, with its guidance and the names of its facts. */
export const PreviewDrawer = ({ template, onClose }: PreviewDrawerProps): ReactNode => {
  const text = useCoreQuery('toolkit', 'template', { code: template.code })
  return (
    <Drawer open onClose={onClose} title={template.title} width={640}>
      {text.error !== null && (
        <InlineAlert tone="bad" spoken>
          {text.error.message}
        </InlineAlert>
      )}
      {text.data === undefined && text.error === null && <SkeletonPanel label="Loading the template" lines={8} />}
      {text.data !== undefined && (
        <article className={paper.page} aria-label={template.title}>
          <DocumentView content={text.data.content} faceOf={templateFaces} guidance />
        </article>
      )}
    </Drawer>
  )
}
