import { Kysely, SqliteDialect, type Transaction } from 'kysely'
import type { Tables } from './schema.ts'
import { type Connection, type DataKey, explainSqliteError, openForReading, openForWriting, StatementCache } from './sqlite/connection.ts'
import { foldLogIntoFile } from './sqlite/maintenance.ts'

/** What may be done with a handle that reads: no insert, update or delete exists on it. */
export type ReadDb = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'fn'>

/** Inside one write transaction: the only handle its code can reach, so it cannot wait for itself. */
export interface WriteHandle {
  readonly db: Transaction<Tables>
  readonly statements: StatementCache
}

export interface OpenDatabase {
  readonly path: string
  readonly read: ReadDb
  /** Runs work in one transaction on the one writing connection; others wait their turn. */
  write<T>(work: (handle: WriteHandle) => Promise<T>): Promise<T>
  /** Runs work between transactions on the writing connection, for statements that refuse to be inside one. */
  alone<T>(work: (connection: Connection) => T): Promise<T>
  close(): Promise<void>
}

const kyselyOver = (connection: Connection, statements: StatementCache): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: { prepare: (sql: string) => statements.prepare(sql), close: () => connection.close() },
    }),
  })

/** Opens the register's file with both connections. Migrations have run by then. */
export const openDatabase = (path: string, key: DataKey): OpenDatabase => {
  const writer = openForWriting(path, key)
  const reader = openForReading(path, key)
  const writerStatements = new StatementCache(writer)
  const writing = kyselyOver(writer, writerStatements)
  const reading = kyselyOver(reader, new StatementCache(reader))
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }
  return {
    path,
    read: reading,
    write: (work) =>
      inTurn(async () => {
        // SQLite ends the transaction itself when the disk is full; the rollback that follows then fails too, and its
        // complaint would hide what really happened.
        let first: unknown
        try {
          return await writing.transaction().execute(async (db) => {
            try {
              return await work({ db, statements: writerStatements })
            } catch (cause) {
              first = cause
              throw cause
            }
          })
        } catch (cause) {
          throw explainSqliteError(first ?? cause)
        }
      }),
    alone: (work) => inTurn(async () => work(writer)),
    async close() {
      await turn
      await reading.destroy()
      foldLogIntoFile(writer)
      await writing.destroy()
    },
  }
}

