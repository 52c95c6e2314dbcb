import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ReadRows, readRows } from '#core/features/imports/read-rows.ts'
import { findSeparator } from '#core/features/imports/separator.ts'
import type { Separator } from '#shared/features/imports/schema.ts'

const nothing = async (): Promise<void> => undefined

const cut = async function* (text: string, lengths: readonly number[]): AsyncGenerator<string> {
  let at = 0
  for (const length of lengths) {
    yield text.slice(at, at + length)
    at += length
  }
  yield text.slice(at)
}

const read = (text: string, separator: Separator = ',', cuts: readonly number[] = []): Promise<ReadRows> =>
  readRows(cut(text, cuts), separator, nothing)

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const print = (rows: readonly (readonly string[])[], separator: Separator, end: string): string =>
  rows.map((cells) => cells.map(quote).join(separator) + end).join('')

const SEPARATORS = [',', ';', '\t', '|'] as const
const cell = fc.string({
  unit: fc.constantFrom('a', 'é', ' ', ',', ';', '\t', '|', '"', '\n', '\r\n', "'", '=', '0'),
  maxLength: 8,
})
const filledRow = fc
  .array(cell, { minLength: 2, maxLength: 6 })
  .filter((cells) => cells.some((one) => one.trim() !== ''))

describe('reading what was written', () => {
  it('gives back every cell, whatever is in it and wherever the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(filledRow, { maxLength: 8 }),
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }),
        async (rows, separator, end, cuts) => {
          const { rows: found } = await read(print(rows, separator, end), separator, cuts)
          expect(found.slice(0).map((row) => row.cells)).toEqual(rows)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('knows the line that each row starts on', async () => {
    const { rows, blank } = await read('a,b\r\n1,"x\r\ny\r\nz"\r\n,\r\n\r\n2,w')
    expect(rows.slice(0).map((row) => [row.line, row.cells[0]])).toEqual([
      [1, 'a'],
      [2, '1'],
      [7, '2'],
    ])
    expect(blank).toBe(2)
  })

  it('reads to the end where lone carriage returns come first and pairs later', async () => {
    const text = `a,b\r1,2\r${'3,4\r\n'.repeat(70)}`
    expect((await read(text, ',', [8])).rows.length).toBe(72)
    expect((await read(text.slice(0, -2), ',', [8])).rows.length).toBe(72)
  })

  it('takes ragged rows and quotes inside a cell as they are', async () => {
    const { rows } = await read('a,b\n1\n2,3,4\n5,Edward "Ted" Hall\n')
    expect(rows.slice(0).map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['1'],
      ['2', '3', '4'],
      ['5', 'Edward "Ted" Hall'],
    ])
  })

  it('says which line has a quotation mark that never closes', async () => {
    await expect(read('a,b\n1,2\n3,"four\n5,6\n')).rejects.toMatchObject({
      code: 'validation',
      message: 'A quotation mark on line 3 is opened and never closed. Mend that line, or export the list again.',
    })
  })

  it('refuses a row with hundreds of columns and one that never ends', async () => {
    await expect(read(`${'x,'.repeat(600)}\n`)).rejects.toThrow('more than 500 columns')
    await expect(read(`a,b\n1,"${'x\n'.repeat(700_000)}`)).rejects.toThrow('line 2')
  })
})

describe('the separator', () => {
  it.each([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['semicolons with commas in the values', 'name;born\n"Pugh, Owen";1950\nRao, Anjali;1961\n', ';'],
    ['tabs with a comma in every name', 'no\tname\tborn\n1\tPUGH, Owen\t1950\n2\tRAO, Anjali\t1961\n', '\t'],
    ['upright bars', 'a|b\n1|2\n', '|'],
    ['commas inside quotes only', 'a;b\n"x,y,z";1\n"p,q,r";2\n', ';'],
    ['a preamble before the table', 'My report\nLast Run,4\na,b,c\n1,2,3\n4,5,6\n', ','],
  ] as const)('is found among %s', (_what, text, separator) => {
    expect(findSeparator(text)).toBe(separator)
  })

  it('is none where there is a single column', () => {
    expect(findSeparator('just\nsome\nwords\n')).toBeNull()
  })
})
