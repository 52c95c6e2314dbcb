import { AppError } from '#shared/contract/errors.ts'
import type { User } from '#shared/features/access/schema.ts'
import type { ReadDb } from '../db/database.ts'

/** Whether a register says of itself that everybody in it is made up. */
export const isMadeUp = async (db: ReadDb): Promise<boolean> =>
  (await db.selectFrom('practice').select('is_demo').executeTakeFirst())?.is_demo === 1

/**
 * Who has come in, as the register has it. The key file beside it names people for the lock screen only: it may be older,
 * and whoever reaches the folder can change its words.
 * @throws AppError `forbidden` for somebody whom the register does not know.
 */
export const accountOf = async (db: ReadDb, userId: string): Promise<User> => {
  const row = await db.selectFrom('user_account').selectAll().where('id', '=', userId).executeTakeFirst()
  if (row === undefined)
    throw new AppError(
      'forbidden',
      'You have no access to this register any more. Ask the cancer lead of your practice.',
    )
  return { id: row.id, name: row.name, jobTitle: row.job_title, role: row.access_role }
}
