import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyRegister } from '#tests/core/bundle/full-register.ts'
import { TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'
import { runCli, temporaryFolder } from './run-cli.ts'

const TIMEOUT = 120_000
const folder = temporaryFolder()
const db = join(folder.path, 'practice.db')
const file = join(folder.path, 'bundle.zip')

let next: TestCore
let emptyDb: string
beforeAll(async () => {
  await runCli(['demo', '--db', db, '--patients', '20', '--seed', '5', '--today', '2026-11-23'])
  next = await createEmptyRegister()
  emptyDb = next.session().database.path
  await next.client.access.lock({})
}, TIMEOUT)
afterAll(async () => {
  await next.close()
  folder.remove()
})

describe('a bundle on the command line', { timeout: TIMEOUT }, () => {
  it('is written, checked and brought in, with one hash all the way', async () => {
    const write = ['bundle', 'write', '--db', db, '--out', file, '--reason', 'Moving', '--json']
    const written = await runCli(write)
    expect(written.code).toBe(0)
    expect(written.stderr).toBe('')
    const { contentHash, bytes } = written.json() as { contentHash: string; bytes: number }
    expect(statSync(file).size).toBe(bytes)
    expect((await runCli(write)).json()).toMatchObject({ error: { code: 'conflict' } })
    expect((await runCli(['bundle', 'fingerprint', '--db', db])).json()).toMatchObject({ contentHash, people: 20 })
    const as = { passphrase: TEST_PASSPHRASE }
    expect((await runCli(['bundle', 'check', file, '--db', emptyDb], as)).json()).toMatchObject({
      contentHash,
      isDemo: true,
      leads: [{ name: 'Dr Anjali Rao' }],
    })
    const made = await runCli(['bundle', 'bring-in', file, '--db', emptyDb, '--lead', 'Dr Anjali Rao'], as)
    expect(made.json()).toMatchObject({ contentHash, people: 20 })
    expect((await runCli(['bundle', 'fingerprint', '--db', emptyDb], as)).json()).toMatchObject({ contentHash })
    const again = await runCli(['bundle', 'bring-in', file, '--db', emptyDb], as)
    expect(again.json()).toMatchObject({ error: { code: 'conflict' } })
  })

  it('needs a reason, a file and a word that it knows', async () => {
    for (const typed of [
      ['bundle'],
      ['bundle', 'destroy', '--db', db],
      ['bundle', 'write', '--db', db, '--out', join(folder.path, 'other.zip')],
      ['bundle', 'check', '--db', db],
    ])
      expect((await runCli(typed)).json()).toMatchObject({ error: { code: 'usage' } })
    expect(existsSync(join(folder.path, 'other.zip'))).toBe(false)
  })
})
