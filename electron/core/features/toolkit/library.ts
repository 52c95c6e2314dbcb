import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { DocumentLine, ToolkitLibrary, ToolkitTitles } from '#shared/features/toolkit/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { linesOf } from '../../db/people-by-name.ts'
import type { ToolkitDocumentTable } from '../../db/schema-of-toolkit.ts'
import { learningCounts } from '../learning/public.ts'
import { type Asking, documentsSeen, ISSUE_HEAD, issueHead } from './documents.ts'
import { changedSince, type IssuedFields, watchedCodes } from './facts-of-document.ts'
import { fieldValues } from './field-values.ts'
import { stillToDo } from './still-to-do.ts'
import { templateLines } from './template-texts.ts'

/** A review is said before it is due from so many days on. */
const REVIEW_NEAR_DAYS = 30

interface LastIssue {
  readonly head: ReturnType<typeof issueHead>
  readonly fields: IssuedFields
}

/** The newest issue of each document. */
const lastIssues = async (db: ReadDb, ids: readonly string[] | null): Promise<Map<string, LastIssue>> => {
  const rows = await db
    .selectFrom('toolkit_issue as issue')
    .select(ISSUE_HEAD)
    .select(['document_id', 'fields'])
    .$if(ids !== null, (query) => query.where('document_id', 'in', ids ?? []))
    .where(({ eb, selectFrom }) =>
      eb(
        'number',
        '=',
        selectFrom('toolkit_issue as other')
          .select((where) => where.fn.max('other.number').as('last'))
          .whereRef('other.document_id', '=', 'issue.document_id'),
      ),
    )
    .execute()
  return new Map(
    rows.map(({ document_id: id, fields, ...head }) => [
      id,
      { head: issueHead(head), fields: JSON.parse(fields) as IssuedFields },
    ]),
  )
}

type DocumentRow = Omit<ToolkitDocumentTable, 'answers' | 'created_on' | 'edits'>

/** A document as the library shows it. */
const lineOf = (
  row: DocumentRow,
  person: DocumentLine['person'],
  last: LastIssue | undefined,
  changed: number | null,
  today: IsoDate,
): DocumentLine => ({
  id: row.id,
  version: row.version,
  templateCode: row.template_code,
  title: row.title,
  topic: row.topic,
  audience: row.audience,
  person,
  isPrivate: row.private_to !== null,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
  reviewDue: row.review_due,
  isReviewDue: row.review_due !== null && row.review_due <= today,
  issues: last?.head.number ?? 0,
  lastIssue: last?.head ?? null,
  changed,
})

/** How many facts of each document are other than in its last issue. Documents about people are not looked through. */
const changedCounts = async (
  asking: Asking & { readonly today: IsoDate },
  rows: readonly DocumentRow[],
  issues: ReadonlyMap<string, LastIssue>,
): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const leaves of [false, true]) {
    const own = rows.flatMap((row) => {
      const last = issues.get(row.id)
      return last === undefined || row.person_id !== null || (row.audience === 'outside') !== leaves
        ? []
        : [{ id: row.id, fields: last.fields }]
    })
    const document = { title: '', issue: '', issuedOn: null, reviewDue: null, personId: null, leaves }
    const values = await fieldValues(
      { ...asking, document },
      new Set(own.flatMap(({ fields }) => watchedCodes(fields))),
    )
    for (const { id, fields } of own) counts.set(id, changedSince(fields, values).length)
  }
  return counts
}

const COLUMNS = [
  'document.id',
  'document.version',
  'document.template_code',
  'document.title',
  'document.topic',
  'document.audience',
  'document.person_id',
  'document.private_to',
  'document.review_due',
  'document.updated_at',
  'document.updated_by',
] as const

/** Templates, and the documents that somebody may see, those written in last first. */
export const libraryOf = async (asking: Asking & { readonly today: IsoDate }): Promise<ToolkitLibrary> => {
  const { db, today } = asking
  const rows = await documentsSeen(asking).select(COLUMNS).orderBy('document.updated_at', 'desc').execute()
  const issues = await lastIssues(db, null)
  const people = await linesOf(db, [...new Set(rows.flatMap(({ person_id: id }) => id ?? []))])
  const changed = await changedCounts(asking, rows, issues)
  const todo = await stillToDo(db)
  const { suggested } = await learningCounts(db, today)
  const near = addDays(today, REVIEW_NEAR_DAYS)
  return {
    templates: await templateLines(db),
    documents: rows.map((row) => ({
      ...lineOf(row, people.get(row.person_id ?? '') ?? null, issues.get(row.id), changed.get(row.id) ?? null, today),
      ...todo(row.id),
      isReviewNear: row.review_due !== null && row.review_due > today && row.review_due <= near,
    })),
    learningSuggested: suggested,
  }
}

/** What there is, by name alone: no fact is worked out for it. */
export const titlesOf = async (asking: Asking): Promise<ToolkitTitles> => ({
  documents: await documentsSeen(asking)
    .select(['document.id', 'document.title'])
    .where('document.person_id', 'is', null)
    .orderBy('document.updated_at', 'desc')
    .execute(),
  templates: (await templateLines(asking.db)).map(({ code, title }) => ({ code, title })),
})

/** One document as the library shows it, and what its last issue said. */
export const documentLine = async (
  { db, today }: Asking & { readonly today: IsoDate },
  row: DocumentRow,
): Promise<{ line: DocumentLine; issued: IssuedFields | null }> => {
  const last = (await lastIssues(db, [row.id])).get(row.id)
  const people = row.person_id === null ? null : await linesOf(db, [row.person_id])
  const line = lineOf(row, people?.get(row.person_id ?? '') ?? null, last, null, today)
  return { line, issued: last?.fields ?? null }
}
