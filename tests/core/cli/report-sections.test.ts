import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runCli, temporaryFolder } from './run-cli.ts'

const TIMEOUT = 120_000
const folder = temporaryFolder()
afterAll(() => folder.remove())

it(
  'writes a report of the named sections only, in the order of a report',
  async () => {
    const db = join(folder.path, 'practice.db')
    const out = join(folder.path, 'report')
    await runCli(['demo', '--db', db, '--patients', '30', '--seed', '5', '--today', '2026-11-23'])
    const asked = ['--db', db, '--from', '2025-04-01', '--to', '2026-03-31', '--out', out, '--formats', 'json']
    const sending = ['--purpose', 'Audit', '--recipient', 'Us']
    const { code } = await runCli(['report', 'network', ...asked, ...sending, '--sections', 'deaths, stage'])
    expect(code).toBe(0)
    const [file = ''] = readdirSync(out).filter((name) => name.endsWith('31.json'))
    const { sections } = JSON.parse(readFileSync(join(out, file), 'utf8')) as { sections: { id: string }[] }
    expect(sections.map(({ id }) => id)).toEqual(['summary', 'stage', 'deaths', 'method'])
  },
  TIMEOUT,
)
