import { AppError } from '#shared/contract/errors.ts'
import type { NoteFields, ThemeFields } from '#shared/features/brainstorm/schema.ts'
import type { CommandContext } from '../../context.ts'
import { endOf, placeBefore } from './positions.ts'
import { noteRow, noteRows, themeRow, themeRows } from './queries.ts'

interface Which {
  readonly id: string
  readonly version: number
}

/** @throws AppError `not-found`, or `conflict` where the plan is closed: what led to it then stays as it was. */
const requireOpenPlan = async ({ db }: CommandContext, planId: string): Promise<void> => {
  const plan = await db.selectFrom('plan').select('state').where('id', '=', planId).executeTakeFirst()
  if (plan === undefined) throw new AppError('not-found', 'This plan is no longer here.')
  if (plan.state === 'closed') throw new AppError('conflict', 'This plan is closed, so its notes stay as they are.')
}

const requireTheme = async (context: CommandContext, planId: string, themeId: string | null): Promise<void> => {
  if (themeId === null) return
  const theme = await themeRow(context.db, themeId)
  if (theme.plan_id !== planId) throw new AppError('validation', 'This theme belongs to another plan.')
}

const requireObjective = async ({ db }: CommandContext, planId: string, objectiveId: string | null): Promise<void> => {
  if (objectiveId === null) return
  const objective = await db
    .selectFrom('plan_objective')
    .select('id')
    .where('id', '=', objectiveId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  if (objective === undefined)
    throw new AppError('validation', 'This objective is not in the plan any more.', {
      fieldErrors: { 'fields.objectiveId': 'Choose an objective of this plan' },
    })
}

/** Adds notes at the end of a theme, or of those in none. @returns their ids, in the order of `notes`. */
export const addNotes = async (
  context: CommandContext,
  { planId, themeId, notes }: { planId: string; themeId: string | null; notes: readonly NoteFields[] },
): Promise<string[]> => {
  await requireOpenPlan(context, planId)
  await requireTheme(context, planId, themeId)
  const last = endOf(await noteRows(context.db, planId))
  const rows = notes.map(({ words, saidBy }, index) => ({
    id: context.env.ids.next(),
    plan_id: planId,
    theme_id: themeId,
    words,
    said_by: saidBy,
    votes: 0,
    position: last + index,
  }))
  await context.insertMany('plan_note', rows)
  return rows.map(({ id }) => id)
}

/** Changes what a note says. @returns the new version. */
export const saveNote = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: NoteFields },
): Promise<number> => {
  await requireOpenPlan(context, (await noteRow(context.db, id)).plan_id)
  return context.update('plan_note', id, { words: fields.words, said_by: fields.saidBy }, version)
}

/** Moves a note into a theme or within one. @returns the new version. */
export const moveNote = async (
  context: CommandContext,
  { id, version, themeId, beforeId }: Which & { readonly themeId: string | null; readonly beforeId: string | null },
): Promise<number> => {
  const note = await noteRow(context.db, id)
  await requireOpenPlan(context, note.plan_id)
  await requireTheme(context, note.plan_id, themeId)
  const others = (await noteRows(context.db, note.plan_id)).filter((row) => row.theme_id === themeId && row.id !== id)
  const position = await placeBefore(context, 'plan_note', others, beforeId)
  return context.update('plan_note', id, { theme_id: themeId, position }, version)
}

/** Adds to the votes of a note; nothing below none. */
export const vote = async (
  context: CommandContext,
  { id, by }: { readonly id: string; readonly by: 1 | -1 },
): Promise<{ version: number; votes: number }> => {
  const note = await noteRow(context.db, id)
  await requireOpenPlan(context, note.plan_id)
  const votes = Math.max(0, note.votes + by)
  return { version: await context.update('plan_note', id, { votes }, null), votes }
}

/** Takes a note off the board. An action that was made from it stays. */
export const removeNote = async (context: CommandContext, { id, version }: Which): Promise<void> => {
  await requireOpenPlan(context, (await noteRow(context.db, id)).plan_id)
  await context.remove('plan_note', id, version)
}

/** Begins a theme at the end of the board, with a note in it where one is named. @returns its id. */
export const addTheme = async (
  context: CommandContext,
  { planId, fields, noteId }: { planId: string; fields: ThemeFields; noteId: string | null },
): Promise<string> => {
  await requireOpenPlan(context, planId)
  await requireObjective(context, planId, fields.objectiveId)
  const id = context.env.ids.next()
  const position = endOf(await themeRows(context.db, planId))
  await context.insert('plan_theme', {
    id,
    plan_id: planId,
    title: fields.title,
    objective_id: fields.objectiveId,
    position,
  })
  if (noteId !== null) {
    const note = await noteRow(context.db, noteId)
    if (note.plan_id === planId) await context.update('plan_note', noteId, { theme_id: id }, null)
  }
  return id
}

/** Renames a theme, or says which objective it serves. @returns the new version. */
export const saveTheme = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: ThemeFields },
): Promise<number> => {
  const theme = await themeRow(context.db, id)
  await requireOpenPlan(context, theme.plan_id)
  await requireObjective(context, theme.plan_id, fields.objectiveId)
  return context.update('plan_theme', id, { title: fields.title, objective_id: fields.objectiveId }, version)
}

/** Moves a theme to the left or right. @returns the new version. */
export const moveTheme = async (
  context: CommandContext,
  { id, version, beforeId }: Which & { readonly beforeId: string | null },
): Promise<number> => {
  const theme = await themeRow(context.db, id)
  await requireOpenPlan(context, theme.plan_id)
  const others = (await themeRows(context.db, theme.plan_id)).filter((row) => row.id !== id)
  return context.update(
    'plan_theme',
    id,
    { position: await placeBefore(context, 'plan_theme', others, beforeId) },
    version,
  )
}

/** Takes a theme away; its notes stay, in their order, after those in none. */
export const removeTheme = async (context: CommandContext, { id, version }: Which): Promise<void> => {
  const theme = await themeRow(context.db, id)
  await requireOpenPlan(context, theme.plan_id)
  const notes = await noteRows(context.db, theme.plan_id)
  const last = endOf(notes)
  const freed = notes.filter(({ theme_id: themeId }) => themeId === id)
  for (const [index, note] of freed.entries())
    await context.update('plan_note', note.id, { theme_id: null, position: last + index }, null)
  await context.remove('plan_theme', id, version)
}
