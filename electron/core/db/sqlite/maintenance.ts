import { closeSync, openSync, rmSync } from 'node:fs'
import { type Connection, explainSqliteError } from './connection.ts'

/** The number of the last migration this file has seen; 0 for a new file. */
export const schemaVersion = (connection: Connection): number =>
  connection.pragma('user_version', { simple: true }) as number

/** Records the number of the last migration. Takes part in an open transaction. */
export const setSchemaVersion = (connection: Connection, version: number): void => {
  connection.pragma(`user_version = ${version}`)
}

/** A sentence per problem found in the file; empty when it is whole. */
export const integrityProblems = (connection: Connection): string[] => {
  const rows = connection.pragma('integrity_check') as { integrity_check: string }[]
  const found = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  return (connection.pragma('foreign_key_check') as unknown[]).length > 0
    ? [...found, 'foreign keys do not hold']
    : found
}

/** Writes a compact copy, encrypted with the same key, for its owner's eyes only. The target must not exist yet. */
export const copyInto = (connection: Connection, target: string): void => {
  // SQLite would make the file as open as the computer lets it; an empty one that is there it fills as it is.
  closeSync(openSync(target, 'wx', 0o600))
  try {
    connection.prepare('VACUUM INTO ?').run(target)
  } catch (cause) {
    rmSync(target, { force: true })
    throw explainSqliteError(cause)
  }
}

/** Moves everything from the write-ahead log into the main file, so that the file alone is whole. */
export const foldLogIntoFile = (connection: Connection): void => {
  connection.pragma('wal_checkpoint(TRUNCATE)')
}

/** Pages, of 4 KB each: about 80 MB of log, so that a page that changes often is moved once and not every time. */
const PAGES_BEFORE_FOLDING_A_FILL = 20_000
const PAGES_BEFORE_FOLDING = 1000

/**
 * For filling a new file with made-up people: commits do not wait for the disk, and the log grows longer. A power cut
 * can then lose or spoil the file, which nobody would miss. Never for a register with real people in it.
 */
export const stopWaitingForDisk = (connection: Connection): void => {
  connection.pragma('synchronous = OFF')
  connection.pragma(`wal_autocheckpoint = ${PAGES_BEFORE_FOLDING_A_FILL}`)
}

/** As every register is used: a commit is on the disk when it returns. What was filled in until now is, too. */
export const waitForDisk = (connection: Connection): void => {
  connection.pragma('synchronous = FULL')
  connection.pragma(`wal_autocheckpoint = ${PAGES_BEFORE_FOLDING}`)
  foldLogIntoFile(connection)
}
