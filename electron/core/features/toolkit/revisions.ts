import { AppError } from '#shared/contract/errors.ts'
import { wordCount } from '#shared/features/toolkit/issuing.ts'
import type { Draft, Revision } from '#shared/features/toolkit/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { ToolkitRevisionTable } from '../../db/schema-of-toolkit.ts'
import { answersOf, type Asking, documentAbout, storedText, textFrom } from './documents.ts'

/** How many earlier states of a document are kept. */
const MOST_KEPT = 100

/** Keeps a state of a draft, unless the newest that is kept of its kind says the same. */
export const keepRevision = async (
  context: CommandContext,
  documentId: string,
  kind: Revision['kind'],
  draft: Pick<Draft, 'title' | 'content' | 'answers'>,
  by: string,
): Promise<string> => {
  const { db, env } = context
  const kept = await db
    .selectFrom('toolkit_revision')
    .select(['id', 'kind', 'title', 'content', 'answers', 'by_name'])
    .where('document_id', '=', documentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const [newest] = kept
  const row = {
    kind,
    title: draft.title,
    content: storedText(draft.content),
    answers: JSON.stringify(draft.answers),
    by_name: by,
  }
  if (newest !== undefined && Object.entries(row).every(([name, value]) => newest[name as keyof typeof row] === value))
    return newest.id
  for (const { id } of kept.slice(MOST_KEPT - 1)) await context.remove('toolkit_revision', id, null)
  const id = env.ids.next()
  await context.insert('toolkit_revision', {
    ...row,
    id,
    document_id: documentId,
    at: env.clock.now(),
    word_count: wordCount(draft.content),
  })
  return id
}

type Head = Omit<ToolkitRevisionTable, 'content' | 'answers' | 'version' | 'document_id'>

const headOf = ({ id, at, by_name: by, title, kind, word_count: words }: Head): Revision => ({
  id,
  at,
  by,
  title,
  kind,
  words,
})

/** Earlier states of a draft, the newest first. */
export const revisionsOf = async (db: ReadDb, documentId: string): Promise<Revision[]> => {
  const rows = await db
    .selectFrom('toolkit_revision')
    .select(['id', 'at', 'by_name', 'title', 'kind', 'word_count'])
    .where('document_id', '=', documentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(headOf)
}

/** One earlier state. @throws AppError `not-found`, also for that of a document that only somebody else may see. */
export const revisionOf = async (
  asking: Asking,
  id: string,
  personId: string | null,
): Promise<Revision & Pick<Draft, 'content' | 'answers'> & { readonly documentId: string }> => {
  const row = await asking.db.selectFrom('toolkit_revision').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', 'This earlier state is no longer kept.')
  await documentAbout(asking, row.document_id, personId)
  return { ...headOf(row), documentId: row.document_id, content: textFrom(row.content), answers: answersOf(row) }
}
