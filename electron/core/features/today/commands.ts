import { AppError } from '#shared/contract/errors.ts'
import { addDays } from '#shared/domain/partial-date.ts'
import { PUT_OFF_AT_MOST_DAYS } from '#shared/features/today/words.ts'
import type { CommandContext } from '../../context.ts'

const refuse = (words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { until: words } })
}

const needsSignOff = async ({ db }: CommandContext, subject: string): Promise<boolean> =>
  (await db
    .selectFrom('pathway_summary')
    .select('pathway_id')
    .where('needs_sign_off', '=', 1)
    .where('pathway_id', '=', subject.replace(/^referral:/, ''))
    .executeTakeFirst()) !== undefined

/** Puts a thing off until a day, or changes the day it was put off to. */
export const putOff = async (
  context: CommandContext,
  { subject, personId, until }: { subject: string; personId: string | null; until: string },
): Promise<void> => {
  const { db, env, insert, update } = context
  const today = env.clock.today()
  if (until <= today) refuse('Choose a day that is still to come.')
  if (until > addDays(today, PUT_OFF_AT_MOST_DAYS)) refuse(`Choose a day within ${PUT_OFF_AT_MOST_DAYS} days.`)
  if (await needsSignOff(context, subject))
    refuse('This waits for a clinician to sign it off, so it stays on the list.')
  if (personId !== null) {
    const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
    if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
  }
  const row = await db.selectFrom('put_off').select('id').where('subject', '=', subject).executeTakeFirst()
  if (row === undefined)
    await insert('put_off', { id: env.ids.next(), subject, person_id: personId, until_date: until })
  else await update('put_off', row.id, { until_date: until, person_id: personId }, null)
}

/** Brings back everything that is put off. @returns how many things. */
export const bringBack = async ({ db, env, remove }: CommandContext): Promise<number> => {
  const rows = await db.selectFrom('put_off').select('id').where('until_date', '>', env.clock.today()).execute()
  for (const { id } of rows) await remove('put_off', id, null)
  return rows.length
}
