import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import { type WordChoice, wordKey } from '#shared/features/imports/matching.ts'
import { type ColumnChoice, IMPORT_FIELDS, type ImportField } from '#shared/features/imports/schema.ts'
import { cleanCell } from './clean-cell.ts'
import type { DatesSeen } from './dates-in-columns.ts'
import { type DateReading, dateReader, usualDateReader } from './dates-in-columns.ts'
import type { Table } from './layouts/layout.ts'
import type { FileRow } from './file-rows.ts'
import { type TermReading, termReader } from './read-term.ts'
import { meaningsOf, type Rewording, rewordingsOf } from './word-choices.ts'

const IN_GROUPS: ReadonlySet<ImportField> = new Set(['event_date', 'event_term', 'event_value'])
const DATED: ReadonlySet<ImportField> = new Set([
  'birth_date',
  'death_date',
  'diagnosis_date',
  'review_date',
  'support_date',
  'mdt_date',
  'event_date',
])
const WHO: ReadonlySet<ImportField> = new Set([
  'nhs_number',
  'local_id',
  'title',
  'surname',
  'given_name',
  'full_name',
  'birth_date',
  'sex',
  'postcode',
  'usual_gp',
  'death_date',
])

/** Columns that together tell one thing that happened: when, what, and a value beside it. */
export interface EventColumns {
  readonly date: number
  readonly term: number
  readonly value: number | null
}

/** Where everything is in a row, settled once for the whole file. */
export interface ColumnPlan {
  /** Columns under a heading; a row with more filled cells has slipped. */
  readonly width: number
  readonly columnOf: (field: ImportField) => number | null
  readonly events: readonly EventColumns[]
  /** The columns that anything is read from. */
  readonly readFrom: readonly number[]
  isIdentifier(column: number): boolean
  /** The reader for the dates of a column, which knows how that column writes them. */
  readDate(column: number, text: string): DateReading
  /** The reader for cells as they stand of a column of dates: null for all that are not written the usual way. */
  usualDateOf(column: number): (cell: string) => PartialDate | null
  /** What a coded term of an event means. */
  readonly readTerm: (term: string) => TermReading
  /** What the words of the cancer column mean. */
  readonly readCancer: (words: string) => TermReading
  /** The reader of a field's clean text in a row: what somebody said its words mean, empty where there is no column. */
  textOf(field: ImportField): (row: FileRow) => string
  /**
   * The same for what the text means. Columns say the same things over and over, so readings are remembered: the same
   * text may give the same object.
   * @param read may throw, never for an empty text.
   */
  readerOf<T>(field: ImportField, read: (text: string) => T & ({} | null)): (row: FileRow) => T
}

/** Whether the values of a field are dates. */
export const isDateField = (field: ImportField): boolean => DATED.has(field)

const labelOf = (field: ImportField): string => IMPORT_FIELDS.find((one) => one.code === field)?.label ?? field

const refuse = (words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { columns: words } })
}

interface EventGroup {
  date: number | null
  term: number | null
  value: number | null
}

const PART_OF = { event_date: 'date', event_term: 'term', event_value: 'value' } as const

/** The event columns in file order, each term with the date and value that stand nearest around it. */
export const eventGroups = (choices: readonly Pick<ColumnChoice, 'index' | 'field'>[]): EventGroup[] => {
  const groups: EventGroup[] = []
  for (const { index, field } of choices.toSorted((a, b) => a.index - b.index)) {
    if (field !== 'event_date' && field !== 'event_term' && field !== 'event_value') continue
    const part = PART_OF[field]
    const open = groups.at(-1)
    if (open === undefined || open[part] !== null) groups.push({ date: null, term: null, value: null, [part]: index })
    else open[part] = index
  }
  return groups
}

/**
 * The second of two event columns that go to the same place with no other event column between them: it tells more of the
 * event before it, and taken for a part of the next it would stand beside another's date.
 */
export const repeatedEventColumns = <Choice extends Pick<ColumnChoice, 'index' | 'field'>>(
  choices: readonly Choice[],
): Choice[] => {
  const ofEvents = choices.filter(({ field }) => IN_GROUPS.has(field)).toSorted((a, b) => a.index - b.index)
  return ofEvents.filter(({ field }, at) => ofEvents[at - 1]?.field === field)
}

const eventColumns = (choices: readonly ColumnChoice[]): EventColumns[] => {
  const [repeated] = repeatedEventColumns(choices)
  if (repeated !== undefined)
    refuse(
      `Columns beside each other both go to ${labelOf(repeated.field)}: the later is column ${repeated.index + 1}. Choose one of them and leave the other out.`,
    )
  return eventGroups(choices).map(({ date, term, value }) => {
    if (date === null || term === null)
      return refuse('Each event needs a column for its date and one for its words. Choose both, or leave them out.')
    return { date, term, value }
  })
}

const singleColumns = (choices: readonly ColumnChoice[]): Map<ImportField, number> => {
  const columns = new Map<ImportField, number>()
  for (const { index, field } of choices) {
    if (field === 'leave_out' || IN_GROUPS.has(field)) continue
    if (columns.has(field)) refuse(`Two columns go to ${labelOf(field)}. Choose one of them and leave the other out.`)
    columns.set(field, index)
  }
  return columns
}

const requireIdentity = (columns: ReadonlyMap<ImportField, number>): void => {
  const isNamed = columns.has('surname') || columns.has('full_name')
  if (columns.has('full_name') && columns.has('surname'))
    refuse('A name column and a surname column are both chosen. Choose one of them and leave the other out.')
  if (columns.has('nhs_number') || (isNamed && columns.has('birth_date'))) return
  refuse(
    'Nobody can be told apart yet. Choose the column with the NHS number, or those with the name and date of birth.',
  )
}

const MOST_REMEMBERED = 4_096

/** Remembers the first readings. Those of a column in which every cell is another are not worth their room. */
const remembering = <T>(read: (text: string) => T & ({} | null)): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const now = read(text)
    if (known.size < MOST_REMEMBERED) known.set(text, now)
    return now
  }
}

/** Clean text, or what somebody said that it means. */
const cleanText =
  (words: Rewording | undefined) =>
  (cell: string | undefined): string => {
    const text = cleanCell(cell)
    return words?.get(wordKey(text)) ?? text
  }

/**
 * Settles where each field is read from.
 * @param dates what was seen in the columns that hold dates.
 * @param words what words of the file mean, as somebody said.
 * @throws AppError `validation` when people cannot be told apart, a field is chosen twice, or an event lacks its date.
 */
export const planColumns = (
  table: Table,
  choices: readonly ColumnChoice[],
  dates: ReadonlyMap<number, DatesSeen>,
  today: IsoDate,
  words: readonly WordChoice[] = [],
): ColumnPlan => {
  const width = table.headings.length
  const known = choices.filter(({ index }) => index < width)
  const columns = singleColumns(known)
  requireIdentity(columns)
  const orders = new Map(known.map((choice) => [choice.index, choice.dates]))
  const readers = new Map(
    [...dates].map(([column, { style }]) => [column, dateReader(style, today, orders.get(column) ?? null)]),
  )
  const rewordings = rewordingsOf(words)
  const events = eventColumns(known)
  const identifiers = new Set([...columns].filter(([field]) => WHO.has(field)).map(([, column]) => column))
  return {
    width,
    columnOf: (field) => columns.get(field) ?? null,
    events,
    readFrom: [...columns.values(), ...events.flatMap(({ date, term, value }) => [date, term, value ?? date])],
    isIdentifier: (column) => identifiers.has(column),
    readTerm: termReader('event_term', meaningsOf('event_term', words)),
    readCancer: termReader('cancer', meaningsOf('cancer', words)),
    textOf(field) {
      const column = columns.get(field)
      const read = cleanText(rewordings.get(field))
      return column === undefined ? () => '' : ({ cells }) => read(cells[column])
    },
    readerOf(field, read) {
      const column = columns.get(field)
      const blank = read('')
      if (column === undefined) return () => blank
      const clean = cleanText(rewordings.get(field))
      const known = remembering((cell) => read(clean(cell)))
      return ({ cells }) => {
        const cell = cells[column]
        return cell === undefined || cell === '' ? blank : known(cell)
      }
    },
    usualDateOf: (column) => usualDateReader(dates.get(column)?.style ?? 'empty', orders.get(column) ?? null),
    readDate(column, text) {
      const read = readers.get(column)
      if (read === undefined) throw new Error('a date was read from a column that holds none')
      return read(text)
    },
  }
}
