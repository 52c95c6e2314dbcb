import { type RawBuilder, sql } from 'kysely'

/** A column that SQLite reads from the row without looking for an index on it, so that it takes the other one. */
export const withoutIndex = (column: string): RawBuilder<unknown> => sql`+${sql.ref(column)}`

/** A table read along one of its indexes, which holds every column that is asked for. */
export const alongIndex = (table: string, alias: string, index: string): RawBuilder<unknown> =>
  sql`${sql.table(table)} as ${sql.table(alias)} indexed by ${sql.table(index)}`
