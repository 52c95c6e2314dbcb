import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { TemplateAudience, TemplateTopic } from '#shared/features/toolkit/schema.ts'

/** A document of the toolkit; its text stands in its blocks. */
export interface ToolkitDocumentTable {
  id: string
  template_code: string | null
  title: string
  topic: TemplateTopic
  audience: TemplateAudience
  person_id: string | null
  /** The user who alone sees it. */
  private_to: string | null
  /** JSON object: what was filled in, by blank. */
  answers: string
  review_due: IsoDate | null
  created_on: IsoDate
  /** ISO time. */
  updated_at: string
  updated_by: string
  /** Rises with every change of its text. */
  edits: number
  version: number
}

/** One top-level block of a text, as JSON. */
export interface ToolkitBlockTable {
  id: string
  document_id: string
  place: number
  content: string
  version: number
}

/** A document as it was issued. `content` and `fields` are JSON. */
export interface ToolkitIssueTable {
  id: string
  document_id: string
  number: number
  issued_on: IsoDate
  issued_by: string
  title: string
  audience: TemplateAudience
  purpose: string
  recipient: string | null
  content: string
  fields: string
  hash: string
  version: number
}

/** An earlier state of a draft. `content` and `answers` are JSON. */
export interface ToolkitRevisionTable {
  id: string
  document_id: string
  /** ISO time. */
  at: string
  by_name: string
  kind: 'before' | 'other'
  title: string
  content: string
  answers: string
  word_count: number
  version: number
}

/** A comment beside a text. */
export interface ToolkitCommentTable {
  id: string
  document_id: string
  mark_id: string
  words: string
  by_name: string
  made_on: IsoDate
  resolved_on: IsoDate | null
  version: number
}

/** A template of the practice's own, or one that was brought in. `sources` and `content` are JSON. */
export interface ToolkitTemplateTable {
  id: string
  code: string
  title: string
  topic: TemplateTopic
  audience: TemplateAudience
  purpose: string
  used_by: string
  minutes: number
  sources: string
  review_months: number | null
  content: string
  origin: string
  checksum: string
  added_on: IsoDate
  added_by: string
  version: number
}

export interface ToolkitTables {
  toolkit_document: ToolkitDocumentTable
  toolkit_block: ToolkitBlockTable
  toolkit_issue: ToolkitIssueTable
  toolkit_revision: ToolkitRevisionTable
  toolkit_comment: ToolkitCommentTable
  toolkit_template: ToolkitTemplateTable
}
