import type { ReadDb } from './database.ts'
import type { Recorder } from './recorder.ts'

/** What is stored under an id in the `setting` table, as the text it was stored as; null where nothing was chosen. */
export const settingText = async (db: ReadDb, id: string): Promise<string | null> =>
  (await db.selectFrom('setting').select('value').where('id', '=', id).executeTakeFirst())?.value ?? null

/** Stores a value under an id, in place of what was there: a write like any other, with its history. */
export const storeSetting = async (
  { db, insert, update }: Pick<Recorder, 'insert' | 'update'> & { readonly db: ReadDb },
  id: string,
  value: string,
): Promise<void> => {
  if ((await settingText(db, id)) === null) await insert('setting', { id, value })
  else await update('setting', id, { value }, null)
}
