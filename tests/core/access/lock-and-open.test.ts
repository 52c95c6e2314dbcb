import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Clock, londonDate } from '#core/clock.ts'
import { attemptsBeside } from '#core/vault/attempts.ts'
import { envelopePath, readEnvelope, unwrapKey } from '#core/vault/key-envelope.ts'
import { normaliseRecoveryKey } from '#core/vault/recovery-key.ts'
import { AppError } from '#shared/contract/errors.ts'
import { aPerson } from '#tests/support/builders.ts'
import { aPractice, createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a lock while work is going on', () => {
  it('waits for the transaction that runs, refuses what waits behind it, and lets people in again after both', async () => {
    const { client, core, userId } = test
    const session = test.session()
    let finishSlowWork = (): void => undefined
    const slow = session.database.write(async () => new Promise<void>((resolve) => (finishSlowWork = resolve)))
    await nextTurn()
    const waiting = client.register.addPerson({ person: aPerson(), episode: null })
    const refused = waiting.catch((cause: unknown) => cause)
    await nextTurn()
    const locking = client.access.lock({})
    const unlocking = client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })
    await nextTurn()
    finishSlowWork()
    await slow
    expect(await refused).toMatchObject({ code: 'locked' })
    await locking
    expect((await unlocking).stage).toBe('unlocked')
    expect((await client.register.page({})).total).toBe(0)
    expect(core.vault.current()).not.toBe(session)
  })

  it('says that the register is locked to whoever still reads or writes through it', async () => {
    const { database } = test.session()
    await test.client.access.lock({})
    await expect(database.read.selectFrom('person').selectAll().execute()).rejects.toMatchObject({ code: 'locked' })
    await expect(database.write(async () => undefined)).rejects.toMatchObject({ code: 'locked' })
    await expect(database.alone(() => undefined)).rejects.toMatchObject({ code: 'locked' })
  })

  it('never wraps an overwritten key under the new passphrase', async () => {
    const { client, core } = test
    await client.access.startNewRegister({})
    const { draftId, groups } = await client.access.newRecoveryKey({})
    const { user } = await client.access.setUp({
      practice: aPractice({ name: 'Oakfield Surgery' }),
      user: { name: 'Sister Mary Tallis', jobTitle: 'Nurse', role: 'lead' },
      passphrase: TEST_PASSPHRASE,
      recoveryDraftId: draftId,
    })
    const userId = user?.id ?? ''
    const fresh = 'lantern velvet orchard thimble'
    const { path } = core.vault.openRegister().register
    const recovering = client.access
      .unlockWithRecoveryKey({ userId, recoveryKey: groups.join(' '), passphrase: fresh })
      .catch((cause: unknown) => cause)
    const before = test.session()
    while (core.vault.current() === null || core.vault.current() === before) await nextTurn()
    await client.access.lock({})
    await recovering
    const { register, wraps } = readEnvelope(path)
    const keyOf = async (kind: 'passphrase' | 'recovery', secret: string): Promise<Buffer | null> => {
      const wrap = wraps.find((candidate) => candidate.kind === kind)
      return wrap === undefined ? null : unwrapKey(register, wrap, secret)
    }
    const opened = (await keyOf('passphrase', fresh)) ?? (await keyOf('passphrase', TEST_PASSPHRASE))
    expect(opened).toEqual(await keyOf('recovery', normaliseRecoveryKey(groups.join(''))))
  })
})

describe('opening', () => {
  it('overwrites the key when the register cannot be opened', async () => {
    const { core } = test
    const { register, user } = core.vault.openRegister()
    await core.vault.close('request')
    writeFileSync(register.path, Buffer.alloc(8192, 7))
    const key = Buffer.alloc(32, 5)
    await expect(core.vault.openWith(register, key, user)).rejects.toMatchObject({ code: 'io' })
    expect(key).toEqual(Buffer.alloc(32))
  })

  it('leaves nothing open when its entry in the audit trail cannot be written', async () => {
    const { client, core, userId } = test
    const { database } = test.session()
    await database.alone((connection) =>
      connection.exec(
        "CREATE TRIGGER full BEFORE INSERT ON audit_entry WHEN NEW.method = 'access.unlock' BEGIN SELECT RAISE(ABORT, 'no room'); END",
      ),
    )
    await client.access.lock({})
    await expect(client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })).rejects.toBeInstanceOf(AppError)
    expect(core.vault.current()).toBeNull()
  })

  it('says plainly that a file is damaged when nothing is left in it', async () => {
    const { client, core, userId } = test
    const { path } = core.vault.openRegister().register
    await client.access.lock({})
    truncateSync(path, 0)
    await expect(client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('Restore') as string,
    })
    expect((await client.access.state({})).trouble).toContain('damaged')
  })

  it('does not need the note beside the lock, and frees the lock whatever happens to the note', async () => {
    const { client, core, userId } = test
    const note = `${core.vault.openRegister().register.path}.open-by.json`
    await client.access.lock({})
    mkdirSync(note)
    expect((await client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })).stage).toBe('unlocked')
    await client.access.lock({})
    rmSync(note, { recursive: true })
    expect((await client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })).stage).toBe('unlocked')
  })

  it('shows the register that is open, not one that could not be opened instead', async () => {
    const { client, core } = test
    const { register } = core.vault.openRegister()
    core.vault.registers.remember({
      id: 'demo',
      practiceName: 'Demo practice',
      demo: true,
      path: `${register.path}-demo`,
      backupFolder: null,
    })
    core.vault.registers.choose(register.id)
    await expect(client.access.openDemo({})).rejects.toBeInstanceOf(AppError)
    const state = await client.access.state({})
    expect([state.stage, state.register?.practiceName]).not.toEqual(['unlocked', 'Demo practice'])
  })

  it('never writes over the keys of a register whose file is away', async () => {
    const { core, dataFolder } = test
    const path = `${dataFolder}/moved.db`
    writeFileSync(envelopePath(path), 'keys of a register that lies elsewhere today')
    const fresh = {
      practice: aPractice(),
      user: { name: 'A', jobTitle: 'B', role: 'lead' as const },
      others: [],
      passphrase: TEST_PASSPHRASE,
      recoveryKey: 'ABC',
      demo: false,
    }
    await expect(core.vault.create(fresh, undefined, path)).rejects.toMatchObject({ code: 'conflict' })
    expect(readFileSync(envelopePath(path), 'utf8')).toContain('elsewhere')
  })

  it('finds its registers again when the list of them is damaged', async () => {
    const { client, dataFolder, userId } = test
    await client.access.lock({})
    writeFileSync(join(dataFolder, 'registers.json'), '{"current":')
    expect(await client.access.state({})).toMatchObject({
      stage: 'locked',
      register: { practiceName: 'Brackenfold Surgery' },
    })
    expect((await client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })).stage).toBe('unlocked')
  })

  it('keeps every file of a register from other people of the computer', () => {
    const { path } = test.core.vault.openRegister().register
    expect(statSync(dirname(path)).mode & 0o077).toBe(0)
    const files = ['', '-wal', '.keys.json', '.open-by.json']
    expect(files.filter((suffix) => (statSync(path + suffix).mode & 0o077) !== 0)).toEqual([])
  })
})

describe('the wait after a wrong passphrase', () => {
  it('ends even when the clock is set back', () => {
    let instant = '2030-01-01T00:00:00.000Z'
    const clock: Clock = { now: () => instant, today: () => londonDate(instant), elapsed: () => 0 }
    const attempts = attemptsBeside(`${test.dataFolder}/any.db`, clock)
    expect(attempts.failed()).toBe(1)
    instant = '2026-11-23T10:00:00.000Z'
    expect(attempts.waitSeconds()).toBe(1)
    instant = '2026-11-23T10:00:01.000Z'
    expect(attempts.waitSeconds()).toBe(0)
  })
})
