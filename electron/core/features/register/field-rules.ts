import { AppError } from '#shared/contract/errors.ts'
import { endsBeforeItStarts } from '#shared/domain/date-ranges.ts'
import { dateSpan, isFuture, type PartialDate } from '#shared/domain/partial-date.ts'
import { parseStage } from '#shared/domain/stage.ts'
import { parseTnm, type TnmLetter } from '#shared/domain/tnm.ts'
import type { EpisodeFields, PersonFields, RegistrationFields } from '#shared/features/register/schema.ts'

type Errors = Record<string, string>

/** @throws AppError `validation` with the words for each field, when there are any. */
export const refuse = (errors: Errors): void => {
  const words = Object.values(errors)
  if (words.length === 0) return
  throw new AppError('validation', words.length === 1 ? (words[0] ?? '') : `${words.length} things to put right`, {
    fieldErrors: errors,
  })
}

const isBlank = (text: string | null): boolean => text === null || text === ''

/** What cannot be right about a person, field by field; empty when nothing is wrong. */
export const personErrors = (person: PersonFields, today: string, prefix: string): Errors => {
  const errors: Errors = {}
  if (isBlank(person.surname) && isBlank(person.localId))
    errors[`${prefix}surname`] = 'Type the surname. It may stay blank only where there is a local number'
  if (person.nhsNumber === null && isBlank(person.localId))
    errors[`${prefix}nhsNumber`] = 'Type an NHS number or a local number, so that this person can be told from others'
  if (person.birthDate !== null && person.birthDate > today) errors[`${prefix}birthDate`] = 'Must be in the past'
  if (person.deathDate !== null) {
    if (isFuture(person.deathDate, today)) errors[`${prefix}deathDate`] = 'Must be in the past'
    else if (person.birthDate !== null && dateSpan(person.deathDate).to < person.birthDate)
      errors[`${prefix}deathDate`] = 'This is before the date of birth'
  }
  if (person.deprivationQuintile !== null && isBlank(person.deprivationIndex))
    errors[`${prefix}deprivationIndex`] = 'Say which index the fifth is from'
  return errors
}

const TNM_EXAMPLES: Readonly<Record<TnmLetter, string>> = { T: 'T2 or Tis', N: 'N1', M: 'M0' }

const tnmErrors = (episode: EpisodeFields, prefix: string): Errors => {
  const errors: Errors = {}
  for (const letter of ['T', 'N', 'M'] as const) {
    const field = `${letter.toLowerCase() as 't' | 'n' | 'm'}Category` as const
    const text = episode[field]
    if (text !== null && text !== '' && parseTnm(letter, text) === null)
      errors[`${prefix}${field}`] = `Type it as the letter has it, such as ${TNM_EXAMPLES[letter]}`
  }
  return errors
}

/** What cannot be right about the day of a diagnosis. @param birthDate of the person, where it is known. */
export const dateErrors = (
  date: PartialDate | null,
  birthDate: string | null,
  today: string,
  prefix: string,
): Errors => {
  if (date === null) return {}
  if (isFuture(date, today)) return { [`${prefix}diagnosisDate`]: 'A diagnosis cannot be in the future' }
  return birthDate !== null && dateSpan(date).to < birthDate
    ? { [`${prefix}diagnosisDate`]: 'This is before the date of birth' }
    : {}
}

/** What cannot be right about a diagnosis, field by field. @param birthDate of the person, where it is known. */
export const episodeErrors = (
  episode: EpisodeFields,
  birthDate: string | null,
  today: string,
  prefix: string,
): Errors => {
  const errors = dateErrors(episode.diagnosisDate, birthDate, today, prefix)
  if (episode.stage !== null && parseStage(episode.stage) === null)
    errors[`${prefix}stage`] = 'Type a stage from 0 to 4, with a letter if there is one: 2 or 3B'
  if (episode.onPracticeRegister !== null && (episode.practiceRegisterReason ?? '').length < 3)
    errors[`${prefix}practiceRegisterReason`] = 'Say why in a few words'
  return { ...errors, ...tnmErrors(episode, prefix) }
}

/** What cannot be right about a time with a practice. */
export const registrationErrors = (registration: RegistrationFields, today: string): Errors => {
  const errors: Errors = {}
  if (registration.from !== null && isFuture(registration.from, today))
    errors['registration.from'] = 'This has not come yet'
  if (registration.to !== null && isFuture(registration.to, today)) errors['registration.to'] = 'This has not come yet'
  else if (endsBeforeItStarts(registration)) errors['registration.to'] = 'This is before it began'
  return errors
}
