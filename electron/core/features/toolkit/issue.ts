import { AppError } from '#shared/contract/errors.ts'
import { addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import type { ToolkitDocument } from '#shared/features/toolkit/document.ts'
import { factFindings, filledIn, withoutGuidance } from '#shared/features/toolkit/issuing.ts'
import { isBlank } from '#shared/features/toolkit/fields.ts'
import type { FieldValue, Issue, IssueFinding, IssueHead } from '#shared/features/toolkit/schema.ts'
import { fieldsIn } from '#shared/features/toolkit/walk.ts'
import { canonicalJson, sha256 } from '../../canonical-json.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { ToolkitDocumentTable } from '../../db/schema-of-toolkit.ts'
import {
  answersOf,
  type Asking,
  contentOf,
  documentAbout,
  documentRow,
  issueHead,
  storedText,
  textFrom,
} from './documents.ts'
import { askedFor, blankLabel, type IssuedFields } from './facts-of-document.ts'
import { factWords, fieldValues } from './field-values.ts'
import { diedOn } from './died.ts'
import { reviewMonthsOf } from './template-texts.ts'
import { tellingOfPeople, typedPeople } from './typed-people.ts'

/** A document as it would be issued today. */
interface Ready {
  readonly row: ToolkitDocumentTable
  readonly number: number
  readonly reviewDue: IsoDate | null
  readonly text: ToolkitDocument
  readonly values: ReadonlyMap<string, FieldValue>
  readonly findings: readonly IssueFinding[]
}

const lastNumber = async (db: ReadDb, documentId: string): Promise<number> => {
  const { last } = await db
    .selectFrom('toolkit_issue')
    .select((where) => where.fn.max<number | null>('number').as('last'))
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** When it is to be looked at again: as it is set, or as long after the issue as its template says. */
const reviewAfter = async (db: ReadDb, row: ToolkitDocumentTable, today: IsoDate): Promise<IsoDate | null> => {
  if (row.review_due !== null && row.review_due > today) return row.review_due
  const months = row.template_code === null ? null : await reviewMonthsOf(db, row.template_code)
  return months === null ? row.review_due : addMonths(today, months)
}

const typedFindings = async (db: ReadDb, row: ToolkitDocumentTable, text: ToolkitDocument): Promise<IssueFinding[]> => {
  if (row.audience !== 'outside') return []
  const typed = await typedPeople(db, text, answersOf(row), row.person_id)
  const [inTitle = []] = await tellingOfPeople(db, [row.title], row.person_id)
  return [
    ...typed.map(({ words, block }): IssueFinding => ({
      kind: 'refuses',
      words: `${words} was typed ${block === null ? 'into a blank' : 'into the text'}, and this document leaves the practice`,
      block,
      code: null,
    })),
    ...inTitle.map((words): IssueFinding => ({
      kind: 'refuses',
      words: `${words} was typed into the title`,
      block: null,
      code: null,
    })),
  ]
}

const commentFindings = async (db: ReadDb, documentId: string): Promise<IssueFinding[]> => {
  const open = await db
    .selectFrom('toolkit_comment')
    .select((where) => where.fn.countAll<number>().as('count'))
    .where('document_id', '=', documentId)
    .where('resolved_on', 'is', null)
    .executeTakeFirstOrThrow()
  if (open.count === 0) return []
  const words = open.count === 1 ? '1 comment is open' : `${open.count} comments are open`
  return [{ kind: 'warns', words: `${words}. Comments are not issued`, block: null, code: null }]
}

const deathFindings = async (db: ReadDb, personId: string | null): Promise<IssueFinding[]> => {
  const died = await diedOn(db, personId)
  return died === null
    ? []
    : [{ kind: 'warns', words: `This person died ${died}. A letter to them must not be sent`, block: null, code: null }]
}

/** Places are those of the draft, so that the page can go to them: guidance stands there too and is looked at by nobody. */
const findingsIn = (
  content: ToolkitDocument,
  values: ReadonlyMap<string, FieldValue>,
  leaves: boolean,
): IssueFinding[] =>
  content.content.flatMap((block, at) =>
    factFindings(withoutGuidance({ type: 'doc', content: [block] }), values, leaves).map((finding) => ({
      ...finding,
      block: at,
    })),
  )

export const readyToIssue = async (asking: Asking & { readonly today: IsoDate }, id: string): Promise<Ready> => {
  const { db, today } = asking
  const row = await documentRow(asking, id)
  const content = await contentOf(db, id)
  const number = (await lastNumber(db, id)) + 1
  const reviewDue = await reviewAfter(db, row, today)
  const text = withoutGuidance(content)
  const asked = askedFor(asking, { ...row, review_due: reviewDue }, { words: String(number), on: today })
  // Also those of guidance, as the page has them: what hides a fact beside them does so in both.
  const codes = fieldsIn(content).map(({ code }) => code)
  const values = await fieldValues(asked, codes, answersOf(row))
  const findings = [
    ...findingsIn(content, values, row.audience === 'outside'),
    ...(await typedFindings(db, row, content)),
    ...(await deathFindings(db, row.person_id)),
    ...(await commentFindings(db, id)),
  ]
  return { row, number, reviewDue, text, values, findings }
}

/** What stands in the way of issuing a document today, and what should be known before. */
export const issueFindings = async (
  asking: Asking & { readonly today: IsoDate },
  id: string,
): Promise<IssueFinding[]> =>
  (await readyToIssue(asking, id)).findings.toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind === 'refuses' ? -1 : 1))

export const refuse = (findings: readonly IssueFinding[]): void => {
  const [first, ...rest] = findings.filter(({ kind }) => kind === 'refuses')
  if (first === undefined) return
  const others = rest.length === 0 ? '' : rest.length === 1 ? '. There is 1 more' : `. There are ${rest.length} more`
  throw new AppError('conflict', `This cannot be issued yet. ${first.words}${others}.`)
}

const issuedFields = ({ text, values }: Ready): IssuedFields => {
  const fields: Record<string, { label: string; words: string }> = {}
  for (const { code, label, frozen } of fieldsIn(text)) {
    const value = values.get(code)
    if (frozen !== null || value === undefined || fields[code] !== undefined) continue
    fields[code] = { label: isBlank(code) ? blankLabel(code, label) : value.label, words: factWords(value) }
  }
  return fields
}

interface Wanted {
  readonly id: string
  readonly version: number
  readonly purpose: string
  readonly recipient: string | null
}

/**
 * Freezes a document with the next number and today's date.
 * @throws AppError `conflict` where something in it must not go out, `stale` where it was changed meanwhile.
 */
export const issueDocument = async (
  context: CommandContext,
  { id, version, purpose, recipient }: Wanted,
): Promise<{ issue: IssueHead; version: number }> => {
  const today = context.env.clock.today()
  const ready = await readyToIssue({ db: context.db, user: context.user, today }, id)
  // The text that was looked at is the one that goes out.
  if (ready.row.version !== version)
    throw new AppError('stale', 'This document was changed meanwhile. Look at it again before you issue it.')
  refuse(ready.findings)
  const { row, number } = ready
  const content = filledIn(ready.text, ready.values)
  const fields = issuedFields(ready)
  const issue = {
    id: context.env.ids.next(),
    document_id: id,
    number,
    issued_on: today,
    issued_by: context.user.name,
    title: row.title,
    audience: row.audience,
    purpose,
    recipient,
    content: storedText(content),
    fields: JSON.stringify(fields),
    hash: sha256(canonicalJson({ documentId: id, number, issuedOn: today, title: row.title, content, fields })),
  }
  await context.insert('toolkit_issue', issue)
  const patch = {
    review_due: ready.reviewDue,
    updated_at: context.env.clock.now(),
    updated_by: context.user.name,
    edits: row.edits + 1,
  }
  context.note({ number, audience: row.audience, hash: issue.hash })
  return { issue: issueHead(issue), version: await context.update('toolkit_document', id, patch, version) }
}

const GONE = 'This issue is gone. Its document may have been removed on another screen.'

/** One issue, as it was frozen. @throws AppError `not-found`. */
export const issueOf = async (asking: Asking, id: string, personId: string | null): Promise<Issue> => {
  const row = await asking.db.selectFrom('toolkit_issue').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', GONE)
  await documentAbout(asking, row.document_id, personId)
  return {
    ...issueHead(row),
    documentId: row.document_id,
    audience: row.audience,
    content: textFrom(row.content),
    fields: JSON.parse(row.fields) as Issue['fields'],
    hash: row.hash,
  }
}
