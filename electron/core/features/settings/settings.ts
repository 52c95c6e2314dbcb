import { type Settings, settingsSchema } from '#shared/features/settings/contract.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { settingText, storeSetting } from '../../db/setting-rows.ts'

/** A locked screen after ten minutes, and a window that shared screens show black. */
export const DEFAULT_SETTINGS: Settings = { lockAfterMinutes: 10, hideFromScreenSharing: true }

const ROW_ID = 'app'

/** The settings of the open register; the defaults while none is open. */
export const readSettings = async (db: ReadDb | null): Promise<Settings> => {
  const text = db === null ? null : await settingText(db, ROW_ID)
  return text === null ? DEFAULT_SETTINGS : settingsSchema.parse(JSON.parse(text))
}

export const saveSettings = async (context: CommandContext, settings: Settings): Promise<Settings> => {
  await storeSetting(context, ROW_ID, JSON.stringify(settings))
  return settings
}
