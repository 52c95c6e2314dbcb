import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { csvLine } from '#shared/domain/csv-safe.ts'
import { nhsNumberCheckDigit } from '#shared/domain/nhs-number.ts'

const HEADINGS = [
  'NHS number',
  'Title',
  'Surname',
  'First name',
  'Date of birth',
  'Sex',
  'Postcode',
  'Usual GP',
  'Cancer',
  'ICD-10 code',
  'Diagnosis date',
  'Stage',
  'Route',
  'Hospital',
  'Date of death',
  'Care review date',
  'Support contact date',
  'MDT date',
  'Consultant',
  'Comment',
]

const STARTS = 'Ash Brack Cold Dun Elm Fair Gar Hol Ing Kel Lang Mar Nor Oak Pen Quar Rush Sal Thorn Whit'.split(' ')
const ENDS =
  'bourne by combe croft dale den field ford gate ham hurst ley low mere moor shaw stead ton well wick'.split(' ')
const GIVEN =
  'Ada Bella Clare Dora Edith Freya Gwen Hana Iris Joan Karim Leo Musa Noel Omar Piotr Raj Sam Tom Will'.split(' ')
const CANCERS = [
  ['Sigmoid colon', 'C18.7'],
  ['Rectum', 'C20'],
  ['Breast', 'C50.9'],
  ['Prostate', 'C61'],
  ['Lung', 'C34.9'],
  ['Ovary', 'C56'],
] as const

const two = (number: number): string => String(number).padStart(2, '0')

/** Draws from a number that stands for somebody: always the same for the same one, and as if by chance. */
const drawsOf = (seed: number): ((most: number) => number) => {
  let state = seed
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

/** Numbers of the range for tests, of which the check digit leaves nine of ten, in turn. */
function* testNumbers(): Generator<string, never> {
  for (;;) {
    for (let start = 999_000_000; start < 1_000_000_000; start += 1) {
      const digit = nhsNumberCheckDigit(String(start))
      if (digit !== null) yield `${start}${digit}`
    }
  }
}

/** Somebody made up. All follows from the number, so that a number met twice is the same person. */
const rowOf = (nhsNumber: string): string[] => {
  const draw = drawsOf(Number(nhsNumber))
  const one = <T>(of: readonly T[]): T => of[draw(of.length)] as T
  const day = (from: number, years: number): string => `${two(1 + draw(28))}/${two(1 + draw(12))}/${from + draw(years)}`
  const [site, code] = one(CANCERS)
  return [
    nhsNumber,
    one(['Mr', 'Mrs', 'Ms', 'Dr']),
    `${one(STARTS)}${one(ENDS)}`,
    one(GIVEN),
    day(1925, 80),
    one(['F', 'M']),
    `WX${1 + draw(9)} ${draw(10)}DU`,
    `Dr ${one(STARTS)}`,
    site,
    code,
    day(2012, 14),
    one(['1', '2', '3', '4', '']),
    '',
    one(['Wexcombe General', 'St Elsewhere', 'Northam Royal']),
    '',
    '',
    '',
    '',
    'Mr A Consultant',
    'seen in clinic',
  ]
}

/** The rows of a list of people, headings first. */
export function* listRows(rows: number): Generator<string[]> {
  yield HEADINGS
  const numbers = testNumbers()
  for (let row = 0; row < rows; row += 1) yield rowOf(numbers.next().value)
}

/** Writes a list of people with 20 columns. Beyond some 900,000 the numbers of the test range come again. */
export const writeList = async (path: string, rows: number): Promise<void> => {
  const file = createWriteStream(path)
  let lines: string[] = []
  for (const cells of listRows(rows)) {
    lines.push(csvLine(cells))
    if (lines.length < 5000) continue
    file.write(lines.join(''))
    lines = []
  }
  file.end(lines.join(''))
  await finished(file)
}
