import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli, startCli, temporaryFolder } from './run-cli.ts'

const TIMEOUT = 120_000
const folder = temporaryFolder()
const db = join(folder.path, 'practice.db')

interface Failed {
  error: { code: string; message: string; fieldErrors?: Record<string, string> }
}

beforeAll(async () => {
  await runCli(['demo', '--db', db, '--patients', '5', '--seed', '5', '--today', '2026-11-23'])
}, TIMEOUT)
afterAll(() => folder.remove())

const failing = async (typed: readonly string[]) => {
  const outcome = await runCli(typed)
  return { code: outcome.code, error: (outcome.json() as Failed).error }
}

describe('what is refused before anything is done', { timeout: TIMEOUT }, () => {
  const REPORT = ['report', 'network', '--db', db, '--to', '2026-03-31', '--out', join(folder.path, 'refused')]

  it.each([
    ['a trial run of a report, which would freeze it all the same', ['--from', '2025-04-01', '--dry-run'], '--dry-run'],
    [
      'a section that there is none of',
      ['--from', '2025-04-01', '--sections', 'stage,weather'],
      '--sections takes register, new-diagnoses,',
    ],
    ['a period that ends before it begins', ['--from', '2026-04-01'], '--from is after --to'],
  ])('does nothing for %s', async (_what, options, words) => {
    const frozen = async (): Promise<string> => (await runCli(['call', 'reports.list', '{}', '--db', db])).stdout
    const before = await frozen()
    const { code, error } = await failing([...REPORT, ...options])
    expect([code, error.code]).toEqual([2, 'usage'])
    expect(error.message).toContain(words)
    expect(existsSync(join(folder.path, 'refused'))).toBe(false)
    expect(await frozen()).toBe(before)
  })

  it('leaves no folder behind for a report that was refused', async () => {
    const sending = ['--purpose', 'Network meeting', '--recipient', 'Primary care network']
    const { code } = await failing([...REPORT, '--from', '2025-04-01', ...sending, '--user', 'Mina Kettle'])
    expect(code).toBe(4)
    expect(existsSync(join(folder.path, 'refused'))).toBe(false)
  })

  it.each([
    ['[]', '', 'This must be a set of named fields'],
    ['{"limit": "many"}', 'limit', 'This must be a number'],
    ['{"limit": 0}', 'limit', 'This must be at least 1'],
  ])('says in plain words what is wrong with %s', async (input, field, words) => {
    const { error } = await failing(['call', 'register.page', input, '--db', db])
    expect(error.fieldErrors).toEqual({ [field]: words })
  })
})

describe('a run that is killed', { timeout: TIMEOUT }, () => {
  it.skipIf(process.platform === 'win32')('leaves its folder to the next run when it is killed', async () => {
    const { child, done } = startCli(['demo', '--db', join(folder.path, 'killed.db'), '--patients', '100000'])
    const own = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`throughline-cli-${child.pid}-`))
    child.stderr?.once('data', () => child.kill('SIGKILL'))
    await done
    expect(own()).toHaveLength(1)
    await runCli(['call', 'register.viewCounts', '--db', db])
    expect(own()).toEqual([])
  })
})
