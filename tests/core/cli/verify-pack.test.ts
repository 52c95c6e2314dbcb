import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli, temporaryFolder } from './run-cli.ts'

const TIMEOUT = 120_000
const folder = temporaryFolder()
const db = join(folder.path, 'practice.db')
const out = join(folder.path, 'sent')
let pack: string

beforeAll(async () => {
  await runCli(['demo', '--db', db, '--patients', '60', '--seed', '5', '--today', '2026-11-23'])
  const period = ['--from', '2025-04-01', '--to', '2026-03-31']
  const sending = ['--purpose', 'Network meeting', '--recipient', 'Primary care network', '--stays-inside']
  const written = await runCli(
    ['report', 'network', '--db', db, ...period, '--out', out, '--formats', 'pack', ...sending],
    {},
  )
  const { files } = written.json() as { files: { name: string }[] }
  pack = join(out, files[0]?.name ?? '')
}, TIMEOUT)
afterAll(() => folder.remove())

describe('report verify', { timeout: TIMEOUT }, () => {
  it('says whether a pack is as it was signed, with and without a register', async () => {
    const alone = await runCli(['report', 'verify', pack])
    expect(alone).toMatchObject({ code: 0 })
    expect(alone.json()).toMatchObject({ state: 'genuine', manifest: { kind: 'report', from: '2025-04-01' } })
    const here = await runCli(['report', 'verify', pack, '--db', db])
    expect(here.json()).toMatchObject({ state: 'genuine', signer: { isOurs: true } })
    const changed = join(folder.path, 'changed.throughline-pack')
    writeFileSync(changed, readFileSync(pack).toString('latin1').replace('Network report', 'Network retort'), 'latin1')
    const told = await runCli(['report', 'verify', changed])
    expect(told.json()).toMatchObject({
      error: { code: 'validation', message: expect.stringContaining('manifest.json') },
    })
    expect(told.code).toBe(3)
    expect((await runCli(['report', 'verify'])).code).toBe(2)
  })
})
