import type { IsoDate } from '#shared/domain/partial-date.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import { columnOfHeading, knownHeadings, layOut } from './sheet-headings.ts'
import { actionOfRow, cellOf, milestoneOfRow, type Reading, type SheetRow } from './sheet-rows.ts'
import type { PlanSheet, SheetAction, SheetRejected } from './sheet-schema.ts'
import {
  isMonthFirst,
  isObjectiveHeading,
  type KnownObjective,
  objectiveOfText,
  statusOfWords,
} from './sheet-values.ts'

export type { SheetRow } from './sheet-rows.ts'

/** A sheet as it was read: its rows that are not blank. */
export interface ReadSheet {
  /** null for a text file. */
  readonly sheet: string | null
  readonly rows: readonly SheetRow[]
}

interface Wishes {
  readonly today: IsoDate
  /** The objectives that rows may be under: those of the plan, or the five. */
  readonly objectives: readonly KnownObjective[]
  readonly measures: Reading['measures']
}

/** The headings are on one of these. */
const ROWS_TO_LOOK_AT = 30
/** Words this long in a column of statuses tell a story. */
const LONG_STATUS = 24
const LONGEST_SAID = 80

interface Table {
  readonly sheet: string | null
  readonly headings: readonly string[]
  readonly above: readonly SheetRow[]
  readonly rows: readonly SheetRow[]
  readonly reading: Reading
}

const filled = ({ cells }: SheetRow): string[] => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')

/** Whether a column that may hold a status holds sentences about it instead. */
const holdsSentences = (rows: readonly SheetRow[], at: number): boolean => {
  const cells = rows.map(({ cells: all }) => (all[at] ?? '').trim()).filter((cell) => cell !== '')
  const others = cells.filter((cell) => statusOfWords(cell) === null)
  return others.length * 2 > cells.length && others.some((cell) => cell.length > LONG_STATUS)
}

/** The rows of a sheet under the headings of a plan; null where it has none: an action, and by when it is due. */
const tableOf = ({ sheet, rows }: ReadSheet, { today, measures }: Wishes): Table | null => {
  const counts = rows.slice(0, ROWS_TO_LOOK_AT).map(({ cells }) => knownHeadings(cells))
  const most = Math.max(0, ...counts)
  const head = most >= 2 ? rows[counts.indexOf(most)] : undefined
  if (head === undefined) return null
  const headings = head.cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
  const body = rows.slice(rows.indexOf(head) + 1)
  const layout = layOut(headings, (at) => holdsSentences(body, at))
  if (layout.at.title === undefined || layout.at.due === undefined) return null
  const dates = body.flatMap((row) => (['starts', 'due', 'met'] as const).map((column) => cellOf(row, layout, column)))
  return {
    sheet,
    headings,
    above: rows.slice(0, rows.indexOf(head)),
    rows: body,
    reading: { today, measures, layout, monthFirst: isMonthFirst(dates) },
  }
}

const isCopyOf = ({ cells }: SheetRow, headings: readonly string[]): boolean =>
  headings.every((heading, at) => normaliseName(heading) === normaliseName(cells[at] ?? ''))

const FIGURE = /^[£€$]?[\d.,]+ ?%?$/

const isTotal = (row: SheetRow): boolean => {
  const [first = '', ...others] = filled(row)
  return /^(?:grand |sub-?)?totals?\b/i.test(first) && others.every((cell) => FIGURE.test(cell))
}

interface Under {
  readonly objective: number | null
  readonly said: string
}

const NOWHERE: Under = { objective: null, said: '' }

const underText = (text: string, objectives: readonly KnownObjective[]): Under => {
  const objective = objectiveOfText(text, objectives)
  return { objective, said: objective === null ? text.replace(/\s+/g, ' ').slice(0, LONGEST_SAID) : '' }
}

/** The objective that a whole sheet is about: "Actions under objective 4", above its headings or as its name. */
const underSheet = ({ sheet, above }: Table, objectives: readonly KnownObjective[]): Under => {
  const alone = above.map(filled).filter((cells) => cells.length === 1)
  for (const text of [...alone.flat().toReversed(), sheet ?? '']) {
    const named = /\b(?:objective|aim|goal|priority|theme)\s*(\d{1,2})\b/i.exec(text)?.[0] ?? text
    if (!isObjectiveHeading(named, objectives)) continue
    const under = underText(named, objectives)
    if (under.objective !== null) return under
  }
  return NOWHERE
}

const underCode = (code: string, objectives: readonly KnownObjective[]): Under => {
  const number = /^(\d{1,2})\.\d{1,4}[a-z]?$/i.exec(code)?.[1]
  return number === undefined ? NOWHERE : underText(number, objectives)
}

interface Found {
  readonly actions: SheetAction[]
  readonly rejected: SheetRejected[]
  /** Actions by their code and by their title, for the milestones that name them so. */
  readonly byName: Map<string, SheetAction>
  skipped: number
  milestoneRows: number
}

/** What an action is found by: a code to the letter, as 1.11 and 11.1 are two; a title as people mean it. */
const nameOf = (text: string): string => (/^[\d.]+$/.test(text) ? text : normaliseName(text))

const reject = (found: Found, { sheet }: Table, row: SheetRow, reason: string): void => {
  const [first = ''] = filled(row)
  found.rejected.push({ sheet, line: row.line, reason, said: first.replace(/\s+/g, ' ').slice(0, LONGEST_SAID) })
}

/** A row that holds a single cell and no action: the heading of those below it, or a note. */
const isAside = (row: SheetRow, { reading }: Table, objectives: readonly KnownObjective[]): boolean => {
  const [only, ...others] = filled(row)
  if (only === undefined || others.length > 0) return false
  return cellOf(row, reading.layout, 'title') === '' || isObjectiveHeading(only, objectives)
}

const readActions = (table: Table, { objectives }: Wishes, found: Found): void => {
  const { sheet, headings, reading } = table
  let under = underSheet(table, objectives)
  for (const row of table.rows) {
    const named = cellOf(row, reading.layout, 'objective')
    if (isCopyOf(row, headings) || isTotal(row)) found.skipped += 1
    else if (isAside(row, table, objectives)) {
      const [words = ''] = filled(row)
      if (named !== '' || isObjectiveHeading(words, objectives)) under = underText(words, objectives)
      found.skipped += 1
    } else {
      if (named !== '') under = underText(named, objectives)
      const read = actionOfRow(row, reading)
      if ('fault' in read) {
        reject(found, table, row, read.fault)
        continue
      }
      const code = cellOf(row, reading.layout, 'code')
      const { objective, said } = under.objective === null && under.said === '' ? underCode(code, objectives) : under
      const action: SheetAction = { sheet, line: row.line, objective, objectiveSaid: said, ...read.value }
      found.actions.push(action)
      for (const name of [code, action.title]) if (name !== '') found.byName.set(nameOf(name), action)
    }
  }
}

const readMilestones = (table: Table, found: Found): void => {
  for (const row of table.rows) {
    if (isCopyOf(row, table.headings) || filled(row).length === 1) {
      found.skipped += 1
      continue
    }
    const read = milestoneOfRow(row, table.reading)
    const name = cellOf(row, table.reading.layout, 'title')
    const action = found.byName.get(nameOf(name))
    if ('fault' in read) reject(found, table, row, read.fault)
    else if (action === undefined) reject(found, table, row, `No action that comes in is called “${name}”.`)
    else {
      action.milestones.push(read.value)
      found.milestoneRows += 1
    }
  }
}

/** Sheets whose rows are milestones of actions on another. */
const isOfMilestones = ({ reading: { layout } }: Table): boolean =>
  layout.at.milestones !== undefined && layout.at.met !== undefined

const unique = <One>(all: readonly One[], key: (one: One) => string): One[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
]

/**
 * Reads the sheets of a plan: every one with the headings of actions, together with those of their milestones. An empty
 * cell of the objectives means the one above it, as merged cells do.
 * @returns null where none of them has the headings of a plan.
 */
export const readPlanSheets = (
  sheets: readonly ReadSheet[],
  wishes: Wishes,
): Omit<PlanSheet, 'fileName' | 'sheets' | 'sheet'> | null => {
  const tables = sheets.map((sheet) => tableOf(sheet, wishes)).filter((table) => table !== null)
  const plans = tables.filter((table) => !isOfMilestones(table))
  if (plans.length === 0) return null
  const found: Found = { actions: [], rejected: [], byName: new Map(), skipped: 0, milestoneRows: 0 }
  for (const table of plans) readActions(table, wishes, found)
  const ofMilestones = tables.filter(isOfMilestones)
  for (const table of ofMilestones) readMilestones(table, found)
  const layouts = tables.map(({ reading }) => reading.layout)
  return {
    read: tables.flatMap(({ sheet }) => sheet ?? []),
    columns: unique(
      layouts.flatMap(({ columns }) => columns),
      ({ heading, column }) => `${column} ${heading}`,
    ),
    ignored: [...new Set(layouts.flatMap(({ ignored }) => ignored))],
    rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    actions: found.actions,
    rejected: found.rejected,
    milestoneRows: found.milestoneRows,
    skipped: found.skipped,
  }
}

/** Whether some row of a sheet names actions, in case it does not name when they are due. */
export const namesActions = ({ rows }: ReadSheet): boolean =>
  rows.slice(0, ROWS_TO_LOOK_AT).some(({ cells }) => cells.some((cell) => columnOfHeading(cell) === 'title'))
