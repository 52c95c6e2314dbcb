import { createHash } from 'node:crypto'
import { AppError } from '#shared/contract/errors.ts'
import { type FigureColumn, type FigureKind, figureKind } from '#shared/features/figures/kinds.ts'
import { checkFigureRow, runsOppositeWays } from '#shared/features/figures/row-checks.ts'
import type { FigureAbout, FigureChecks, FigureRow, FigureValues } from '#shared/features/figures/schema.ts'
import { type ColumnChoice, missingColumns } from '#shared/features/figures/suggest.ts'
import { figureKey, readFigure } from '#shared/features/figures/values.ts'
import { cleanCell, type FileRow } from '../imports/public.ts'
import { dayReader, type FigureTable } from './figure-table.ts'
import { createNotices } from './notices.ts'
import { checkTotal, createSums } from './total.ts'

/** A draft that has been checked: what would be stored. */
export interface CheckedFigures {
  readonly about: FigureAbout
  readonly columns: readonly string[]
  readonly rows: readonly FigureRow[]
  readonly checks: FigureChecks
  /** Of the figures, their kind, edition and day: the same for the same figures again. */
  readonly contentHash: string
}

const ROWS_A_SLICE = 2_000

/** A column of the kind at its place in the file, with how its cells are read. */
interface PlacedColumn extends FigureColumn {
  readonly index: number
  readonly isFraction: boolean
  dateOf(text: string): string | null
}

const FRACTION = /^0?\.\d+$|^[01](?:\.0+)?$/

/** A workbook keeps 72% as 0.72. Only where every figure is such a fraction, and one is neither 0 nor 1. */
const areFractions = (cells: readonly string[]): boolean =>
  cells.every((cell) => !/\d/.test(cell) || FRACTION.test(cell)) && cells.some((cell) => /^0?\.\d*[1-9]/.test(cell))

const placeColumns = (
  kind: FigureKind,
  choices: readonly ColumnChoice[],
  { body, headings }: FigureTable,
  today: string,
): PlacedColumn[] =>
  choices.flatMap(({ index, column }) => {
    const found = kind.columns.find(({ code }) => code === column)
    if (found === undefined || index >= headings.length) return []
    const needsCells = found.type === 'date' || found.type === 'share'
    const cells = needsCells ? Array.from(body, (row) => cleanCell(row.cells[index])) : []
    const dateOf = found.type === 'date' ? dayReader(cells, today) : () => null
    return [{ ...found, index, dateOf, isFraction: found.type === 'share' && areFractions(cells) }]
  })

/** @throws AppError `validation` with a sentence that names what is missing or taken twice. */
const refuseBadChoice = (kind: FigureKind, about: FigureAbout, choices: readonly ColumnChoice[]): void => {
  const refuse = (sentence: string): never => {
    throw new AppError('validation', sentence, { fieldErrors: { columns: sentence } })
  }
  const missing = missingColumns(about.kind, choices)
  if (missing.length > 0) refuse(`Choose which column holds: ${missing.join(', ')}`)
  const chosen = choices.flatMap(({ column }) => (column === null ? [] : [column]))
  const twice = chosen.find((column, at) => chosen.indexOf(column) !== at)
  if (twice !== undefined)
    refuse(
      `Two columns go to “${kind.columns.find(({ code }) => code === twice)?.label ?? twice}”. Leave one of them out`,
    )
}

type RowReading = { readonly values: FigureValues; readonly reject: string | null }

const readRow = (columns: readonly PlacedColumn[], anyOf: readonly string[], { cells }: FileRow): RowReading => {
  const values: FigureValues = {}
  let reject: string | null = null
  for (const column of columns) {
    const read = readFigure(column, cleanCell(cells[column.index]), column.dateOf)
    if (!read.ok) reject ??= read.reason
    else if (read.value === null) {
      if (column.required === true) reject ??= `“${column.label}” is not given`
    } else {
      values[column.code] =
        column.isFraction && typeof read.value === 'number' ? Math.round(read.value * 1e8) / 1e6 : read.value
    }
  }
  if (reject === null && anyOf.length > 0 && anyOf.every((code) => values[code] === undefined))
    reject = `“${columns.find(({ code }) => anyOf.includes(code))?.label ?? ''}” is not given`
  return { values, reject }
}

const keyOf = (kind: FigureKind, values: FigureValues): string => {
  const from = kind.key.find((code) => values[code] !== undefined)
  return from === undefined ? '' : figureKey(String(values[from]))
}

const partOf = (kind: FigureKind, values: FigureValues): string =>
  kind.parts
    .map((code) => String(values[code] ?? ''))
    .join('|')
    .replace(/\|+$/, '')

const remarksOf = (columns: readonly PlacedColumn[], about: FigureAbout, rows: readonly FigureRow[]): string[] => [
  ...columns
    .filter(({ isFraction }) => isFraction)
    .map(({ label }) => `“${label}” is written as a fraction of 1 and is kept as a percentage`),
  ...(about.kind === 'deprivation' && runsOppositeWays(rows.map(({ values }) => values))
    ? [
        'Ranks and deciles run opposite ways. Decile 1 must be the most deprived tenth: check this table before using it',
      ]
    : []),
]

/**
 * Reads every row of a draft as the columns were chosen, and checks each and the whole.
 * @param onSlice called now and then, so that the caller can report, breathe or stop.
 * @throws AppError `validation` when a column that is needed has no place, or one is taken twice.
 */
export const checkFigures = async (
  table: FigureTable,
  about: FigureAbout,
  choices: readonly ColumnChoice[],
  today: string,
  onSlice: (rows: number) => Promise<void>,
): Promise<CheckedFigures> => {
  const kind = figureKind(about.kind)
  refuseBadChoice(kind, about, choices)
  const columns = placeColumns(kind, choices, table, today)
  const [rejected, warnings] = [createNotices(), createNotices()]
  const sums = createSums(columns)
  const hash = createHash('sha256').update(
    JSON.stringify([about.kind, about.edition, about.asAt, about.periodFrom, about.periodTo]),
  )
  const rows: FigureRow[] = []
  const seen = new Set<string>()
  for (const [at, row] of table.body.entries()) {
    if (at % ROWS_A_SLICE === 0) await onSlice(at)
    const { values, reject } = readRow(columns, kind.anyOf, row)
    sums.add(values)
    const found = checkFigureRow(about.kind, values)
    const [key, part] = [keyOf(kind, values), partOf(kind, values)]
    const reason =
      reject ?? found.reject ?? (seen.has(`${key}\n${part}`) ? 'It stands on an earlier line already' : null)
    if (reason !== null) {
      rejected.add(reason, row.line)
      continue
    }
    seen.add(`${key}\n${part}`)
    for (const words of found.warn) warnings.add(words, row.line)
    rows.push({ line: row.line, key, part, values })
    hash.update(`${JSON.stringify([key, part, values])}\n`)
  }
  return {
    about,
    columns: kind.columns.map(({ code }) => code).filter((code) => columns.some((column) => column.code === code)),
    rows,
    checks: {
      rowsIn: table.body.length,
      rejected: rejected.all(),
      warnings: warnings.all(),
      total: checkTotal(table.total, columns, sums.all()),
      remarks: remarksOf(columns, about, rows),
    },
    contentHash: hash.digest('hex'),
  }
}
