import { AppError } from '#shared/contract/errors.ts'
import type { CommandContext } from '../../context.ts'

/** Puts a thing off until a day, or changes the day it was put off to. */
export const putOff = async (
  { db, env, insert, update }: CommandContext,
  { subject, personId, until }: { subject: string; personId: string | null; until: string },
): Promise<void> => {
  if (until <= env.clock.today()) {
    const words = 'Choose a day that is still to come.'
    throw new AppError('validation', words, { fieldErrors: { until: words } })
  }
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
