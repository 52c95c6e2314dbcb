import type { PartialDate } from '#shared/domain/partial-date.ts'
import { normaliseName, searchKey } from '#shared/domain/text-match.ts'
import type { ItemKind } from '#shared/features/reconcile/schema.ts'
import type { IncomingDiagnosis, IncomingPerson } from '../imports/public.ts'
import type { ToldCancer } from './pair-cancers.ts'

/** What a list says of one person and one cancer; of rows that were set aside, as much of the person as could be read. */
export interface ListEntry {
  readonly person: IncomingPerson
  readonly diagnosis: IncomingDiagnosis | null
}

/** One of our cancers, as far as comparing needs it. */
export interface OurCancer extends ToldCancer {
  readonly id: string
  readonly personId: string
}

/** One thing that a comparison found, before it is stored. */
export interface FoundItem {
  readonly kind: ItemKind
  readonly key: string
  readonly sortName: string
  line: number | null
  rows: number
  readonly listPerson: number | null
  readonly personId: string | null
  readonly episodeId: string | null
  readonly tumourGroup: string | null
  readonly site: string | null
  readonly entry: ListEntry | null
  readonly oursDate: PartialDate | null
  readonly theirsDate: PartialDate | null
  readonly days: number | null
  readonly note: string | null
}

type Named = Pick<IncomingPerson, 'nhsNumber' | 'localId' | 'surname' | 'givenName' | 'birthDate'>

/** Who somebody of a list is, the same from one list to the next; null when nothing tells. */
export const personKey = (person: Named): string | null => {
  if (person.nhsNumber !== null) return person.nhsNumber
  const parts = [person.surname, person.givenName, person.localId].map((part) => searchKey(part ?? ''))
  const key = [...parts, person.birthDate ?? ''].join('|')
  return key === '|||' ? null : key
}

/** Which cancer it is, the same from one list to the next. */
export const cancerKey = ({ tumourGroup, site }: ToldCancer): string =>
  tumourGroup === 'not_known' ? `not_known ${normaliseName(site ?? '')}` : tumourGroup

/** A date as part of a key. */
export const dateKey = (date: PartialDate | null): string => (date === null ? '' : `${date.date} ${date.precision}`)

/** What people are put in order by. */
export const sortName = (surname: string | null, givenName: string | null): string =>
  `${searchKey(surname ?? '')} ${searchKey(givenName ?? '')}`
