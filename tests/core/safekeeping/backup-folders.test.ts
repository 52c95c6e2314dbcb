import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openForCopying, openForWriting } from '#core/db/sqlite/connection.ts'
import { copyInto } from '#core/db/sqlite/maintenance.ts'
import { finish } from '#core/in-process.ts'
import { packBackup, readBackupHeader, unpackBackup } from '#core/features/safekeeping/backup-file.ts'
import { startBackupRhythm } from '#core/features/safekeeping/rhythm.ts'
import { defaultBackupFolder } from '#core/vault/vault.ts'
import { aPerson } from '#tests/support/builders.ts'
import { aPractice, createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const folder = (): string =>
  defaultBackupFolder(test.core.vault.registers.find(test.core.vault.openRegister().register))

describe('a backup folder that two registers share', () => {
  it('keeps their backups apart: neither counts, lists nor drops the other’s', async () => {
    const { client, core } = test
    const shared = join(test.dataFolder, 'shared')
    mkdirSync(shared)
    core.env.files.grant('shared', shared, 'folder')
    await client.safekeeping.setFolder({ folderHandle: 'shared' })
    const first = await finish(client.safekeeping.backUpNow({}))
    await client.access.startNewRegister({})
    const { draftId } = await client.access.newRecoveryKey({})
    await client.access.setUp({
      practice: aPractice({ name: 'Oakfield Surgery' }),
      user: { name: 'Sister Mary Tallis', jobTitle: 'Nurse', role: 'lead' },
      passphrase: TEST_PASSPHRASE,
      recoveryDraftId: draftId,
    })
    core.env.files.grant('shared', shared, 'folder')
    await client.safekeeping.setFolder({ folderHandle: 'shared' })
    expect((await client.access.state({})).lastBackup).toBeNull()
    for (let count = 0; count < 14; count += 1) await finish(client.safekeeping.backUpNow({}))
    expect(readdirSync(shared)).toContain(first.id)
    expect((await client.safekeeping.status({})).backups.map(({ practiceName }) => practiceName)).not.toContain(
      'Brackenfold Surgery',
    )
  })
})

describe('what a crash left of a backup that was being packed', () => {
  it('goes when the next backup begins, and nothing of anybody else does', async () => {
    const { id } = await finish(test.client.safekeeping.backUpNow({}))
    const made = readFileSync(join(folder(), id))
    const header = JSON.parse(made.toString('utf8').split('\n')[1] ?? '') as { keys: { register: { id: string } } }
    const others = JSON.stringify(header).replaceAll(header.keys.register.id, '01920000-0000-7000-8000-000000000000')
    const put = (name: string, content: string | Buffer, day?: string): void => {
      writeFileSync(join(folder(), name), content)
      if (day !== undefined) utimesSync(join(folder(), name), new Date(day), new Date(day))
    }
    put('throughline-2026-11-20-080000-daily.tlbackup.part', made.subarray(0, made.length - 4096))
    put('throughline-2026-11-19-080000-before-import-2.tlbackup.part', '', '2026-11-19T08:00:00Z')
    const kept = [
      'throughline-2026-11-21-080000-daily.tlbackup.part',
      'throughline-2026-11-23-090000-daily.tlbackup.part',
      'letters.tlbackup.part',
    ] as const
    put(kept[0], `THROUGHLINE-BACKUP 1\n${others}\n`)
    put(kept[1], '', test.core.env.clock.now())
    put(kept[2], '', '2026-11-19T08:00:00Z')
    await finish(test.client.safekeeping.backUpNow({}))
    expect(
      readdirSync(folder())
        .filter((name) => name.endsWith('.part'))
        .toSorted(),
    ).toEqual([...kept].toSorted())
  })
})

describe.skipIf(process.platform === 'win32')('what a backup leaves on the disk', () => {
  const modeOf = (path: string): number => statSync(path).mode & 0o777

  it('is for its owner alone: the folder, the backup, and the copy it is made from', async () => {
    const { id } = await finish(test.client.safekeeping.backUpNow({}))
    expect([modeOf(folder()), modeOf(join(folder(), id))]).toEqual([0o700, 0o600])
    const open = test.core.vault.openRegister()
    const source = openForCopying(open.register.path, open.key)
    const target = join(test.dataFolder, 'copy')
    try {
      copyInto(source, target)
    } finally {
      source.close()
    }
    expect(modeOf(target)).toBe(0o600)
    expect(statSync(target).size).toBeGreaterThan(0)
  })
})

describe('a backup folder that cannot be read', () => {
  const spoil = (): void => {
    rmSync(folder(), { recursive: true, force: true })
    writeFileSync(folder(), 'a file where the folder was')
  }

  it('still lets people in, and shows that there is no backup', async () => {
    spoil()
    await test.client.access.lock({})
    expect(await test.client.access.state({})).toMatchObject({ stage: 'locked', lastBackup: null })
    expect((await test.client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })).stage).toBe(
      'unlocked',
    )
  })

  it('never ends the core when the daily backup is looked for', async () => {
    const unhandled: unknown[] = []
    const note = (cause: unknown): void => void unhandled.push(cause)
    process.on('unhandledRejection', note)
    const stop = startBackupRhythm(test.core)
    try {
      spoil()
      test.core.env.events.emit({ type: 'unlocked' })
      for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve))
      expect(unhandled).toEqual([])
    } finally {
      stop()
      process.off('unhandledRejection', note)
    }
  })

  it('does not stand in the way of a restore from a file', async () => {
    const { client, core, userId, dataFolder } = test
    await client.register.addPerson({ person: aPerson({ surname: 'Ashworth' }), episode: null })
    const { id } = await finish(client.safekeeping.backUpNow({}))
    const stick = join(dataFolder, 'stick.tlbackup')
    writeFileSync(stick, readFileSync(join(folder(), id)))
    spoil()
    await client.access.lock({})
    core.env.files.grant('stick', stick, 'read')
    const restored = await client.safekeeping.restore({
      backupId: null,
      fileHandle: 'stick',
      userId,
      passphrase: TEST_PASSPHRASE,
      practiceName: 'Brackenfold Surgery',
    })
    expect(restored.state.stage).toBe('unlocked')
    expect(restored.safetyCopy).not.toBeNull()
  })
})

describe('a restore that must not happen', () => {
  it('refuses a backup from a newer version before anything is replaced', async () => {
    const { client, core, userId } = test
    await client.register.addPerson({ person: aPerson({ surname: 'Ashworth' }), episode: null })
    const { id } = await finish(client.safekeeping.backUpNow({}))
    const { register, key } = core.vault.openRegister()
    const file = join(folder(), id)
    const header = readBackupHeader(file, id)
    const copy = join(dirname(register.path), 'newer.db')
    await unpackBackup(file, header, copy)
    const connection = openForWriting(copy, key)
    connection.pragma('user_version = 9999')
    connection.close()
    const { id: _id, bytes: _bytes, ...facts } = header.backup
    await packBackup(copy, { facts, trail: header.trail, keys: header.keys }, file)
    await client.register.addPerson({ person: aPerson({ surname: 'Okonjo' }), episode: null })
    await client.access.lock({})
    const restoring = client.safekeeping.restore({
      backupId: id,
      fileHandle: null,
      userId,
      passphrase: TEST_PASSPHRASE,
      practiceName: 'Brackenfold Surgery',
    })
    await expect(restoring).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('newer version') as string,
    })
    await client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })
    expect((await client.register.page({})).total).toBe(2)
  })

  it('refuses somebody who may only read', async () => {
    const { client, core } = test
    await core.vault.create({
      practice: aPractice({ name: 'Oakfield Surgery' }),
      user: { name: 'Sister Mary Tallis', jobTitle: 'Nurse', role: 'lead' },
      others: [{ name: 'Mr Owen Pell', jobTitle: 'Auditor', role: 'read-only' }],
      passphrase: TEST_PASSPHRASE,
      recoveryKey: 'ABCDE',
      demo: false,
    })
    const reader = (await client.access.state({})).users.find(({ role }) => role === 'read-only')
    const { id } = await finish(client.safekeeping.backUpNow({}))
    await client.access.lock({})
    const restoring = client.safekeeping.restore({
      backupId: id,
      fileHandle: null,
      userId: reader?.id ?? '',
      passphrase: TEST_PASSPHRASE,
      practiceName: 'Oakfield Surgery',
    })
    await expect(restoring).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('role') as string,
    })
  })
})
