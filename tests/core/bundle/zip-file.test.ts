import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createZipFile } from '#core/features/bundle/zip-file.ts'
import { refuseBomb, zipDirectory } from '#core/features/imports/public.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-zip-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const PYTHON = `
import sys, zipfile, json
with zipfile.ZipFile(sys.argv[1]) as z:
    print(json.dumps([z.testzip(), [[i.filename, i.file_size, z.read(i).decode('utf8')[:20]] for i in z.infolist()]]))
`

it('is a zip that other programs read, with parts of any size', async () => {
  const path = join(folder, 'x.zip')
  const zip = createZipFile(path)
  await zip.add('naïve.txt', [Buffer.from('à la carte')])
  await zip.add('empty.txt', [])
  await zip.add(
    'large.txt',
    (async function* () {
      for (let slice = 0; slice < 200; slice += 1) yield Buffer.from(`${slice}`.padEnd(50_000, 'x'))
    })(),
  )
  const size = zip.finish()
  zip.close()
  expect(statSync(path).size).toBe(size)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const bytes = readFileSync(path)
  const entries = zipDirectory(bytes)
  await refuseBomb(bytes, entries)
  expect(entries.map(({ name, unpacked }) => [name, unpacked])).toEqual([
    ['naïve.txt', 11],
    ['empty.txt', 0],
    ['large.txt', 10_000_000],
  ])
  expect(JSON.parse(execFileSync('python3', ['-c', PYTHON, path], { encoding: 'utf8' }))).toEqual([
    null,
    [
      ['naïve.txt', 11, 'à la carte'],
      ['empty.txt', 0, ''],
      ['large.txt', 10_000_000, '0xxxxxxxxxxxxxxxxxxx'],
    ],
  ])
})

it('ends when what is to be written fails', async () => {
  const zip = createZipFile(join(folder, 'x.zip'))
  const failing = (async function* () {
    yield Buffer.from('a')
    throw new Error('stopped')
  })()
  await expect(zip.add('a', failing)).rejects.toThrow('stopped')
  zip.close()
})
