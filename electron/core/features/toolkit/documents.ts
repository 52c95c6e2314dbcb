import { AppError } from '#shared/contract/errors.ts'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { blockKey } from '#shared/features/toolkit/merge.ts'
import { answersSchema, type Answers, type IssueHead } from '#shared/features/toolkit/schema.ts'
import { documentOf } from '#shared/features/toolkit/walk.ts'
import type { QueryContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { ToolkitDocumentTable, ToolkitIssueTable } from '../../db/schema-of-toolkit.ts'

export type Asking = Pick<QueryContext, 'db' | 'user'>

const GONE = 'This document is gone. It may have been removed on another screen.'

/** Documents that somebody may see: those that are nobody's alone, and their own. */
export const documentsSeen = ({ db, user }: Asking) =>
  db
    .selectFrom('toolkit_document as document')
    .where((where) => where.or([where('private_to', 'is', null), where('private_to', '=', user.id)]))

/** One document. @throws AppError `not-found`, also for what only somebody else may see. */
export const documentRow = async (asking: Asking, id: string): Promise<ToolkitDocumentTable> => {
  const row = await documentsSeen(asking).selectAll().where('document.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', GONE)
  return row
}

const OF_A_PERSON = 'This document is about a person. Open it from the library.'

/**
 * One document that is about a certain person, or about nobody, as the audit trail says it.
 * @throws AppError `not-found`, also where it is about somebody else.
 */
export const documentAbout = async (
  asking: Asking,
  id: string,
  personId: string | null,
): Promise<ToolkitDocumentTable> => {
  const row = await documentRow(asking, id)
  if (row.person_id !== personId) throw new AppError('not-found', row.person_id === null ? GONE : OF_A_PERSON)
  return row
}

/** The blocks of a text as they are stored, in order. */
export const blockRows = (db: ReadDb, documentId: string) =>
  db
    .selectFrom('toolkit_block')
    .select(['id', 'place', 'content', 'version'])
    .where('document_id', '=', documentId)
    .orderBy('place')
    .orderBy('id')
    .execute()

/** The text of a document. */
export const contentOf = async (db: ReadDb, documentId: string): Promise<ToolkitDocument> => {
  const rows = await blockRows(db, documentId)
  return documentOf(JSON.parse(`[${rows.map(({ content }) => content).join(',')}]`) as ToolkitDocument['content'])
}

/** What was filled into the blanks of a document. */
export const answersOf = ({ answers }: Pick<ToolkitDocumentTable, 'answers'>): Answers =>
  answersSchema.parse(JSON.parse(answers))

type HeadRow = Pick<ToolkitIssueTable, 'id' | 'number' | 'issued_on' | 'issued_by' | 'title' | 'purpose' | 'recipient'>

export const ISSUE_HEAD = ['id', 'number', 'issued_on', 'issued_by', 'title', 'purpose', 'recipient'] as const

/** An issue as lists show it. */
export const issueHead = ({ issued_on: issuedOn, issued_by: issuedBy, ...row }: HeadRow): IssueHead => ({
  id: row.id,
  number: row.number,
  title: row.title,
  purpose: row.purpose,
  recipient: row.recipient,
  issuedOn,
  issuedBy,
})

/** The issues of a document, the newest first. */
export const issueHeads = async (db: ReadDb, documentId: string): Promise<IssueHead[]> => {
  const rows = await db
    .selectFrom('toolkit_issue')
    .select(ISSUE_HEAD)
    .where('document_id', '=', documentId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(issueHead)
}

/** A text as it is stored where it is kept whole. */
export const storedText = ({ content }: ToolkitDocument): string => `[${content.map(blockKey).join(',')}]`

/** A text that was stored whole. */
export const textFrom = (stored: string): ToolkitDocument =>
  documentOf(JSON.parse(stored) as ToolkitDocument['content'])
