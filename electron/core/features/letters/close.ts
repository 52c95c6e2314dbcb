import { AppError } from '#shared/contract/errors.ts'
import { isFuture, type PartialDate } from '#shared/domain/partial-date.ts'
import { partialDateSchema } from '#shared/domain/schemas.ts'
import { type DocumentCode, letterRuleFor, receivedAs } from '#shared/features/journey/public.ts'
import type { QueryDetails, Wanted } from '#shared/features/letters/schema.ts'
import { subjectOf } from '#shared/features/letters/words.ts'
import type { CommandContext } from '../../context.ts'
import { addStep, detailColumns, knownWanted, requirePerson } from './ask.ts'
import { closeWhenDone } from './answers.ts'
import { queryRow } from './query-records.ts'

const refuse = (field: string, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

/** Logs the letter about an event as come. What was asked about it closes at the end of the change. */
export const letterCame = async (
  context: CommandContext,
  input: PartialDate & { readonly personId: string; readonly eventId: string; readonly note: string | null },
): Promise<{ eventId: string; document: DocumentCode }> => {
  const { db, env } = context
  await requirePerson(context, input.personId)
  const { date, precision } = input
  if (!partialDateSchema.safeParse({ date, precision }).success)
    refuse('date', 'A date without a day or month is kept as the first day it can mean')
  if (isFuture({ date, precision }, env.clock.today()))
    refuse('date', 'This date is in the future. Log it once it has come.')
  const source = await db.selectFrom('journey_event').selectAll().where('id', '=', input.eventId).executeTakeFirst()
  if (source === undefined || source.person_id !== input.personId)
    throw new AppError('not-found', 'The event that this letter is about is gone. Look at the journey again.')
  const rule = letterRuleFor(source.event_type)
  if (rule === null) return refuse('eventId', 'No letter comes after this event. Log the letter in the journey.')
  const there = await db
    .selectFrom('journey_event')
    .select('id')
    .where('answers_event_id', '=', source.id)
    .executeTakeFirst()
  if (there !== undefined)
    throw new AppError('conflict', 'This letter is logged already. Look at the journey, or correct it there.')
  const id = env.ids.next()
  await context.insert('journey_event', {
    id,
    person_id: input.personId,
    episode_id: source.episode_id,
    event_type: receivedAs(rule.document),
    lane: 'primary',
    event_date: date,
    event_date_precision: precision,
    note: input.note === '' ? null : input.note,
    told_by: 'hospital_letter',
    answers_event_id: source.id,
    pathway_id: source.pathway_id,
    hospital: source.hospital,
  })
  return { eventId: id, document: rule.document }
}

/** Writes down an answer that is no letter. Letters that are asked for in the same question stay open. */
export const answerInWords = async (
  context: CommandContext,
  input: { readonly queryId: string; readonly version: number; readonly spokeTo: string | null; readonly note: string },
): Promise<void> => {
  const row = await queryRow(context.db, input.queryId)
  if (row.version !== input.version) await context.update('hospital_query', row.id, {}, input.version)
  if (input.note === '') refuse('note', 'Write down the answer')
  const items = await context.db
    .selectFrom('hospital_query_item')
    .select('id')
    .where('query_id', '=', row.id)
    .where('state', '=', 'open')
    .where((where) =>
      where.or([where('slot', 'is not', null), where('document', 'is', null), where('event_id', 'is', null)]),
    )
    .execute()
  if (items.length === 0)
    throw new AppError('conflict', 'A letter is asked for here. Log it as come, or say that it is not needed.')
  for (const { id } of items) await context.update('hospital_query_item', id, { state: 'answered' }, null)
  await addStep(context, row.id, row.person_id, {
    kind: 'answer',
    happened_on: context.env.clock.today(),
    spoke_to: input.spokeTo,
    note: input.note,
  })
  await closeWhenDone(context, row.id)
}

const notNeededQuery = async (
  context: CommandContext,
  personId: string,
  wanted: Awaited<ReturnType<typeof knownWanted>>,
): Promise<string> => {
  const id = context.env.ids.next()
  const today = context.env.clock.today()
  await context.insert('hospital_query', {
    id,
    person_id: personId,
    subject: subjectOf(wanted),
    state: 'not_needed',
    opened_on: today,
    closed_on: today,
  })
  for (const one of wanted)
    await context.insert('hospital_query_item', {
      id: context.env.ids.next(),
      query_id: id,
      person_id: personId,
      event_id: one.eventId,
      document: one.document,
      slot: one.slot,
      asked_for: one.askedFor,
      state: 'not_needed',
    })
  return id
}

/** Says that letters are not needed: they stop being due, and what was asked about them closes. */
export const notNeeded = async (
  context: CommandContext,
  personId: string,
  wanted: readonly Wanted[],
  reason: string,
): Promise<void> => {
  await requirePerson(context, personId)
  const known = await knownWanted(context, personId, wanted)
  const open = await context.db
    .selectFrom('hospital_query_item')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', 'in', ['open', 'not_needed'])
    .execute()
  const itemOf = (one: Wanted) =>
    open.find((item) => item.event_id === one.eventId && item.slot === one.slot && item.asked_for === one.askedFor)
  if (known.every((one) => itemOf(one)?.state === 'not_needed'))
    throw new AppError('conflict', 'This is not waited for any more: somebody said already that it is not needed.')
  const step = { kind: 'not_needed', happened_on: context.env.clock.today(), note: reason } as const
  const queries = new Set<string>()
  for (const one of known) {
    const item = itemOf(one)
    if (item?.state !== 'open') continue
    await context.update('hospital_query_item', item.id, { state: 'not_needed' }, null)
    queries.add(item.query_id)
  }
  const unasked = known.filter((one) => itemOf(one) === undefined)
  for (const queryId of queries) {
    await addStep(context, queryId, personId, step)
    await closeWhenDone(context, queryId)
  }
  if (unasked.length > 0) await addStep(context, await notNeededQuery(context, personId, unasked), personId, step)
}

/** Asks again for what no letter answered. */
export const reopenQuery = async (context: CommandContext, queryId: string, version: number): Promise<void> => {
  const row = await queryRow(context.db, queryId)
  await context.update('hospital_query', queryId, { promised_for: null, ring_again_on: null }, version)
  const items = await context.db
    .selectFrom('hospital_query_item')
    .select('id')
    .where('query_id', '=', queryId)
    .where('state', '<>', 'open')
    .where('answer_event_id', 'is', null)
    .execute()
  if (items.length === 0)
    throw new AppError(
      'conflict',
      'Letters have answered all of it. Remove the letter from the journey if it was another one.',
    )
  for (const { id } of items) await context.update('hospital_query_item', id, { state: 'open' }, null)
  await addStep(context, queryId, row.person_id, { kind: 'reopened', happened_on: context.env.clock.today() })
  await closeWhenDone(context, queryId)
}

/** Corrects where a question went and when to look again. */
export const saveQuery = async (
  context: CommandContext,
  queryId: string,
  version: number,
  details: QueryDetails,
): Promise<number> => context.update('hospital_query', queryId, detailColumns(details), version)
