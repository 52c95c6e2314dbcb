import { isIsoDate } from '#shared/domain/calendar.ts'
import { parseNhsNumber } from '#shared/domain/nhs-number.ts'
import { type StoredValue, valueOf } from '#shared/features/bundle/cells.ts'
import type { ColumnForm } from '#shared/features/bundle/describe.ts'
import type { BundledColumn } from './layout.ts'

const RECORD_NUMBER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const isNhsNumber = (text: string): boolean => {
  const read = parseNhsNumber(text)
  return read.ok && read.nhsNumber === text
}

interface Rule {
  fits(text: string): boolean
  readonly fault: string
}

const RULES: Partial<Record<ColumnForm, Rule>> = {
  id: { fits: (text) => RECORD_NUMBER.test(text), fault: 'is not a record number' },
  reference: { fits: (text) => RECORD_NUMBER.test(text), fault: 'is not a record number' },
  date: { fits: isIsoDate, fault: 'is not a date that exists' },
  moment: {
    fits: (text) => MOMENT.test(text) && !Number.isNaN(Date.parse(text)),
    fault: 'is not a moment in time',
  },
  flag: { fits: (text) => text === '0' || text === '1', fault: 'is neither 0 nor 1' },
  'nhs-number': { fits: isNhsNumber, fault: 'is not a valid NHS number' },
  json: { fits: isJson, fault: 'is not JSON' },
}

/** What is wrong with a value, in words that never repeat it; null when it fits its column. */
const faultOf = (value: StoredValue, column: BundledColumn): string | null => {
  if (value === null) return column.mayBeNull ? null : 'is empty'
  const rule = RULES[column.form]
  if (rule !== undefined && !rule.fits(String(value))) return rule.fault
  if (column.codes !== null && !column.codes.includes(String(value))) return 'is no code that is known there'
  return null
}

/** A row as the database takes it, or what is wrong with it: the column and the fault. */
export const checkRow = (
  cells: readonly string[],
  columns: readonly BundledColumn[],
): { readonly values: Record<string, StoredValue> } | { readonly fault: string } => {
  if (cells.length !== columns.length) return { fault: `it has ${cells.length} cells, not ${columns.length}` }
  const values: Record<string, StoredValue> = {}
  for (const [at, column] of columns.entries()) {
    const value = valueOf(cells[at] ?? '', column.type)
    if (value === undefined) return { fault: `${column.name} does not hold what Throughline writes there` }
    const fault = faultOf(value, column)
    if (fault !== null) return { fault: `${column.name} ${fault}` }
    values[column.name] = value
  }
  return { values }
}
