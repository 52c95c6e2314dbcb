import { type RawBuilder, sql } from 'kysely'

/** A column that SQLite reads from the row without looking for an index on it, so that it takes the other one. */
export const withoutIndex = (column: string): RawBuilder<unknown> => sql`+${sql.ref(column)}`
