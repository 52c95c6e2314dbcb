import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { DocumentNode } from '#shared/features/toolkit/document.ts'
import type { DocumentLine, ToolkitLibrary, ToolkitTitles } from '#shared/features/toolkit/schema.ts'
import { type FieldPlace, fieldsIn } from '#shared/features/toolkit/walk.ts'
import type { ReadDb } from '../../db/database.ts'
import { linesOf } from '../../db/people-by-name.ts'
import type { ToolkitDocumentTable } from '../../db/schema-of-toolkit.ts'
import { learningCounts } from '../learning/public.ts'
import { type Asking, documentsSeen, ISSUE_HEAD, issueHead } from './documents.ts'
import { changedSince, type IssuedFields, stillShown } from './facts-of-document.ts'
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

/** The facts that each of some documents shows now, by document. */
const placesOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, FieldPlace[]>> => {
  const blocks = await db
    .selectFrom('toolkit_block')
    .select(['document_id', 'content'])
    .where('document_id', 'in', ids)
    .where('content', 'like', '%"type":"field%')
    .execute()
  const byDocument = Map.groupBy(blocks, (block) => block.document_id)
  return new Map(
    [...byDocument].map(([id, own]) => [
      id,
      own.flatMap(({ content }) => fieldsIn(JSON.parse(content) as DocumentNode)),
    ]),
  )
}

interface Watched {
  readonly id: string
  readonly leaves: boolean
  /** What its last issue said of the facts that it still shows. */
  readonly issued: IssuedFields
  readonly codes: readonly string[]
}

/**
 * How many facts of each document are other than in its last issue, as the document itself says it. Documents about people
 * are not looked through.
 */
const changedCounts = async (
  asking: Asking & { readonly today: IsoDate },
  rows: readonly DocumentRow[],
  issues: ReadonlyMap<string, LastIssue>,
): Promise<Map<string, number>> => {
  const places = await placesOf(asking.db, [...issues.keys()])
  const watched = rows.flatMap((row): Watched[] => {
    const last = issues.get(row.id)
    if (last === undefined || row.person_id !== null) return []
    const own = places.get(row.id) ?? []
    return [
      {
        id: row.id,
        leaves: row.audience === 'outside',
        issued: stillShown(last.fields, own),
        codes: own.map(({ code }) => code),
      },
    ]
  })
  const valuesFor = (leaves: boolean, codes: readonly string[]) => {
    const document = { title: '', issue: '', issuedOn: null, reviewDue: null, personId: null, leaves }
    return fieldValues({ ...asking, document }, codes)
  }
  const inside = await valuesFor(
    false,
    watched.flatMap(({ leaves, issued }) => (leaves ? [] : Object.keys(issued))),
  )
  const counts = new Map<string, number>()
  for (const { id, leaves, issued, codes } of watched)
    // What one document that leaves hides depends on all that it shows, and on nothing that another does.
    counts.set(id, changedSince(issued, leaves && codes.length > 0 ? await valuesFor(true, codes) : inside).length)
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
