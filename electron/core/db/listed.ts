import { type RawBuilder, sql } from 'kysely'

/** Ids as one parameter of a statement, however many they are: a statement of thousands takes longer to write than to run. */
export const listed = (ids: readonly string[]): RawBuilder<string> =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
