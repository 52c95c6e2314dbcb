import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RowInserter, type RowValues } from '#core/db/insert-rows.ts'
import { type Connection, openForWriting, StatementCache } from '#core/db/sqlite/connection.ts'

let folder: string
let connection: Connection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-rows-'))
  connection = openForWriting(join(folder, 'rows.db'), Buffer.alloc(32, 7))
  connection.exec('CREATE TABLE "row" (at INTEGER PRIMARY KEY, a TEXT, b TEXT, version INTEGER) STRICT')
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const stored = (): unknown[] => connection.prepare('SELECT a, b, version FROM "row" ORDER BY at').all()

const aRow = fc.oneof(
  fc.record({ a: fc.string(), b: fc.string() }),
  fc.record({ b: fc.string(), a: fc.string() }),
  fc.record({ a: fc.string() }),
  fc.record({ a: fc.constant(null), b: fc.string() }),
)

describe('rows stored by the handful', () => {
  it('are there in order, each value in its column, whatever their number and shape', () => {
    const inserter = new RowInserter(new StatementCache(connection), { version: 1 })
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 90 }), fc.nat(90), (rows, cut) => {
        const found = connection.transaction(() => {
          connection.exec('DELETE FROM "row"')
          inserter.insert('row', rows.slice(0, cut))
          inserter.insert('row', rows.slice(cut))
          return stored()
        })()
        expect(found).toEqual(rows.map((row) => Object.assign({ a: null, b: null, version: 1 }, row)))
      }),
      { numRuns: 60 },
    )
  })

  it('are refused when one of them is', () => {
    const rows: RowValues[] = Array.from({ length: 40 }, (_, at) => ({ at }))
    const inserter = new RowInserter(new StatementCache(connection))
    const all = connection.transaction(() => inserter.insert('row', [...rows, { at: 3 }]))
    expect(all).toThrow('UNIQUE')
    expect(stored()).toEqual([])
  })

  it('are refused when the table has no such column', () => {
    expect(() => new RowInserter(new StatementCache(connection)).insert('row', [{ a: 'x', colour: 'y' }])).toThrow(
      'colour',
    )
  })
})
