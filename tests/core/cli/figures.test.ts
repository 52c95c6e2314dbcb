import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { searchCountFile } from '#tests/support/figure-files.ts'
import { runCli, temporaryFolder } from './run-cli.ts'

let folder: ReturnType<typeof temporaryFolder>
let db: string

beforeAll(async () => {
  folder = temporaryFolder()
  db = join(folder.path, 'register.db')
  const made = await runCli(['demo', '--db', db, '--patients', '5', '--today', '2026-11-23'])
  if (made.code !== 0) throw new Error(`the demo practice was not made: ${made.stderr}`)
}, 60_000)

afterAll(() => folder.remove())

const listed = async (): Promise<unknown> => (await runCli(['call', 'figures.list', '--db', db])).json()

it('checks a table of practice figures, then keeps it with its source', { timeout: 60_000 }, async () => {
  const file = join(folder.path, 'counts.csv')
  writeFileSync(file, searchCountFile())
  const dry = await runCli(['figures', file, '--db', db, '--dry-run', '--json'])
  expect(dry.json()).toMatchObject({ dryRun: true, accepted: 4, checks: { total: { state: 'agrees' } } })
  expect(await listed()).toEqual([])
  const real = await runCli(['figures', file, '--db', db, '--as-at', '2026-10-30'])
  expect(real.json()).toMatchObject({
    saved: true,
    set: { kind: 'search-counts', title: 'CAN005 support information', asAt: '2026-10-30', rowCount: 4 },
  })
  const again = await runCli(['figures', file, '--db', db, '--as-at', '2026-10-30'])
  expect(again.json()).toMatchObject({ saved: false })
  expect(await listed()).toMatchObject([{ asAt: '2026-10-30', state: 'current' }])
})

it('stands in the help with its kinds', async () => {
  const { stdout } = await runCli(['--help'])
  expect(stdout).toMatch(/figures FILE --db FILE[\s\S]*search-counts, list-sizes/)
})

it('refuses people, and asks for what the file does not say', { timeout: 60_000 }, async () => {
  const people = join(folder.path, 'people.csv')
  writeFileSync(people, 'NHS number,Surname\n9990000026,Hollis\n')
  const refused = await runCli(['figures', people, '--db', db])
  expect(refused).toMatchObject({ code: 3 })
  expect(refused.stdout).not.toMatch(/Hollis|9990000026/)
  const sizes = join(folder.path, 'sizes.csv')
  writeFileSync(sizes, 'Practice code,List size\nA99901,10312\n')
  expect(await runCli(['figures', sizes, '--db', db])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--source is missing'),
  })
})
