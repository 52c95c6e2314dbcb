import { z } from 'zod'
import { type TextDraft, textDraftSchema } from '#shared/features/reports/own-text.ts'
import type { ReportSummary } from '#shared/features/reports/schema.ts'
import type { CommandContext, QueryContext } from '../../context.ts'

type Kind = ReportSummary['kind']

const keptSchema = z.array(textDraftSchema)

/** What this member of staff has typed for the next report of a kind; null for nothing. */
export const readKeptTexts = async (
  { db, user }: Pick<QueryContext, 'db' | 'user'>,
  kind: Kind,
): Promise<TextDraft[] | null> => {
  const row = await db
    .selectFrom('kept_text')
    .select('texts')
    .where('user_id', '=', user.id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row === undefined ? null : (keptSchema.safeParse(JSON.parse(row.texts)).data ?? null)
}

/** Takes them away for good: the history has nothing of them. */
export const dropKeptTexts = async ({ handle, user }: CommandContext, kind: Kind): Promise<void> => {
  await handle.db.deleteFrom('kept_text').where('user_id', '=', user.id).where('kind', '=', kind).execute()
}

/**
 * Keeps them in place of what was kept before. Past the recorder, unlike what is on record: an unfinished sentence that
 * tells of a person must not outlive its author's second thoughts.
 */
export const keepTexts = async (context: CommandContext, kind: Kind, texts: readonly TextDraft[]): Promise<void> => {
  await dropKeptTexts(context, kind)
  await context.handle.db
    .insertInto('kept_text')
    .values({ user_id: context.user.id, kind, texts: JSON.stringify(texts) })
    .execute()
}
