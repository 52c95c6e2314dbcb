import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import type { SexCode } from '#shared/domain/people.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { EventTypeCode, Lane } from '#shared/features/journey/public.ts'

/** What a file says of who somebody is. Blank cells are null: a file never takes anything away. */
export interface IncomingPerson {
  readonly nhsNumber: string | null
  readonly localId: string | null
  readonly title: string | null
  readonly surname: string | null
  readonly givenName: string | null
  readonly birthDate: IsoDate | null
  /** null where the cell is blank or says that it is not known. */
  readonly sex: SexCode | null
  readonly postcode: string | null
  readonly usualGp: string | null
  readonly deathDate: PartialDate | null
}

export interface IncomingDiagnosis {
  readonly kind: 'new_primary' | 'recurrence' | 'metastatic'
  readonly tumourGroup: TumourGroup
  readonly site: string | null
  readonly icd10Code: string | null
  readonly date: PartialDate | null
  readonly stage: string | null
  readonly route: RouteToDiagnosis
  readonly hospital: string | null
}

export interface IncomingEvent {
  readonly eventType: EventTypeCode
  readonly lane: Lane
  readonly date: PartialDate
  readonly note: string | null
  /** The term of the file, where it is none of ours and is kept as written. */
  readonly keptTerm: string | null
}

/** What one block of the file (a row, or a row and those that continue it) says of one person. */
export interface IncomingBlock {
  /** The lines of the file its rows start on: always one or more, rising. */
  readonly lines: readonly number[]
  readonly person: IncomingPerson
  readonly diagnoses: readonly IncomingDiagnosis[]
  readonly events: readonly IncomingEvent[]
}

/** Of nearly everybody there is nothing to warn of: one list for all of them. */
export const NO_WARNINGS: readonly string[] = []

/** One person of the file, put together from all their blocks. */
export interface Incoming extends IncomingBlock {
  readonly warnings: readonly string[]
}

/** A row that is not brought in, and why. */
export interface RejectedRow {
  /** Where it starts in the file. */
  readonly line: number
  /** Without anything of the row's content, so that like reasons can be counted. */
  readonly reason: string
}

/** Rows that are rejected together: they stand for one person in the lists. */
export interface RejectedBlock {
  readonly rows: readonly RejectedRow[]
  /** As far as it could be read. */
  readonly person: IncomingPerson
}

/** The line of the file that a person is first met on. */
export const firstLine = ({ lines }: IncomingBlock): number => lines[0] ?? 0

/** The rows of somebody, all rejected for one reason. */
export const rejectionOf = (
  { lines, person }: Pick<IncomingBlock, 'lines' | 'person'>,
  reason: string,
): RejectedBlock => ({
  person,
  rows: lines.map((line) => ({ line, reason })),
})
