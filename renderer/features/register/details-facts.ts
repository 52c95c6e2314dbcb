import { deprivationWords } from '#shared/domain/deprivation.ts'
import {
  BASES_OF_DIAGNOSIS,
  BEHAVIOURS,
  CODE_SOURCES,
  FOLLOW_UP_STRATA,
  GRADES,
  LATERALITIES,
  NURSE_SPECIALIST_TOLD,
  PERFORMANCE_STATUSES,
  TREATMENT_INTENTS,
} from '#shared/domain/diagnosis-details.ts'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { formatIsoDate, formatPartialDate } from '#shared/domain/partial-date.ts'
import {
  type CodedLabel,
  CONTACT_PREFERENCES,
  DEATH_PLACES,
  ETHNIC_CATEGORIES,
  GENDERS,
  labelOf,
  NHS_NUMBER_STATUSES,
  SEX_CODES,
} from '#shared/domain/people.ts'
import { practiceRegister } from '#shared/domain/practice-register.ts'
import { routeLabel } from '#shared/domain/routes.ts'
import { stageInFull } from '#shared/domain/tnm.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { type Episode, EPISODE_KINDS, type Person } from '#shared/features/register/schema.ts'

/** One fact with its name; null when nobody recorded it. */
export interface Fact {
  readonly term: string
  readonly value: string | null
}

const fact = (term: string, value: string | null): Fact => ({ term, value: value === '' ? null : value })

const coded = (term: string, list: readonly CodedLabel[], code: string | null): Fact =>
  fact(term, code === null ? null : labelOf(list, code))

/** Who somebody is. */
export const identityFacts = (person: Person): readonly Fact[] => [
  fact('Surname', person.surname),
  fact('First name', person.givenName),
  fact('Title', person.title),
  fact('Known as', person.knownAs),
  fact('Earlier family name', person.previousSurname),
  fact('NHS number', person.nhsNumber === null ? null : formatNhsNumber(person.nhsNumber)),
  coded('National check of the number', NHS_NUMBER_STATUSES, person.nhsNumberStatus),
  fact('Local number', person.localId),
  fact('Born', person.birthDate === null ? null : formatIsoDate(person.birthDate)),
  coded('Sex', SEX_CODES, person.sex),
  coded('Gender', GENDERS, person.gender),
  coded('Ethnic category', ETHNIC_CATEGORIES, person.ethnicity),
]

const interpreterWords = (needed: boolean | null): string | null => {
  if (needed === null) return null
  return needed ? 'Needed' : 'Not needed'
}

/** How to talk with somebody. */
export const languageFacts = (person: Person): readonly Fact[] => [
  fact('Language', person.language),
  fact('Interpreter', interpreterWords(person.interpreterNeeded)),
  fact('Communication needs', person.communicationNeeds),
]

/** Where somebody is and how to reach them. */
export const contactFacts = (person: Person): readonly Fact[] => [
  fact('Address', person.address),
  fact('Postcode', person.postcode),
  fact('Mobile phone', person.phoneMobile),
  fact('Home phone', person.phoneHome),
  fact('Email', person.email),
  coded('Prefers to be reached', CONTACT_PREFERENCES, person.contactPreference),
  fact('Note on contact', person.contactNote),
  fact('Deprivation fifth', deprivationWords(person)),
]

/** Who looks after somebody at the practice, and what may leave it. */
export const practiceFacts = (person: Person): readonly Fact[] => [
  fact('Usual GP', person.usualGp),
  fact('Named lead', person.namedLeadName),
  fact('Onward sharing', person.leaveOutOfSharing ? 'Left out' : 'Included'),
]

/** Who cares for somebody. */
export const carerFacts = (person: Person): readonly Fact[] => [
  fact('Name', person.carerName),
  fact('Who they are', person.carerRelationship),
  fact('Phone', person.carerPhone),
]

/** When and where somebody died. */
export const deathFacts = (person: Person): readonly Fact[] => [
  fact('Died', person.deathDate === null ? null : formatPartialDate(person.deathDate)),
  coded('Place', DEATH_PLACES, person.deathPlace),
]

const codeWords = ({ icd10Code, codeSource }: Episode): string | null => {
  if (icd10Code === null || codeSource === null) return icd10Code
  return `${icd10Code} (${labelOf(CODE_SOURCES, codeSource).toLowerCase()})`
}

const registerFacts = (episode: Episode): readonly Fact[] => {
  const own = practiceRegister(episode)
  return [
    fact('QOF register', `${episode.onQofRegister ? 'On it' : 'Not on it'}. ${episode.qofReason}`),
    fact(
      'Practice’s register',
      own.chosen ? `${own.onRegister ? 'Kept on it' : 'Left off it'}: ${own.reason}` : 'Follows the QOF rule',
    ),
  ]
}

/** Everything about one diagnosis. */
export const episodeFacts = (episode: Episode): readonly Fact[] => [
  fact('Kind', labelOf(EPISODE_KINDS, episode.kind)),
  fact('Tumour group', tumourGroupLabel(episode.tumourGroup)),
  fact('ICD-10 code', codeWords(episode)),
  fact('Diagnosed', episode.diagnosisDate === null ? null : formatPartialDate(episode.diagnosisDate)),
  fact('Stage', stageInFull(episode)),
  coded('Side', LATERALITIES, episode.laterality),
  coded('Behaviour', BEHAVIOURS, episode.behaviour),
  coded('Rests on', BASES_OF_DIAGNOSIS, episode.basis),
  coded('Grade', GRADES, episode.grade),
  fact('How it was found', routeLabel(episode.route)),
  coded('Performance status', PERFORMANCE_STATUSES, episode.performanceStatus),
  coded('Treatment aim', TREATMENT_INTENTS, episode.intent),
  fact('Hospital', episode.hospital),
  fact('Consultant', episode.consultant),
  fact(
    'Nurse specialist',
    [episode.nurseSpecialist, episode.nurseSpecialistPhone].filter((part) => part !== null).join(', '),
  ),
  coded('When told', NURSE_SPECIALIST_TOLD, episode.nurseSpecialistTold),
  coded('Follow-up', FOLLOW_UP_STRATA, episode.followUp),
  ...registerFacts(episode),
]
