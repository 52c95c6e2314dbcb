import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { type DateOrder, wordChoicesSchema } from '#shared/features/imports/matching.ts'
import { forAllSchema, type ImportProfile, type ProfileInUse } from '#shared/features/imports/profiles.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { ImportProfileTable } from '../../db/schema.ts'
import type { DatesSeen } from './dates-in-columns.ts'
import type { StoredDraft } from './drafts.ts'
import { matchBy, placesOf, type Profile, profileColumnSchema, profileFor, shapeOf } from './profile-shapes.ts'
import { suggestColumns } from './suggest-columns.ts'

const columnsSchema = z.array(profileColumnSchema)

const parsed = <T>(schema: z.ZodType<T>, json: string, otherwise: T): T => {
  const read = schema.safeParse(JSON.parse(json))
  return read.success ? read.data : otherwise
}

/** What an earlier edition kept and this one no longer knows is as if it had not been chosen. */
const profileFromRow = (row: ImportProfileTable): Profile => ({
  id: row.id,
  name: row.name,
  usedAt: row.used_at,
  shape: row.shape,
  layout: row.layout,
  columns: parsed(columnsSchema, row.columns, []),
  words: parsed(wordChoicesSchema, row.words, []),
  differences: parsed(forAllSchema, row.differences, {}),
})

const profileRows = (db: ReadDb): Promise<ImportProfileTable[]> =>
  db.selectFrom('import_profile').selectAll().orderBy('used_at', 'desc').orderBy('id', 'desc').execute()

/** Every saved profile, the last used first. */
export const listProfiles = async (db: ReadDb): Promise<ImportProfile[]> =>
  (await profileRows(db)).map((row) => {
    const { id, name, layout, usedAt, columns, words } = profileFromRow(row)
    return {
      id,
      name,
      layout,
      usedAt,
      matched: columns.filter(({ field }) => field !== 'leave_out').length,
      columns: columns.length,
      words: words.length,
      times: row.times,
      version: row.version,
    }
  })

const matched = (draft: StoredDraft, profile: Profile | null): StoredDraft => {
  const { columns } = suggestColumns(draft.table)
  const by = profile === null ? null : matchBy(profile, draft.table.headings, columns)
  return {
    ...draft,
    decided: null,
    remember: null,
    shown: {
      ...draft.shown,
      columns: by?.columns ?? columns,
      words: profile === null ? [] : [...profile.words],
      profile: by?.inUse ?? null,
      remember: null,
    },
  }
}

/** A draft just read, matched by the profile that knows files of its shape, if there is one. */
export const matchByShape = async (db: ReadDb, draft: StoredDraft): Promise<StoredDraft> => {
  const profile = profileFor(draft.table, (await profileRows(db)).map(profileFromRow))
  return profile === null ? draft : matched(draft, profile)
}

const findProfile = async (db: ReadDb, profileId: string): Promise<ImportProfileTable> => {
  const row = await db.selectFrom('import_profile').selectAll().where('id', '=', profileId).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'There is no such saved profile. It may have been deleted on another screen.')
  return row
}

/** The draft matched by one profile, or afresh for null. @throws AppError `not-found`. */
export const matchAs = async (db: ReadDb, draft: StoredDraft, profileId: string | null): Promise<StoredDraft> =>
  matched(draft, profileId === null ? null : profileFromRow(await findProfile(db, profileId)))

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** @throws AppError `validation` for a name in use, `not-found`, `stale`. */
export const renameProfile = async (
  context: CommandContext,
  profileId: string,
  version: number,
  name: string,
): Promise<number> => {
  const others = (await profileRows(context.db)).filter(({ id }) => id !== profileId)
  if (others.some((other) => sameName(other.name, name))) {
    const words = 'A saved profile has this name already. Choose another.'
    throw new AppError('validation', words, { fieldErrors: { name: words } })
  }
  return context.update('import_profile', profileId, { name }, version)
}

const countUse = async (context: CommandContext, { id }: ProfileInUse): Promise<void> => {
  const row = await context.db.selectFrom('import_profile').select('times').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return
  await context.update('import_profile', id, { used_at: context.env.clock.now(), times: row.times + 1 }, null)
}

/** What this file has shown need not be asked of the next, in which it may not show. */
const provenOrder = (seen: DatesSeen | undefined): DateOrder | null =>
  seen !== undefined && seen.counted(0).dayFirst > 0 && seen.asks === null ? 'day-first' : null

/**
 * Keeps how a file was matched, as its import is stored: in the profile of the chosen name, or in a new one. A profile
 * that was only used is counted as used.
 */
export const rememberMatching = async (context: CommandContext, draft: StoredDraft): Promise<void> => {
  const { table, shown, looked, remember, decided } = draft
  if (remember === null) return shown.profile === null ? undefined : countUse(context, shown.profile)
  const places = placesOf(table.headings)
  const columns = shown.columns.flatMap(({ index, field, dates }) => {
    const place = places[index]
    return place === undefined || place === null
      ? []
      : [{ ...place, field, dates: dates ?? provenOrder(looked.dates.get(index)) }]
  })
  const kept = {
    name: remember.name,
    layout: table.layout,
    shape: shapeOf(table),
    columns: JSON.stringify(columns),
    words: JSON.stringify(shown.words),
    differences: JSON.stringify(decided?.choices.forAll ?? {}),
    used_at: context.env.clock.now(),
  }
  const before = (await profileRows(context.db)).find(({ name }) => sameName(name, remember.name))
  if (before === undefined) await context.insert('import_profile', { id: context.env.ids.next(), ...kept, times: 1 })
  else await context.update('import_profile', before.id, { ...kept, times: before.times + 1 }, null)
}
