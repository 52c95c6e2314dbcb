import { type Settings, settingsSchema } from '#shared/features/settings/contract.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'

/** A locked screen after ten minutes, and a window that shared screens show black. */
export const DEFAULT_SETTINGS: Settings = { lockAfterMinutes: 10, hideFromScreenSharing: true }

const ROW_ID = 'app'

/** The settings of the open register; the defaults while none is open. */
export const readSettings = async (db: ReadDb | null): Promise<Settings> => {
  const row = await db?.selectFrom('setting').select('value').where('id', '=', ROW_ID).executeTakeFirst()
  return row === undefined ? DEFAULT_SETTINGS : settingsSchema.parse(JSON.parse(row.value))
}

export const saveSettings = async ({ db, insert, update }: CommandContext, settings: Settings): Promise<Settings> => {
  const value = JSON.stringify(settings)
  const row = await db.selectFrom('setting').select('id').where('id', '=', ROW_ID).executeTakeFirst()
  if (row === undefined) await insert('setting', { id: ROW_ID, value })
  else await update('setting', ROW_ID, { value }, null)
  return settings
}
