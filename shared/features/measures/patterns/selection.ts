import { ageInYears, isoFromDayNumber } from '#shared/domain/calendar.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { EpisodeFacts, Facts, PersonFacts } from '../facts.ts'
import { type History, historyOf } from './history.ts'

/** Completed years on the day of the diagnosis, in bands of ours. */
export const AGE_GROUPS = [
  { code: 'under-50', label: 'Under 50', from: 0, to: 49 },
  { code: '50-59', label: '50 to 59', from: 50, to: 59 },
  { code: '60-69', label: '60 to 69', from: 60, to: 69 },
  { code: '70-79', label: '70 to 79', from: 70, to: 79 },
  { code: '80-over', label: '80 and over', from: 80, to: 200 },
] as const
export type AgeGroup = (typeof AGE_GROUPS)[number]['code']

/** Whose histories are asked about; `null` asks nothing. */
export interface Selection {
  /** First and last day of diagnosis, by number. */
  readonly from: number
  readonly to: number
  readonly tumourGroup: TumourGroup | null
  readonly route: RouteToDiagnosis | null
  readonly sex: PersonFacts['sex'] | null
  readonly ageGroup: AgeGroup | null
}

/** A diagnosis that no period can be asked about: it has no date, or one that lies across the period's edge. */
export interface Undated {
  readonly person: PersonFacts
  readonly diagnosis: EpisodeFacts
}

export interface Selected {
  readonly histories: readonly History[]
  readonly undated: readonly Undated[]
}

/** The age group at the diagnosis; `null` where the dates do not tell. */
export const ageGroupOf = ({ birthDate }: PersonFacts, { diagnosed }: EpisodeFacts): AgeGroup | null => {
  if (birthDate === null || diagnosed === null) return null
  const groupOn = (day: number): AgeGroup | null => {
    const age = ageInYears(birthDate, isoFromDayNumber(day))
    return AGE_GROUPS.find(({ from, to }) => age >= from && age <= to)?.code ?? null
  }
  const group = groupOn(diagnosed.from)
  return diagnosed.from === diagnosed.to || groupOn(diagnosed.to) === group ? group : null
}

const isWanted = (person: PersonFacts, diagnosis: EpisodeFacts, wanted: Selection): boolean =>
  diagnosis.kind === 'new_primary' &&
  (wanted.tumourGroup === null || diagnosis.tumourGroup === wanted.tumourGroup) &&
  (wanted.route === null || diagnosis.route === wanted.route) &&
  (wanted.sex === null || person.sex === wanted.sex)

/**
 * The histories of the new primaries diagnosed in a period, one for each diagnosis. Later records of a disease (a
 * recurrence, say) begin no history of their own: they are part of the first.
 */
export const select = (facts: Facts, wanted: Selection): Selected => {
  const histories: History[] = []
  const undated: Undated[] = []
  for (const person of facts.people) {
    for (const [place, diagnosis] of person.episodes.entries()) {
      const { diagnosed } = diagnosis
      if (!isWanted(person, diagnosis, wanted)) continue
      const isOutside = diagnosed !== null && (diagnosed.to < wanted.from || diagnosed.from > wanted.to)
      if (isOutside) continue
      if (diagnosed !== null && wanted.ageGroup !== null && ageGroupOf(person, diagnosis) !== wanted.ageGroup) continue
      const isInside = diagnosed !== null && diagnosed.from >= wanted.from && diagnosed.to <= wanted.to
      const history = isInside ? historyOf(facts, person, place) : null
      if (history === null) undated.push({ person, diagnosis })
      else histories.push(history)
    }
  }
  return { histories, undated }
}
