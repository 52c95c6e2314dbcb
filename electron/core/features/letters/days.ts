import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import {
  bookFrom,
  changedTypes,
  daysInForce,
  type LetterDays,
  LETTER_SETTING_ID,
  type LetterSetting,
  letterSettingFrom,
  withNewDays,
} from '#shared/features/letters/days.ts'
import type { LetterBook } from '#shared/features/journey/public.ts'
import type { JobContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { settingText, storeSetting } from '../../db/setting-rows.ts'
import { projectPeople } from '../../projections/person-summary.ts'

const PEOPLE_A_SLICE = 100

const readSetting = async (db: ReadDb): Promise<LetterSetting> =>
  letterSettingFrom(await settingText(db, LETTER_SETTING_ID))

/** How many days letters may take, as of today, and what was chosen since when. */
export const letterDays = async (db: ReadDb, today: IsoDate) => {
  const setting = await readSetting(db)
  return { days: daysInForce(setting.periods, today), periods: setting.periods, version: bookFrom(setting).version }
}

/** The days that hold, with the words that figures name them by. */
export const currentLetterBook = async (db: ReadDb): Promise<LetterBook> => bookFrom(await readSetting(db))

/** Those of some people who have an event whose letter now comes by another day. */
const concernedAmong = async (
  db: ReadDb,
  personIds: readonly string[],
  { types, from }: NonNullable<ReturnType<typeof changedTypes>>,
): Promise<string[]> => {
  const rows = await db
    .selectFrom('journey_event')
    .select('person_id')
    .distinct()
    .where('person_id', 'in', personIds)
    .where('event_type', 'in', types)
    .where('event_date', '>=', from)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/**
 * Chooses other days from a day on and works out anew what is due, all in one transaction: stopping leaves everything
 * as it was.
 * @returns of how many people it was worked out.
 * @throws AppError `cancelled`.
 */
export const saveLetterDays = (
  job: JobContext,
  chosen: { readonly from: IsoDate; readonly days: LetterDays },
): Promise<number> =>
  job.write(async (context) => {
    const today = context.env.clock.today()
    const before = await readSetting(context.db)
    const after = withNewDays(before, { ...chosen, setOn: today, setBy: context.user.name })
    const changed = changedTypes(before, after)
    if (changed === null) throw new AppError('conflict', 'These are the days that hold already. Nothing was changed.')
    await storeSetting(context, LETTER_SETTING_ID, JSON.stringify(after))
    const everybody = await context.db.selectFrom('person').select('id').orderBy('id').execute()
    let workedOut = 0
    for (let start = 0; start < everybody.length; start += PEOPLE_A_SLICE) {
      await job.report({ step: 'Working out what is due', done: start, total: everybody.length, unit: 'people' })
      const slice = everybody.slice(start, start + PEOPLE_A_SLICE).map(({ id }) => id)
      const concerned = await concernedAmong(context.db, slice, changed)
      await projectPeople(context.handle, concerned, today)
      workedOut += concerned.length
    }
    context.note({ people: workedOut, from: chosen.from })
    return workedOut
  })
