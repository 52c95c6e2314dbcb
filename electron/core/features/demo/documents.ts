import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Draft } from '#shared/features/toolkit/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { Ids } from '../../ids.ts'
import { contentOf, createDocument, issueDocument, saveDocument } from '../toolkit/public.ts'
import { type StoryDocument, storyDocuments } from './documents-story.ts'
import { storyDays } from './plan-days.ts'
import { onDay } from './story-day.ts'

type Node = Draft['content']['content'][number]

const cell = (words: string): Node => ({
  type: 'tableCell',
  content: [words === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

const wordsIn = ({ text = '', content = [] }: Node): string => text + content.map(wordsIn).join('')

/** A text with the rows of the table that has a heading, instead of those it had. */
const withRows = (content: Draft['content'], { heading, rows }: NonNullable<StoryDocument['table']>) => ({
  ...content,
  content: content.content.map((block): Node => {
    const [head] = block.content ?? []
    const [first] = head?.content ?? []
    if (block.type !== 'table' || head === undefined || first === undefined || wordsIn(first) !== heading) return block
    return { ...block, content: [head, ...rows.map((row): Node => ({ type: 'tableRow', content: row.map(cell) }))] }
  }),
})

const storeDocument = async (
  context: CommandContext,
  ids: Ids,
  { today, story }: { readonly today: IsoDate; readonly story: StoryDocument },
): Promise<void> => {
  const day = storyDays(today)
  const { template, title, table, answers, reviewInDays } = story
  const written = onDay(context, ids, day(story.writtenOn))
  const { id, version: begun } = await createDocument(written, {
    templateCode: template,
    title: title ?? null,
    topic: 'work',
    audience: 'inside',
    personId: null,
  })
  const row = await context.db
    .selectFrom('toolkit_document')
    .select('title')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const content = await contentOf(context.db, id)
  const base: Draft = { title: row.title, content, answers: {}, reviewDue: null }
  const saved = await saveDocument(written, {
    id,
    version: begun,
    base,
    ...base,
    content: table === undefined ? content : withRows(content, table),
    answers: Object.fromEntries(Object.entries(answers).map(([name, words]) => [`ask.${name}`, words])),
    reviewDue: reviewInDays === undefined ? null : addDays(today, reviewInDays),
  })
  let { version } = saved
  for (const { on, purpose, recipient } of story.issues)
    ({ version } = await issueDocument(onDay(context, ids, day(on)), { id, version, purpose, recipient }))
}

/**
 * Writes and issues the documents of the demo's toolkit, each on its day. What their facts said then is worked out from
 * all that is stored, so they come last.
 */
export const storeDocuments = async (context: CommandContext, ids: Ids, today: IsoDate): Promise<void> => {
  for (const story of storyDocuments(storyDays(today))) await storeDocument(context, ids, { today, story })
}
