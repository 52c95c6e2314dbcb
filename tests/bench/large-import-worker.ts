import { createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'csv-parse'
import type { Core } from '#core/core.ts'
import { createCore } from '#core/core.ts'
import { migrate } from '#core/db/migrate.ts'
import { openForReading, openForWriting } from '#core/db/sqlite/connection.ts'
import { systemIds } from '#core/ids.ts'
import { finish, inProcessClient } from '#core/in-process.ts'
import { silentLog } from '#core/log.ts'
import { HEAP_FLAGS } from '#shared/contract/shell-core-heap.ts'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'
import { QUICK_KDF } from './bench-register.ts'
import { timed } from './measure.ts'

/** What a process of its own is asked to measure, so that nothing done before is in its memory. */
export interface LargeImportTask {
  readonly what: 'preview' | 'memory' | 'commit' | 'read'
  readonly folder: string
  readonly file: string
}

const collect = (): void => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  gc()
}

const opened = async (folder: string): Promise<Core> => {
  const core = createCore({ dataFolder: folder, appVersion: 'bench', log: silentLog, kdfCost: QUICK_KDF })
  const client = inProcessClient(core)
  const { users } = await client.access.state({})
  const [user] = users
  if (user === undefined) throw new Error('nobody may open the register')
  await client.access.unlock({ userId: user.id, passphrase: DEMO_PASSPHRASE })
  return core
}

const readFile = async (core: Core, file: string) => {
  core.env.files.grant('file', file, 'read')
  return finish(inProcessClient(core).imports.read({ fileHandle: 'file', reading: {} }))
}

/** Read, match and preview, as the screen does it. */
const check = async (core: Core, file: string): Promise<string> => {
  const draft = await readFile(core, file)
  const columns = draft.columns.map(({ index, field }) => ({ index, field, dates: null }))
  await finish(inProcessClient(core).imports.preview({ draftId: draft.draftId, columns }))
  return draft.draftId
}

/** As a stream, because a list that is longer than memory has to be read so too. */
const bareParse = (file: string) => async (): Promise<void> => {
  let cells = 0
  for await (const row of createReadStream(file).pipe(parse())) cells += (row as string[]).length
  if (cells === 0) throw new Error('the file is empty')
}

/** Milliseconds of three checks, each beside a bare parse. */
const preview = async (core: Core, file: string): Promise<number[]> => {
  const figures: number[] = []
  for (let round = 0; round < 4; round += 1) {
    let draftId = ''
    const ours = await timed(async () => {
      draftId = await check(core, file)
    })
    await inProcessClient(core).imports.discard({ draftId })
    collect()
    const bare = await timed(bareParse(file))
    collect()
    if (round > 0) figures.push(ours, bare)
  }
  return figures
}

/** Megabytes before, and at the most during, a check. */
const memory = async (core: Core, file: string): Promise<number[]> => {
  collect()
  const idle = process.memoryUsage().rss / 1e6
  await check(core, file)
  return [idle, process.resourceUsage().maxRSS / 1e3]
}

/** Everything that one register has and another has not, table by table, as plain values. */
const storedSince = (before: ReadonlyMap<string, number>, core: Core) => {
  const { database, key } = core.vault.openRegister()
  const connection = openForReading(database.path, key)
  try {
    return tablesOf(connection).flatMap(({ name, columns }) => {
      const rows = connection
        .prepare(`SELECT ${columns.map((column) => `"${column}"`).join()} FROM "${name}" LIMIT -1 OFFSET ?`)
        .raw()
        .all(before.get(name) ?? 0) as unknown[][]
      return rows.length === 0 ? [] : [{ name, columns, rows }]
    })
  } finally {
    connection.close()
  }
}

const tablesOf = (connection: ReturnType<typeof openForReading>): { name: string; columns: string[] }[] =>
  (connection.pragma('table_list') as { name: string; type: string; schema: string }[])
    .filter(({ name, type, schema }) => type === 'table' && schema === 'main' && !name.startsWith('sqlite_'))
    .map(({ name }) => ({
      name,
      columns: (connection.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => column.name),
    }))

const rowCounts = (core: Core): Map<string, number> => {
  const { database, key } = core.vault.openRegister()
  const connection = openForReading(database.path, key)
  try {
    return new Map(
      tablesOf(connection).map(({ name }) => [
        name,
        connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number,
      ]),
    )
  } finally {
    connection.close()
  }
}

/** Milliseconds of a commit, and of bare inserts of the same rows into the same tables with the same indexes. */
const commit = async (core: Core, file: string, folder: string): Promise<number[]> => {
  const draftId = await check(core, file)
  const before = rowCounts(core)
  const ours = await timed(() => finish(inProcessClient(core).imports.commit({ draftId, name: 'bench' })))
  const stored = storedSince(before, core)
  collect()
  const path = join(folder, 'bare.db')
  const connection = openForWriting(path, systemIds.bytes(32))
  try {
    migrate(connection)
    connection.pragma('foreign_keys = OFF')
    const bare = await timed(() =>
      connection.transaction(() => {
        for (const { name, columns, rows } of stored) {
          const insert = connection.prepare(
            `INSERT OR REPLACE INTO "${name}" (${columns.map((column) => `"${column}"`).join()}) VALUES (${columns.map(() => '?').join()})`,
          )
          for (const row of rows) insert.run(row)
        }
        connection.exec(`INSERT INTO person_search (rowid, search_text) SELECT number, search_text FROM person_summary`)
      })(),
    )
    return [ours, bare, ...stored.map(({ rows }) => rows.length)]
  } finally {
    connection.close()
    rmSync(path, { force: true })
  }
}

const measure = async ({ what, folder, file }: LargeImportTask): Promise<number[]> => {
  setFlagsFromString(HEAP_FLAGS.growth)
  const core = await opened(folder)
  try {
    if (what === 'preview') return await preview(core, file)
    if (what === 'memory') return await memory(core, file)
    if (what === 'commit') return await commit(core, file, folder)
    return [await timed(() => readFile(core, file))]
  } finally {
    await core.close()
  }
}

process.on('message', (task: LargeImportTask) => {
  void measure(task).then(
    (figures) => process.send?.(figures),
    (cause: unknown) => {
      process.stderr.write(`${String(cause instanceof Error ? cause.stack : cause)}\n`)
      process.exit(1)
    },
  )
})
