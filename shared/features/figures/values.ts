import { isIsoDate } from '#shared/domain/partial-date.ts'
import { normaliseOdsCode } from '#shared/domain/ods-code.ts'
import { normalisePostcode } from '#shared/domain/postcode.ts'
import type { FigureColumn } from './kinds.ts'

/** A cell read: null where the file gives nothing, as a blank or a suppressed figure does. */
export type FigureReading =
  | { readonly ok: true; readonly value: string | number | null }
  /** Without anything of the cell, so that like reasons can be counted. */
  | { readonly ok: false; readonly reason: string }

const LONGEST_TEXT = 200
const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
/** How statistics say that a figure is not given: hidden for being small, or not there. */
const NOT_GIVEN = /^(?:[*:.x-]|\.\.|--|n\/?a|null|supp(?:ressed)?|\[[cxuzw]\]|not (?:available|applicable|known))$/i
const UNSPLIT = /^(?:all|all ages|persons?|total|both)$/i
const ORGANISATION = /^[A-Z0-9]{2,12}$/
/** LSOA and data zones of England, Wales and Scotland; super output areas of Northern Ireland. */
const SMALL_AREA = /^(?:[EWS]\d{8}|N\d{8}|95[A-Z]{2}\d{2}[A-Z]\d)$/
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/

const fault = (reason: string): FigureReading => ({ ok: false, reason })
const good = (value: string | number): FigureReading => ({ ok: true, value })

const readNumber = ({ label, type }: FigureColumn, cell: string): FigureReading => {
  const bare = cell.replace(/^[£]|\s*%$/g, '').replace(/\s/g, '')
  if (!NUMBER.test(bare)) return fault(`“${label}” is not a number`)
  const value = Number(bare.replaceAll(',', ''))
  if (type !== 'number' && value < 0) return fault(`“${label}” is below zero`)
  if ((type === 'count' || type === 'rank' || type === 'decile') && !Number.isInteger(value))
    return fault(`“${label}” is not a whole number`)
  if (type === 'share' && value > 100) return fault(`“${label}” is over 100%`)
  if (type === 'rank' && value < 1) return fault(`“${label}” starts at 1`)
  if (type === 'decile' && (value < 1 || value > 10)) return fault(`“${label}” is from 1 to 10`)
  return good(value)
}

const readPlace = ({ label }: FigureColumn, cell: string): FigureReading => {
  const area = cell.replace(/\s/g, '').toUpperCase()
  if (SMALL_AREA.test(area)) return good(area)
  const postcode = normalisePostcode(cell)
  return POSTCODE.test(postcode)
    ? good(postcode)
    : fault(`“${label}” is neither a postcode nor the code of a small area`)
}

const readCode = ({ label }: FigureColumn, cell: string): FigureReading => {
  const code = normaliseOdsCode(cell)
  return ORGANISATION.test(code) ? good(code) : fault(`“${label}” is not an organisation’s code`)
}

const readText = ({ label }: FigureColumn, cell: string): FigureReading =>
  cell.length <= LONGEST_TEXT ? good(cell) : fault(`“${label}” is longer than ${LONGEST_TEXT} letters`)

/**
 * Reads one cell as its column takes it. A date is read by `dateOf`, which knows how its column writes dates; it gives
 * null for what is no date.
 */
export const readFigure = (
  column: FigureColumn,
  cell: string,
  dateOf: (text: string) => string | null,
): FigureReading => {
  if (cell === '') return { ok: true, value: null }
  switch (column.type) {
    case 'text':
      return readText(column, cell)
    case 'split':
      return UNSPLIT.test(cell) ? { ok: true, value: null } : readText(column, cell)
    case 'code':
      return readCode(column, cell)
    case 'place':
      return readPlace(column, cell)
    case 'date': {
      const compact = cell.replace(COMPACT_DATE, '$1-$2-$3')
      const date = isIsoDate(compact) ? compact : dateOf(cell)
      return date === null ? fault(`“${column.label}” is not a date`) : good(date)
    }
    case 'count':
    case 'number':
    case 'share':
    case 'rank':
    case 'decile':
      return NOT_GIVEN.test(cell) ? { ok: true, value: null } : readNumber(column, cell)
  }
}

/** What a figure is looked up by: without case or spaces, so that `ab1 2cd` and `AB12CD` agree. */
export const figureKey = (text: string): string => text.replace(/\s/g, '').toUpperCase()
