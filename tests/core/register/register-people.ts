import type { CoreClient } from '#shared/contract/index.ts'
import type { EpisodeFields, PersonFields } from '#shared/features/register/schema.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'

const SURNAMES = [
  'Ashworth',
  'Okonjo',
  'Trembath',
  'Pellow',
  'Hargrave',
  'Dallimore',
  'Fenwicke',
  'Begum-Hall',
  'Dacre',
] as const
const GIVEN_NAMES = ['Maureen', 'Daniel', 'Winifred', 'Grace', 'Colin', 'Kenneth', 'Zoë'] as const
const GROUPS = TUMOUR_GROUPS.map(({ code }) => code)

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
const twoDigits = (number: number): string => String(number).padStart(2, '0')

const personNumber = (index: number): PersonFields =>
  aPerson({
    surname: pick(SURNAMES, index),
    givenName: pick(GIVEN_NAMES, index * 3),
    birthDate: index % 11 === 0 ? null : `19${twoDigits(30 + (index % 60))}-0${1 + (index % 9)}-1${index % 9}`,
    deathDate: index % 9 === 4 ? { date: '2026-10-01', precision: 'month' } : null,
  })

const diagnosisNumber = (index: number): EpisodeFields | null => {
  if (index % 10 === 7) return null
  const month = `${2016 + (index % 11)}-${twoDigits(1 + (index % 9))}`
  return anEpisode({
    tumourGroup: pick(GROUPS, index * 5),
    site: index % 4 === 0 ? null : `Site ${index % 6}`,
    icd10Code: null,
    diagnosisDate: index % 8 === 2 ? null : { date: `${month}-01`, precision: index % 3 === 0 ? 'month' : 'day' },
  })
}

/**
 * People of every sort: shared names, no birth date, no diagnosis, no date, died, letters late and letters here.
 * @returns their ids, in the order they were added.
 */
export const addVariousPeople = async (client: CoreClient, count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { id } = await client.register.addPerson({ person: personNumber(index), episode: diagnosisNumber(index) })
    ids.push(id)
    if (index % 5 === 1) await client.journey.logEvent(anEvent(id, { eventType: 'discharged', date: '2026-10-12' }))
  }
  return ids
}
