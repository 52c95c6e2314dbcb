import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { integrityProblems } from '#core/db/sqlite/maintenance.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

describe('a full disk', () => {
  it('refuses the write in a sentence, leaves everything as before, and goes on when there is room', async () => {
    const { client, core } = test
    const { id } = await client.register.addPerson({ person: aPerson(), episode: anEpisode() })
    const { database } = core.vault.openRegister()
    await database.alone((connection) => {
      connection.pragma('wal_checkpoint(TRUNCATE)')
      connection.pragma(`max_page_count = ${String(connection.pragma('page_count', { simple: true }))}`)
    })
    const long = 'A long note that needs room. '.repeat(60)
    const write = async (): Promise<void> => {
      for (let count = 0; count < 200; count += 1) await client.journey.logEvent(anEvent(id, { note: long }))
    }
    await expect(write()).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('disk is full') as string,
    })
    const logged = (await client.journey.ofPerson({ personId: id })).events.length
    await database.alone((connection) => {
      expect(integrityProblems(connection)).toEqual([])
      connection.pragma('max_page_count = 1073741823')
    })
    expect(
      (await client.audit.page({ limit: 200 })).filter((entry) => entry.method === 'journey.logEvent'),
    ).toHaveLength(logged)
    await client.journey.logEvent(anEvent(id, { note: long }))
    expect((await client.journey.ofPerson({ personId: id })).events).toHaveLength(logged + 1)
  })
})

describe('a folder that cannot be written to', () => {
  it('is refused for backups before anything depends on it', async () => {
    test.core.env.files.grant('nowhere', '/proc', 'folder')
    const choose = test.client.safekeeping.setFolder({ folderHandle: 'nowhere' })
    const backUp = choose.then(() => finish(test.client.safekeeping.backUpNow({})))
    await expect(backUp).rejects.toMatchObject({ code: 'io' })
    expect((await test.client.register.page({})).total).toBe(0)
  })

  it('keeps a handle that was never granted out', async () => {
    await expect(test.client.safekeeping.setFolder({ folderHandle: '/tmp' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('a core that is killed', () => {
  it('leaves a valid register with whole commands only, free for the next one to open', async () => {
    const { dataFolder, userId, core } = test
    const { path } = core.vault.openRegister().register
    await test.client.access.lock({})
    const script = join(import.meta.dirname, 'write-until-killed.ts')
    const child = spawn(process.execPath, [script, dataFolder, userId, TEST_PASSPHRASE], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let written = ''
    child.stdout.on('data', (chunk: Buffer) => {
      written += chunk.toString()
      if (written.split('\n').length > 40) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    expect(written.split('\n').length).toBeGreaterThan(40)
    expect(existsSync(join(dirname(path), 'register.db'))).toBe(true)
    await test.client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })
    const acknowledged = written.trim().split('\n').length
    const { total } = await test.client.register.page({})
    expect(total).toBeGreaterThanOrEqual(acknowledged)
    expect(total).toBeLessThanOrEqual(acknowledged + 1)
    expect((await test.client.audit.verify({})).brokenAt).toBeNull()
    await test.core.vault
      .openRegister()
      .database.alone((connection) => expect(integrityProblems(connection)).toEqual([]))
    expect(readdirSync(dirname(path)).some((name) => name.endsWith('.part'))).toBe(false)
  })
})
