import type { ReactNode } from 'react'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { DocumentView } from './document-view.tsx'
import type { FaceOf } from './editor/field-store.ts'
import { PaperFoot, PaperHead } from './paper-head.tsx'
import paper from './document-view.module.css'

type DocumentReadProps = {
  readonly title: string
  readonly byline: string
  readonly mark?: string
  readonly content: ToolkitDocument
  readonly faceOf: FaceOf
  readonly foot: string
}

/** A document as it goes out: on screen to be read, and on paper. */
export const DocumentRead = ({ title, byline, mark, content, faceOf, foot }: DocumentReadProps): ReactNode => (
  <article className={paper.page} aria-label={title} lang="en-GB">
    <PaperHead title={title} byline={byline} mark={mark} />
    <DocumentView content={content} faceOf={faceOf} />
    <PaperFoot words={foot} />
  </article>
)
