import type { IsoDate } from '#shared/domain/partial-date.ts'
import { onQofRegister } from '#shared/domain/qof-register.ts'
import type { FigureSheet } from './figure-sheet.ts'
import { hadHappenedBy } from './period.ts'
import type { ReportSource, SourceEpisode, SourcePerson } from './source.ts'

/** Whether a diagnosis counts for the cancer register. */
export const countsForRegister = (episode: SourceEpisode): boolean => onQofRegister(episode).onRegister

/**
 * Where one person stands at the end of a day. `own`: on the practice's register only, because the rule does not count
 * the diagnosis or its date is not recorded. `vague-*`: a vague date leaves it open.
 */
export type Standing = 'counts' | 'own' | 'died' | 'vague-death' | 'vague-diagnosis' | 'later' | 'no-diagnosis'

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
  const counting = diagnosedBy(person.episodes.filter(countsForRegister), day)
  const any = diagnosedBy(person.episodes, day)
  const isUndated = person.episodes.some(({ diagnosisDate }) => diagnosisDate === null)
  if (any === 'no' && !isUndated) return 'later'
  if (died === 'unsure') return 'vague-death'
  if (counting === 'yes') return 'counts'
  return counting === 'unsure' ? 'vague-diagnosis' : 'own'
}

/**
 * Size of the register at the end of the period. Figures: `register` (all), `register.counts`, `register.own`,
 * and what was left out: `register.vague-death`, `register.vague-diagnosis`.
 * @returns the people on it, for the measures that ask about them.
 */
export const measureRegister = (
  sheet: FigureSheet,
  people: ReportSource['people'],
  periodEnd: IsoDate,
): SourcePerson[] => {
  const standings = new Map(people.map((person) => [person, standingOf(person, periodEnd)]))
  const number = (standing: Standing): number => [...standings.values()].filter((each) => each === standing).length
  sheet.count('register', number('counts') + number('own'))
  sheet.count('register.counts', number('counts'))
  sheet.count('register.own', number('own'))
  sheet.sum('register', ['register.counts', 'register.own'])
  sheet.count('register.vague-death', number('vague-death'))
  sheet.count('register.vague-diagnosis', number('vague-diagnosis'))
  return people.filter((person) => ['counts', 'own'].includes(standings.get(person) ?? ''))
}
