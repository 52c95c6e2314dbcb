import { type IsoDate, isFuture, type PartialDate, dateSpan } from '#shared/domain/partial-date.ts'
import { parseNhsNumber, type NhsNumberFault } from '#shared/domain/nhs-number.ts'
import { parseSex, type SexCode } from '#shared/domain/people.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import type { ImportField } from '#shared/features/imports/schema.ts'
import type { ColumnPlan } from './column-plan.ts'
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
  if (text === '') return null
  const read = parseNhsNumber(text)
  if (!read.ok && isOneOf(text, NO_NUMBER)) return null
  if (ONE_DIGIT.test(read.ok ? read.nhsNumber : text.replace(/\D/g, '')))
    return rejectRow('NHS number is one digit ten times, which is nobody’s number')
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

const TITLES = 'mr|mrs|ms|miss|mx|dr|prof|professor|rev|sir|dame'
/** `Mr First` and `First, Mr`: without its title it is the first name that we know somebody by. */
const TITLE_FIRST = new RegExp(`^(${TITLES})\\.? (?=.)`, 'i')
const TITLE_LAST = new RegExp(`, ?(${TITLES})\\.?$`, 'i')

const givenOf = (text: string, title: string): Pick<Name, 'title' | 'givenName'> => {
  const found = TITLE_FIRST.exec(text) ?? TITLE_LAST.exec(text)
  return found === null
    ? { title, givenName: text }
    : { title: title || (found[1] ?? ''), givenName: text.replace(found[0], '').trim() }
}

/** `SURNAME, First (Title)`, or `SURNAME First` where capitals tell the two apart. */
const splitName = (text: string): Name => {
  if (text === '') return { title: '', surname: '', givenName: '' }
  const titled = /^(.*?)\s*\((\p{L}{1,12})\.?\)$/u.exec(text)
  const name = titled?.[1] ?? text
  const title = titled?.[2] ?? ''
  const comma = name.indexOf(',')
  if (comma > 0) return { surname: name.slice(0, comma).trim(), ...givenOf(name.slice(comma + 1).trim(), title) }
  const words = name.split(' ')
  const isCapital = (word: string): boolean =>
    word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
  const capitals = words.findIndex((word) => !isCapital(word))
  if (capitals <= 0) return rejectRow('The name does not say which part is the surname. Write it as SURNAME, First')
  return { surname: words.slice(0, capitals).join(' '), ...givenOf(words.slice(capitals).join(' '), title) }
}

/** The reader of the parts of a name, of one column or of several. */
const nameReader = (plan: ColumnPlan): ((row: FileRow) => Name) => {
  const [title, surname, givenName] = [plan.textOf('title'), plan.textOf('surname'), plan.textOf('given_name')]
  if (plan.columnOf('full_name') === null)
    return (row) => ({ title: title(row), surname: surname(row), givenName: givenName(row) })
  const full = plan.readerOf('full_name', splitName)
  return (row) => {
    const name = full(row)
    return { title: title(row) || name.title, surname: name.surname, givenName: givenName(row) || name.givenName }
  }
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

/**
 * The reader of a field's date: null when its cell is blank or says that it is not known.
 * @throws RowProblem from the reader, with the field and what is wrong.
 */
export const dateReaderOf = (
  plan: ColumnPlan,
  field: ImportField,
  label: string,
): ((row: FileRow) => PartialDate | null) => {
  const column = plan.columnOf(field)
  if (column === null) return () => null
  const usual = plan.usualDateOf(column)
  const read = plan.readerOf(field, (text) => {
    if (text === '' || isOneOf(text, NO_DATE)) return null
    const reading = plan.readDate(column, text)
    return reading.ok ? reading.value : rejectRow(`${label}: ${reading.reason}`)
  })
  return (row) => {
    const cell = row.cells[column]
    return cell === undefined || cell === '' ? null : (usual(cell) ?? read(row))
  }
}

const birthDateOf = (born: PartialDate | null, today: IsoDate): IsoDate | null => {
  if (born === null) return null
  if (born.precision !== 'day') return rejectRow('Date of birth: the day is missing')
  return born.date > today ? rejectRow('Date of birth is in the future') : born.date
}

const deathDateOf = (died: PartialDate | null, birthDate: IsoDate | null, today: IsoDate): PartialDate | null => {
  if (died === null) return null
  if (isFuture(died, today)) return rejectRow('Date of death is in the future')
  return birthDate !== null && dateSpan(died).to < birthDate ? rejectRow('Died before birth') : died
}

const upperOrNull = (text: string | null): string | null => (text === null ? null : text.toUpperCase())

/** Reads who a row is about. */
export interface PersonReader {
  /** @throws RowProblem when a cell cannot be read or nobody can be told from it. */
  read(row: FileRow): IncomingPerson
  /** As much of a rejected row as can be read, to find it by. An import never stores it; a compared list keeps it with its reason. */
  glimpse(row: FileRow): IncomingPerson
}

const attempt = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    return null
  }
}

/** Settles once for a file how its people are read. */
export const personReader = (plan: ColumnPlan, today: IsoDate): PersonReader => {
  const numberText = plan.textOf('nhs_number')
  const localText = plan.textOf('local_id')
  const wholeName = plan.textOf('full_name')
  const nameOf = nameReader(plan)
  const born = dateReaderOf(plan, 'birth_date', 'Date of birth')
  const died = dateReaderOf(plan, 'death_date', 'Date of death')
  const sex = plan.readerOf('sex', sexOf)
  const postcode = plan.textOf('postcode')
  const usualGp = plan.textOf('usual_gp')
  return {
    read(row) {
      const nhsNumber = nhsNumberOf(numberText(row))
      const name = nameOf(row)
      const birthDate = birthDateOf(born(row), today)
      const localId = shortText('local_id', localText(row))
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
        sex: sex(row),
        postcode: upperOrNull(shortText('postcode', postcode(row))),
        usualGp: shortText('usual_gp', usualGp(row)),
        deathDate: deathDateOf(died(row), birthDate, today),
      }
    },
    glimpse(row) {
      const name = attempt(() => nameOf(row))
      return {
        nhsNumber: attempt(() => nhsNumberOf(numberText(row))),
        localId: null,
        title: null,
        surname: name?.surname || wholeName(row) || null,
        givenName: name?.givenName || null,
        birthDate: attempt(() => birthDateOf(born(row), today)),
        sex: attempt(() => sex(row)),
        postcode: null,
        usualGp: null,
        deathDate: null,
      }
    },
  }
}
