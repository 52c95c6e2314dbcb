import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { frozenClock } from '#core/clock.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { aPractice, createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

let open: TestCore[] = []
const start = async (options: Parameters<typeof createTestCore>[0] = {}): Promise<TestCore> => {
  const made = await createTestCore(options)
  open.push(made)
  return made
}
afterEach(async () => {
  for (const core of open) await core.close()
  open = []
})

describe('first run', () => {
  it('starts with nothing and ends unlocked as the person who set it up', async () => {
    const { client } = await start({ setUp: false })
    expect(await client.access.state({})).toMatchObject({ stage: 'first-run', register: null, users: [] })
    const { draftId, groups } = await client.access.newRecoveryKey({})
    expect(groups).toHaveLength(6)
    const state = await client.access.setUp({
      practice: aPractice(),
      user: { name: 'Dr Anjali Rao', jobTitle: 'Cancer lead', role: 'lead' },
      passphrase: TEST_PASSPHRASE,
      recoveryDraftId: draftId,
    })
    expect(state).toMatchObject({
      stage: 'unlocked',
      register: { practiceName: 'Brackenfold Surgery', demo: false },
      user: { role: 'lead' },
    })
    expect(await client.access.practice({})).toMatchObject({ odsCode: 'A99901', listSize: 10_240 })
  })

  it('refuses a passphrase that is easy to guess and leaves no file behind', async () => {
    const { client, dataFolder } = await start({ setUp: false })
    const { draftId } = await client.access.newRecoveryKey({})
    const setUp = client.access.setUp({
      practice: aPractice(),
      user: { name: 'Dr Anjali Rao', jobTitle: 'Cancer lead', role: 'lead' },
      passphrase: 'brackenfold surgery',
      recoveryDraftId: draftId,
    })
    expect((await refusal(setUp)).details.fieldErrors).toHaveProperty('passphrase')
    expect(readdirSync(dataFolder).filter((name) => name === 'registers')).toEqual([])
  })
})

describe('lock and unlock', () => {
  it('says nothing but a sentence and a growing wait to a wrong passphrase, and remembers across a restart', async () => {
    const { client, core, dataFolder, userId } = await start()
    await client.access.lock({})
    const waits: number[] = []
    for (let tries = 0; tries < 1; tries += 1) {
      const refused = await refusal(client.access.unlock({ userId, passphrase: 'not the passphrase at all' }))
      expect(refused.code).toBe('forbidden')
      waits.push(refused.details.waitSeconds ?? -1)
    }
    expect(waits).toEqual([1])
    const early = await refusal(client.access.unlock({ userId, passphrase: TEST_PASSPHRASE }))
    expect(early).toMatchObject({ code: 'forbidden', details: { waitSeconds: 1 } })
    await core.close()
    const again = await createTestCore({ dataFolder, setUp: false, clock: frozenClock('2026-11-23T10:00:02.000Z') })
    open.push(again)
    const second = await refusal(again.client.access.unlock({ userId, passphrase: 'still not the passphrase' }))
    expect(second.details.waitSeconds).toBe(2)
  })

  it('takes guesses one after the other, however many come at once', async () => {
    const { client, userId } = await start()
    await client.access.lock({})
    const guess = (passphrase: string) => refusal(client.access.unlock({ userId, passphrase }))
    const answers = await Promise.all(['the first of three', 'the second of three', 'the third of three'].map(guess))
    expect(answers.map(({ message }) => message)).toEqual([
      'That passphrase does not open this register.',
      'Too many tries. Wait 1 second, then try again.',
      'Too many tries. Wait 1 second, then try again.',
    ])
  })

  it('answers nothing about people while locked', async () => {
    const { client } = await start()
    await client.access.lock({})
    expect((await refusal(client.register.page({}))).code).toBe('locked')
    expect((await refusal(client.register.find({ text: 'ash' }))).code).toBe('locked')
  })

  it('opens with the recovery key however it is typed, and the new passphrase replaces the old', async () => {
    const { client } = await start({ setUp: false })
    const { draftId, groups } = await client.access.newRecoveryKey({})
    const { user } = await client.access.setUp({
      practice: aPractice(),
      user: { name: 'Dr Anjali Rao', jobTitle: 'Cancer lead', role: 'lead' },
      passphrase: TEST_PASSPHRASE,
      recoveryDraftId: draftId,
    })
    const userId = user?.id ?? ''
    await client.access.lock({})
    const fresh = 'lantern velvet orchard thimble'
    const typed = groups.join(' - ').toLowerCase().replaceAll('0', 'o')
    expect((await client.access.unlockWithRecoveryKey({ userId, recoveryKey: typed, passphrase: fresh })).stage).toBe(
      'unlocked',
    )
    await client.access.lock({})
    expect((await refusal(client.access.unlock({ userId, passphrase: TEST_PASSPHRASE }))).code).toBe('forbidden')
  })

  it('overwrites the key in memory when it locks', async () => {
    const { client, core } = await start()
    const { key } = core.vault.openRegister()
    expect(key.some((byte) => byte !== 0)).toBe(true)
    await client.access.lock({})
    expect(key.every((byte) => byte === 0)).toBe(true)
  })
})

describe('one register, one owner', () => {
  it('names who has the file open to a second copy, and lets it in afterwards', async () => {
    const { client, dataFolder, userId } = await start()
    const second = await createTestCore({ dataFolder, setUp: false })
    open.push(second)
    const refused = await refusal(second.client.access.unlock({ userId, passphrase: TEST_PASSPHRASE }))
    expect(refused.code).toBe('conflict')
    expect(refused.message).toContain('Dr Anjali Rao since 10:00')
    await client.access.lock({})
    expect((await second.client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })).stage).toBe('unlocked')
  })
})

describe('what lies on the disk', () => {
  const everyFile = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())

  it('holds no patient field in any byte the app wrote', async () => {
    const canaries = [
      'Quillbottom',
      'Zebedee',
      '9990000107',
      'Canary colon',
      'remarkable canary note',
      '1947-05-19',
      'ZZ99 3CZ',
    ]
    const { client, core, dataFolder } = await start()
    const { id } = await client.register.addPerson({
      person: aPerson({
        surname: 'Quillbottom',
        givenName: 'Zebedee',
        nhsNumber: '9990000107',
        birthDate: '1947-05-19',
        postcode: 'ZZ99 3CZ',
      }),
      episode: anEpisode({ site: 'Canary colon' }),
    })
    await client.journey.logEvent(anEvent(id, { note: 'remarkable canary note' }))
    await refusal(
      client.register.addPerson({
        person: aPerson({ surname: 'Quillbottom', nhsNumber: '9990000107' }),
        episode: null,
      }),
    )
    await core.vault.openRegister().backUp('asked')
    const look = (): void => {
      for (const path of everyFile(dataFolder)) {
        const bytes = readFileSync(path)
        for (const canary of canaries) {
          expect(bytes.includes(Buffer.from(canary)), `${canary} in ${path}`).toBe(false)
          expect(bytes.includes(Buffer.from(canary, 'utf16le')), `${canary} in ${path}`).toBe(false)
        }
      }
    }
    look()
    await client.access.lock({})
    look()
    expect(everyFile(dataFolder).some((path) => path.endsWith('.tlbackup'))).toBe(true)
  })
})
