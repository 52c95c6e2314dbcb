import type { Crumb } from '#renderer/app/breadcrumbs.tsx'
import type { BannerPatient } from '#renderer/ui/patient-banner.tsx'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import {
  ageInYears,
  formatIsoDate,
  formatPartialDate,
  type IsoDate,
  type PartialDate,
} from '#shared/domain/partial-date.ts'
import { displayName, labelOf, SEX_CODES, type SexCode } from '#shared/domain/people.ts'
import { type TumourGroup, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'

interface Identified {
  readonly title: string | null
  readonly surname: string
  readonly givenName: string
  readonly nhsNumber: string | null
  readonly birthDate: IsoDate | null
  readonly sex: SexCode
  readonly deathDate?: PartialDate | null
  readonly localId?: string | null
  readonly knownAs?: string | null
}

/** Age today, or at death where its day is known; undefined where it cannot be told. */
const ageOf = (
  { birthDate, deathDate }: Pick<Identified, 'birthDate' | 'deathDate'>,
  today: IsoDate,
): number | undefined => {
  if (birthDate === null) return undefined
  if (deathDate === undefined || deathDate === null) return ageInYears(birthDate, today)
  return deathDate.precision === 'day' ? ageInYears(birthDate, deathDate.date) : undefined
}

/** Who this is, for the banner. */
export const bannerOf = (person: Identified, today: IsoDate): BannerPatient => ({
  surname: person.surname,
  givenName: person.givenName,
  title: person.title ?? undefined,
  knownAs: person.knownAs ?? undefined,
  localId: person.localId ?? undefined,
  born: person.birthDate === null ? 'not known' : formatIsoDate(person.birthDate),
  age: ageOf(person, today),
  sex: labelOf(SEX_CODES, person.sex),
  nhsNumber: person.nhsNumber === null ? undefined : formatNhsNumber(person.nhsNumber),
  died: person.deathDate === undefined || person.deathDate === null ? undefined : formatPartialDate(person.deathDate),
})

const SEX_LETTERS: Readonly<Record<SexCode, string>> = { '1': 'M', '2': 'F', '9': 'Indeterminate', X: 'Sex not known' }

/** "68 F", as dense rows have it. Someone who has died has no age today. */
export const ageAndSex = (
  { birthDate, sex, died }: { birthDate: IsoDate | null; sex: SexCode; died: boolean },
  today: IsoDate,
): string =>
  [birthDate === null || died ? '' : String(ageInYears(birthDate, today)), SEX_LETTERS[sex]]
    .filter((part) => part !== '')
    .join(' ')

/** The words for where a cancer is: as typed, else its group. */
export const cancerWords = ({
  site,
  tumourGroup,
}: {
  site: string | null
  tumourGroup: TumourGroup | null
}): string => {
  if (site !== null && site !== '') return site
  return tumourGroup === null ? 'No diagnosis yet' : tumourGroupLabel(tumourGroup)
}

/** "Stage 3", or which kind of blank it is. */
export const stageWords = (stage: string | null): string => (stage === null ? 'No stage yet' : `Stage ${stage}`)

/** A diagnosis date as far as it is known. */
export const diagnosedWords = (date: PartialDate | null): string =>
  date === null ? 'Not known' : formatPartialDate(date)

/** The way to one person's page. The name stands on the page and nowhere else: titles never carry it. */
export const crumbsOf = (
  id: string,
  person: Pick<Identified, 'surname' | 'givenName' | 'localId'> | undefined,
): readonly Crumb[] => [
  { label: 'Register', path: '/register' },
  {
    label:
      person === undefined
        ? 'Person'
        : displayName({ surname: person.surname, givenName: person.givenName, localId: person.localId }),
    path: `/people/${id}/journey`,
  },
]

/** How many people, in words for a line of text. */
export const peopleWords = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`
