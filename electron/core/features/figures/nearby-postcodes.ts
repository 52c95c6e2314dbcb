import { AppError } from '#shared/contract/errors.ts'
import { normalisePostcode, outwardPostcode } from '#shared/domain/postcode.ts'
import { suggestFigureColumns } from '#shared/features/figures/suggest.ts'
import type { ReadDb } from '../../db/database.ts'
import { cleanCell, type FileRows, type RowSieve, type WhenFull } from '../imports/public.ts'
import { findFigureTable } from './figure-table.ts'

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/
const ROWS_TO_LOOK_AT = 20

/** The postcode districts that people on the register live in: `AB1` of `AB1 2CD`. */
export const registerDistricts = async (db: ReadDb): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('person').select('postcode').distinct().where('postcode', 'is not', null).execute()
  return new Set(rows.flatMap(({ postcode }) => (postcode === null ? [] : [outwardPostcode(postcode)])))
}

/** The column of a table of places in which each of the first rows has a postcode. */
const postcodeColumn = ({
  headings,
  body,
}: {
  readonly headings: readonly string[]
  readonly body: FileRows
}): number =>
  suggestFigureColumns('deprivation', headings).find(
    ({ column, index }) =>
      column === 'place' &&
      body.slice(0, ROWS_TO_LOOK_AT).every(({ cells }) => POSTCODE.test(normalisePostcode(cleanCell(cells[index])))),
  )?.index ?? -1

/**
 * Of a look-up by postcode that is longer than fits, as the one of the whole country is, the districts of the register
 * are kept. Any other table that long is refused as ever.
 * @throws AppError `validation` where the register has no postcode to go by.
 */
export const onlyNearbyPostcodes =
  (districts: ReadonlySet<string>, headerLine: number | null): WhenFull =>
  (rows): RowSieve | null => {
    const table = findFigureTable({ rows }, headerLine)
    const column = postcodeColumn(table)
    if (column < 0) return null
    if (districts.size === 0)
      throw new AppError(
        'validation',
        'This table has more than a million postcodes, of which those near the people on your register would be kept. Nobody on it has a postcode yet.',
      )
    return {
      top: rows.length - table.body.length - (table.total === null ? 0 : 1),
      column,
      keeps: (cell) => districts.has(outwardPostcode(cleanCell(cell))),
    }
  }
