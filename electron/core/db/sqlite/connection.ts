import Database from 'better-sqlite3'
import { AppError } from '#shared/contract/errors.ts'

export type Connection = Database.Database
export type Statement = Database.Statement<unknown[], Record<string, unknown>>

/** A 256-bit key as 64 hexadecimal digits: SQLCipher then uses it as it is, without deriving anything from it. */
export type DataKey = Buffer

const applyKey = (connection: Connection, key: DataKey): void => {
  connection.pragma("cipher = 'sqlcipher'")
  connection.pragma('legacy = 4')
  connection.pragma(`key = "x'${key.toString('hex')}'"`)
}

/**
 * Opens the encrypted file for writing.
 * @throws AppError `io` when the key does not fit or the file is damaged; the two cannot be told apart.
 */
export const openForWriting = (path: string, key: DataKey): Connection => {
  const connection = new Database(path)
  try {
    applyKey(connection, key)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('temp_store = MEMORY')
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cell_size_check = ON')
    connection.pragma('cache_size = -32000')
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
    return connection
  } catch (cause) {
    connection.close()
    throw explainSqliteError(cause)
  }
}

/** Opens a second connection that can only read. The file must be open for writing already. */
export const openForReading = (path: string, key: DataKey): Connection => {
  const connection = new Database(path, { readonly: true })
  applyKey(connection, key)
  connection.pragma('query_only = ON')
  connection.pragma('temp_store = MEMORY')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cache_size = -32000')
  return connection
}

/**
 * Opens a third connection that may lay a copy beside the file and cannot write to the file itself. The file must be
 * open for writing already.
 */
export const openForCopying = (path: string, key: DataKey): Connection => {
  const connection = new Database(path, { readonly: true })
  applyKey(connection, key)
  connection.pragma('temp_store = MEMORY')
  connection.pragma('trusted_schema = OFF')
  return connection
}

const SENTENCES: Record<string, string> = {
  SQLITE_FULL: 'The disk is full, so nothing was saved. Free some space and try again.',
  SQLITE_READONLY:
    'The register’s folder cannot be written to, so nothing was saved. Check its permissions and try again.',
  SQLITE_IOERR: 'The disk could not be read or written, so nothing was saved. Check the drive and try again.',
  SQLITE_CANTOPEN: 'The register file could not be opened. Check that its folder is there and can be read.',
  SQLITE_CORRUPT:
    'The register file is damaged. Nothing was changed. Restore the latest backup from the unlock screen.',
  SQLITE_NOTADB:
    'The register file is damaged or belongs to another key. Nothing was changed. Restore the latest backup from the unlock screen.',
  SQLITE_BUSY: 'Another program is using the register file. Close it and try again.',
}

/** Turns a database failure that a person can act on into a plain sentence; anything else is passed on as it is. */
export const explainSqliteError = (cause: unknown): unknown => {
  const code = (cause as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return cause
  const sentence = Object.entries(SENTENCES).find(([prefix]) => code.startsWith(prefix))?.[1]
  return sentence === undefined ? cause : new AppError('io', sentence)
}

/** Prepares each different statement once a connection; most calls repeat a few. */
export class StatementCache {
  private readonly statements = new Map<string, Statement>()
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  prepare(sql: string): Statement {
    const known = this.statements.get(sql)
    if (known !== undefined) return known
    const statement = this.connection.prepare(sql) as Statement
    if (this.statements.size >= 300) this.statements.clear()
    this.statements.set(sql, statement)
    return statement
  }
}
