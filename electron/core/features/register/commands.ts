import { AppError } from '#shared/contract/errors.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import type { EpisodeFields, PersonFields } from '#shared/features/register/schema.ts'
import type { CommandContext } from '../../context.ts'
import { removeWithBelongings } from '../../db/references.ts'
import { episodeColumns } from './episode-rows.ts'
import { dateErrors, episodeErrors, personErrors, refuse } from './field-rules.ts'
import { personColumns } from './person-rows.ts'

/** @throws AppError `conflict` with the other record's id: one NHS number belongs to one person. */
const refuseTakenNumber = async (
  { db }: CommandContext,
  nhsNumber: string | null,
  exceptId: string | null,
): Promise<void> => {
  if (nhsNumber === null) return
  const holder = await db.selectFrom('person').select('id').where('nhs_number', '=', nhsNumber).executeTakeFirst()
  if (holder === undefined || holder.id === exceptId) return
  const words = 'Somebody on the register has this NHS number already'
  throw new AppError('conflict', `${words}. Check the number, or open that person instead.`, {
    fieldErrors: { 'person.nhsNumber': words },
    recordId: holder.id,
  })
}

const birthDateOf = async ({ db }: CommandContext, personId: string): Promise<string | null> => {
  const person = await db.selectFrom('person').select('birth_date').where('id', '=', personId).executeTakeFirst()
  if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
  return person.birth_date
}

/** @throws AppError `validation` by field, `conflict` for an NHS number in use. */
export const addPerson = async (
  context: CommandContext,
  person: PersonFields,
  episode: EpisodeFields | null,
): Promise<string> => {
  const today = context.env.clock.today()
  refuse({
    ...personErrors(person, today, 'person.'),
    ...(episode === null ? {} : episodeErrors(episode, person.birthDate, today, 'episode.')),
  })
  await refuseTakenNumber(context, person.nhsNumber, null)
  const id = context.env.ids.next()
  await context.insert('person', { id, ...personColumns(person) })
  if (episode !== null)
    await context.insert('cancer_episode', { id: context.env.ids.next(), person_id: id, ...episodeColumns(episode) })
  return id
}

export const savePerson = async (
  context: CommandContext,
  id: string,
  version: number,
  person: PersonFields,
): Promise<number> => {
  refuse(personErrors(person, context.env.clock.today(), 'person.'))
  await refuseTakenNumber(context, person.nhsNumber, id)
  return context.update('person', id, personColumns(person), version)
}

/** @returns whether the named lead of this person is another one now. @throws AppError `not-found`. */
export const giveNamedLead = async (
  { db, update }: CommandContext,
  id: string,
  namedLeadId: string | null,
): Promise<boolean> => {
  const person = await db.selectFrom('person').select('named_lead_id').where('id', '=', id).executeTakeFirst()
  if (person?.named_lead_id === namedLeadId) return false
  await update('person', id, { named_lead_id: namedLeadId }, null)
  return true
}

/** Takes a person away with everything kept about them. @throws AppError `not-found`, `stale`. */
export const removePerson = ({ handle, recorder }: CommandContext, id: string, version: number): Promise<void> =>
  removeWithBelongings(handle, recorder, 'person', id, version)

export const addEpisode = async (
  context: CommandContext,
  personId: string,
  episode: EpisodeFields,
): Promise<string> => {
  refuse(episodeErrors(episode, await birthDateOf(context, personId), context.env.clock.today(), 'episode.'))
  const id = context.env.ids.next()
  await context.insert('cancer_episode', { id, person_id: personId, ...episodeColumns(episode) })
  return id
}

export const saveEpisode = async (
  context: CommandContext,
  id: string,
  version: number,
  episode: EpisodeFields,
): Promise<number> => {
  const current = await context.db
    .selectFrom('cancer_episode')
    .select('person_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (current === undefined) throw new AppError('not-found', 'This diagnosis is no longer on the register.')
  refuse(episodeErrors(episode, await birthDateOf(context, current.person_id), context.env.clock.today(), 'episode.'))
  return context.update('cancer_episode', id, episodeColumns(episode), version)
}

/**
 * Corrects when a diagnosis was made, and nothing else of it.
 * @throws AppError `validation` for a day that cannot be, `not-found`.
 */
export const setDiagnosisDate = async (context: CommandContext, id: string, date: PartialDate): Promise<void> => {
  const current = await context.db
    .selectFrom('cancer_episode')
    .select('person_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (current === undefined) throw new AppError('not-found', 'This diagnosis is no longer on the register.')
  refuse(dateErrors(date, await birthDateOf(context, current.person_id), context.env.clock.today(), ''))
  await context.update(
    'cancer_episode',
    id,
    { diagnosis_date: date.date, diagnosis_date_precision: date.precision },
    null,
  )
}

/** Takes a diagnosis away; events and pathways that belonged to it stay with the person. */
export const removeEpisode = ({ handle, recorder }: CommandContext, id: string, version: number): Promise<void> =>
  removeWithBelongings(handle, recorder, 'cancer_episode', id, version)
