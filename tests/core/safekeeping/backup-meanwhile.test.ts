import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCore } from '#core/core.ts'
import { startBackupRhythm } from '#core/features/safekeeping/rhythm.ts'
import { finish, inProcessClient } from '#core/in-process.ts'
import type { LogLine } from '#core/log.ts'
import { defaultBackupFolder } from '#core/vault/vault.ts'
import { aPerson } from '#tests/support/builders.ts'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
  await test.client.register.addPerson({ person: aPerson({ surname: 'Ashworth' }), episode: null })
})
afterEach(() => test.close())

const registerPath = (): string => join(test.dataFolder, 'registers')
const leftovers = (): string[] =>
  readdirSync(registerPath(), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:copy|part|aside)/.test(name),
  )
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
/** The copying thread has begun once its copy lies there. */
const untilCopying = async (): Promise<void> => {
  while (!leftovers().some((name) => name.includes('.copy-'))) await nextTurn()
}

describe('while a backup is made', () => {
  it('the core answers reads and writes, and the backup is of one moment', async () => {
    const { client, userId } = test
    let ended = false
    const making = finish(client.safekeeping.backUpNow({})).finally(() => (ended = true))
    await untilCopying()
    await client.register.addPerson({ person: aPerson({ surname: 'Okonjo' }), episode: null })
    expect((await client.register.page({})).total).toBe(2)
    expect(ended).toBe(false)
    const { id, people } = await making
    expect((await finish(client.safekeeping.testRestore({ backupId: id }))).people).toBe(people)
    await client.access.lock({})
    const chosen = { backupId: id, fileHandle: null, userId, passphrase: TEST_PASSPHRASE }
    expect((await client.safekeeping.compare(chosen)).backup.people).toBe(people)
  })

  it('a lock ends it, leaves nothing half-made, and lets people in again', async () => {
    const { client, core, userId } = test
    const folder = defaultBackupFolder(core.vault.openRegister().register)
    const refused = finish(client.safekeeping.backUpNow({})).catch((cause: unknown) => cause)
    await untilCopying()
    await client.access.lock({})
    expect(await refused).toMatchObject({ code: 'locked' })
    expect(leftovers()).toEqual([])
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
    await client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })
    expect((await client.register.page({})).total).toBe(1)
  })
})

describe('where no thread can be had', () => {
  it('the backup is made all the same, and the log says how', async () => {
    const { dataFolder, userId } = test
    await test.core.close()
    const lines: LogLine[] = []
    const core = createCore({
      dataFolder,
      appVersion: '0.0.0-test',
      log: { write: (line) => void lines.push(line) },
      copyWorker: new URL('file:///no/such/script.js'),
    })
    const client = inProcessClient(core)
    await client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })
    expect((await finish(client.safekeeping.backUpNow({}))).people).toBe(1)
    expect(lines.map(({ event }) => event)).toEqual(['copying without a thread'])
    await core.close()
  })
})

describe('the daily backup', () => {
  const MINUTE = 60_000
  const backups = async (): Promise<number> => (await test.client.safekeeping.status({})).backups.length
  const made = (): Promise<void> =>
    new Promise((resolve) => {
      test.core.env.events.listen((event) => {
        if (event.type === 'changed' && event.entities.includes('backup')) resolve()
      })
    })

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] })
    // Quiet counts from the last answer, and the core gave that by the age of the process, which other files may share.
    await backups()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('waits until nobody has asked for anything for twenty seconds', async () => {
    const stop = startBackupRhythm(test.core)
    const done = made()
    test.core.env.events.emit({ type: 'unlocked' })
    for (let turn = 0; turn < 6; turn += 1) {
      await vi.advanceTimersByTimeAsync(15_000)
      expect(await backups()).toBe(0)
    }
    await vi.advanceTimersByTimeAsync(20_000)
    await done
    expect(await backups()).toBe(1)
    stop()
  })

  it('is made after five minutes for somebody who never pauses', async () => {
    const stop = startBackupRhythm(test.core)
    const done = made()
    test.core.env.events.emit({ type: 'unlocked' })
    for (let passed = 0; passed < 5 * MINUTE; passed += 10_000) {
      expect(await backups()).toBe(0)
      await vi.advanceTimersByTimeAsync(10_000)
    }
    await done
    expect(await backups()).toBe(1)
    stop()
  })
})
