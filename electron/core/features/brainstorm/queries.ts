import { AppError } from '#shared/contract/errors.ts'
import type { BrainstormBoard } from '#shared/features/brainstorm/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { PlanNoteTable, PlanThemeTable } from '../../db/schema-of-brainstorm.ts'

/** Themes of a plan in their order. */
export const themeRows = (db: ReadDb, planId: string): Promise<PlanThemeTable[]> =>
  db.selectFrom('plan_theme').selectAll().where('plan_id', '=', planId).orderBy('position').orderBy('id').execute()

/** Notes of a plan in their order. */
export const noteRows = (db: ReadDb, planId: string): Promise<PlanNoteTable[]> =>
  db.selectFrom('plan_note').selectAll().where('plan_id', '=', planId).orderBy('position').orderBy('id').execute()

const GONE = 'This is no longer on the board. It may have been removed on another screen.'

/** @throws AppError `not-found` */
export const themeRow = async (db: ReadDb, id: string): Promise<PlanThemeTable> => {
  const row = await db.selectFrom('plan_theme').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', GONE)
  return row
}

/** @throws AppError `not-found` */
export const noteRow = async (db: ReadDb, id: string): Promise<PlanNoteTable> => {
  const row = await db.selectFrom('plan_note').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', GONE)
  return row
}

/** Codes of the actions that were made from notes, by note. */
const codesByNote = async (db: ReadDb, planId: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('plan_action')
    .select(['code', 'origin_id'])
    .where('plan_id', '=', planId)
    .where('origin_kind', '=', 'note')
    .execute()
  return new Map(rows.flatMap(({ code, origin_id: noteId }) => (noteId === null ? [] : [[noteId, code] as const])))
}

/** The notes and themes of a plan. */
export const boardOf = async (db: ReadDb, planId: string): Promise<BrainstormBoard> => {
  const [themes, notes, codes] = [
    await themeRows(db, planId),
    await noteRows(db, planId),
    await codesByNote(db, planId),
  ]
  return {
    planId,
    themes: themes.map(({ id, version, title, objective_id: objectiveId }) => ({ id, version, title, objectiveId })),
    notes: notes.map((row) => ({
      id: row.id,
      version: row.version,
      themeId: row.theme_id,
      words: row.words,
      saidBy: row.said_by,
      votes: row.votes,
      actionCode: codes.get(row.id) ?? null,
    })),
  }
}
