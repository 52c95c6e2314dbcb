import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LARGEST_FILE } from '#core/features/imports/given-bytes.ts'
import type { GivenFile } from '#core/files.ts'
import { openText } from '#core/features/imports/read-text.ts'
import type { TextEncoding } from '#shared/features/imports/schema.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-text-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const given = (path: string): GivenFile => ({ path, zipped: null })

const fileOf = (bytes: Uint8Array | string): string => {
  const path = join(folder, 'file.csv')
  writeFileSync(path, bytes)
  return path
}

const textOf = async (
  bytes: Uint8Array | string,
  wanted: TextEncoding | null = null,
): Promise<{ encoding: TextEncoding; text: string }> => {
  const file = await openText(given(fileOf(bytes)), wanted)
  let text = ''
  for await (const slice of file.slices()) text += slice
  return { encoding: file.encoding, text }
}

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('the encoding of a file', () => {
  it.each([
    ['a mark for UTF-8', Buffer.from('\uFEFFé,b\n'), 'utf-8', 'é,b\n'],
    ['no mark, valid UTF-8', Buffer.from('Zoë,b\n'), 'utf-8', 'Zoë,b\n'],
    ['a mark for UTF-16', Buffer.from('\uFEFFa,b\n', 'utf16le'), 'utf-16le', 'a,b\n'],
    ['a mark for big-endian UTF-16', bigEndian('\uFEFFa,b\n'), 'utf-16be', 'a,b\n'],
    [
      'UTF-16 without a mark',
      Buffer.from('Surname,Given\nPugh,Owen\n', 'utf16le'),
      'utf-16le',
      'Surname,Given\nPugh,Owen\n',
    ],
    [
      'big-endian UTF-16 without a mark',
      bigEndian('Surname,Given\nPugh,Owen\n'),
      'utf-16be',
      'Surname,Given\nPugh,Owen\n',
    ],
    ['bytes that are not UTF-8', Buffer.from([0x5a, 0x6f, 0xeb, 0x2c, 0x92, 0x0a]), 'windows-1252', 'Zoë,’\n'],
  ] as const)('is found from %s', async (_what, bytes, encoding, text) => {
    expect(await textOf(bytes)).toEqual({ encoding, text })
  })

  it('is UTF-8 wherever a slice of the file ends inside a letter, and not where that letter is broken', async () => {
    for (const letter of ['é', '€', '😀']) {
      const bytes = Buffer.from(letter)
      for (let before = 0; before <= bytes.length; before += 1) {
        const start = 'a,'.repeat(131_072).slice(before)
        expect((await textOf(start + letter + '\n')).encoding).toBe('utf-8')
        const broken = Buffer.concat([Buffer.from(start), bytes.subarray(0, -1), Buffer.from('b\n')])
        expect((await textOf(broken)).encoding).toBe('windows-1252')
      }
    }
  })

  it('is what a person chose, where they chose one', async () => {
    expect(await textOf(Buffer.from('Zoë\n'), 'windows-1252')).toEqual({ encoding: 'windows-1252', text: 'ZoÃ«\n' })
    await expect(textOf(Buffer.from([0x5a, 0xeb, 0x0a]), 'utf-8')).rejects.toThrow('This file is not UTF-8')
  })

  it('gives back any text that was written as UTF-8 or UTF-16', async () => {
    const words = fc.stringMatching(/^[A-Za-z0-9 ,éüŁ'’-]{4,40}\n$/)
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        expect((await textOf(Buffer.from(text))).text).toBe(text)
        expect((await textOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))).text).toBe(text)
        expect((await textOf(bigEndian(`\uFEFF${text}`))).text).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('does not break a letter at the end of a slice', async () => {
    const text = `${'x'.repeat(262_143)}é,end\n`
    expect((await textOf(Buffer.from(text))).text).toBe(text)
  })
})

describe('what is no table of text', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'This file is empty'],
    ['a PDF', Buffer.from('%PDF-1.7 and so on'), 'This is a PDF'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'This is a picture'],
    ['rubbish', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 37 + 11) % 256)), 'This is not a text file'],
    ['zeros', Buffer.alloc(4000), 'This is not a text file'],
  ])('is refused in words: %s', async (_what, bytes, words) => {
    await expect(openText(given(fileOf(bytes)), null)).rejects.toMatchObject({
      code: 'validation',
      message: expect.stringContaining(words),
    })
  })

  it('is refused when it is too large, without reading it', async () => {
    const path = fileOf('a,b\n')
    truncateSync(path, LARGEST_FILE + 1)
    await expect(openText(given(path), null)).rejects.toThrow('larger than 200 MB')
  })

  it('is refused when it is gone, or a folder', async () => {
    await expect(openText(given(join(folder, 'nowhere.csv')), null)).rejects.toMatchObject({ code: 'io' })
    await expect(openText(given(folder), null)).rejects.toThrow('That is a folder')
  })

  it('never crashes on bytes of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
        const read = await textOf(bytes).catch((cause: unknown) => cause)
        expect(read).toSatisfy((one: unknown) => (one instanceof Error ? one.name === 'AppError' : true))
      }),
      { numRuns: 300 },
    )
  })
})
