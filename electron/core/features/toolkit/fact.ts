import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { FieldTable } from '#shared/features/toolkit/schema.ts'
import type { User } from '#shared/features/access/schema.ts'
import type { ReadDb } from '../../db/database.ts'

/** What facts are read for: by whom, on which day, and for which document. */
export interface FactsAsked {
  readonly db: ReadDb
  readonly user: User
  readonly today: IsoDate
  readonly document: {
    readonly title: string
    readonly issue: string
    readonly issuedOn: IsoDate | null
    readonly reviewDue: IsoDate | null
    readonly personId: string | null
    /** Small counts of tables are hidden. */
    readonly leaves: boolean
  } | null
}

/** One fact as it was found. */
export interface Fact {
  /** `null`: there is nothing to say. */
  readonly words: string | null
  readonly from: string
  readonly asAt: IsoDate | null
  readonly rule: string | null
  /** The true counts of people that it tells, or from which it could be worked out. */
  readonly counts: readonly number[]
  readonly measureCode: string | null
  readonly table: FieldTable | null
}

/** Facts by code. */
export type Facts = Map<string, Fact>

/** Finds the facts of some codes, all of its own group. */
export type FactSource = (asked: FactsAsked, codes: ReadonlySet<string>) => Promise<Facts>

/** A fact with what it does not say left out. */
export const fact = (from: string, words: string | null, rest: Partial<Fact> = {}): Fact => ({
  words: words === '' ? null : words,
  from,
  asAt: null,
  rule: null,
  counts: [],
  measureCode: null,
  table: null,
  ...rest,
})

/** A count of people in words. */
export const countWords = (count: number): string => count.toLocaleString('en-GB')
