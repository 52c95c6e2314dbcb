import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Clock, londonDate } from '#core/clock.ts'
import { openForWriting } from '#core/db/sqlite/connection.ts'
import { readBackupHeader } from '#core/features/safekeeping/backup-file.ts'
import { contradictingWitness } from '#core/features/safekeeping/public.ts'
import { finish } from '#core/in-process.ts'
import { defaultBackupFolder } from '#core/vault/vault.ts'
import { aPerson } from '#tests/support/builders.ts'
import { createTestCore, TEST_NOW, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

/** A clock on which every look is a second later than the one before. */
const tickingClock = (): Clock => {
  let moment = Date.parse(TEST_NOW)
  const now = (): string => new Date((moment += 1000)).toISOString()
  return { now, today: () => londonDate(TEST_NOW), elapsed: () => performance.now() }
}

let test: TestCore
beforeEach(async () => {
  test = await createTestCore({ clock: tickingClock() })
})
afterEach(() => test.close())

const addPeople = async (...surnames: string[]): Promise<void> => {
  for (const surname of surnames) await test.client.register.addPerson({ person: aPerson({ surname }), episode: null })
}
const backUp = async (): Promise<string> => (await finish(test.client.safekeeping.backUpNow({}))).id
const tamper = (sql: string): Promise<unknown> =>
  test.session().database.alone((connection) =>
    connection.exec(`DROP TRIGGER audit_entry_no_delete; DROP TRIGGER audit_entry_no_update; PRAGMA foreign_keys = OFF;
      ${sql}; PRAGMA foreign_keys = ON`),
  )
const restore = async (backupId: string): Promise<void> => {
  const { client, userId } = test
  await client.access.lock({})
  const chosen = { backupId, fileHandle: null, userId, passphrase: TEST_PASSPHRASE }
  await client.safekeeping.restore({ ...chosen, practiceName: 'Brackenfold Surgery' })
}

describe('a trail that is cut at its newest end', () => {
  it('is unbroken in itself, but ends earlier than the last backup saw', async () => {
    await addPeople('Ashworth', 'Okonjo')
    await backUp()
    expect(await test.client.audit.verify({})).toMatchObject({ brokenAt: null, backups: 1, unlikeBackup: null })
    await tamper('DELETE FROM audit_entry WHERE seq > 1')
    const found = await test.client.audit.verify({})
    expect(found).toMatchObject({ entries: 1, brokenAt: null, unlikeBackup: { seq: 3 } })
  })

  it('shows still when new entries have taken the numbers of those that were cut', async () => {
    await addPeople('Ashworth')
    await backUp()
    await tamper('DELETE FROM audit_entry WHERE seq > 1')
    await addPeople('Okonjo', 'Trembath')
    expect(await test.client.audit.verify({})).toMatchObject({ brokenAt: null, unlikeBackup: { seq: 2 } })
  })

  it('shows in the comparison before a restore', async () => {
    const { client, userId } = test
    await addPeople('Ashworth')
    const backupId = await backUp()
    const chosen = { backupId, fileHandle: null, userId, passphrase: TEST_PASSPHRASE }
    await client.access.lock({})
    expect((await client.safekeeping.compare(chosen)).trailLacksEntries).toBe(false)
    await client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })
    await tamper('DELETE FROM audit_entry')
    await client.access.lock({})
    expect(await client.safekeeping.compare(chosen)).toMatchObject({
      trailLacksEntries: true,
      backup: { entries: 2 },
      current: { entries: 0 },
    })
  })
})

describe('a restore', () => {
  it('goes back to an earlier trail without raising the alarm, and later backups bear witness again', async () => {
    await addPeople('Ashworth')
    const early = await backUp()
    await addPeople('Okonjo', 'Trembath')
    await backUp()
    await restore(early)
    expect(await test.client.audit.verify({})).toMatchObject({ brokenAt: null, unlikeBackup: null })
    await addPeople('Harrow')
    await backUp()
    await tamper('DELETE FROM audit_entry WHERE seq > 3')
    expect((await test.client.audit.verify({})).unlikeBackup).not.toBeNull()
  })
})

describe('what a backup says of the trail', () => {
  it('is where the trail of the copy in it ends', async () => {
    await addPeople('Ashworth')
    const id = await backUp()
    const { register, key } = test.core.vault.openRegister()
    const { trail } = readBackupHeader(`${defaultBackupFolder(register)}/${id}`, id)
    const connection = openForWriting(register.path, key)
    const entry = connection.prepare('SELECT seq, hash FROM audit_entry WHERE seq = ?').get(trail?.seq)
    connection.close()
    expect(trail).toEqual(entry)
    expect(trail?.seq).toBe(2)
  })

  it('names the newest backup that disagrees', () => {
    const witnesses = [
      { at: '2026-11-01T10:00:00.000Z', seq: 5, hash: 'five' },
      { at: '2026-11-03T10:00:00.000Z', seq: 9, hash: 'nine' },
      { at: '2026-11-02T10:00:00.000Z', seq: 7, hash: 'seven' },
    ]
    const trail = new Map([[5, 'other']])
    const ask = (lastRestoreAt: string | null) =>
      contradictingWitness(witnesses, { hashOf: (seq) => trail.get(seq) ?? null, lastRestoreAt })
    expect(ask(null)?.seq).toBe(9)
    expect(ask('2026-11-03T10:00:00.000Z')).toBeNull()
    trail.set(9, 'nine').set(7, 'seven')
    expect(ask(null)?.seq).toBe(5)
  })
})
