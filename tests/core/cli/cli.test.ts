import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeLease } from '#core/db/sqlite/owner-lease.ts'
import { type Outcome, runCli, startCli, temporaryFolder } from './run-cli.ts'

const TIMEOUT = 120_000
const PEOPLE = 30
const folder = temporaryFolder()
const db = join(folder.path, 'practice.db')

const CSV = `NHS number,Surname,First name,Date of birth,Sex,Cancer,Diagnosis date
9990000026,Testcase,Ada,01/02/1950,F,Breast,03/04/2025
9990000034,Testcase,Bob,31/02/1950,M,Prostate,03/04/2025
`

interface Counted {
  counts: { rowsIn: number; people: Record<string, number> }
}
interface Failed {
  error: { code: string; message: string; fieldErrors?: Record<string, string> }
}

/** What the register holds, apart from the audit trail, which notes each opening. */
const content = async (): Promise<string> => {
  const page = await runCli(['call', 'register.page', '{"limit": 500}', '--db', db])
  expect(page.code).toBe(0)
  return createHash('sha256').update(page.stdout).digest('hex')
}

let made: Outcome

beforeAll(async () => {
  made = await runCli(['demo', '--db', db, '--patients', String(PEOPLE), '--seed', '5', '--today', '2026-11-23'])
}, TIMEOUT)
afterAll(() => folder.remove())

describe('a register made on the command line', { timeout: TIMEOUT }, () => {
  it('is described as it was asked for', () => {
    expect(made.stderr).toBe('Making up people\n')
    expect(made.code).toBe(0)
    expect(made.json()).toMatchObject({ people: PEOPLE, seed: 5, today: '2026-11-23', practice: 'Brackenfold Surgery' })
  })

  it('answers a call, from an argument and from stdin', async () => {
    const fromArgument = await runCli(['call', 'register.page', '{"search": "ashworth"}', '--db', db])
    expect(fromArgument.json()).toMatchObject({ total: 1, rows: [{ surname: 'Ashworth', givenName: 'Maureen' }] })
    expect(fromArgument.stderr).toBe('')
    const fromStdin = await runCli(['call', 'register.page', '-', '--db', db], { stdin: '{"limit": 5}' })
    expect(fromStdin.json()).toMatchObject({ total: PEOPLE })
  })

  it('writes the network report in every format', async () => {
    const out = join(folder.path, 'reports')
    const done = await runCli([
      'report',
      'network',
      '--purpose',
      'Network meeting',
      '--recipient',
      'Primary care network',
      '--db',
      db,
      '--from',
      '2025-04-01',
      '--to',
      '2026-03-31',
      '--formats',
      'json,csv,xlsx,docx,html',
      '--out',
      out,
      '--json',
    ])
    expect(done.code).toBe(0)
    expect(done.stderr).toBe('')
    const { files } = done.json() as { files: { name: string; bytes: number; sha256: string }[] }
    for (const file of files) {
      const bytes = readFileSync(join(out, file.name))
      expect(bytes.byteLength).toBe(file.bytes)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
    }
    const json = files.find((file) => file.name.endsWith('31.json'))
    expect(JSON.parse(readFileSync(join(out, json?.name ?? ''), 'utf8'))).toMatchObject({
      format: 'throughline.network-report',
      odsCode: 'A99901',
      demo: true,
    })
    expect(new Set(files.map((file) => file.name.split('.').at(-1)))).toEqual(
      new Set(['json', 'csv', 'xlsx', 'docx', 'html']),
    )
  })

  it('previews a file without changing anything, then brings it in', async () => {
    const file = join(folder.path, 'list.csv')
    writeFileSync(file, CSV)
    const before = await content()
    const asked = await runCli(['import', file, '--db', db, '--dry-run', '--json'])
    expect(asked.code).toBe(3)
    expect(asked.stdout).toContain('could be read day first or month first')
    const dates = ['--dates', 'day-first']
    const dry = await runCli(['import', file, '--db', db, '--dry-run', '--json', ...dates])
    expect(dry.code).toBe(0)
    expect(dry.json()).toMatchObject({ dryRun: true, counts: { rowsIn: 2 } })
    expect(await content()).toBe(before)
    const real = await runCli(['import', file, '--db', db, '--profile', 'plain', '--name', 'Spring list', ...dates])
    expect(real.code).toBe(0)
    expect(real.json()).toMatchObject({ dryRun: false, batch: { name: 'Spring list' } })
    expect((real.json() as Counted).counts.people).toEqual((dry.json() as Counted).counts.people)
    expect(await content()).not.toBe(before)
    const listed = await runCli(['call', 'imports.list', '--db', db])
    expect(listed.json()).toMatchObject([{ name: 'Spring list', undoneAt: null }])
  })

  it('makes a verified backup in the folder named', async () => {
    const out = join(folder.path, 'copies')
    mkdirSync(out)
    const done = await runCli(['backup', '--db', db, '--out', out, '--json'])
    expect(done.code).toBe(0)
    expect(readdirSync(out)).toContain((done.json() as { id: string }).id)
  })

  it('is the same again from the same seed and day', async () => {
    const other = join(folder.path, 'again.db')
    const third = join(folder.path, 'third.db')
    for (const path of [other, third])
      await runCli(['demo', '--db', path, '--patients', '12', '--seed', '9', '--today', '2026-11-23'])
    const [first, second] = await Promise.all(
      [other, third].map((path) => runCli(['call', 'register.page', '{"limit": 50}', '--db', path])),
    )
    expect(first?.stdout).toContain('Ashworth')
    expect(second?.stdout).toBe(first?.stdout)
  })
})

describe('a command that cannot be done', { timeout: TIMEOUT }, () => {
  const failing = async (typed: readonly string[], options?: { passphrase?: string; stdin?: string }) => {
    const outcome = await runCli(typed, options)
    expect(outcome.stderr).not.toMatch(/^\s+at /m)
    const { error } = outcome.json() as Failed
    expect(outcome.stderr).toContain(error.message)
    return { code: outcome.code, error, all: outcome.stdout + outcome.stderr }
  }

  it.each([
    ['no command', []],
    ['an unknown command', ['harvest']],
    ['an unknown option', ['demo', '--people', '3']],
    ['an option of another command', ['demo', '--db', 'x.db', '--user', 'Beth Tranter']],
    ['a number that is none', ['demo', '--db', 'x.db', '--patients', 'many']],
    ['too many people', ['demo', '--db', 'x.db', '--patients', '100001']],
    ['a day that does not exist', ['demo', '--db', 'x.db', '--today', '2026-02-30']],
    ['no register named', ['call', 'register.viewCounts']],
    ['an unknown method', ['call', 'register.harvest', '--db', db]],
    ['a method of the first screens', ['call', 'access.setUp', '{}', '--db', db]],
    ['a folder for a backup without --out', ['backup', folder.path, '--db', db]],
    ['a place for a demo without --db', ['demo', 'mine.db', '--db', join(folder.path, 'mine.db')]],
    ['a word after methods', ['methods', 'register.page']],
    ['an input that is not JSON', ['call', 'register.page', '{limit: 3}', '--db', db]],
    [
      'an unknown format',
      [
        'report',
        'network',
        '--purpose',
        'Network meeting',
        '--recipient',
        'Primary care network',
        '--db',
        db,
        '--from',
        '2025-04-01',
        '--to',
        '2026-03-31',
        '--out',
        folder.path,
        '--formats',
        'odt',
      ],
    ],
  ])('is refused as a usage error: %s', async (_what, typed) => {
    const { code, error } = await failing(typed)
    expect(code).toBe(2)
    expect(error.code).toBe('usage')
  })

  it.each([['--passphrase=hunter two'], ['--passphrase'], ['--password=hunter two'], ['-p']])(
    'never takes a passphrase as an argument: %s',
    async (option) => {
      const { code, error, all } = await failing(['call', 'register.page', '--db', db, option, 'hunter two'])
      expect(code).toBe(2)
      expect(error.message).toContain('THROUGHLINE_PASSPHRASE')
      expect(all).not.toContain('hunter')
    },
  )

  it.runIf(process.platform === 'linux')('comes back from an output folder that cannot be made', async () => {
    const typed = [
      'report',
      'network',
      '--db',
      db,
      '--from',
      '2025-04-01',
      '--to',
      '2026-03-31',
      '--purpose',
      'A',
      '--recipient',
      'B',
    ]
    expect(await failing([...typed, '--out', '/proc/report'])).toMatchObject({ code: 5, error: { code: 'io' } })
  })

  it('says what is wrong with an input', async () => {
    const { code, error } = await failing(['call', 'register.page', '{"limit": 0}', '--db', db])
    expect(code).toBe(3)
    expect(error.code).toBe('validation')
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['limit'])
  })

  it.each([
    [
      'a person who is not there',
      ['call', 'register.person', '{"id": "01900000-0000-7000-8000-000000000000"}', '--db', db],
    ],
    ['a register that is not there', ['call', 'register.viewCounts', '--db', join(folder.path, 'none.db')]],
    ['a user who has no access', ['call', 'register.viewCounts', '--db', db, '--user', 'Nobody']],
  ])('is not found: %s', async (_what, typed) => {
    expect(await failing(typed)).toMatchObject({ code: 3, error: { code: 'not-found' } })
  })

  it('refuses a wrong passphrase', async () => {
    const other = join(folder.path, 'guarded.db')
    expect(
      (await runCli(['demo', '--db', other, '--patients', '1'], { passphrase: 'lantern cobble thirteen moss' })).code,
    ).toBe(0)
    expect(
      (
        await runCli(['call', 'register.viewCounts', '--db', other], { passphrase: 'lantern cobble thirteen moss' })
      ).json(),
    ).toMatchObject({ everyone: 1 })
    expect(await failing(['call', 'register.viewCounts', '--db', other], { passphrase: 'wrong' })).toMatchObject({
      code: 4,
      error: { code: 'forbidden' },
    })
  })

  it('allows a person no more than their role does', async () => {
    const refused = await failing([
      'report',
      'network',
      '--purpose',
      'Network meeting',
      '--recipient',
      'Primary care network',
      '--db',
      db,
      '--user',
      'Mina Kettle',
      '--from',
      '2025-04-01',
      '--to',
      '2026-03-31',
      '--out',
      folder.path,
    ])
    expect(refused).toMatchObject({ code: 4, error: { code: 'forbidden' } })
  })

  it('leaves stderr empty under --json, whatever goes wrong', async () => {
    for (const typed of [['harvest'], ['import', join(folder.path, 'none.csv'), '--db', db]]) {
      const outcome = await runCli([...typed, '--json'])
      expect(outcome.stderr).toBe('')
      expect((outcome.json() as Failed).error.message).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('says when a file is not there', async () => {
    expect(await failing(['import', join(folder.path, 'none.csv'), '--db', db])).toMatchObject({
      code: 5,
      error: { code: 'io' },
    })
  })

  it('never overwrites a file', async () => {
    const taken = join(folder.path, 'taken.db')
    writeFileSync(taken, 'something else')
    expect(await failing(['demo', '--db', taken, '--patients', '1'])).toMatchObject({
      code: 6,
      error: { code: 'conflict' },
    })
    expect(readFileSync(taken, 'utf8')).toBe('something else')
  })

  it('leaves a register alone that somebody else has open', async () => {
    const lease = takeLease(db, { name: 'Beth Tranter', since: '2026-11-23T09:15:00.000Z' })
    try {
      const refused = await failing(['call', 'register.viewCounts', '--db', db])
      expect(refused).toMatchObject({ code: 6, error: { code: 'conflict' } })
      expect(refused.error.message).toContain('Beth Tranter')
    } finally {
      lease.release()
    }
    expect((await runCli(['call', 'register.viewCounts', '--db', db])).code).toBe(0)
  })
})

describe('stopping', { timeout: TIMEOUT }, () => {
  it('with Ctrl+C ends with 130 and leaves nothing behind', async () => {
    const path = join(folder.path, 'stopped.db')
    const { child, done } = startCli(['demo', '--db', path, '--patients', '100000'])
    child.stderr?.once('data', () => child.kill('SIGINT'))
    const outcome = await done
    expect(outcome.code).toBe(130)
    expect(outcome.json()).toMatchObject({ error: { code: 'cancelled' } })
    expect(readdirSync(folder.path).filter((name) => name.startsWith('stopped.db'))).toEqual([])
    expect(existsSync(path)).toBe(false)
  })
})
