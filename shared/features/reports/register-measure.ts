import type { IsoDate } from '#shared/domain/partial-date.ts'
import { isOnPracticeRegister } from '#shared/domain/practice-register.ts'
import { onQofRegister } from '#shared/domain/qof-register.ts'
import { registeredOn } from '#shared/domain/registration.ts'
import type { FigureSheet } from './figure-sheet.ts'
import { hadHappenedBy } from './period.ts'
import type { ReportSource, SourceEpisode, SourcePerson } from './source.ts'

/** Whether a diagnosis counts for the cancer register. */
export const countsForRegister = (episode: SourceEpisode): boolean => onQofRegister(episode).onRegister

/** Whether the practice chose to leave a diagnosis off its own register. Without a choice it is kept. */
const isLeftOff = (episode: SourceEpisode): boolean =>
  episode.onPracticeRegister !== null && !isOnPracticeRegister(episode)

/**
 * Where one person stands at the end of a day. `own`: on the practice's register only, because the rule does not count
 * the diagnosis or its date is not recorded. `left-off`: not counted by the rule, and the practice chose to leave every
 * diagnosis off its own register too. `left`: not registered with the practice that day. `vague-*`: a vague date leaves
 * it open, `vague-death` one of dying or of a registration.
 */
export type Standing =
  | 'counts'
  | 'own'
  | 'left-off'
  | 'died'
  | 'left'
  | 'vague-death'
  | 'vague-diagnosis'
  | 'later'
  | 'no-diagnosis'

const diagnosedBy = (episodes: readonly SourceEpisode[], day: IsoDate): 'yes' | 'no' | 'unsure' => {
  const answers = episodes.map(({ diagnosisDate }) =>
    diagnosisDate === null ? 'no' : hadHappenedBy(diagnosisDate, day),
  )
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unsure') ? 'unsure' : 'no'
}

/** @param day the end of the period. */
export const standingOf = (person: SourcePerson, day: IsoDate): Standing => {
  if (person.episodes.length === 0) return 'no-diagnosis'
  const died = person.deathDate === null ? 'no' : hadHappenedBy(person.deathDate, day)
  if (died === 'yes') return 'died'
  const registered = registeredOn(person.registrations ?? [], day)
  if (registered === 'no') return 'left'
  const counting = diagnosedBy(person.episodes.filter(countsForRegister), day)
  const any = diagnosedBy(person.episodes, day)
  const isUndated = person.episodes.some(({ diagnosisDate }) => diagnosisDate === null)
  if (any === 'no' && !isUndated) return 'later'
  if (died === 'unsure' || registered === 'unsure') return 'vague-death'
  if (counting === 'yes') return 'counts'
  if (counting === 'unsure') return 'vague-diagnosis'
  return person.episodes.every(isLeftOff) ? 'left-off' : 'own'
}

/**
 * Size of the register at the end of the period. Figures: `register` (those who count), `own-register` (those whom only
 * the practice keeps, never added to the others: a small number here would hide the size of the register), and what was
 * left out: `register-left.vague-death`, `register-left.vague-diagnosis`.
 * @returns the people who count, for the measures that ask about them.
 */
export const measureRegister = (
  sheet: FigureSheet,
  people: ReportSource['people'],
  periodEnd: IsoDate,
): SourcePerson[] => {
  const standings = people.map((person) => ({ person, standing: standingOf(person, periodEnd) }))
  const those = (wanted: Standing): SourcePerson[] =>
    standings.flatMap(({ person, standing }) => (standing === wanted ? [person] : []))
  const counting = those('counts')
  sheet.count('register', counting.length)
  sheet.count('own-register', those('own').length)
  sheet.count('register-left.vague-death', those('vague-death').length)
  sheet.count('register-left.vague-diagnosis', those('vague-diagnosis').length)
  return counting
}
