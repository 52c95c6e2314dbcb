import { join } from 'node:path'
import type { Connection } from '#core/db/sqlite/connection.ts'
import { bundleLayout, type TableLayout } from '#core/features/bundle/layout.ts'
import { countRows } from '#core/db/sqlite/whole-tables.ts'
import { fillDemo } from '#core/features/demo/public.ts'
import { finish } from '#core/in-process.ts'
import { projectPeople } from '#core/projections/person-summary.ts'
import type { BundleFormat, CheckedBundle, Fingerprint, WrittenBundle } from '#shared/features/bundle/schema.ts'
import { aPractice, createTestCore, TEST_PASSPHRASE, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'

/** Texts that files like to lose or spoil. */
export const ODD_TEXTS = [
  '',
  "'",
  "''quoted",
  '=HYPERLINK("http://x.invalid","y")',
  '+44 1632 960140',
  '-1',
  '@SUM(A1)',
  '\tTab first',
  '\r\nTwo\r\nlines\n\nand a third\r',
  ' blank at both ends ',
  '007',
  '1e5',
  '2026-01-01',
  'true',
  'null',
  'NULL',
  '\\N',
  '\\"not json"',
  '\\7',
  '👩🏽‍⚕️ naïve ﬁ Ωmega 𝒳',
  '_x000D_ and _x0041_',
  'bell \u0007 and nul-like \u0001',
  'line\u2028separator',
  '\uFEFFmark first',
  '＝fullwidth',
  'comma, "quote", semicolon;',
  '<b>&amp;</b>]]>',
  'long '.repeat(20_000),
  `${'é\u0002"'.repeat(15_000)}end`,
] as const

const uuid = (number: number): string => `0190ffff-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** A row for every table that made-up people leave empty, with odd texts wherever text may stand. */
const fillEmptyTables = (connection: Connection, layouts: readonly TableLayout[]): void => {
  const first = (sql: string): string => (connection.prepare(sql).get() as { id: string }).id
  const known: Record<string, string> = {
    'person.id': first('SELECT id FROM person ORDER BY id LIMIT 1'),
    'pathway.id': first('SELECT id FROM pathway ORDER BY id LIMIT 1'),
    'journey_event.id': first('SELECT id FROM journey_event ORDER BY id LIMIT 1'),
    'user_account.id': first('SELECT id FROM user_account LIMIT 1'),
    'plan.id': first('SELECT id FROM plan LIMIT 1'),
    'toolkit_document.id': first('SELECT id FROM toolkit_document LIMIT 1'),
  }
  let made = 0
  for (const { table, columns, leftOut } of layouts) {
    if (countRows(connection, table) > 0) continue
    made += 1
    const row: Record<string, unknown> = { ...leftOut }
    for (const { name, form, type, references, codes } of columns) {
      if (references !== null) row[name] = known[references] ?? null
      else if (codes !== null) row[name] = codes[0]
      else if (form === 'id' || form === 'reference') row[name] = uuid(made)
      else if (form === 'date') row[name] = '2026-02-28'
      else if (form === 'moment') row[name] = '2026-02-28T23:59:59.999Z'
      else if (form === 'json') row[name] = '{"a": "=1\\u0000"}'
      else if (type === 'INTEGER') row[name] = 1
      else if (type === 'REAL') row[name] = 0.1 + 0.2
      else row[name] = ODD_TEXTS[made % ODD_TEXTS.length]
    }
    if (table === 'not_same_person')
      row['other_person_id'] = first('SELECT id FROM person ORDER BY id LIMIT 1 OFFSET 1')
    if (table === 'measure_mark') Object.assign(row, { kind: 'target', month: '2026-02' })
    if (table === 'toolkit_document') Object.assign(row, { audience: 'person', private_to: null })
    if (table === 'import_batch') row['undone_at'] = null
    if (table === 'hospital_query') row['closed_on'] = null
    if (table === 'plan_review') Object.assign(row, { quarter: '2026-01', state: 'open', closed_on: null, paper: null })
    if (table === 'task') Object.assign(row, { repeats: 'never', repeats_from: null, state: 'open', finished_on: null })
    known[`${table}.id`] = String(row['id'])
    const names = Object.keys(row)
    connection
      .prepare(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      .run(...names.map((name) => row[name]))
  }
}

/** Every odd text as the note of an event, a partial date, and versions beyond the first. */
const makeOdd = (connection: Connection): void => {
  const events = connection.prepare('SELECT id FROM journey_event ORDER BY id').all() as { id: string }[]
  for (const [at, note] of ODD_TEXTS.entries())
    connection.prepare('UPDATE journey_event SET note = ?, version = ? WHERE id = ?').run(note, at + 1, events[at]?.id)
  connection.exec(
    "UPDATE person SET local_id = '000' || substr(id, -6), contact_note = '' WHERE id IN (SELECT id FROM person LIMIT 3)",
  )
  connection.exec(
    "UPDATE cancer_episode SET diagnosis_date = '2024-03-01', diagnosis_date_precision = 'month' WHERE id IN (SELECT id FROM cancer_episode LIMIT 2)",
  )
}

const PEOPLE = 40

/** A practice with people, and something odd in every table. */
export const createFullRegister = async (): Promise<TestCore> => {
  const test = await createTestCore()
  await fillDemo(test.core.env, test.session(), { patients: PEOPLE, seed: 7 })
  await test.client.settings.save({ lockAfterMinutes: 5, hideFromScreenSharing: false })
  await test.session().database.alone((connection) => {
    fillEmptyTables(connection, bundleLayout(connection))
    makeOdd(connection)
  })
  await test.session().database.write(async (handle) => {
    const people = await handle.db.selectFrom('person').select('id').execute()
    await projectPeople(
      handle,
      people.map(({ id }) => id),
      TEST_TODAY,
    )
  })
  return test
}

/** A new practice with nothing in it, set up by somebody whose number no other register has. */
export const createEmptyRegister = async (): Promise<TestCore> => {
  const test = await createTestCore({ setUp: false })
  // The ids of tests are counted: without these the numbers would be those of the other register.
  for (let spent = 0; spent < 50; spent += 1) test.core.env.ids.next()
  const draft = await test.client.access.newRecoveryKey({})
  await test.client.access.setUp({
    practice: aPractice({ name: 'Newcome Surgery', odsCode: 'A99902', listSize: 1 }),
    user: { name: 'Beth Newcomer', jobTitle: 'Manager', role: 'lead' },
    passphrase: TEST_PASSPHRASE,
    recoveryDraftId: draft.draftId,
  })
  return { ...test, userId: test.core.vault.state().user?.id ?? '' }
}

/** Writes the register of a core to a file in its folder. */
export const write = async (
  { client, core, dataFolder }: TestCore,
  format: BundleFormat,
  name = `bundle.${format}`,
): Promise<{ path: string; written: WrittenBundle }> => {
  const path = join(dataFolder, name)
  core.env.files.grant(`to-${name}`, path, 'write')
  const written = await finish(
    client.bundle.write({ fileHandle: `to-${name}`, format, reason: 'Moving to a new computer' }),
  )
  return { path, written }
}

/** Looks through a file as the register of a core would take it. */
export const check = ({ client, core }: TestCore, path: string): Promise<CheckedBundle> => {
  core.env.files.grant(path, path, 'read')
  return finish(client.bundle.check({ fileHandle: path }))
}

/** Checks a file and brings it in, as its first cancer lead. */
export const bringIn = async (test: TestCore, path: string, passphrase = TEST_PASSPHRASE): Promise<Fingerprint> => {
  const { contentHash, leads } = await check(test, path)
  return finish(test.client.bundle.bringIn({ fileHandle: path, contentHash, leadId: leads[0]?.id ?? '', passphrase }))
}

/** Every row of every table of a core's register, apart from the trail, what is worked out and what stays behind. */
export const everyRow = ({ session }: TestCore): Promise<unknown> =>
  session().database.alone((connection) =>
    Object.fromEntries(
      bundleLayout(connection).map(({ table, columns }) => [
        table,
        connection
          .prepare(`SELECT ${columns.map(({ name }) => `"${name}"`).join(', ')} FROM "${table}" ORDER BY id`)
          .all(),
      ]),
    ),
  )
