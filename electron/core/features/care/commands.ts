import { AppError } from '#shared/contract/errors.ts'
import { isFuture } from '#shared/domain/partial-date.ts'
import { partialDateSchema } from '#shared/domain/schemas.ts'
import { eventTypeFor, INFORMATION_GIVEN } from '#shared/features/care/kinds.ts'
import type { careRecordSchema } from '#shared/features/care/schema.ts'
import { episodeOwedContacts, type EventTypeCode } from '#shared/features/journey/public.ts'
import type { z } from 'zod'
import type { CommandContext } from '../../context.ts'
import type { NewRow } from '../../db/recorder.ts'
import { RULE_EPISODE_COLUMNS, ruleEpisodeFrom } from '../../db/rows.ts'

type Recorded = z.output<typeof careRecordSchema>

const refuse = (field: string, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

const checkDate = ({ env }: CommandContext, { date, precision }: Recorded): void => {
  if (!partialDateSchema.safeParse({ date, precision }).success)
    refuse('date', 'A date without a day or month is kept as the first day it can mean')
  if (isFuture({ date, precision }, env.clock.today()))
    refuse('date', 'This date is in the future. Record it once it has happened.')
}

/** A second press of the same key, or two people at two desks, must not make two contacts out of one. */
const checkNotTwice = async ({ db }: CommandContext, record: Recorded, eventType: EventTypeCode): Promise<void> => {
  const same = await db
    .selectFrom('journey_event')
    .select('id')
    .where('person_id', '=', record.personId)
    .where('event_date', '=', record.date)
    .where('event_date_precision', '=', record.precision)
    .where('event_type', '=', eventType)
    .executeTakeFirst()
  if (same !== undefined)
    refuse('date', 'This is recorded for that date already. Look at the history, or change the date.')
}

/** The diagnosis that the rules owe the contact for; where they owe none, the newest with a date. */
const owedFor = async ({ db }: CommandContext, personId: string): Promise<string | null> => {
  const episodes = await db
    .selectFrom('cancer_episode')
    .select(RULE_EPISODE_COLUMNS)
    .where('person_id', '=', personId)
    .where('diagnosis_date', 'is not', null)
    .orderBy('diagnosis_date', 'desc')
    .orderBy('id')
    .execute()
  return episodeOwedContacts(episodes.map(ruleEpisodeFrom)) ?? episodes[0]?.id ?? null
}

/** Keeps an attempt as a journey event, and that information was given as another: one change, one undo. */
export const recordCare = async (context: CommandContext, record: Recorded): Promise<string> => {
  const { db, env } = context
  const person = await db.selectFrom('person').select('id').where('id', '=', record.personId).executeTakeFirst()
  if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
  const eventType = eventTypeFor(record.kind, record.outcome)
  checkDate(context, record)
  await checkNotTwice(context, record, eventType)
  const id = env.ids.next()
  const shared: Omit<NewRow<'journey_event'>, 'id' | 'event_type'> = {
    person_id: record.personId,
    episode_id: await owedFor(context, record.personId),
    lane: 'primary',
    event_date: record.date,
    event_date_precision: record.precision,
    method: record.method,
    done_by: record.doneBy,
  }
  const template = record.kind === 'care_review' && record.outcome === 'done' ? record.template : null
  const note = record.note === '' ? null : record.note
  await context.insert('journey_event', { id, ...shared, event_type: eventType, template, note })
  if (record.informationGiven)
    await context.insert('journey_event', { id: env.ids.next(), ...shared, event_type: INFORMATION_GIVEN })
  return id
}
