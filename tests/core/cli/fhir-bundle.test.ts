import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli, temporaryFolder } from './run-cli.ts'

const TIMEOUT = 120_000
const folder = temporaryFolder()
const db = join(folder.path, 'practice.db')

beforeAll(async () => {
  await runCli(['demo', '--db', db, '--patients', '30', '--seed', '5', '--today', '2026-11-23'])
}, TIMEOUT)
afterAll(() => folder.remove())

describe('the fhir command', { timeout: TIMEOUT }, () => {
  it('writes a FHIR bundle without names, and with them only when that is said twice', async () => {
    const out = join(folder.path, 'bundle.json')
    const typed = ['fhir', '--db', db, '--out', out, '--reason', 'For a test', '--json']
    const refused = await runCli([...typed, '--identity', 'identifiable'])
    expect(refused.code).toBe(2)
    expect(refused.json()).toMatchObject({ error: { code: 'usage', message: expect.stringContaining('name people') } })
    expect(existsSync(out)).toBe(false)
    const done = await runCli(typed)
    expect(done.code).toBe(0)
    const { people, bytes } = done.json() as { people: number; bytes: number }
    expect(people).toBeGreaterThan(0)
    expect(readFileSync(out).byteLength).toBe(bytes)
    expect(readFileSync(out, 'utf8')).not.toContain('Ashworth')
    const named = await runCli([...typed, '--identity', 'identifiable', '--names-agreed'])
    expect(named.code).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('Ashworth')
  })
})
