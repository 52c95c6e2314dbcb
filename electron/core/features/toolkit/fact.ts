import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { FieldTable } from '#shared/features/toolkit/schema.ts'
import type { User } from '#shared/features/access/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { SumOfCounts } from './sums-of-counts.ts'

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
    /** It leaves the practice. */
    readonly leaves: boolean
  } | null
}

/** A count of people by the name of what it counts, the same in every fact that tells it. */
export interface NamedCount {
  readonly name: string
  readonly value: number
}

/** What a row of a table tells of people, and in which cells. */
export interface RowCounts {
  readonly counts: readonly NamedCount[]
  /** How many people it rests on without telling it. */
  readonly few: readonly number[]
  readonly cells: readonly number[]
}

/**
 * How a fact tells its counts. share: as a percentage, first who is in it, then what it is out of; part of: both as
 * they are; figure: in a figure that is none of them.
 */
export type CountForm = 'count' | 'share' | 'part of' | 'figure'

/** One fact as it was found. */
export interface Fact {
  /** `null`: there is nothing to say. */
  readonly words: string | null
  readonly from: string
  readonly asAt: IsoDate | null
  readonly rule: string | null
  /** The true counts of people that its words tell. */
  readonly counts: readonly NamedCount[]
  readonly form: CountForm
  /** How many people it rests on without telling it. */
  readonly few: readonly number[]
  /** For each row of its table. */
  readonly rows: readonly RowCounts[]
  /** Which of its counts add up to another. */
  readonly sums: readonly SumOfCounts[]
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
  form: 'count',
  few: [],
  rows: [],
  sums: [],
  measureCode: null,
  table: null,
  ...rest,
})

/** A count of people in words. */
export const countWords = (count: number): string => count.toLocaleString('en-GB')
