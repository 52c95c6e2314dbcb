import { AppError } from '#shared/contract/errors.ts'
import { dateSpan, isFuture } from '#shared/domain/partial-date.ts'
import { parseStage } from '#shared/domain/stage.ts'
import type { EpisodeFields, PersonFields } from '#shared/features/register/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { NewRow } from '../../db/recorder.ts'
import { removeWithBelongings } from '../../db/references.ts'

const refuse = (errors: Record<string, string>): void => {
  const words = Object.values(errors)
  if (words.length === 0) return
  throw new AppError('validation', words.length === 1 ? (words[0] ?? '') : `${words.length} things to put right`, {
    fieldErrors: errors,
  })
}

const personColumns = (person: PersonFields): Omit<NewRow<'person'>, 'id'> => ({
  nhs_number: person.nhsNumber,
  local_id: person.localId,
  title: person.title,
  surname: person.surname,
  given_name: person.givenName,
  birth_date: person.birthDate,
  sex: person.sex,
  postcode: person.postcode,
  usual_gp: person.usualGp,
  named_lead_id: person.namedLeadId,
  leave_out_of_sharing: person.leaveOutOfSharing ? 1 : 0,
  death_date: person.deathDate?.date ?? null,
  death_date_precision: person.deathDate?.precision ?? null,
})

const episodeColumns = (episode: EpisodeFields): Omit<NewRow<'cancer_episode'>, 'id' | 'person_id'> => ({
  kind: episode.kind,
  tumour_group: episode.tumourGroup,
  site: episode.site,
  icd10_code: episode.icd10Code,
  diagnosis_date: episode.diagnosisDate?.date ?? null,
  diagnosis_date_precision: episode.diagnosisDate?.precision ?? null,
  stage: episode.stage === null ? null : (parseStage(episode.stage)?.text ?? null),
  route: episode.route,
  hospital: episode.hospital,
})

/** What cannot be right about a person, field by field; empty when nothing is wrong. */
const personErrors = (person: PersonFields, today: string, prefix: string): Record<string, string> => {
  const errors: Record<string, string> = {}
  if (person.nhsNumber === null && person.localId === null)
    errors[`${prefix}nhsNumber`] = 'Type an NHS number or a local number, so that this person can be told from others'
  if (person.birthDate !== null && person.birthDate > today) errors[`${prefix}birthDate`] = 'Must be in the past'
  if (person.deathDate !== null) {
    if (isFuture(person.deathDate, today)) errors[`${prefix}deathDate`] = 'Must be in the past'
    else if (person.birthDate !== null && dateSpan(person.deathDate).to < person.birthDate)
      errors[`${prefix}deathDate`] = 'This is before the date of birth'
  }
  return errors
}

const episodeErrors = (
  episode: EpisodeFields,
  birthDate: string | null,
  today: string,
  prefix: string,
): Record<string, string> => {
  const errors: Record<string, string> = {}
  if (episode.diagnosisDate !== null) {
    if (isFuture(episode.diagnosisDate, today)) errors[`${prefix}diagnosisDate`] = 'A diagnosis cannot be in the future'
    else if (birthDate !== null && dateSpan(episode.diagnosisDate).to < birthDate)
      errors[`${prefix}diagnosisDate`] = 'This is before the date of birth'
  }
  if (episode.stage !== null && parseStage(episode.stage) === null)
    errors[`${prefix}stage`] = 'Type a stage from 0 to 4, with a letter if there is one: 2 or 3B'
  return errors
}

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

/** Events stay with the person when a diagnosis goes. */
/** Takes a diagnosis away; events and pathways that belonged to it stay with the person. */
export const removeEpisode = ({ handle, recorder }: CommandContext, id: string, version: number): Promise<void> =>
  removeWithBelongings(handle, recorder, 'cancer_episode', id, version)
