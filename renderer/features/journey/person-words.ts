import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { ageInYears, formatIsoDate, formatPartialDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import type { Episode, Person } from '#shared/features/register/schema.ts'
import type { BannerPatient } from '#renderer/ui/patient-banner.tsx'

/** Where a cancer is: as typed, else its group. */
export const siteWords = ({ site, tumourGroup }: Episode): string => site ?? tumourGroupLabel(tumourGroup)

/** "Sigmoid colon, 4 Sep 2026", as far as it is known. */
export const diagnosisWords = (episode: Episode): string =>
  episode.diagnosisDate === null
    ? `${siteWords(episode)}, date not known`
    : `${siteWords(episode)}, ${formatPartialDate(episode.diagnosisDate)}`

/** The newest diagnosis with a date, else any. Events are logged about it unless somebody says otherwise. */
export const newestEpisode = (episodes: readonly Episode[]): Episode | undefined =>
  episodes.toSorted((a, b) => ((a.diagnosisDate?.date ?? '') < (b.diagnosisDate?.date ?? '') ? 1 : -1))[0]

/** Whole years; for somebody who has died, the age then where the day is known. */
const ageOf = ({ birthDate, deathDate }: Person, today: IsoDate): number | undefined => {
  if (birthDate === null) return undefined
  if (deathDate === null) return ageInYears(birthDate, today)
  return deathDate.precision === 'day' ? ageInYears(birthDate, deathDate.date) : undefined
}

/** Who this is, for the banner. */
export const bannerOf = (person: Person, episodes: readonly Episode[], today: IsoDate): BannerPatient => {
  const newest = newestEpisode(episodes)
  return {
    surname: person.surname,
    givenName: person.givenName,
    title: person.title ?? undefined,
    born: person.birthDate === null ? 'not known' : formatIsoDate(person.birthDate),
    age: ageOf(person, today),
    sex: labelOf(SEX_CODES, person.sex),
    nhsNumber: person.nhsNumber === null ? undefined : formatNhsNumber(person.nhsNumber),
    diagnosis: newest === undefined ? undefined : diagnosisWords(newest),
    namedLead: person.namedLeadName ?? undefined,
    died: person.deathDate === null ? undefined : formatPartialDate(person.deathDate),
  }
}
