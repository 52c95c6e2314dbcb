import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bundleDocument } from '#core/features/bundle/bundle-document.ts'
import { bundleLayout, catalogueProblems } from '#core/features/bundle/layout.ts'
import { BUNDLED_TABLES, COLUMNS_LEFT_OUT, TABLES_LEFT_OUT } from '#shared/features/bundle/catalogue.ts'
import { COLUMN_CLASSES } from '#shared/privacy/columns.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

it('holds every table and column of the register, or says why not', async () => {
  const problems = await test.session().database.alone(catalogueProblems)
  expect(problems).toEqual([])
})

it('has a class for everything that it holds', () => {
  const held = BUNDLED_TABLES.flatMap(({ table, columns }) => Object.keys(columns).map((name) => `${table}.${name}`))
  const classified = Object.entries(COLUMN_CLASSES).flatMap(([table, columns]) =>
    table in TABLES_LEFT_OUT ? [] : Object.keys(columns).map((column) => `${table}.${column}`),
  )
  expect([...held, ...Object.keys(COLUMNS_LEFT_OUT)].toSorted()).toEqual(classified.toSorted())
})

it('writes nothing while a table or a column is missing from it, and says what to do', async () => {
  await test.session().database.alone((connection) => {
    connection.exec(
      'CREATE TABLE new_work (id TEXT PRIMARY KEY, picture BLOB) STRICT; ALTER TABLE task ADD COLUMN colour TEXT',
    )
    expect(catalogueProblems(connection)).toEqual([
      expect.stringMatching(/^The table new_work is not in the bundle\. See shared\/features\/bundle\/catalogue\.ts/),
      expect.stringMatching(/^The column task\.colour is not in the bundle\./),
    ])
    expect(() => bundleLayout(connection)).toThrow('new_work')
  })
})

it('says of a column that went that it is described for nothing', async () => {
  await test.session().database.alone((connection) => {
    connection.exec('ALTER TABLE task DROP COLUMN dropped_reason')
    expect(catalogueProblems(connection)).toEqual([expect.stringContaining('task.dropped_reason, which is not there')])
  })
})

it('gives a reason for everything that stays out', () => {
  const reasons = [...Object.values(TABLES_LEFT_OUT), ...Object.values(COLUMNS_LEFT_OUT).map(({ reason }) => reason)]
  expect(reasons.every((reason) => reason.length > 20)).toBe(true)
})

it('is described column by column in docs/bundle-format.md', async () => {
  const tables = await test.session().database.alone((connection) => bundleDocument(bundleLayout(connection)))
  const path = fileURLToPath(new URL('../../../docs/bundle-format.md', import.meta.url))
  const inStep = readFileSync(path, 'utf8').replace(
    /(<!-- tables -->\n)[\s\S]*(<!-- end of tables -->)/,
    (_all, start: string, end: string) => `${start}${tables}${end}`,
  )
  expect(inStep).toContain('### person\n')
  // Run this test with -u to write the page anew.
  await expect(inStep).toMatchFileSnapshot(path)
})
