import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { emptyDocument } from '#shared/features/toolkit/document.ts'
import { mergeDrafts } from '#shared/features/toolkit/merge-draft.ts'
import type { toolkit } from '#shared/features/toolkit/contract.ts'
import type { Draft, TemplateAudience } from '#shared/features/toolkit/schema.ts'
import type { CommandContext } from '../../context.ts'
import { removeWithBelongings } from '../../db/references.ts'
import type { ToolkitDocumentTable } from '../../db/schema-of-toolkit.ts'
import { answersOf, contentOf, documentRow } from './documents.ts'
import { keepRevision, revisionOf } from './revisions.ts'
import { storeText } from './store-text.ts'
import { templateText } from './template-texts.ts'

type Input<Name extends keyof typeof toolkit> = z.output<(typeof toolkit)[Name]['input']>

interface Written {
  readonly id: string
  readonly version: number
}

const refuse = (field: string, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

const checkPerson = async (
  { db }: CommandContext,
  audience: TemplateAudience,
  personId: string | null,
): Promise<void> => {
  if (audience === 'person' && personId === null) refuse('personId', 'Choose whom the document is about')
  if (audience !== 'person' && personId !== null) refuse('personId', 'This document is about nobody: choose no person')
  if (personId === null) return
  const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
  if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
}

/**
 * Begins a document from a template or from nothing.
 * @throws AppError `not-found` for a template that is gone; `validation` where a person is missing or has no place.
 */
export const createDocument = async (context: CommandContext, input: Input<'create'>): Promise<Written> => {
  const { env, user } = context
  const template = input.templateCode === null ? null : await templateText(context.db, input.templateCode)
  if (input.templateCode !== null && template === null)
    throw new AppError('not-found', 'This template is gone. Choose another.')
  const audience = template?.line.audience ?? input.audience
  await checkPerson(context, audience, input.personId)
  const id = env.ids.next()
  await context.insert('toolkit_document', {
    id,
    template_code: input.templateCode,
    title: input.title ?? template?.line.title ?? 'New document',
    topic: template?.line.topic ?? input.topic,
    audience,
    person_id: input.personId,
    private_to: audience === 'self' ? user.id : null,
    answers: '{}',
    created_on: env.clock.today(),
    updated_at: env.clock.now(),
    updated_by: user.name,
    edits: 0,
  })
  await storeText(context, id, template?.content ?? emptyDocument())
  return { id, version: 1 }
}

/** What stands in a document now. */
const draftOf = async (context: CommandContext, row: ToolkitDocumentTable): Promise<Draft> => ({
  title: row.title,
  content: await contentOf(context.db, row.id),
  answers: answersOf(row),
  reviewDue: row.review_due,
})

const A_SITTING = 30 * 60_000

/** Whether somebody begins to write anew: another than before, or after a while. */
const isNewSitting = ({ env, user }: CommandContext, row: ToolkitDocumentTable): boolean =>
  row.updated_by !== user.name || Date.parse(env.clock.now()) - Date.parse(row.updated_at) > A_SITTING

/** Writes a draft over what is there; an unchanged one leaves no trace. */
const write = async (context: CommandContext, row: ToolkitDocumentTable, draft: Draft): Promise<number> => {
  const isText = await storeText(context, row.id, draft.content)
  const patch = { title: draft.title, answers: JSON.stringify(draft.answers), review_due: draft.reviewDue }
  const isOther = Object.entries(patch).some(([name, value]) => row[name as keyof typeof patch] !== value)
  if (!isText && !isOther) return row.version
  const by = { updated_at: context.env.clock.now(), updated_by: context.user.name, edits: row.edits + 1 }
  return context.update('toolkit_document', row.id, { ...patch, ...by }, null)
}

type Saved =
  | { readonly outcome: 'saved'; readonly version: number; readonly savedAt: string }
  | { readonly outcome: 'merged'; readonly version: number; readonly savedAt: string; readonly now: Draft }
  | {
      readonly outcome: 'conflict'
      readonly version: number
      readonly theirs: Draft
      readonly mine: Draft
      readonly by: string
      readonly revisionId: string
    }

/**
 * Keeps a draft. Where the document was changed since this window was given it, both are put together block by block;
 * where both wrote in the same place, the document stays as it is and what was sent is kept as an earlier state.
 */
export const saveDocument = async (
  context: CommandContext,
  { id, version, base, ...mine }: Input<'save'>,
): Promise<Saved> => {
  const row = await documentRow(context, id)
  const theirs = await draftOf(context, row)
  const draft = row.version === version ? mine : mergeDrafts(base, mine, theirs)
  const savedAt = context.env.clock.now()
  if (draft === null) {
    const revisionId = await keepRevision(context, id, 'other', mine, context.user.name)
    return { outcome: 'conflict', version: row.version, theirs, mine, by: row.updated_by, revisionId }
  }
  const isChanged = JSON.stringify(draft.content) !== JSON.stringify(theirs.content)
  if (isChanged && isNewSitting(context, row)) await keepRevision(context, id, 'before', theirs, row.updated_by)
  const written = await write(context, row, draft)
  if (row.version === version) return { outcome: 'saved', version: written, savedAt }
  return { outcome: 'merged', version: written, savedAt, now: draft }
}

/** Says whom a document is for. @throws AppError `validation` where it is or becomes one about a person. */
export const setAudience = async (
  context: CommandContext,
  { id, version, audience, topic }: Input<'setAudience'>,
): Promise<number> => {
  const row = await documentRow(context, id)
  if ((audience === 'person') !== (row.person_id !== null))
    refuse('audience', 'A document about a person stays one, and no other becomes one')
  const patch = { audience, topic, private_to: audience === 'self' ? context.user.id : null }
  return context.update('toolkit_document', id, patch, version)
}

/** Takes up an earlier state; what stands there now is kept as one. */
export const restoreRevision = async (
  context: CommandContext,
  { id, version, revisionId }: Input<'restoreRevision'>,
): Promise<number> => {
  const row = await documentRow(context, id)
  if (row.version !== version)
    throw new AppError('stale', 'This document was changed meanwhile. Look at it again before you restore.')
  const { documentId, ...earlier } = await revisionOf(context, revisionId, row.person_id)
  if (documentId !== id) throw new AppError('not-found', 'This earlier state is one of another document.')
  const now = await draftOf(context, row)
  await keepRevision(context, id, 'before', now, row.updated_by)
  return write(context, row, { ...now, title: earlier.title, content: earlier.content, answers: earlier.answers })
}

/** Removes a document with all that belongs to it. */
export const removeDocument = async (context: CommandContext, { id, version }: Input<'remove'>): Promise<void> => {
  await documentRow(context, id)
  await removeWithBelongings(context.handle, context.recorder, 'toolkit_document', id, version)
}

/** Writes a comment beside the text. */
export const addComment = async (
  context: CommandContext,
  { documentId, markId, words }: Input<'addComment'>,
): Promise<Written> => {
  await documentRow(context, documentId)
  const id = context.env.ids.next()
  await context.insert('toolkit_comment', {
    id,
    document_id: documentId,
    mark_id: markId,
    words,
    by_name: context.user.name,
    made_on: context.env.clock.today(),
  })
  return { id, version: 1 }
}

const commentRow = async (context: CommandContext, id: string): Promise<void> => {
  const row = await context.db
    .selectFrom('toolkit_comment')
    .select('document_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', 'This comment is gone.')
  await documentRow(context, row.document_id)
}

/** Says that a comment is dealt with, or takes that back. */
export const resolveComment = async (
  context: CommandContext,
  { id, version, isResolved }: Input<'resolveComment'>,
): Promise<number> => {
  await commentRow(context, id)
  const resolved = isResolved ? context.env.clock.today() : null
  return context.update('toolkit_comment', id, { resolved_on: resolved }, version)
}

/** Removes a comment. */
export const removeComment = async (
  context: CommandContext,
  { id, version }: Input<'removeComment'>,
): Promise<void> => {
  await commentRow(context, id)
  await context.remove('toolkit_comment', id, version)
}
