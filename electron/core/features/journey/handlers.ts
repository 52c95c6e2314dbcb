import { AppError } from '#shared/contract/errors.ts'
import { isFuture } from '#shared/domain/partial-date.ts'
import { partialDateSchema } from '#shared/domain/schemas.ts'
import type { journey } from '#shared/features/journey/contract.ts'
import type { NewJourneyEvent } from '#shared/features/journey/schema.ts'
import type { CommandContext, Handlers } from '../../context.ts'
import type { NewRow, Patch } from '../../db/recorder.ts'
import { removeWithBelongings } from '../../db/references.ts'
import { dropSummary } from '../letters/public.ts'
import { dropSignOffs, linkDiagnosis, mayLoseSignOffs, pathwayForEvent } from '../pathways/public.ts'
import { carryDeath, deathIn } from './death.ts'
import { namesInUse } from './names.ts'
import { eventFromRow, eventsOfPerson, dueOfPerson } from './queries.ts'

const refuse = (field: string, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

/** Rules that need more than the event itself: no future, and only what is this person's is linked. */
const check = async ({ db, env }: CommandContext, event: NewJourneyEvent): Promise<void> => {
  if (!partialDateSchema.safeParse({ date: event.date, precision: event.precision }).success) {
    refuse('date', 'A date without a day or month is kept as the first day it can mean')
  }
  if (isFuture({ date: event.date, precision: event.precision }, env.clock.today()))
    refuse('date', 'This date is in the future. Log it once it has happened.')
  const person = await db.selectFrom('person').select('id').where('id', '=', event.personId).executeTakeFirst()
  if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
  if (event.episodeId !== null) {
    const episode = await db
      .selectFrom('cancer_episode')
      .select('person_id')
      .where('id', '=', event.episodeId)
      .executeTakeFirst()
    if (episode?.person_id !== event.personId)
      refuse('episodeId', 'That diagnosis belongs to somebody else or is gone. Choose it again.')
  }
  if (event.answersEventId !== null) {
    const answered = await db
      .selectFrom('journey_event')
      .select('person_id')
      .where('id', '=', event.answersEventId)
      .executeTakeFirst()
    if (answered?.person_id !== event.personId)
      refuse('answersEventId', 'The event this letter answers is gone. Choose it again.')
  }
  if (event.pathwayId != null) {
    const pathway = await db
      .selectFrom('pathway')
      .select('person_id')
      .where('id', '=', event.pathwayId)
      .executeTakeFirst()
    if (pathway?.person_id !== event.personId)
      refuse('pathwayId', 'That pathway belongs to somebody else or is gone. Choose it again.')
  }
}

const columnsOf = (event: NewJourneyEvent): Omit<NewRow<'journey_event'>, 'id'> => ({
  person_id: event.personId,
  episode_id: event.episodeId,
  event_type: event.eventType,
  lane: event.lane,
  event_date: event.date,
  event_date_precision: event.precision,
  note: event.note,
  told_by: event.toldBy,
  answers_event_id: event.answersEventId,
  pathway_id: event.pathwayId ?? null,
  hospital: event.hospital ?? null,
  method: event.method ?? null,
  done_by: event.doneBy ?? null,
  template: event.template ?? null,
})

export const journeyHandlers: Handlers<typeof journey> = {
  async ofPerson({ db, env }, { personId }) {
    const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
    if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
    const rows = await eventsOfPerson(db, personId)
    return { events: rows.map(eventFromRow), due: await dueOfPerson(db, personId, env.clock.today()) }
  },
  names: ({ db }) => namesInUse(db),
  async logEvent(context, { pathway, ...event }) {
    await check(context, event)
    const pathwayId = event.pathwayId ?? (pathway === 'none' ? null : await pathwayForEvent(context, event))
    const id = context.env.ids.next()
    await context.insert('journey_event', { id, ...columnsOf({ ...event, pathwayId }) })
    await linkDiagnosis(context, pathwayId, event)
    await carryDeath(context, event.personId, null, deathIn(event))
    return { id, version: 1, pathwayId, undo: context.auditSeq }
  },
  async saveEvent(context, { id, version, event }) {
    await check(context, event)
    if (event.answersEventId === id)
      refuse('answersEventId', 'A letter cannot be about itself. Choose the event it is about.')
    const current = await context.db.selectFrom('journey_event').selectAll().where('id', '=', id).executeTakeFirst()
    if (current !== undefined && current.person_id !== event.personId)
      throw new AppError('conflict', 'An event cannot move to another person. Remove it here and log it there.')
    const isSomethingElse = current?.event_type !== event.eventType || current.pathway_id !== (event.pathwayId ?? null)
    if (isSomethingElse) await dropSignOffs(context, [id])
    if (current?.event_type === 'treatment_summary' && event.eventType !== current.event_type)
      await dropSummary(context, id)
    const after = await context.update('journey_event', id, columnsOf(event) satisfies Patch<'journey_event'>, version)
    if (current !== undefined) await carryDeath(context, event.personId, deathIn(eventFromRow(current)), deathIn(event))
    return { id, version: after, undo: context.auditSeq }
  },
  async removeEvent(context, { id, version }) {
    const current = await context.db.selectFrom('journey_event').selectAll().where('id', '=', id).executeTakeFirst()
    await mayLoseSignOffs(context, { column: 'event_id', id })
    await removeWithBelongings(context.handle, context.recorder, 'journey_event', id, version)
    if (current !== undefined) await carryDeath(context, current.person_id, deathIn(eventFromRow(current)), null)
    return { undo: context.auditSeq }
  },
}
