import { bannerOf } from '#renderer/features/register/public.ts'
import type { BannerPatient } from '#renderer/ui/patient-banner.tsx'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { DocumentCode } from '#shared/features/journey/public.ts'
import type { Asked, HospitalQuery, LetterRow, Wanted } from '#shared/features/letters/schema.ts'
import { wantedTitle } from '#shared/features/letters/words.ts'

/** What a dialog is about: one person's missing letter, part of a summary, or question in words. */
export interface LetterTarget {
  readonly personId: string
  readonly patient: BannerPatient
  /** "Discharge letter, Wexcombe General". */
  readonly title: string
  readonly wanted: readonly Wanted[]
  readonly query: Pick<Asked, 'queryId' | 'version' | 'promisedFor' | 'ringAgainOn'> | null
  /** The event whose letter would be logged as come; null where it is no letter. */
  readonly letterAbout: string | null
  readonly document: DocumentCode | null
}

/** "Discharge letter, Wexcombe General". */
export const letterTitle = (row: Pick<LetterRow, 'document' | 'slot' | 'askedFor' | 'source' | 'hospital'>): string => {
  const name = wantedTitle({ ...row, sourceType: row.source?.eventType })
  return row.hospital === null ? name : `${name}, ${row.hospital}`
}

/** A question as it stands, as a dialog takes it. */
export const queryOf = ({ id, version, promisedFor, ringAgainOn }: HospitalQuery): LetterTarget['query'] => ({
  queryId: id,
  version,
  promisedFor,
  ringAgainOn,
})

/** A row of the list as a dialog takes it. */
export const targetOf = (row: LetterRow, today: IsoDate): LetterTarget => ({
  personId: row.person.id,
  patient: bannerOf(row.person, today),
  title: letterTitle(row),
  wanted: [{ eventId: row.eventId, slot: row.slot, askedFor: row.askedFor }],
  query: row.asked,
  letterAbout: row.slot === null && row.document !== null ? row.eventId : null,
  document: row.document,
})
