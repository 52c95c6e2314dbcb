import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'
import { filesOf } from './changed-bundle.ts'
import { bringIn, check, createEmptyRegister, createFullRegister, everyRow, write } from './full-register.ts'

let old: TestCore
let made: TestCore
let zip: string
let empty: unknown
beforeAll(async () => {
  old = await createFullRegister()
  zip = (await write(old, 'zip')).path
  made = await createEmptyRegister()
  empty = await everyRow(made)
}, 60_000)
afterAll(async () => {
  await old.close()
  await made.close()
})

describe('bringing in', () => {
  it('asks for the passphrase of who is signed in, and makes guessing slow', async () => {
    await expect(bringIn(made, zip, 'not the passphrase')).rejects.toMatchObject({
      code: 'forbidden',
      details: { waitSeconds: 1 },
    })
    await expect(bringIn(made, zip)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await everyRow(made)).toEqual(empty)
  })

  it('is refused for a register with somebody in it, and for a file other than the one that was shown', async () => {
    const { contentHash, leads } = await check(old, zip)
    const leadId = leads[0]?.id ?? ''
    const asked = { fileHandle: zip, contentHash, leadId, passphrase: TEST_PASSPHRASE }
    const run = async (test: TestCore, input: typeof asked): Promise<unknown> => {
      for await (const step of await test.client.bundle.bringIn(input)) void step
      return null
    }
    await expect(run(old, asked)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('This register is not empty'),
    })
    await check(made, zip)
    await expect(run(made, { ...asked, contentHash: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'conflict' })
    await expect(run(made, { ...asked, leadId: made.userId })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('leaves the register empty when it is stopped', async () => {
    const fresh = await createEmptyRegister()
    const before = await everyRow(fresh)
    const { contentHash, leads } = await check(fresh, zip)
    const stop = new AbortController()
    const input = { fileHandle: zip, contentHash, leadId: leads[0]?.id ?? '', passphrase: TEST_PASSPHRASE }
    const run = async (): Promise<void> => {
      for await (const { step } of await fresh.client.bundle.bringIn(input, { signal: stop.signal }))
        if (step === 'Working out the lists') stop.abort()
    }
    await expect(run()).rejects.toMatchObject({ code: 'cancelled' })
    expect(await everyRow(fresh)).toEqual(before)
    expect((await fresh.client.bundle.standing({})).isEmpty).toBe(true)
    expect((await fresh.client.access.state({})).users.map(({ id }) => id)).toEqual([fresh.userId])
    await fresh.close()
  })
})

describe('writing', () => {
  it('leaves no file when it is stopped', async () => {
    const out = join(old.dataFolder, 'stopped.zip')
    old.core.env.files.grant('stopped', out, 'write')
    const before = readdirSync(old.dataFolder).toSorted()
    for (const wanted of ['Writing the register', 'Reading it back']) {
      const stop = new AbortController()
      const run = async (): Promise<void> => {
        const input = { fileHandle: 'stopped', format: 'zip' as const, reason: 'Trying to stop' }
        for await (const { step } of await old.client.bundle.write(input, { signal: stop.signal }))
          if (step === wanted) stop.abort()
      }
      await expect(run()).rejects.toMatchObject({ code: 'cancelled' })
      expect(existsSync(out)).toBe(false)
    }
    expect(readdirSync(old.dataFolder).toSorted()).toEqual(before)
    const [entry] = await old.client.audit.page({ before: null, limit: 1 })
    expect(entry).toMatchObject({ verb: 'export', reason: 'Trying to stop' })
  })

  it('holds the register as it was when it was asked for, whatever is done meanwhile', async () => {
    const before = (await finish(old.client.bundle.fingerprint({}))).contentHash
    const out = join(old.dataFolder, 'meanwhile.zip')
    old.core.env.files.grant('meanwhile', out, 'write')
    const stream = await old.client.bundle.write({ fileHandle: 'meanwhile', format: 'zip', reason: 'Meanwhile' })
    await stream.next()
    await old.client.settings.saveContacts({
      practicePhone: '01632 960 000',
      outOfHoursName: null,
      outOfHoursPhone: null,
    })
    const rest = await finish(Promise.resolve(stream))
    expect(rest.contentHash).toBe(before)
    expect((await finish(old.client.bundle.fingerprint({}))).contentHash).not.toBe(before)
    expect(filesOf(out).get('tables/setting.csv')).not.toContain('01632 960 000')
  })

  it('keeps an older file when the disk refuses', async () => {
    old.core.env.files.grant('nowhere', join(old.dataFolder, 'no such folder', 'x.zip'), 'write')
    const input = { fileHandle: 'nowhere', format: 'zip' as const, reason: 'Nowhere to go' }
    const run = async (): Promise<void> => {
      for await (const step of await old.client.bundle.write(input)) void step
    }
    await expect(run()).rejects.toMatchObject({ code: 'io' })
  })
})
