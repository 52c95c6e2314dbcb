/** How the columns of a bundle are described: what each holds, in which form, and what an empty cell means. */

/**
 * The form of a value. `id` and `reference` are record numbers (UUID); `date` is YYYY-MM-DD, a day that exists; `moment`
 * is an instant in UTC; `flag` is 0 or 1; `json` is a JSON document as text.
 */
export type ColumnForm =
  | 'id'
  | 'reference'
  | 'date'
  | 'precision'
  | 'moment'
  | 'flag'
  | 'number'
  | 'code'
  | 'nhs-number'
  | 'text'
  | 'json'

export interface ColumnWords {
  readonly form: ColumnForm
  /** What it holds, for somebody who has never seen Throughline. */
  readonly words: string
  /** What a number counts. */
  readonly unit: string | null
  /** What an empty cell says, where the column may be empty. */
  readonly absent: string
  /** Every code that may stand here, where the app's own list is longer than what the database checks. */
  readonly codes: readonly string[] | null
}

export interface TableWords {
  readonly table: string
  /** What one row is. */
  readonly words: string
  readonly columns: Readonly<Record<string, ColumnWords>>
}

const NOT_RECORDED = 'not recorded'

const column =
  (form: ColumnForm) =>
  (words: string, absent: string = NOT_RECORDED): ColumnWords => ({ form, words, unit: null, absent, codes: null })

export const id = (words: string): ColumnWords => column('id')(words)
export const reference = column('reference')
export const date = column('date')
export const moment = column('moment')
export const flag = column('flag')
export const text = column('text')
export const json = column('json')
export const nhsNumber = column('nhs-number')
export const precision = (of: string): ColumnWords =>
  column('precision')(`How much of ${of} is known`, `${of} is not recorded`)
export const count = (words: string, unit: string, absent: string = NOT_RECORDED): ColumnWords => ({
  ...column('number')(words, absent),
  unit,
})
export const code = (words: string, codes: readonly string[] | null = null, absent?: string): ColumnWords => ({
  ...column('code')(words, absent),
  codes,
})
/** Rises by one with each change of the row; kept, so that the register is the same to the last number. */
export const VERSION: ColumnWords = count('How often the row was written', 'writings, from 1')
export const PERSON: ColumnWords = reference('The person it is about')
