import { ageInYears, dateSpan, type IsoDate } from '#shared/domain/partial-date.ts'
import { isTestNhsNumber } from '#shared/domain/nhs-number.ts'
import type { EpisodeFields, PersonFields } from '#shared/features/register/schema.ts'

/** Something that can be right and seldom is. It is asked about, never refused. */
export interface Unusual {
  /** Changes with what was typed, so that keeping one date does not keep the next. */
  readonly id: string
  readonly words: string
}

type UnusualFacts = {
  readonly person: Pick<PersonFields, 'birthDate' | 'deathDate' | 'nhsNumber'>
  readonly diagnosisDate: EpisodeFields['diagnosisDate']
  /** The demo practice: numbers set aside for tests are usual there. */
  readonly demo: boolean
  readonly today: IsoDate
}

const CHILD_AGE = 15
const GREAT_AGE = 110

const childDiagnosis = ({ person: { birthDate }, diagnosisDate }: UnusualFacts): Unusual[] => {
  if (birthDate === null || diagnosisDate === null || dateSpan(diagnosisDate).to < birthDate) return []
  const from = dateSpan(diagnosisDate).from
  const age = ageInYears(birthDate, from < birthDate ? birthDate : from)
  if (age >= CHILD_AGE) return []
  return [
    {
      id: `child ${birthDate} ${diagnosisDate.date}`,
      words: `Diagnosed at ${age} years old. That is rare: check the date of birth and the diagnosis date.`,
    },
  ]
}

const greatAge = ({ person: { birthDate, deathDate }, today }: UnusualFacts): Unusual[] => {
  if (birthDate === null || birthDate > today) return []
  const age = ageInYears(birthDate, deathDate === null ? today : dateSpan(deathDate).from)
  if (age <= GREAT_AGE) return []
  return [
    {
      id: `age ${birthDate} ${deathDate?.date ?? ''}`,
      words: `This date of birth makes an age of ${age}. Check the year.`,
    },
  ]
}

const diagnosedAfterDeath = ({ person: { deathDate }, diagnosisDate }: UnusualFacts): Unusual[] => {
  if (deathDate === null || diagnosisDate === null || dateSpan(diagnosisDate).from <= dateSpan(deathDate).to) return []
  return [
    {
      id: `death ${deathDate.date} ${diagnosisDate.date}`,
      words: 'Diagnosed after the date of death. That can be right after a post-mortem.',
    },
  ]
}

const testNumber = ({ person: { nhsNumber }, demo }: UnusualFacts): Unusual[] =>
  nhsNumber !== null && !demo && isTestNhsNumber(nhsNumber)
    ? [
        {
          id: `number ${nhsNumber}`,
          words:
            'NHS numbers that start with 999 are set aside for tests and belong to nobody. Check it against a letter.',
        },
      ]
    : []

/** What is unusual about a person and a diagnosis, in the order in which it is asked. */
export const unusualThings = (facts: UnusualFacts): readonly Unusual[] => [
  ...testNumber(facts),
  ...greatAge(facts),
  ...childDiagnosis(facts),
  ...diagnosedAfterDeath(facts),
]
