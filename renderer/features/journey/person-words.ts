import { formatPartialDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import type { Episode, Person } from '#shared/features/register/schema.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
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

/** Who this is, for the banner over a journey: with the newest diagnosis and the named lead. */
export const journeyBannerOf = (person: Person, episodes: readonly Episode[], today: IsoDate): BannerPatient => {
  const newest = newestEpisode(episodes)
  return {
    ...bannerOf(person, today),
    diagnosis: newest === undefined ? undefined : diagnosisWords(newest),
    namedLead: person.namedLeadName ?? undefined,
  }
}
