import { ageInYears, dateSpan, type PartialDate } from '#shared/domain/partial-date.ts'
import { type TumourGroup, tumourGroupForIcd10, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { type CheckEpisode, type CheckRule, ofEachEpisode, unusual } from '../facts.ts'
import { asValue } from './dates.ts'

/** Rules about where a cancer is and in whom. */

const IARC = 'IARC Technical Report 42, unlikely combinations'
const MALE = '1'
const FEMALE = '2'

const ZERO = 48

/** The number of a C category, 18 for `C18.7`; -1 for any other text. Asked many times a person, so it reads characters. */
const categoryOf = (code: string): number => {
  if (code.charAt(0) !== 'C' && code.charAt(0) !== 'c') return -1
  const tens = code.charCodeAt(1) - ZERO
  const ones = code.charCodeAt(2) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}

const isBetween = ({ icd10Code }: CheckEpisode, from: number, to: number): boolean => {
  const category = icd10Code === null ? -1 : categoryOf(icd10Code)
  return category >= from && category <= to
}

const MALE_GROUPS: ReadonlySet<TumourGroup> = new Set(['prostate', 'testis_penis'])

const onlyInMen = (episode: CheckEpisode): boolean => MALE_GROUPS.has(episode.tumourGroup) || isBetween(episode, 60, 63)
const onlyInWomen = (episode: CheckEpisode): boolean =>
  episode.tumourGroup === 'gynaecological' || isBetween(episode, 51, 58)

/** What the cancer is called in a sentence. */
const named = ({ site, tumourGroup }: CheckEpisode): string => site ?? tumourGroupLabel(tumourGroup)

const ADULT_AGE = 15
const NOT_BEFORE_20 = 20
const NOT_BEFORE_40 = 40
const NOT_FROM_46 = 46
const PLACENTA = 58

/** The oldest that somebody can have been: a vague date is read in favour of what is recorded. */
const oldestAge = (birthDate: string, date: PartialDate): number | null => {
  const { to } = dateSpan(date)
  return to < birthDate ? null : ageInYears(birthDate, to)
}

const GROUPS_OF_LATER_LIFE: ReadonlySet<TumourGroup> = new Set([
  'breast',
  'lower_gi',
  'upper_gi',
  'lung',
  'prostate',
  'myeloma',
])

/** Cancers that IARC calls unlikely before 20, with bowel, lung and myeloma whatever the cells. */
const unlikelyBefore20 = (episode: CheckEpisode): boolean =>
  GROUPS_OF_LATER_LIFE.has(episode.tumourGroup) ||
  isBetween(episode, 15, 15) ||
  isBetween(episode, 17, 21) ||
  isBetween(episode, 23, 24) ||
  isBetween(episode, 33, 34) ||
  isBetween(episode, 50, 50) ||
  isBetween(episode, 53, 55)

const ageLimit = (episode: CheckEpisode): number | null => {
  if (episode.tumourGroup === 'prostate' || isBetween(episode, 61, 61)) return NOT_BEFORE_40
  return unlikelyBefore20(episode) ? NOT_BEFORE_20 : null
}

export const SITE_RULES: readonly CheckRule[] = [
  unusual({
    code: 'sex-site',
    title: 'Cancer of an organ that the sex seldom has',
    explains:
      'Looks at sex alone, male or female; gender is not looked at, and sex not known says nothing. It can be right: a record may carry another sex than the one at birth.',
    whatToDo: 'Check the sex and the site. If both are right, keep it with a reason.',
    source: IARC,
    find: ofEachEpisode((episode, { person: { sex } }) => {
      const wrong = (sex === FEMALE && onlyInMen(episode)) || (sex === MALE && onlyInWomen(episode))
      if (!wrong) return null
      return {
        words: `${named(episode)}, and the sex recorded is ${sex === FEMALE ? 'female' : 'male'}. Check both.`,
        restsOn: [sex, episode.tumourGroup, episode.icd10Code],
      }
    }),
  }),
  unusual({
    code: 'child-diagnosis',
    title: 'Diagnosed before 15 years of age',
    explains: 'Cancer in childhood is rare on a practice’s register. A vague date is read as late as it can be.',
    whatToDo: 'Check the date of birth and the diagnosis date.',
    source: 'International Classification of Childhood Cancer: ages 0 to 14',
    find: ofEachEpisode(({ diagnosisDate }, { person: { birthDate } }) => {
      const age = birthDate === null || diagnosisDate === null ? null : oldestAge(birthDate, diagnosisDate)
      if (age === null || age >= ADULT_AGE) return null
      return {
        words: `Diagnosed at ${age} years old. That is rare: check the date of birth and the diagnosis date.`,
        restsOn: [birthDate, asValue(diagnosisDate)],
      }
    }),
  }),
  unusual({
    code: 'age-site',
    title: 'Rare at this age',
    explains:
      'Prostate before 40; breast, lung, bowel, gullet, bile duct, neck or body of the womb and myeloma before 20; placenta from 46. Before 15 another rule asks.',
    whatToDo: 'Check the date of birth, the diagnosis date and the site.',
    source: IARC,
    find: ofEachEpisode((episode, { person: { birthDate } }) => {
      const { diagnosisDate } = episode
      if (birthDate === null || diagnosisDate === null) return null
      const age = oldestAge(birthDate, diagnosisDate)
      if (age === null || age < ADULT_AGE) return null
      const limit = ageLimit(episode)
      const tooYoung = limit !== null && age < limit
      const tooOld = isBetween(episode, PLACENTA, PLACENTA) && ageInYears(birthDate, diagnosisDate.date) >= NOT_FROM_46
      if (!tooYoung && !tooOld) return null
      return {
        words: `${named(episode)}, diagnosed at ${age} years old. That is rare: check the dates and the site.`,
        restsOn: [birthDate, asValue(diagnosisDate), episode.tumourGroup, episode.icd10Code],
      }
    }),
  }),
  unusual({
    code: 'code-group',
    title: 'Code and tumour group disagree',
    explains: 'The ICD-10 code belongs to another tumour group than the one chosen. Codes that name no primary pass.',
    whatToDo: 'Check the code and the group against the letter.',
    source: 'Our tumour groups, after cancer registration in England',
    find: ofEachEpisode(({ icd10Code, tumourGroup }) => {
      const coded = icd10Code === null ? null : tumourGroupForIcd10(icd10Code)
      if (coded === null || coded === tumourGroup) return null
      return {
        words: `The code ${icd10Code} belongs to “${tumourGroupLabel(coded)}”, and the tumour group says “${tumourGroupLabel(tumourGroup)}”. Check which is right.`,
        restsOn: [icd10Code, tumourGroup],
      }
    }),
  }),
  unusual({
    code: 'spread-code',
    title: 'Code of a spread on a new primary',
    explains: 'C77 to C79 say where a cancer has spread to, so they do not name the cancer it came from.',
    whatToDo: 'Code the primary, or record this as metastatic.',
    source: 'ICD-10, categories C77 to C79',
    find: ofEachEpisode((episode) =>
      episode.kind !== 'new_primary' || !isBetween(episode, 77, 79)
        ? null
        : {
            words: `The code ${episode.icd10Code} says where a cancer has spread to, and this is recorded as a new primary.`,
            restsOn: [episode.icd10Code, episode.kind],
          },
    ),
  }),
]

/** True when the code is a C category of this range. */
export const hasCodeBetween = isBetween
