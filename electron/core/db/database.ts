import { Kysely, SqliteDialect, type Transaction } from 'kysely'
import { AppError } from '#shared/contract/errors.ts'
import type { Tables } from './schema.ts'
import {
  type Connection,
  type DataKey,
  explainSqliteError,
  openForReading,
  openForWriting,
  StatementCache,
} from './sqlite/connection.ts'
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
  /**
   * Closes the file when the transaction that runs has ended. Whatever waits behind it, and every later call, is
   * refused with `locked`.
   */
  close(): Promise<void>
}

export const lockedNow = (): AppError =>
  new AppError('locked', 'The register was locked meanwhile, so nothing was saved. Unlock it and try again.')

/** `isClosed`: a query that comes after the close is told so, instead of reaching a connection that is gone. */
const kyselyOver = (statements: StatementCache, isClosed: () => boolean): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        prepare: (sql: string) => {
          if (isClosed()) throw lockedNow()
          return statements.prepare(sql)
        },
        close: () => undefined,
      },
    }),
  })

const openBoth = (path: string, key: DataKey): { writer: Connection; reader: Connection } => {
  const writer = openForWriting(path, key)
  try {
    return { writer, reader: openForReading(path, key) }
  } catch (cause) {
    writer.close()
    throw explainSqliteError(cause)
  }
}

/** The log is folded in again at the next opening, so a disk that refuses now loses nothing and must not keep the file open. */
const closeBoth = ({ writer, reader }: { writer: Connection; reader: Connection }): void => {
  reader.close()
  try {
    foldLogIntoFile(writer)
  } catch {
    // As above: what is committed is safe in the log.
  }
  writer.close()
}

/** Opens the register's file with both connections. Migrations have run by then. */
export const openDatabase = (path: string, key: DataKey): OpenDatabase => {
  const connections = openBoth(path, key)
  const { writer, reader } = connections
  const writerStatements = new StatementCache(writer)
  let closing: Promise<void> | null = null
  let closed = false
  const writing = kyselyOver(writerStatements, () => closed)
  const reading = kyselyOver(new StatementCache(reader), () => closed)
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(() => {
      if (closing !== null) throw lockedNow()
      return work()
    })
    turn = result.catch(() => undefined)
    return result
  }
  const closeAfter = async (running: Promise<unknown>): Promise<void> => {
    await running
    closed = true
    closeBoth(connections)
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
    close() {
      closing ??= closeAfter(turn)
      return closing
    },
  }
}
