import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SEPARATORS } from '#shared/features/imports/schema.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { importing, temporaryFolder } from './import-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>

beforeAll(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
})

afterAll(async () => {
  folder.remove()
  await test.close()
})

const HEADINGS = ['Surname', 'First name', 'Hospital', 'Keyworker text']
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/** Every way that a list may be put down in bytes. Windows-1252 has the letters used here where Latin-1 has them. */
const WAYS: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-8 marked': (text) => Buffer.from(`\uFEFF${text}`, 'utf8'),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16le marked': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  'utf-16be marked': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'windows-1252': (text) => Buffer.from(text, 'latin1'),
}

const cell = fc.string({
  unit: fc.constantFrom('a', 'B', 'é', '£', 'ü', ' ', ',', ';', '\t', '|', '"', '\n', '\r\n', '=', '-', '@', '7'),
  maxLength: 10,
})
/** As a person reads a cell: breaks, tabs and runs of spaces are one space. */
const read = (text: string): string => text.replace(/\s+/g, ' ').trim()

it('gives back every cell of a list, however it was put down in bytes', async () => {
  const path = join(folder.path, 'printed.csv')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...Object.keys(WAYS)),
      fc.constantFrom(...SEPARATORS.map(({ code }) => code)),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (bodies, way, separator, end) => {
        // A first cell of its own keeps a row from being blank, a total, or the headings again.
        const rows = bodies.map((cells, at) => [`Person ${at}`, ...cells])
        const text = [HEADINGS, ...rows].map((cells) => cells.map(quoted).join(separator) + end).join('')
        writeFileSync(path, WAYS[way]?.(text) ?? '')
        const draft = await importing(test).read(path)
        expect(draft.separator).toBe(separator)
        expect(draft.columns.map(({ heading }) => heading)).toEqual(HEADINGS)
        const columns = draft.columns.map(({ samples }) => samples)
        expect(rows.map((_row, at) => columns.map((samples) => samples[at]))).toEqual(
          rows.map((cells) => cells.map(read)),
        )
      },
    ),
    { numRuns: 80 },
  )
})
