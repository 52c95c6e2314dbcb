import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { FigureRow } from '#shared/features/figures/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { lookUpFigures } from '../figures/public.ts'

export interface ListSize {
  readonly people: number
  /** Who said so. */
  readonly source: string
  readonly asOf: IsoDate | null
}

const dayOf = ({ values }: FigureRow): string => String(values['countedOn'] ?? '')

/** The size of the list as a whole by the newest table of list sizes: rows by age or sex are parts of it. */
const byFigures = async (db: ReadDb, odsCode: string): Promise<ListSize | null> => {
  const found = await lookUpFigures(db, 'list-sizes', odsCode)
  const whole = (found?.rows ?? [])
    .filter(({ values }) => values['sex'] === undefined && values['ageBand'] === undefined)
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))[0]
  const people = whole?.values['size']
  if (found === null || whole === undefined || typeof people !== 'number' || people <= 0) return null
  return { people, source: found.set.source, asOf: dayOf(whole) || found.set.asAt }
}

/**
 * How many people are on the practice's list: as the practice recorded it, or by the newest table of list sizes that
 * names it, whichever is of the later day. `null` where neither says.
 */
export const listSizeNow = async (db: ReadDb): Promise<ListSize | null> => {
  const practice = await db.selectFrom('practice').select(['ods_code', 'list_size', 'list_size_on']).executeTakeFirst()
  if (practice === undefined) return null
  const recorded = { people: practice.list_size, source: 'Practice details', asOf: practice.list_size_on }
  const found = await byFigures(db, practice.ods_code)
  return found?.asOf != null && found.asOf > recorded.asOf ? found : recorded
}
