import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, integer, property, uniqueArray } from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { backupsToDrop } from '#core/features/safekeeping/retention.ts'
import { defaultBackupFolder } from '#core/vault/vault.ts'
import { FILE_KINDS } from '#shared/contract/shell-api.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
  await test.client.register.addPerson({ person: aPerson({ surname: 'Ashworth' }), episode: anEpisode() })
})
afterEach(() => test.close())

const folder = (): string => defaultBackupFolder(test.core.vault.openRegister().register)
const people = async (): Promise<string[]> => (await test.client.register.page({})).rows.map((row) => row.surname)

describe('a backup', () => {
  it('is one file that was opened and counted, and leaves no copy lying about', async () => {
    const backup = await finish(test.client.safekeeping.backUpNow({}))
    expect(backup).toMatchObject({ people: 1, reason: 'asked', practiceName: 'Brackenfold Surgery' })
    expect(readdirSync(folder())).toEqual([backup.id])
    const { path } = test.core.vault.openRegister().register
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('.copy-'))).toEqual([])
    expect(await finish(test.client.safekeeping.testRestore({ backupId: backup.id }))).toMatchObject({
      people: 1,
      episodes: 1,
      events: 0,
    })
  })

  it('says plainly that its folder cannot be written to, and leaves nothing half-made', async () => {
    const { path } = test.core.vault.openRegister().register
    writeFileSync(join(path, '..', 'backups'), 'a file where the folder should be')
    await expect(finish(test.client.safekeeping.backUpNow({}))).rejects.toMatchObject({ code: 'io' })
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('.copy-') || name.endsWith('.part'))).toEqual(
      [],
    )
  })
})

describe('a restore', () => {
  it('shows both sides, keeps a safety copy, and puts the register back as it was', async () => {
    const { client, userId } = test
    const backup = await finish(client.safekeeping.backUpNow({}))
    await client.register.addPerson({ person: aPerson({ surname: 'Okonjo' }), episode: null })
    await client.access.lock({})
    const chosen = { backupId: backup.id, fileHandle: null, userId, passphrase: TEST_PASSPHRASE }
    const compared = await client.safekeeping.compare(chosen)
    expect(compared).toMatchObject({ backup: { people: 1 }, current: { people: 2 } })
    await expect(client.safekeeping.restore({ ...chosen, practiceName: 'Another Surgery' })).rejects.toMatchObject({
      code: 'validation',
    })
    const restored = await client.safekeeping.restore({ ...chosen, practiceName: 'brackenfold surgery' })
    expect(restored.state.stage).toBe('unlocked')
    expect(await people()).toEqual(['Ashworth'])
    const kept = await finish(client.safekeeping.testRestore({ backupId: restored.safetyCopy ?? '' }))
    expect(kept.people).toBe(2)
  })

  it('rescues a damaged register, keeping the damaged file', async () => {
    const { client, core, userId } = test
    const backup = await finish(client.safekeeping.backUpNow({}))
    const { path } = core.vault.openRegister().register
    await client.access.lock({})
    const bytes = readFileSync(path)
    bytes.fill(7, 1000, 12_288)
    writeFileSync(path, bytes)
    const opening = client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })
    await expect(opening).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('Restore the latest backup') as string,
    })
    expect((await client.access.state({})).trouble).toContain('damaged')
    const chosen = { backupId: backup.id, fileHandle: null, userId, passphrase: TEST_PASSPHRASE }
    const { safetyCopy } = await client.safekeeping.restore({ ...chosen, practiceName: 'Brackenfold Surgery' })
    expect(await people()).toEqual(['Ashworth'])
    expect(readdirSync(safetyCopy ?? '')).toContain('register.db')
  })

  it('works on another computer from the file alone', async () => {
    const backup = await finish(test.client.safekeeping.backUpNow({}))
    const file = join(folder(), backup.id)
    const elsewhere = await createTestCore({ setUp: false })
    try {
      elsewhere.core.env.files.grant('stick', file, 'read')
      const chosen = { backupId: null, fileHandle: 'stick', userId: test.userId, passphrase: TEST_PASSPHRASE }
      await elsewhere.client.safekeeping.restore({ ...chosen, practiceName: 'Brackenfold Surgery' })
      expect((await elsewhere.client.register.page({})).total).toBe(1)
    } finally {
      await elsewhere.close()
    }
  })

  it('has the ending that the dialog looks for in which a backup is chosen', async () => {
    const backup = await finish(test.client.safekeeping.backUpNow({}))
    expect(FILE_KINDS.backup.extensions.map((ending) => backup.id.endsWith(`.${ending}`))).toEqual([true])
  })

  it.each([
    [
      'leads out of the folder of registers',
      (header: string) => header.replace(/"id":"[^"]*","practiceName"/, '"id":"../../x","practiceName"'),
    ],
    ['asks for more memory than there is', (header: string) => header.replaceAll('"cost":10', '"cost":22')],
  ])('of a stranger that %s is refused before anything is made of it', async (_, change) => {
    const backup = await finish(test.client.safekeeping.backUpNow({}))
    const [magic = '', header = '', ...rest] = readFileSync(join(folder(), backup.id), 'latin1').split('\n')
    const changed = change(header)
    expect(changed).not.toBe(header)
    const path = join(test.dataFolder, 'strange.tlbackup')
    writeFileSync(path, [magic, changed, ...rest].join('\n'), 'latin1')
    test.core.env.files.grant('strange', path, 'read')
    const chosen = { backupId: null, fileHandle: 'strange', userId: test.userId, passphrase: TEST_PASSPHRASE }
    expect(await refusal(test.client.safekeeping.usersOf(chosen))).toMatchObject({ code: 'io' })
    expect(await refusal(test.client.safekeeping.compare(chosen))).toMatchObject({ code: 'io' })
    expect(readdirSync(test.dataFolder)).not.toContain('x')
  })

  it('refuses a file that is no backup, a changed backup and a wrong passphrase, and touches nothing', async () => {
    const { client, core, userId } = test
    const backup = await finish(client.safekeeping.backUpNow({}))
    const path = join(folder(), backup.id)
    const bytes = readFileSync(path)
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 255
    mkdirSync(join(folder(), 'aside'))
    writeFileSync(join(folder(), 'aside', 'changed'), bytes)
    writeFileSync(join(folder(), 'aside', 'letter'), 'Dear colleague')
    await client.access.lock({})
    core.env.files.grant('changed', join(path, '..', 'aside', 'changed'), 'read')
    core.env.files.grant('letter', join(path, '..', 'aside', 'letter'), 'read')
    const attempt = (fileHandle: string, passphrase: string): Promise<unknown> =>
      client.safekeeping.restore({
        backupId: null,
        fileHandle,
        userId,
        passphrase,
        practiceName: 'Brackenfold Surgery',
      })
    await expect(attempt('letter', TEST_PASSPHRASE)).rejects.toMatchObject({ code: 'io' })
    await expect(attempt('changed', TEST_PASSPHRASE)).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('damaged') as string,
    })
    await client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })
    expect(await people()).toEqual(['Ashworth'])
  })
})

describe('keeping backups', () => {
  const day = 86_400_000
  const now = Date.parse('2026-11-23T10:00:00Z')
  const at = (age: number): string => new Date(now - age).toISOString()

  it('never drops the newest, and thins with age to days, weeks and months', () => {
    const daily = Array.from({ length: 365 }, (_, index) => ({ id: String(index), at: at(index * day) }))
    const dropped = new Set(backupsToDrop(daily, at(0)))
    const kept = daily.filter(({ id }) => !dropped.has(id)).map(({ id }) => Number(id))
    expect(kept.slice(0, 15)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
    expect([8, 9]).toContain(kept.filter((age) => age > 14 && age <= 70).length)
    expect(kept.filter((age) => age > 70).length).toBeGreaterThanOrEqual(9)
  })

  it('keeps the newest whatever there is, and dropping twice drops nothing more', () => {
    assert(
      property(uniqueArray(integer({ min: 0, max: 1000 * day }), { minLength: 1, maxLength: 60 }), (ages) => {
        const all = ages.map((age) => ({ id: String(age), at: at(age) }))
        const dropped = new Set(backupsToDrop(all, at(0)))
        const kept = all.filter(({ id }) => !dropped.has(id))
        expect(dropped.has(String(Math.min(...ages)))).toBe(false)
        expect(backupsToDrop(kept, at(0))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
