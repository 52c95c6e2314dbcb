import { z } from 'zod'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import { dateOrderSchema, type WordChoice } from '#shared/features/imports/matching.ts'
import type { ProfileInUse } from '#shared/features/imports/profiles.ts'
import { type ImportColumn, type ImportField, importFieldSchema } from '#shared/features/imports/schema.ts'
import { londonDate } from '../../clock.ts'
import type { Table } from './layouts/layout.ts'
import { ownColumns } from './rejected-rows.ts'

/** A column as a profile knows it: by its heading, not by where it stands. */
export const profileColumnSchema = z.object({
  heading: z.string(),
  /** Which of the columns with this heading it is, from 0: reports repeat "Date" and "Code Term". */
  nth: z.number().int(),
  field: importFieldSchema,
  dates: dateOrderSchema.nullable(),
})
export type ProfileColumn = z.infer<typeof profileColumnSchema>

/** A saved profile, read. */
export interface Profile extends Omit<ProfileInUse, 'added' | 'gone'> {
  readonly shape: string
  readonly layout: string
  readonly columns: readonly ProfileColumn[]
  readonly words: readonly WordChoice[]
}

type Place = Pick<ProfileColumn, 'heading' | 'nth'>

/**
 * Headings without case, accents or punctuation, each with which of its kind it is. `null` for the columns that rejected
 * rows were saved with: a file of mended rows is of the shape of the list that they come from.
 */
export const placesOf = (headings: readonly string[]): (Place | null)[] => {
  const met = new Map<string, number>()
  const own = ownColumns(headings)
  return headings.map((written, at) => {
    if (at < own) return null
    const heading = normaliseName(written)
    const nth = met.get(heading) ?? 0
    met.set(heading, nth + 1)
    return { heading, nth }
  })
}

const placesOfList = (headings: readonly string[]): Place[] => placesOf(headings).filter((place) => place !== null)

const keyOf = ({ heading, nth }: Place): string => `${nth} ${heading}`

/** Files of one shape have the same layout and the same headings in the same order. */
export const shapeOf = ({ layout, headings }: Pick<Table, 'layout' | 'headings'>): string =>
  JSON.stringify([layout, ...placesOfList(headings).map(({ heading }) => heading)])

/** Of the columns of both, those that are in both: below this a file is another kind of list. */
const ALIKE = 0.6
const FEWEST_SHARED = 3

const likeness = (table: Table, { layout, columns }: Profile): number => {
  if (layout !== table.layout) return 0
  const ours = new Set(columns.map(keyOf))
  const theirs = placesOfList(table.headings).map(keyOf)
  const shared = theirs.filter((key) => ours.has(key)).length
  if (shared < FEWEST_SHARED) return 0
  return shared / (ours.size + theirs.length - shared)
}

/** The profile whose files look like this one: of the very same shape, else the likest; of equals the last used. */
export const profileFor = (table: Table, profiles: readonly Profile[]): Profile | null => {
  const newest = profiles.toSorted((a, b) => (a.usedAt < b.usedAt ? 1 : -1))
  const shape = shapeOf(table)
  const same = newest.find((profile) => profile.shape === shape)
  if (same !== undefined) return same
  let best: Profile | null = null
  let most = ALIKE
  for (const profile of newest) {
    const like = likeness(table, profile)
    if (like < most || (best !== null && like === most)) continue
    best = profile
    most = like
  }
  return best
}

const MANY: ReadonlySet<ImportField> = new Set(['leave_out', 'event_date', 'event_term', 'event_value'])

/** A column that the profile does not know keeps our suggestion, unless its field has gone to another. */
const unknownColumn = (column: ImportColumn, taken: ReadonlySet<ImportField>): ImportColumn => {
  if (!MANY.has(column.field) && taken.has(column.field))
    return { ...column, field: 'leave_out', certainty: 'unknown', reason: 'Another column goes there already' }
  if (column.certainty === 'not-needed') return column
  const reason = column.certainty === 'unknown' ? 'New column' : `New column. ${column.reason}`
  return { ...column, certainty: column.certainty === 'unknown' ? 'unknown' : 'guessed', reason }
}

interface Matched {
  readonly columns: ImportColumn[]
  readonly inUse: ProfileInUse
}

/** The suggested columns of a file, with those that the profile knows as it has them. */
export const matchBy = (
  { id, name, usedAt, columns: known, differences }: Profile,
  headings: readonly string[],
  suggested: readonly ImportColumn[],
): Matched => {
  const places = placesOf(headings).map((place) => (place === null ? null : keyOf(place)))
  const byKey = new Map(known.map((column) => [keyOf(column), column]))
  const taken = new Set(places.flatMap((key) => byKey.get(key ?? '')?.field ?? []))
  const reason = `As in “${name}”, ${formatIsoDate(londonDate(usedAt))}`
  const columns = suggested.map((column): ImportColumn => {
    const ours = byKey.get(places[column.index] ?? '')
    if (ours === undefined) return unknownColumn(column, taken)
    const { field, dates } = ours
    // What the values themselves have shown says more than that it was so last time.
    if (field === column.field && column.certainty === 'checked') return { ...column, dates }
    return { ...column, field, dates, certainty: field === 'leave_out' ? 'not-needed' : 'named', reason }
  })
  const here = new Set(places)
  return {
    columns,
    inUse: {
      id,
      name,
      usedAt,
      differences,
      added: places.filter((key) => key !== null && !byKey.has(key)).length,
      gone: known.filter((column) => !here.has(keyOf(column))).length,
    },
  }
}
