import { openForReading, type Connection, type DataKey, type Statement } from './connection.ts'

/** What reads whole tables needs of a connection. */
export interface Statements {
  prepare(sql: string): Pick<Statement, 'all' | 'get' | 'run'>
}

export interface TableColumn {
  readonly name: string
  /** As the migration declares it: TEXT, INTEGER and so on. */
  readonly type: string
  readonly mayBeNull: boolean
  /** The table and column that it names a row of. */
  readonly references: string | null
  /** The codes that the database lets in; none where it does not check. */
  readonly codes: readonly string[]
}

const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Every table of the file by name, those of the full-text index left out, which belong to one that is listed. */
export const tableNames = (statements: Statements): string[] =>
  statements
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all()
    .map(({ name }) => name as string)

/** The codes that a table's own checks name for a column. */
const codesOf = (sql: string, column: string): string[] => {
  const lists = [...sql.matchAll(new RegExp(`\\b${column} IN \\(([^)]*)\\)`, 'g'))]
  return [...new Set(lists.flatMap(([, list = '']) => [...list.matchAll(/'([^']*)'/g)].map(([, code = '']) => code)))]
}

/** The columns of a table in the order in which it has them. */
export const columnsOfTable = (statements: Statements, table: string): TableColumn[] => {
  const named = new Map(
    statements
      .prepare('SELECT * FROM pragma_foreign_key_list(?)')
      .all(table)
      .map((key) => [key['from'], `${String(key['table'])}.${String(key['to'])}`] as const),
  )
  const sql = statements.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(table)?.['sql']
  return statements
    .prepare('SELECT * FROM pragma_table_info(?) ORDER BY cid')
    .all(table)
    .map((column) => ({
      name: column['name'] as string,
      type: column['type'] as string,
      mayBeNull: column['notnull'] === 0 && column['pk'] === 0,
      references: named.get(column['name'] as string) ?? null,
      codes: codesOf(typeof sql === 'string' ? sql : '', column['name'] as string),
    }))
}

type Row = Readonly<Record<string, string | number | bigint | null>>

const ROWS_A_SLICE = 2000

/**
 * The rows of a table by id, a slice at a time, so that a large table is never in memory whole. Whole numbers come as
 * bigint.
 */
export function* rowsById(
  statements: Statements,
  table: string,
  columns: readonly string[],
): Generator<Row[], void, void> {
  const names = columns.map(quotedName).join(', ')
  const next = statements.prepare(
    `SELECT ${names} FROM ${quotedName(table)} WHERE id > ? ORDER BY id LIMIT ${ROWS_A_SLICE}`,
  ) as Statement
  next.safeIntegers(true)
  let last = ''
  for (;;) {
    const rows = next.all(last) as Row[]
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)?.['id'] as string
  }
}

/** How many rows a table has. */
export const countRows = (statements: Statements, table: string): number =>
  Number(statements.prepare(`SELECT count(*) AS count FROM ${quotedName(table)}`).get()?.['count'])

/** Lets rows name others that come later in this transaction; what still names nothing at its end is refused. */
export const letReferencesWait = (statements: Statements): void => {
  statements.prepare('PRAGMA defer_foreign_keys = ON').run()
}

/** A row that names another which is not there; null when every reference holds. */
export const brokenReference = (statements: Statements): { table: string; id: string } | null => {
  const broken = statements.prepare('SELECT "table" AS name, rowid AS number FROM pragma_foreign_key_check').get()
  if (broken === undefined) return null
  const table = broken['name'] as string
  const row = statements.prepare(`SELECT id FROM ${quotedName(table)} WHERE rowid = ?`).get(broken['number'])
  return { table, id: String(row?.['id']) }
}

/** Runs work that leaves nothing behind when it fails, without ending the transaction around it. */
export const wholeOrNot = async (statements: Statements, work: () => Promise<void>): Promise<void> => {
  statements.prepare('SAVEPOINT slice').run()
  try {
    await work()
  } catch (cause) {
    statements.prepare('ROLLBACK TO slice').run()
    throw cause
  } finally {
    statements.prepare('RELEASE slice').run()
  }
}

/** Why the database refused a row; null for any other failure. */
export const refusalOf = (cause: unknown): { kind: 'twice' | 'unfit'; column: string | null } | null => {
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code !== 'string' || !code.startsWith('SQLITE_CONSTRAINT')) return null
  const isTwice = code.endsWith('UNIQUE') || code.endsWith('PRIMARYKEY')
  const column = isTwice ? /: \w+\.(\w+)/.exec(String(message))?.[1] : undefined
  return { kind: isTwice ? 'twice' : 'unfit', column: column ?? null }
}

/** The register as it is at this moment, whatever is written to it meanwhile. Close it when all is read. */
export const openAsItIs = (path: string, key: DataKey): Connection => {
  const connection = openForReading(path, key)
  connection.exec('BEGIN')
  // The moment is that of the first read, not of BEGIN.
  connection.prepare('SELECT count(*) FROM sqlite_schema').get()
  return connection
}
