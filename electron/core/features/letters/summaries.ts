import { AppError } from '#shared/contract/errors.ts'
import type { SummaryAction, SummaryFields, TreatmentSummary } from '#shared/features/letters/summary-slots.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { addTask } from '../tasks/public.ts'
import { summaryColumns, summaryFrom } from './summary-rows.ts'

/** What the treatment summaries of a person say, as far as somebody has read them. */
export const summariesOfPerson = async (db: ReadDb, personId: string): Promise<TreatmentSummary[]> => {
  const rows = await db
    .selectFrom('treatment_summary')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  return rows.map(summaryFrom)
}

const refuse = (field: string, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

/** Tasks are added as if each were typed by itself; a fault in one is told with its place in the form. */
const addActions = async (
  context: CommandContext,
  personId: string,
  eventId: string,
  actions: readonly SummaryAction[],
): Promise<void> => {
  for (const [at, action] of actions.entries()) {
    try {
      await addTask(context, { ...action, personId, sourceEventId: eventId })
    } catch (cause) {
      if (!(cause instanceof AppError) || cause.details.fieldErrors === undefined) throw cause
      const [field = 'title'] = Object.keys(cause.details.fieldErrors)
      refuse(`actions.${at}.${field}`, cause.message)
    }
  }
}

/**
 * Keeps what a summary says and turns what it asks of the practice into tasks: one change, one undo.
 * @param version null when nobody had read it yet.
 * @throws AppError `stale` when somebody read it meanwhile; `validation`; `not-found`.
 */
export const saveSummary = async (
  context: CommandContext,
  input: {
    readonly eventId: string
    readonly version: number | null
    readonly fields: SummaryFields
    readonly actions: readonly SummaryAction[]
  },
): Promise<{ id: string; version: number; tasks: number }> => {
  const { db, env } = context
  const event = await db
    .selectFrom('journey_event')
    .select(['person_id', 'event_type'])
    .where('id', '=', input.eventId)
    .executeTakeFirst()
  if (event?.event_type !== 'treatment_summary')
    throw new AppError('not-found', 'This treatment summary is no longer in the journey.')
  if (input.actions.length > 0 && input.fields.actionsAsked !== true)
    refuse('actionsAsked', 'Say that it asks something of the practice, or take the tasks out')
  const there = await db
    .selectFrom('treatment_summary')
    .selectAll()
    .where('event_id', '=', input.eventId)
    .executeTakeFirst()
  if (there !== undefined && input.version === null)
    throw new AppError(
      'stale',
      'Somebody read this summary while you did. Your words are kept: look at what is there now, then save again.',
    )
  const id = there?.id ?? env.ids.next()
  const columns = summaryColumns(input.fields)
  if (there === undefined)
    await context.insert('treatment_summary', { id, event_id: input.eventId, person_id: event.person_id, ...columns })
  const version = there === undefined ? 1 : await context.update('treatment_summary', id, columns, input.version)
  await addActions(context, event.person_id, input.eventId, input.actions)
  return { id, version, tasks: input.actions.length }
}

/**
 * Takes away what was read in a treatment summary, for an event that turns out to be something else: its aim and alert
 * symptoms would go on standing on the handover card. The undo of the command brings it back.
 */
export const dropSummary = async ({ db, remove }: CommandContext, eventId: string): Promise<void> => {
  const rows = await db.selectFrom('treatment_summary').select('id').where('event_id', '=', eventId).execute()
  for (const { id } of rows) await remove('treatment_summary', id, null)
}
