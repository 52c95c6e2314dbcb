import type { IsoDate } from '#shared/domain/partial-date.ts'
import { isBlank } from '#shared/features/toolkit/fields.ts'
import type { OpenDocument, ToolkitComment } from '#shared/features/toolkit/schema.ts'
import { fieldsIn } from '#shared/features/toolkit/walk.ts'
import type { ReadDb } from '../../db/database.ts'
import { diedOn } from './died.ts'
import { answersOf, type Asking, contentOf, documentAbout, issueHeads } from './documents.ts'
import { askedFor, blankLabel, changedSince, stillShown } from './facts-of-document.ts'
import { fieldValues } from './field-values.ts'
import { documentLine } from './library.ts'
import { typedPeople } from './typed-people.ts'

/** The comments beside a text, the oldest first. */
const commentsOf = async (db: ReadDb, documentId: string): Promise<ToolkitComment[]> => {
  const rows = await db
    .selectFrom('toolkit_comment')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('made_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    markId: row.mark_id,
    words: row.words,
    by: row.by_name,
    on: row.made_on,
    resolvedOn: row.resolved_on,
  }))
}

/**
 * One document with what its facts say today.
 * @param personId whom it must be about; null for a document about nobody.
 * @throws AppError `not-found`, also where it is about somebody else.
 */
export const openDocument = async (
  asking: Asking & { readonly today: IsoDate },
  id: string,
  personId: string | null,
): Promise<OpenDocument> => {
  const { db } = asking
  const row = await documentAbout(asking, id, personId)
  const content = await contentOf(db, id)
  const answers = answersOf(row)
  const places = fieldsIn(content)
  const { line, issued } = await documentLine(asking, row)
  const asked = askedFor(asking, row, { words: `${line.issues + 1}, draft`, on: null })
  const values = await fieldValues(
    asked,
    places.map(({ code }) => code),
    answers,
  )
  const changedFields = issued === null ? [] : changedSince(stillShown(issued, places), values)
  const blanks = new Map<string, string>()
  for (const { code, label } of places)
    if (isBlank(code) && (!blanks.has(code) || blanks.get(code) === code)) blanks.set(code, blankLabel(code, label))
  return {
    ...line,
    changed: issued === null || row.person_id !== null ? null : changedFields.length,
    content,
    answers,
    personDied: await diedOn(db, row.person_id),
    values: [...values.values()].map((value) =>
      isBlank(value.code) ? { ...value, label: blanks.get(value.code) ?? value.label } : value,
    ),
    blanks: [...blanks].map(([code, label]) => ({ code, label, answer: answers[code] ?? '' })),
    changedFields,
    issueList: await issueHeads(db, id),
    comments: await commentsOf(db, id),
    typed: await typedPeople(db, content, answers, row.person_id),
  }
}
