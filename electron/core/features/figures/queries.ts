import { sql } from 'kysely'
import { AppError } from '#shared/contract/errors.ts'
import type { FigureKindCode } from '#shared/features/figures/kinds.ts'
import {
  type FigureAbout,
  figureChecksSchema,
  figureKindSchema,
  type FigureRow,
  type FigureSet,
  figureValuesSchema,
  READ_THROUGH_ROWS,
} from '#shared/features/figures/schema.ts'
import { figureKey } from '#shared/features/figures/values.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import type { ReadDb } from '../../db/database.ts'
import type { FigureRowTable, FigureSetTable } from '../../db/schema-of-figures.ts'

/** The title as titles are compared. */
export const seriesOf = (title: string): string => normaliseName(title)

/** Sets with when a newer one of the same kind, series and day or period took their place. */
const setsWithSuccessor = (db: ReadDb) =>
  db
    .selectFrom('figure_set as one')
    .selectAll('one')
    .select(({ selectFrom }) =>
      selectFrom('figure_set as later')
        .select(({ fn }) => fn.min<string | null>('later.imported_at').as('at'))
        .whereRef('later.kind', '=', 'one.kind')
        .whereRef('later.series', '=', 'one.series')
        .whereRef('later.number', '>', 'one.number')
        .where('later.removed_at', 'is', null)
        .where(
          sql<boolean>`later.as_at IS one.as_at AND later.period_from IS one.period_from AND later.period_to IS one.period_to`,
        )
        .as('superseded_at'),
    )

const stateOf = (row: FigureSetTable, supersededAt: string | null): FigureSet['state'] => {
  if (row.removed_at !== null) return 'removed'
  return supersededAt === null ? 'current' : 'superseded'
}

const setFromRow = (row: FigureSetTable & { superseded_at: string | null }): FigureSet => ({
  id: row.id,
  kind: figureKindSchema.parse(row.kind),
  title: row.title,
  source: row.source,
  edition: row.edition,
  asAt: row.as_at,
  periodFrom: row.period_from,
  periodTo: row.period_to,
  fileKind: row.file_kind,
  columns: JSON.parse(row.columns) as string[],
  rowCount: row.row_count,
  checks: figureChecksSchema.parse(JSON.parse(row.checks)),
  importedAt: row.imported_at,
  userName: row.user_name,
  state: stateOf(row, row.superseded_at),
  supersededAt: row.removed_at === null ? row.superseded_at : null,
  removedAt: row.removed_at,
  removedBy: row.removed_by,
  version: row.version,
})

const rowFromTable = ({ key, part, line, figures }: FigureRowTable): FigureRow => ({
  key,
  part,
  line,
  values: figureValuesSchema.parse(JSON.parse(figures)),
})

/** Every set, newest first, those removed among them. */
export const listFigureSets = async (db: ReadDb): Promise<FigureSet[]> =>
  (await setsWithSuccessor(db).orderBy('one.number', 'desc').execute()).map(setFromRow)

/** A set with the number that its rows hang on. @throws AppError `not-found`. */
export const numberedFigureSet = async (
  db: ReadDb,
  setId: string,
): Promise<{ readonly set: FigureSet; readonly number: number }> => {
  const row = await setsWithSuccessor(db).where('one.id', '=', setId).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'There are no such practice figures. They may belong to another register.')
  return { set: setFromRow(row), number: row.number }
}

/** @throws AppError `not-found`. */
export const findFigureSet = async (db: ReadDb, setId: string): Promise<FigureSet> =>
  (await numberedFigureSet(db, setId)).set

/** The set that is here and holds the same figures, if there is one. */
export const sameFigures = async (db: ReadDb, contentHash: string): Promise<FigureSet | null> => {
  const row = await setsWithSuccessor(db)
    .where('one.content_hash', '=', contentHash)
    .where('one.removed_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : setFromRow(row)
}

/** The current set whose place a new one would take. */
export const supersededBy = async (db: ReadDb, about: FigureAbout): Promise<FigureSet | null> => {
  const row = await setsWithSuccessor(db)
    .where('one.kind', '=', about.kind)
    .where('one.series', '=', seriesOf(about.title))
    .where('one.as_at', 'is', about.asAt)
    .where('one.period_from', 'is', about.periodFrom)
    .where('one.period_to', 'is', about.periodTo)
    .where('one.removed_at', 'is', null)
    .orderBy('one.number', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : setFromRow(row)
}

const forLike = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)

/** A page of a set in the order of its file, of the rows that hold what is looked for. */
export const pageOfFigures = async (
  db: ReadDb,
  { setId, find, offset, limit }: { setId: string; find: string; offset: number; limit: number },
): Promise<{ rows: FigureRow[]; total: number }> => {
  const {
    set: { rowCount },
    number,
  } = await numberedFigureSet(db, setId)
  const start = figureKey(find)
  const wanted = db
    .selectFrom('figure_row')
    .where('set_number', '=', number)
    .$if(start !== '', (query) =>
      query.where(({ eb, or, and }) =>
        or([
          and([eb('key', '>=', start), eb('key', '<', `${start}\u{10FFFF}`)]),
          ...(rowCount <= READ_THROUGH_ROWS
            ? [sql<boolean>`figures LIKE ${`%${forLike(JSON.stringify(find.trim()).slice(1, -1))}%`} ESCAPE '\\'`]
            : []),
        ]),
      ),
    )
  const { total } = await wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await wanted.selectAll().orderBy('line').offset(offset).limit(limit).execute()
  return { rows: rows.map(rowFromTable), total }
}

/** The rows of a key in the latest set of a kind that has it: by the day it holds for, then by when it came in. */
export const lookUpFigures = async (
  db: ReadDb,
  kind: FigureKindCode,
  key: string,
): Promise<{ set: FigureSet; rows: FigureRow[] } | null> => {
  const wanted = figureKey(key)
  const set = await setsWithSuccessor(db)
    .where('one.kind', '=', kind)
    .where('one.removed_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('figure_row')
          .select('line')
          .whereRef('figure_row.set_number', '=', 'one.number')
          .where('figure_row.key', '=', wanted),
      ),
    )
    .orderBy(sql`coalesce(one.as_at, one.period_to)`, 'desc')
    .orderBy('one.number', 'desc')
    .executeTakeFirst()
  if (set === undefined) return null
  const rows = await db
    .selectFrom('figure_row')
    .selectAll()
    .where('set_number', '=', set.number)
    .where('key', '=', wanted)
    .orderBy('line')
    .execute()
  return { set: setFromRow(set), rows: rows.map(rowFromTable) }
}
