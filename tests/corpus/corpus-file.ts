import { testNhsNumbers } from '#shared/domain/nhs-number.ts'
import type { ImportLayout, Reading, Separator, TextEncoding } from '#shared/features/imports/schema.ts'

/** A file that is read: as what, what becomes of its rows, and how the people it brings stand on the register then. */
export interface Taken {
  readonly layout?: ImportLayout
  /** null for a workbook. */
  readonly encoding?: TextEncoding | null
  readonly separator?: Separator | null
  readonly sheet?: string
  readonly headerLine?: number
  /** Facts that the first screen must show, among others. */
  readonly facts?: readonly string[]
  /** Rows by outcome; those that are not named are 0. */
  readonly rows: {
    readonly new?: number
    readonly changed?: number
    readonly same?: number
    readonly rejected?: number
  }
  /** Line and reason of every rejected row. */
  readonly rejected?: readonly (readonly [number, string])[]
  /** Everybody on the register afterwards, as `peopleInWords` puts them. */
  readonly stored?: readonly string[]
}

/** A file that is not read at all: the start of the sentence that says why. */
export interface Refused {
  readonly refused: string
}

/** One awkward file. Its name is its quirk. */
export interface CorpusFile {
  readonly name: string
  /** How the file's name ends; the reader must not care. */
  readonly ending?: string
  readonly bytes: () => Uint8Array | Promise<Uint8Array>
  /** A list that was brought in before. */
  readonly before?: Uint8Array
  readonly reading?: Partial<Reading>
  readonly verdict: Taken | Refused
}

const NUMBERS = [...take(testNhsNumbers(431_000), 60)]

function* take<T>(values: Iterable<T>, count: number): Generator<T> {
  let given = 0
  for (const value of values) {
    if (given >= count) return
    given += 1
    yield value
  }
}

/** A valid NHS number of the range set aside for tests, always the same for the same place. */
export const number = (at: number): string => {
  const found = NUMBERS[at]
  if (found === undefined) throw new Error('the corpus has no so many numbers')
  return found
}

/** The same number as people write it. */
export const spaced = (at: number, mark = ' '): string =>
  [number(at).slice(0, 3), number(at).slice(3, 6), number(at).slice(6)].join(mark)

/** Text of lines that end as Windows ends them. */
export const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('')

/** The same as bytes of UTF-8. */
export const csv = (...lines: readonly string[]): Buffer => Buffer.from(text(...lines), 'utf8')

/** Headings of a small list, and two people under them whose every field is plain. */
export const HEADINGS = 'NHS number,Surname,First name,Date of birth,Cancer,Diagnosis date'
export const ADA = `${number(0)},Hollis,Ada,21/02/1950,Malignant tumour of lung,13/04/2024`
export const LEN = `${number(1)},Marsh,Len,30/11/1944,Malignant tumour of prostate,31/01/2026`
export const LIST = text(HEADINGS, ADA, LEN)

export const ADA_STORED = `${number(0)} Hollis, Ada 1950-02-21 / lung 2024-04-13`
export const LEN_STORED = `${number(1)} Marsh, Len 1944-11-30 / prostate 2026-01-31`
export const BOTH_STORED = [ADA_STORED, LEN_STORED]
/** What a plain list of those two comes to. */
export const BOTH: Taken = { layout: 'plain', rows: { new: 2 }, stored: BOTH_STORED }
