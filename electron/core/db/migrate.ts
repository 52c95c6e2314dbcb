import { AppError } from '#shared/contract/errors.ts'
import { type Migration, MIGRATIONS } from './migrations/index.ts'
import { type Connection, explainSqliteError } from './sqlite/connection.ts'
import { schemaVersion, setSchemaVersion } from './sqlite/maintenance.ts'

/** The newest schema this build knows. */
export const latestVersion = (migrations: readonly Migration[] = MIGRATIONS): number => migrations.at(-1)?.version ?? 0

/** Which migrations a file still lacks, oldest first. */
export const pendingMigrations = (connection: Connection, migrations: readonly Migration[] = MIGRATIONS): Migration[] =>
  migrations.filter((migration) => migration.version > schemaVersion(connection))

/** @throws AppError `io` when the file was last opened by a newer Throughline. */
export const refuseTheFuture = (connection: Connection, migrations: readonly Migration[] = MIGRATIONS): void => {
  if (schemaVersion(connection) > latestVersion(migrations)) {
    throw new AppError(
      'io',
      'This register was last opened by a newer version of Throughline. Install that version, or restore a backup made with this one. Nothing was changed.',
    )
  }
}

/**
 * Brings a file up to date in one transaction: either every pending migration is in it afterwards, or none.
 * SQLite rolls back schema changes and `user_version` together, which Kysely's own migrator does not rely on.
 */
export const migrate = (connection: Connection, migrations: readonly Migration[] = MIGRATIONS): number => {
  refuseTheFuture(connection, migrations)
  const pending = pendingMigrations(connection, migrations)
  try {
    connection.transaction(() => {
      for (const migration of pending) {
        connection.exec(migration.sql)
        setSchemaVersion(connection, migration.version)
      }
    })()
  } catch (cause) {
    throw explainSqliteError(cause)
  }
  return pending.length
}
