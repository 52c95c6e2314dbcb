import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { isFuture } from '#shared/domain/partial-date.ts'
import { partialDateSchema } from '#shared/domain/schemas.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import type { pathways } from '#shared/features/pathways/contract.ts'
import { decisionsFor, stepOf } from '#shared/features/pathways/public.ts'
import {
  ADJUSTMENT_REASONS,
  type NewAdjustment,
  type PathwayFields,
  pathwayFieldsSchema,
} from '#shared/features/pathways/schema.ts'
import type { Step } from '#shared/features/pathways/steps.ts'
import type { CommandContext } from '../../context.ts'
import type { Patch } from '../../db/recorder.ts'
import type { PathwayTable } from '../../db/schema-of-work.ts'
import { readClockRules } from './clock-choices.ts'
import { candidatesOf } from './queries.ts'
import { dropSignOffs } from './sign-offs.ts'

type Start = z.output<typeof pathways.start.input>
type SignOffInput = z.output<typeof pathways.signOff.input>
type SeenEvent = Start['events'][number]

const refuse = (field: string, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

const GONE = 'This pathway is no longer on the register. It may have been removed on another screen.'

const pathwayRow = async ({ db }: CommandContext, id: string): Promise<PathwayTable> => {
  const row = await db.selectFrom('pathway').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', GONE)
  return row
}

/** The person is there and the diagnosis is theirs. */
const checkFields = async ({ db }: CommandContext, { personId, episodeId = null }: PathwayFields): Promise<void> => {
  const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
  if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
  if (episodeId === null) return
  const episode = await db
    .selectFrom('cancer_episode')
    .select('person_id')
    .where('id', '=', episodeId)
    .executeTakeFirst()
  if (episode?.person_id !== personId)
    refuse('pathway.episodeId', 'That diagnosis belongs to somebody else or is gone. Choose it again.')
}

const columnsOf = (fields: PathwayFields): Omit<PathwayTable, 'id' | 'version'> => ({
  person_id: fields.personId,
  episode_id: fields.episodeId ?? null,
  tumour_group: fields.tumourGroup,
  priority: fields.priority,
  hospital: fields.hospital ?? null,
  reference: fields.reference ?? null,
  note: fields.note === '' ? null : (fields.note ?? null),
})

/** Puts events on a pathway, or on none, each at the version that was seen. */
const moveEvents = async (
  context: CommandContext,
  personId: string,
  pathwayId: string | null,
  events: readonly SeenEvent[],
): Promise<void> => {
  const ids = events.map(({ id }) => id)
  const rows = await context.db
    .selectFrom('journey_event')
    .select(['id', 'person_id', 'pathway_id'])
    .where('id', 'in', ids)
    .execute()
  if (rows.some((row) => row.person_id !== personId))
    refuse('events', 'One of these events belongs to somebody else. Nothing was linked.')
  const moved = rows.filter((row) => row.pathway_id !== pathwayId)
  await dropSignOffs(
    context,
    moved.map(({ id }) => id),
  )
  for (const { id, version } of events) await context.update('journey_event', id, { pathway_id: pathwayId }, version)
}

/**
 * Stores a new pathway inside whatever command runs: logging a referral starts one through this, and one undo takes
 * back both.
 * @returns its id.
 */
export const addPathway = async (context: CommandContext, fields: PathwayFields): Promise<string> => {
  const read = pathwayFieldsSchema.parse(fields)
  await checkFields(context, read)
  const id = context.env.ids.next()
  await context.insert('pathway', { id, ...columnsOf(read) })
  return id
}

const BEGINNINGS: readonly (string | null)[] = ['sent', 'received', 'upgraded'] satisfies readonly Step[]

const logReferral = async (
  { env, insert }: CommandContext,
  pathwayId: string,
  { pathway, sent }: Pick<Start, 'pathway' | 'sent'>,
): Promise<void> => {
  if (sent === null) return
  const { date, precision, eventType } = sent
  if (!BEGINNINGS.includes(stepOf(eventType)))
    refuse('sent.eventType', 'A pathway starts with a referral that was sent, received or upgraded')
  if (!partialDateSchema.safeParse({ date, precision }).success)
    refuse('sent.date', 'A date without a day or month is kept as the first day it can mean')
  if (isFuture({ date, precision }, env.clock.today()))
    refuse('sent.date', 'This date is in the future. Log it once it has happened.')
  await insert('journey_event', {
    id: env.ids.next(),
    person_id: pathway.personId,
    episode_id: pathway.episodeId,
    event_type: eventType,
    lane: eventTypeOf(eventType).lane,
    event_date: date,
    event_date_precision: precision,
    note: null,
    told_by: null,
    answers_event_id: null,
    pathway_id: pathwayId,
    hospital: null,
    method: null,
    done_by: null,
    template: null,
  })
}

/** A pathway with its referral and the events that were logged before it. @returns its id. */
export const startPathway = async (context: CommandContext, input: Start): Promise<string> => {
  const id = await addPathway(context, input.pathway)
  await logReferral(context, id, input)
  if (input.events.length > 0) await moveEvents(context, input.pathway.personId, id, input.events)
  return id
}

export const savePathway = async (
  context: CommandContext,
  id: string,
  version: number,
  fields: z.output<typeof pathwayFieldsSchema>,
): Promise<number> => {
  const row = await pathwayRow(context, id)
  if (row.person_id !== fields.personId)
    throw new AppError('conflict', 'A pathway cannot move to another person. Remove it here and start it there.')
  await checkFields(context, fields)
  return context.update('pathway', id, columnsOf(fields) satisfies Patch<'pathway'>, version)
}

export const linkEvents = async (
  context: CommandContext,
  { personId, pathwayId, events }: z.output<typeof pathways.linkEvents.input>,
): Promise<void> => {
  if (pathwayId !== null && (await pathwayRow(context, pathwayId)).person_id !== personId)
    refuse('pathwayId', 'That pathway belongs to somebody else. Nothing was linked.')
  await moveEvents(context, personId, pathwayId, events)
}

const MOVED_ON =
  'This pathway has moved on while you were looking at it. Look at where it stands now, then sign it off again.'

/** Judges where a pathway stands, or what went wrong on it before and is not signed off yet. The one before it for the same event is replaced, and kept in the history. */
export const signOff = async (
  context: CommandContext,
  { pathwayId, eventId, replaces, decision, note }: SignOffInput,
): Promise<{ id: string; version: number }> => {
  const row = await pathwayRow(context, pathwayId)
  const candidate = (await candidatesOf(context.db, row.person_id)).find(({ id }) => id === pathwayId)
  if (candidate === undefined) throw new AppError('not-found', GONE)
  const { unsigned, placeEvent } = candidate.state
  const event = [...unsigned, placeEvent].find((one) => one?.id === eventId)
  const before = candidate.facts.signOffs.find((one) => one.eventId === eventId) ?? null
  if (event == null || before?.id !== replaces?.id || before?.version !== replaces?.version)
    throw new AppError('stale', MOVED_ON)
  const decisions = decisionsFor(candidate.state, event)
  if (decision === 'care_complete' && !decisions.includes(decision)) throw new AppError('stale', MOVED_ON)
  if (!decisions.includes(decision))
    refuse('decision', 'Nothing was rejected, missed or cancelled, so there is nothing to book or refer again.')
  const words = {
    decision,
    note: note === null || note === '' ? null : note,
    signed_by: context.user.name,
    signed_on: context.env.clock.today(),
  }
  if (before !== null) {
    const version = await context.update('pathway_sign_off', before.id, words, before.version)
    return { id: before.id, version }
  }
  const id = context.env.ids.next()
  await context.insert('pathway_sign_off', {
    id,
    pathway_id: pathwayId,
    person_id: row.person_id,
    event_id: eventId,
    ...words,
  })
  return { id, version: 1 }
}

/** Days off a clock, for one of the few reasons there are. */
export const addAdjustment = async (
  context: CommandContext,
  pathwayId: string,
  adjustment: NewAdjustment,
): Promise<string> => {
  const row = await pathwayRow(context, pathwayId)
  const rules = await readClockRules(context.db)
  if (rules.standards[adjustment.clock] === undefined)
    refuse('adjustment.clock', 'This clock is not counted in your nation.')
  if (!rules.adjustments.includes(adjustment.reasonCode))
    refuse('adjustment.reasonCode', 'No days may be taken off for this in your nation.')
  const reason = ADJUSTMENT_REASONS.find(({ code }) => code === adjustment.reasonCode)
  if (reason === undefined || !(reason.clocks as readonly string[]).includes(adjustment.clock))
    refuse('adjustment.reasonCode', 'This reason takes nothing off this clock. Choose another clock or reason.')
  const today = context.env.clock.today()
  const fallsOn = adjustment.fallsOn ?? today
  if (isFuture({ date: fallsOn, precision: 'day' }, today))
    refuse('adjustment.fallsOn', 'This date is in the future. Take the days off once it has happened.')
  const id = context.env.ids.next()
  await context.insert('clock_adjustment', {
    id,
    pathway_id: pathwayId,
    person_id: row.person_id,
    clock: adjustment.clock,
    days: adjustment.days,
    reason_code: adjustment.reasonCode,
    reason: adjustment.reason,
    falls_on: fallsOn,
  })
  return id
}
