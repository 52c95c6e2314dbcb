import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { latestVersion, migrate } from '#core/db/migrate.ts'
import { MIGRATIONS } from '#core/db/migrations/index.ts'
import { type Connection, openForWriting } from '#core/db/sqlite/connection.ts'
import { integrityProblems, schemaVersion, setSchemaVersion } from '#core/db/sqlite/maintenance.ts'

const KEY = Buffer.alloc(32, 7)
let folder: string
let connection: Connection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-migrate-'))
  connection = openForWriting(join(folder, 'register.db'), KEY)
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const shape = (): unknown =>
  connection.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").all()

describe('migrations', () => {
  it('are numbered upwards with gaps and never twice', () => {
    const versions = MIGRATIONS.map((migration) => migration.version)
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
    expect(versions.every((version) => version % 10 === 0)).toBe(true)
  })

  it('bring a file from every earlier version to the newest, the same as a new one', () => {
    migrate(connection)
    const fresh = shape()
    for (let upTo = 1; upTo < MIGRATIONS.length; upTo += 1) {
      connection.close()
      rmSync(join(folder, 'register.db'))
      connection = openForWriting(join(folder, 'register.db'), KEY)
      migrate(connection, MIGRATIONS.slice(0, upTo))
      expect(schemaVersion(connection)).toBe(MIGRATIONS[upTo - 1]?.version)
      expect(migrate(connection)).toBe(MIGRATIONS.length - upTo)
      expect(shape()).toEqual(fresh)
    }
    expect(integrityProblems(connection)).toEqual([])
    expect(migrate(connection)).toBe(0)
  })

  it('give days taken off a clock the day on which that was done', () => {
    migrate(
      connection,
      MIGRATIONS.filter(({ version }) => version < 80),
    )
    connection.exec(`
      PRAGMA foreign_keys = OFF;
      INSERT INTO clock_adjustment (id, pathway_id, person_id, clock, days, reason_code, reason, version)
        VALUES ('known', 'p', 'p', 'told_28', 9, 'first_appointment_missed', 'Missed', 1),
               ('old', 'p', 'p', 'told_28', 9, 'first_appointment_missed', 'Missed', 1);
      INSERT INTO audit_entry (seq, at, user_id, user_name, method, verb, row_count, detail, previous_hash, hash)
        VALUES (7, '2026-08-10T09:00:00.000Z', 'u', 'Dr Rao', 'pathways.addAdjustment', 'edit', 1, '{}', '', '');
      INSERT INTO change (audit_seq, table_name, row_id, kind) VALUES (7, 'clock_adjustment', 'known', 'insert');
    `)
    migrate(connection)
    expect(connection.prepare('SELECT id, falls_on FROM clock_adjustment ORDER BY id').all()).toEqual([
      { id: 'known', falls_on: '2026-08-10' },
      { id: 'old', falls_on: null },
    ])
  })

  it('leave the file as it was when one of them fails', () => {
    migrate(connection)
    const before = shape()
    const bad = {
      version: latestVersion() + 10,
      name: 'bad',
      sql: 'CREATE TABLE half_made (id TEXT) STRICT; CREATE TABLE half_made (id TEXT) STRICT;',
    }
    expect(() => migrate(connection, [...MIGRATIONS, bad])).toThrow('half_made')
    expect(shape()).toEqual(before)
    expect(schemaVersion(connection)).toBe(latestVersion())
  })

  it('refuse a file from a newer version in a plain sentence', () => {
    migrate(connection)
    setSchemaVersion(connection, latestVersion() + 10)
    expect(() => migrate(connection)).toThrow('newer version of Throughline')
    expect(schemaVersion(connection)).toBe(latestVersion() + 10)
  })
})

describe('the schema itself', () => {
  beforeEach(() => {
    migrate(connection)
  })

  const insertPerson = (values: Record<string, unknown>): void => {
    const row = { id: 'p', surname: 'A', given_name: 'B', sex: '2', leave_out_of_sharing: 0, version: 1, ...values }
    const columns = Object.keys(row)
    connection
      .prepare(`INSERT INTO person (${columns.join(',')}) VALUES (${columns.map(() => '?').join(',')})`)
      .run(...Object.values(row))
  }

  it.each([
    ['an NHS number that is not ten digits', { nhs_number: '999000001' }],
    ['a birth date that is no date', { birth_date: '14/03/1958' }],
    ['a sex outside the list', { sex: 'F' }],
    ['a death date without its precision', { death_date: '2026-01-01' }],
  ])('refuses %s', (_what, values) => {
    expect(() => insertPerson(values)).toThrow('CHECK')
  })

  it('keeps a set of figures on a day or over a period, never both or neither', () => {
    const insertSet = (asAt: string | null, from: string | null, to: string | null): void => {
      connection
        .prepare(
          `INSERT INTO figure_set (id, number, kind, title, series, source, as_at, period_from, period_to, file_kind,
             columns, row_count, checks, content_hash, imported_at, user_name, version)
           VALUES ('s', 1, 'list-sizes', 'A', 'a', 'B', ?, ?, ?, 'text', '[]', 1, '{}', 'h', '2026-11-23', 'Dr Rao', 1)`,
        )
        .run(asAt, from, to)
    }
    expect(() => insertSet(null, null, null)).toThrow('CHECK')
    expect(() => insertSet('2026-10-31', '2026-10-01', '2026-10-31')).toThrow('CHECK')
    expect(() => insertSet(null, '2026-10-01', null)).toThrow('CHECK')
    expect(() => insertSet(null, '2026-11-01', '2026-10-31')).toThrow('CHECK')
    insertSet('2026-10-31', null, null)
    const insertRow = connection.prepare(
      "INSERT INTO figure_row (set_number, key, part, line, figures) VALUES (?, 'A99901', '', ?, '{}')",
    )
    insertRow.run(1, 2)
    expect(() => insertRow.run(1, 3)).toThrow('UNIQUE')
    expect(() => insertRow.run(2, 2)).toThrow('FOREIGN KEY')
  })

  it('refuses one NHS number for two people', () => {
    insertPerson({ nhs_number: '9990000018' })
    expect(() => insertPerson({ id: 'q', nhs_number: '9990000018' })).toThrow('UNIQUE')
  })
})
