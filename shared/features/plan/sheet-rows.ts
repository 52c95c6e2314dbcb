import type { IsoDate } from '#shared/domain/partial-date.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import { ACTION_STATUSES, type ActionStatus } from './schema.ts'
import type { SheetLayout } from './sheet-headings.ts'
import type { SheetAction, SheetColumn } from './sheet-schema.ts'
import { type Read, readSheetDate, statusOfWords } from './sheet-values.ts'

/** A row of a sheet. Its cells are clean but for their line breaks, which part the milestones of one. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** What is asked of each row alike. */
export interface Reading {
  readonly today: IsoDate
  readonly layout: SheetLayout
  /** Of the dates of this sheet. */
  readonly monthFirst: boolean
  readonly measures: readonly { readonly code: string; readonly title: string }[]
}

type Milestone = SheetAction['milestones'][number]

/** What a row says of its action, without where it stands and under which objective. */
export type RowAction = Omit<SheetAction, 'sheet' | 'line' | 'objective' | 'objectiveSaid'>

const LONGEST_TITLE = 120
const LONGEST_OWNER = 80
const LONGEST_WORDS = 4000
const LONGEST: readonly (readonly [SheetColumn, string, number])[] = [
  ['owner', 'owner', LONGEST_OWNER],
  ['partners', 'text of those it is done with', 400],
  ['cost', 'cost', 400],
  ['risk', 'risk', 1000],
]
const MOST_MILESTONES = 50
const MOST_MEASURES = 20

const NOBODY = new Set(['', 'nobody yet', 'nobody', 'tbc', 'tbd', 'to be confirmed', 'n a', 'none', 'vacant'])

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A cell as it stands, or nothing where the sheet has no such column. */
export const cellOf = ({ cells }: SheetRow, layout: SheetLayout, column: SheetColumn): string => {
  const at = layout.at[column]
  return at === undefined ? '' : (cells[at] ?? '').trim()
}

const tooLong = (what: string, most: number): { readonly fault: string } => ({
  fault: `The ${what} is longer than ${most.toLocaleString('en-GB')} characters. Shorten it there.`,
})

/** A title that fits, cut between words where it must be: then the whole of it begins the words. */
const titleOf = (text: string): { readonly title: string; readonly rest: string } => {
  const title = oneLine(text)
  if (title.length <= LONGEST_TITLE) return { title, rest: '' }
  const cut = title.slice(0, LONGEST_TITLE - 1)
  const end = cut.lastIndexOf(' ')
  return { title: `${end > 0 ? cut.slice(0, end) : cut}…`, rest: text }
}

const wordsOf = ({ cells }: SheetRow, { notes }: SheetLayout, rest: string): string => {
  const told = notes.map(({ at, heading }) => ({ heading, text: (cells[at] ?? '').trim() }))
  const filled = told.filter(({ text }) => text !== '')
  return [rest, ...filled.map(({ heading, text }) => (notes.length > 1 ? `${heading}: ${text}` : text))]
    .filter((text) => text !== '')
    .join('\n')
}

const IN_BRACKETS = /^(.*\S)\s*[([]\s*(?:by|due|on)?\s*([^()[\]]+?)\s*[)\]]\s*$/i
/** What is meant as a date, read or not: "March 2027", "5/3", but not "with the 2 networks". */
const LIKE_A_DATE = /\b(?:19|20)\d{2}\b|^\d{1,2}\s*[/.-]\s*\d{1,2}|^\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}$/iu

const DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9} \d{4}`
/** A whole day after the words: "First list, by 30/11/2026", "First list - 30 Nov 2026". */
const DAY_LAST = new RegExp(`(?: ?[,:–—-])? (?:due )?(?:by |on )?(${DAY})$`, 'iu')
const DAY_FIRST = new RegExp(`^(?:by )?(${DAY})(?: ?[,:–—-])? (?=\\S)`, 'iu')
/** Words that want the day to stay: "Figures for 31 March 2027". */
const WANTS_MORE = /\b(?:for|of|from|since|to|until|till|before|after|at|in|the|and)$/i

/** The words of a milestone and the day beside them, which is not always in brackets. */
const partedFromDay = (text: string): { readonly title: string; readonly day: string } | null => {
  const [, before, inside] = IN_BRACKETS.exec(text) ?? []
  if (before !== undefined && inside !== undefined && LIKE_A_DATE.test(inside)) return { title: before, day: inside }
  const last = DAY_LAST.exec(text)
  const title = last === null ? '' : text.slice(0, last.index)
  if (last?.[1] !== undefined && title !== '' && !WANTS_MORE.test(title)) return { title, day: last[1] }
  const first = last === null ? DAY_FIRST.exec(text) : null
  return first?.[1] === undefined ? null : { title: text.slice(first[0].length), day: first[1] }
}

const milestoneOf = (text: string, dueOn: IsoDate, reading: Reading): Read<Milestone> => {
  const parted = partedFromDay(text)
  const title = parted?.title ?? text
  if (title.length > LONGEST_TITLE) return tooLong('name of a milestone', LONGEST_TITLE)
  if (parted === null) return { value: { title, dueOn, metOn: null } }
  const read = readSheetDate(parted.day, 'last', reading)
  return 'fault' in read
    ? { fault: `The date of the milestone “${title}” ${read.fault}.` }
    : { value: { title, dueOn: read.value, metOn: null } }
}

/** Milestones of a cell, parted by semicolons or lines. One without a date is due when its action is. */
const milestonesOf = (text: string, dueOn: IsoDate, reading: Reading): Read<Milestone[]> => {
  const value: Milestone[] = []
  for (const part of text.split(/[;\n]/)) {
    const words = oneLine(part).replace(/^[-–•*]\s*/, '')
    if (words === '') continue
    const read = milestoneOf(words, dueOn, reading)
    if ('fault' in read) return read
    value.push(read.value)
  }
  if (value.length > MOST_MILESTONES) return { fault: `It has more than ${MOST_MILESTONES} milestones.` }
  return { value }
}

/** Measures of the library that a text names by their titles, the longest first: one title may be part of another. */
const measuresOf = (text: string, { measures }: Reading): string[] => {
  let left = ` ${normaliseName(text)} `
  if (left.trim() === '') return []
  const found: string[] = []
  for (const { code, title } of measures.toSorted((a, b) => b.title.length - a.title.length)) {
    const name = ` ${normaliseName(title)} `
    if (!left.includes(name)) continue
    found.push(code)
    left = left.replace(name, ' | ')
  }
  return found.slice(0, MOST_MEASURES)
}

const statusOf = (text: string): Read<ActionStatus> => {
  if (text === '') return { value: 'not_started' }
  const value = statusOfWords(text)
  if (value !== null) return { value }
  const known = ACTION_STATUSES.map(({ label }) => label).join(', ')
  return { fault: `The status “${oneLine(text).slice(0, 40)}” is not one that is known. Write one of these: ${known}.` }
}

const datesOf = (row: SheetRow, reading: Reading): Read<{ startsOn: IsoDate | null; dueOn: IsoDate }> => {
  const { layout } = reading
  const due = readSheetDate(cellOf(row, layout, 'due'), 'last', reading)
  if ('fault' in due) return { fault: `The due date ${due.fault}.` }
  if (layout.at.starts === undefined) return { value: { startsOn: null, dueOn: due.value } }
  const starts = readSheetDate(cellOf(row, layout, 'starts'), 'first', reading)
  if ('fault' in starts) return { fault: `The start date ${starts.fault}.` }
  if (starts.value > due.value) return { fault: 'It is due before it starts.' }
  return { value: { startsOn: starts.value, dueOn: due.value } }
}

/** What a row says, or why it cannot come in. Nothing that is missing or doubtful is made up. */
export const actionOfRow = (row: SheetRow, reading: Reading): Read<RowAction> => {
  const { layout } = reading
  const cell = (column: SheetColumn): string => cellOf(row, layout, column)
  const { title, rest } = titleOf(cell('title'))
  if (title === '') return { fault: 'No action is written on this line.' }
  const long = LONGEST.find(([column, , most]) => cell(column).length > most)
  if (long !== undefined) return tooLong(long[1], long[2])
  const words = wordsOf(row, layout, rest)
  if (words.length > LONGEST_WORDS) return tooLong('text of its notes', LONGEST_WORDS)
  const dates = datesOf(row, reading)
  if ('fault' in dates) return dates
  const status = statusOf(cell('status'))
  if ('fault' in status) return status
  const milestones = milestonesOf(cell('milestones'), dates.value.dueOn, reading)
  if ('fault' in milestones) return milestones
  const owner = oneLine(cell('owner'))
  return {
    value: {
      title,
      words,
      ownerName: NOBODY.has(normaliseName(owner)) ? null : owner,
      partners: cell('partners'),
      ...dates.value,
      status: status.value,
      milestones: milestones.value,
      measureCodes: measuresOf(cell('measures'), reading),
      costWords: cell('cost'),
      riskWords: cell('risk'),
    },
  }
}

/** A row of a sheet of milestones, as the app's own workbook has them. */
export const milestoneOfRow = (row: SheetRow, reading: Reading): Read<Milestone> => {
  const title = oneLine(cellOf(row, reading.layout, 'milestones'))
  if (title === '') return { fault: 'No milestone is written on this line.' }
  if (title.length > LONGEST_TITLE) return tooLong('name of the milestone', LONGEST_TITLE)
  const due = readSheetDate(cellOf(row, reading.layout, 'due'), 'last', reading)
  if ('fault' in due) return { fault: `The due date ${due.fault}.` }
  const metText = cellOf(row, reading.layout, 'met')
  if (metText === '') return { value: { title, dueOn: due.value, metOn: null } }
  const met = readSheetDate(metText, 'last', reading)
  if ('fault' in met) return { fault: `The day on which it was met ${met.fault}.` }
  if (met.value > reading.today) return { fault: 'The day on which it was met is still to come.' }
  return { value: { title, dueOn: due.value, metOn: met.value } }
}
