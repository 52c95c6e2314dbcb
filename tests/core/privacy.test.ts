import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileLog, redact } from '#core/log.ts'
import { COLUMN_CLASSES } from '#shared/privacy/columns.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-log-'))
  test = await createTestCore({ log: fileLog(join(folder, 'log')) })
})
afterEach(async () => {
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('columns', () => {
  it('are all classified, and nothing is classified that is not there', async () => {
    const live = await test.core.vault.openRegister().database.alone((connection) => {
      const tables = connection
        .prepare("SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'")
        .all() as { name: string }[]
      return tables.flatMap(({ name }) =>
        (connection.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => `${name}.${column.name}`),
      )
    })
    const classified = Object.entries(COLUMN_CLASSES).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    )
    expect(classified.toSorted()).toEqual(live.toSorted())
  })
})

describe('the log', () => {
  it('says what failed without saying of whom', async () => {
    const { client } = test
    await client.register.addPerson({
      person: aPerson({ surname: 'Quillbottom', nhsNumber: '9990000107' }),
      episode: anEpisode(),
    })
    await expect(
      client.register.addPerson({
        person: aPerson({ surname: 'Quillbottom', nhsNumber: '9990000107' }),
        episode: null,
      }),
    ).rejects.toMatchObject({ code: 'conflict' })
    await expect(client.register.find({ text: 'x'.repeat(200) })).rejects.toMatchObject({ code: 'validation' })
    const written = readFileSync(join(folder, 'log'), 'utf8')
    const lines = written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map((line) => [line['method'], line['code']])).toEqual([
      ['register.addPerson', 'conflict'],
      ['register.find', 'validation'],
    ])
    expect(written).not.toMatch(/Quillbottom|999 ?000/i)
  })

  it('takes numbers and quoted text out of a foreign error', () => {
    expect(redact('bad row "Quillbottom" 999 000 0107 and 9990000107')).toBe('bad row [text] [number] and [number]')
    const frames = '\n    at read (file:///app/core.js:1:2)\n    at file:///app/core.js:3:4'
    const foreign = (source: string) => `SyntaxError: Unexpected token 'x', "${source}" is not valid JSON${frames}`
    for (const source of ["O'Quillbottom, Ada", '{"surname":"Quillbottom","given":', 'one\n  at "Quillbottom'])
      expect(redact(foreign(source))).toBe(`SyntaxError: Unexpected token [text] is not valid JSON${frames}`)
  })
})
