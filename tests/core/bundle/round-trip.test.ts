import { statSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { countRows } from '#core/db/sqlite/whole-tables.ts'
import { bundleLayout } from '#core/features/bundle/layout.ts'
import { finish } from '#core/in-process.ts'
import { TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'
import { filesOf } from './changed-bundle.ts'
import { bringIn, check, createEmptyRegister, createFullRegister, everyRow, write } from './full-register.ts'

let old: TestCore
let next: TestCore | undefined
beforeAll(async () => {
  old = await createFullRegister()
}, 60_000)
afterAll(() => old.close())
afterEach(async () => {
  await next?.close()
  next = undefined
})

const newRegister = async (): Promise<TestCore> => (next = await createEmptyRegister())

describe('a bundle', () => {
  it('is tried with something in every table', async () => {
    const empty = await old.session().database.alone((connection) =>
      bundleLayout(connection)
        .map(({ table }) => table)
        .filter((table) => countRows(connection, table) === 0),
    )
    expect(empty).toEqual([])
  })

  it('makes an identical register, and from that the same files to the last byte', async () => {
    const first = await write(old, 'zip')
    expect(statSync(first.path).mode & 0o777).toBe(0o600)
    const made = await newRegister()
    const came = await bringIn(made, first.path)
    expect(came.contentHash).toBe(first.written.contentHash)
    expect(await everyRow(made)).toEqual(await everyRow(old))
    const again = await write(made, 'zip')
    const before = filesOf(first.path)
    const after = filesOf(again.path)
    expect([...after.keys()]).toEqual([...before.keys()])
    expect([...before].flatMap(([name, text]) => (after.get(name) === text ? [] : [name]))).toEqual([])
    expect(again.written).toEqual(first.written)
  }, 60_000)

  it('comes back the same through a workbook', async () => {
    const first = await write(old, 'xlsx')
    const made = await newRegister()
    await bringIn(made, first.path)
    expect(await everyRow(made)).toEqual(await everyRow(old))
    const zip = await write(made, 'zip')
    expect(zip.written.contentHash).toBe(first.written.contentHash)
    expect(filesOf(zip.path).get('tables/person.csv')).toBe(
      filesOf((await write(old, 'zip')).path).get('tables/person.csv'),
    )
  }, 60_000)

  it('leaves a register that works: lists are made, whoever brought it in is its lead and opens it again', async () => {
    const { path } = await write(old, 'zip')
    const made = await newRegister()
    const strangerId = made.userId
    await bringIn(made, path)
    const rows = { limit: 500, offset: 0 }
    const before = await old.client.register.page(rows)
    expect(before.total).toBeGreaterThan(30)
    expect(await made.client.register.page(rows)).toEqual(before)
    const { user, register } = await made.client.access.state({})
    expect(register).toMatchObject({ practiceName: 'Brackenfold Surgery' })
    expect(user).toMatchObject({ id: old.userId, role: 'lead' })
    // Neither of them is made up, and the next test is about one that is.
    expect((await made.client.access.state({})).madeUp).toBe(false)
    await made.client.access.lock({})
    const { users } = await made.client.access.state({})
    expect(users.map(({ id }) => id)).toEqual([old.userId])
    await expect(made.client.access.unlock({ userId: strangerId, passphrase: TEST_PASSPHRASE })).rejects.toMatchObject({
      code: 'not-found',
    })
    await made.client.access.unlock({ userId: old.userId, passphrase: TEST_PASSPHRASE })
    expect(await made.client.audit.verify({})).toMatchObject({ brokenAt: null, unlikeBackup: null })
  }, 60_000)

  it('of the demo practice makes one that says it is made up, at once and when it is opened again', async () => {
    await old.session().database.alone((connection) => {
      connection.prepare('UPDATE practice SET is_demo = 1').run()
    })
    const { path } = await write(old, 'zip')
    await old.session().database.alone((connection) => {
      connection.prepare('UPDATE practice SET is_demo = 0').run()
    })
    const made = await newRegister()
    await bringIn(made, path)
    const { madeUp, register } = await made.client.access.state({})
    // It has its own passphrase, so it is not the demo practice of this computer.
    expect([madeUp, register?.demo]).toEqual([true, false])
    await made.client.access.lock({})
    expect((await made.client.access.state({})).madeUp).toBe(false)
    await made.client.access.unlock({ userId: old.userId, passphrase: TEST_PASSPHRASE })
    expect((await made.client.access.state({})).madeUp).toBe(true)
  }, 60_000)

  it('stands in both trails, with who and why and without a name', async () => {
    const { path, written } = await write(old, 'zip')
    const [entry] = await old.client.audit.page({ before: null, limit: 1 })
    expect(entry).toMatchObject({
      verb: 'export',
      sentence: 'Wrote the whole register to a bundle',
      reason: 'Moving to a new computer',
    })
    const made = await newRegister()
    await bringIn(made, path)
    const entries = await made.session().database.read.selectFrom('audit_entry').selectAll().orderBy('seq').execute()
    expect(entries.map(({ method }) => method)).toEqual(['access.setUp', 'bundle.bringIn'])
    expect(JSON.parse(entries[1]?.detail ?? '')).toMatchObject({
      contentHash: written.contentHash,
      people: written.people,
    })
    await expect(made.client.audit.undo({ seq: entries[1]?.seq ?? 0 })).rejects.toMatchObject({ code: 'conflict' })
    const [batch] = await made.session().database.read.selectFrom('import_batch').selectAll().execute()
    await expect(finish(made.client.imports.undo({ batchId: batch?.id ?? '' }))).rejects.toThrow('came with a bundle')
  }, 60_000)

  it('has the hash that the register says of itself, until something changes', async () => {
    const { written } = await write(old, 'zip')
    const said = await finish(old.client.bundle.fingerprint({}))
    expect(said).toEqual({ contentHash: written.contentHash, people: written.people, rows: written.rows })
    const { path } = await write(old, 'xlsx')
    expect((await check(old, path)).contentHash).toBe(said.contentHash)
    const made = await newRegister()
    expect((await finish(made.client.bundle.fingerprint({}))).contentHash).not.toBe(said.contentHash)
  }, 60_000)
})
