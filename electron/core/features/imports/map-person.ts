import { type IsoDate, isFuture, type PartialDate, dateSpan } from '#shared/domain/partial-date.ts'
import { parseNhsNumber, type NhsNumberFault } from '#shared/domain/nhs-number.ts'
import { parseSex, type SexCode } from '#shared/domain/people.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import type { ImportField } from '#shared/features/imports/schema.ts'
import { cellOf, type ColumnPlan } from './column-plan.ts'
import type { IncomingPerson } from './incoming.ts'
import type { FileRow } from './file-rows.ts'
import { rejectRow } from './row-problem.ts'

const NHS_NUMBER_REASONS: Readonly<Record<Exclude<NhsNumberFault, 'blank'>, string>> = {
  'spreadsheet-mangled': 'NHS number rounded by a spreadsheet, so digits are lost',
  'check-digit': 'NHS number check digit is wrong',
  'too-short': 'NHS number has fewer than 10 digits',
  'too-long': 'NHS number has more than 10 digits',
  'not-digits': 'NHS number has letters or signs in it',
}
const NO_NUMBER = new Set(['not known', 'unknown', 'none', 'na', 'n a', 'no nhs number'])

/** Right by its check digit, because the weights 10 to 1 add up to 55, five times 11, and typed where nobody knows. */
const ONE_DIGIT = /^(\d)\1{9}$/

const STARTS_WITH_FIGURE = /^\d/

/** Whether a cell holds one of some words. What starts with a figure holds none, and most cells do. */
const isOneOf = (text: string, words: ReadonlySet<string>): boolean =>
  !STARTS_WITH_FIGURE.test(text) && words.has(normaliseName(text))

const nhsNumberOf = (text: string): string | null => {
  if (text === '' || isOneOf(text, NO_NUMBER)) return null
  if (ONE_DIGIT.test(text.replace(/\D/g, '')))
    return rejectRow('NHS number is one digit ten times, which is nobody’s number')
  const read = parseNhsNumber(text)
  if (read.ok) return read.nhsNumber
  return read.reason === 'blank' ? null : rejectRow(NHS_NUMBER_REASONS[read.reason])
}

/** Longest text of each field, as the register's own forms have it. */
const LONGEST = { local_id: 40, title: 20, surname: 80, given_name: 80, postcode: 10, usual_gp: 80 } as const
const LABELS: Readonly<Record<keyof typeof LONGEST, string>> = {
  local_id: 'Local number',
  title: 'Title',
  surname: 'Surname',
  given_name: 'First name',
  postcode: 'Postcode',
  usual_gp: 'Usual GP',
}

const shortText = (field: keyof typeof LONGEST, text: string): string | null => {
  if (text.length > LONGEST[field]) return rejectRow(`${LABELS[field]} is longer than ${LONGEST[field]} letters`)
  return text === '' ? null : text
}

interface Name {
  title: string
  surname: string
  givenName: string
}

/** `SURNAME, First (Title)`, or `SURNAME First` where capitals tell the two apart. */
const splitName = (text: string): Name => {
  if (text === '') return { title: '', surname: '', givenName: '' }
  const titled = /^(.*?)\s*\((\p{L}{1,12})\.?\)$/u.exec(text)
  const name = titled?.[1] ?? text
  const title = titled?.[2] ?? ''
  const comma = name.indexOf(',')
  if (comma > 0) return { title, surname: name.slice(0, comma).trim(), givenName: name.slice(comma + 1).trim() }
  const words = name.split(' ')
  const isCapital = (word: string): boolean =>
    word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
  const capitals = words.findIndex((word) => !isCapital(word))
  if (capitals <= 0) return rejectRow('The name does not say which part is the surname. Write it as SURNAME, First')
  return { title, surname: words.slice(0, capitals).join(' '), givenName: words.slice(capitals).join(' ') }
}

const nameOf = (plan: ColumnPlan, row: FileRow): Name => {
  const cell = (field: ImportField): string => cellOf(plan, row, field)
  if (plan.columnOf('full_name') === null)
    return { title: cell('title'), surname: cell('surname'), givenName: cell('given_name') }
  const name = splitName(cell('full_name'))
  return { title: cell('title') || name.title, surname: name.surname, givenName: cell('given_name') || name.givenName }
}

const SEX_NOT_KNOWN = new Set(['0', 'not specified', 'not recorded', 'not stated', 'unspecified', 'n k', 'nk', 'other'])

/** The sex of a cell, null when it says that none is known. @throws RowProblem */
export const sexOf = (text: string): SexCode | null => {
  if (text === '') return null
  const code = parseSex(text)
  if (code !== null) return code === 'X' ? null : code
  return SEX_NOT_KNOWN.has(normaliseName(text))
    ? null
    : rejectRow('Sex is not one of male, female, indeterminate or not known')
}

const NO_DATE = new Set(['not known', 'unknown', 'not recorded', 'none', 'nk', 'n k', 'na', 'n a'])

/** The date of a field, or null when its cell is blank or says that it is not known. @throws RowProblem with the field and what is wrong. */
export const readDateOf = (plan: ColumnPlan, row: FileRow, field: ImportField, label: string): PartialDate | null => {
  const column = plan.columnOf(field)
  const text = cellOf(plan, row, field)
  if (column === null || text === '' || isOneOf(text, NO_DATE)) return null
  const read = plan.readDate(column, text)
  return read.ok ? read.value : rejectRow(`${label}: ${read.reason}`)
}

const birthDateOf = (plan: ColumnPlan, row: FileRow, today: IsoDate): IsoDate | null => {
  const born = readDateOf(plan, row, 'birth_date', 'Date of birth')
  if (born === null) return null
  if (born.precision !== 'day') return rejectRow('Date of birth: the day is missing')
  return born.date > today ? rejectRow('Date of birth is in the future') : born.date
}

const deathDateOf = (plan: ColumnPlan, row: FileRow, birthDate: IsoDate | null, today: IsoDate): PartialDate | null => {
  const died = readDateOf(plan, row, 'death_date', 'Date of death')
  if (died === null) return null
  if (isFuture(died, today)) return rejectRow('Date of death is in the future')
  return birthDate !== null && dateSpan(died).to < birthDate ? rejectRow('Died before birth') : died
}

const upperOrNull = (text: string | null): string | null => (text === null ? null : text.toUpperCase())

/** Who a row is about. @throws RowProblem when a cell cannot be read or nobody can be told from it. */
export const mapPerson = (plan: ColumnPlan, row: FileRow, today: IsoDate): IncomingPerson => {
  const nhsNumber = nhsNumberOf(cellOf(plan, row, 'nhs_number'))
  const name = nameOf(plan, row)
  const birthDate = birthDateOf(plan, row, today)
  const localId = shortText('local_id', cellOf(plan, row, 'local_id'))
  if (nhsNumber === null && localId === null) {
    if (name.surname === '') return rejectRow('No name and no number')
    if (birthDate === null) return rejectRow('No number and no date of birth')
  }
  return {
    nhsNumber,
    localId,
    title: shortText('title', name.title),
    surname: shortText('surname', name.surname),
    givenName: shortText('given_name', name.givenName),
    birthDate,
    sex: sexOf(cellOf(plan, row, 'sex')),
    postcode: upperOrNull(shortText('postcode', cellOf(plan, row, 'postcode'))),
    usualGp: shortText('usual_gp', cellOf(plan, row, 'usual_gp')),
    deathDate: deathDateOf(plan, row, birthDate, today),
  }
}

/** As much of a rejected row as can be read, to find it by. An import never stores it; a compared list keeps it with its reason. */
export const glimpsePerson = (plan: ColumnPlan, row: FileRow, today: IsoDate): IncomingPerson => {
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read()
    } catch {
      return null
    }
  }
  const name = attempt(() => nameOf(plan, row))
  return {
    nhsNumber: attempt(() => nhsNumberOf(cellOf(plan, row, 'nhs_number'))),
    localId: null,
    title: null,
    surname: name?.surname || cellOf(plan, row, 'full_name') || null,
    givenName: name?.givenName || null,
    birthDate: attempt(() => birthDateOf(plan, row, today)),
    sex: attempt(() => sexOf(cellOf(plan, row, 'sex'))),
    postcode: null,
    usualGp: null,
    deathDate: null,
  }
}
