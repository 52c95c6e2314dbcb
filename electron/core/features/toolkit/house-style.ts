import { houseStyleSchema, type HouseStyle } from '#shared/features/toolkit/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { settingText, storeSetting } from '../../db/setting-rows.ts'

const ROW_ID = 'toolkit-house-style'
const NOT_SET: HouseStyle = { name: null, header: null, footer: null }

/** What stands on every page of a document, and the practice as it is recorded. */
export const readHouseStyle = async (db: ReadDb): Promise<HouseStyle & { practiceName: string }> => {
  const text = await settingText(db, ROW_ID)
  const practice = await db.selectFrom('practice').select('name').executeTakeFirst()
  const style = text === null ? NOT_SET : houseStyleSchema.parse(JSON.parse(text))
  return { ...style, practiceName: practice?.name ?? '' }
}

export const saveHouseStyle = async (context: CommandContext, style: HouseStyle): Promise<void> =>
  storeSetting(context, ROW_ID, JSON.stringify(style))
