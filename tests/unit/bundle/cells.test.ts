import { array, assert, bigInt, constantFrom, double, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellFromWorkbook, joinLongParts, type LongPart, workbookCell } from '#core/features/bundle/workbook-cells.ts'
import { bundleLine, cellOf, valueOf } from '#shared/features/bundle/cells.ts'

/** Any text that a database can hold, rich in what files like to lose. */
const anyText = oneof(
  string({ unit: 'binary' }),
  string({
    unit: constantFrom("'", '=', '+', '-', '@', '\\', '"', ',', '\r', '\n', '\t', ' ', '_x000D_', '0', '＝'),
  }),
)

describe('a cell', () => {
  it('gives back every text, whatever it starts with', () => {
    assert(
      property(anyText, (text) => {
        expect(valueOf(cellOf(text), 'TEXT')).toBe(text)
      }),
    )
  })

  it('gives back every whole and real number', () => {
    assert(
      property(bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (number) => {
        expect(valueOf(cellOf(number), 'INTEGER')).toBe(number)
      }),
    )
    assert(
      property(double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(valueOf(cellOf(number), 'REAL')).toBe(number === 0 ? 0 : number)
      }),
    )
  })

  it('tells nothing recorded from an empty text', () => {
    expect([cellOf(null), cellOf('')]).toEqual(['', "'"])
    expect([valueOf('', 'TEXT'), valueOf("'", 'TEXT'), valueOf('', 'INTEGER')]).toEqual([null, '', null])
  })

  it('never starts a formula', () => {
    assert(
      property(anyText, (text) => {
        expect(cellOf(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }),
    )
    expect(cellOf('+44 1632 960140')).toBe("'+44 1632 960140")
  })

  it.each([
    ['=1+1', 'TEXT'],
    ["'needless", 'TEXT'],
    ['007', 'INTEGER'],
    ['1.0', 'INTEGER'],
    ['-0', 'INTEGER'],
    ['9223372036854775808', 'INTEGER'],
    ['1e3', 'REAL'],
    ['NaN', 'REAL'],
  ] as const)('that no register writes is refused: %s as %s', (cell, type) => {
    expect(valueOf(cell, type)).toBeUndefined()
  })
})

it('a line quotes what RFC 4180 asks for, and no more', () => {
  expect(bundleLine(['a', '', 'b,c', 'say "x"', 'two\r\nlines', ' blank', "'=1"])).toBe(
    'a,,"b,c","say ""x""","two\r\nlines"," blank",\'=1\r\n',
  )
})

describe('a cell of a workbook', () => {
  const roundTrip = (cells: readonly string[]): (string | undefined)[] => {
    const parts: LongPart[] = []
    const written = cells.map((cell) => workbookCell(cell, parts))
    const long = joinLongParts(parts)
    return written.map((cell) => cellFromWorkbook(cell, long ?? new Map()))
  }

  it('gives back every text, long and short', () => {
    assert(
      property(array(anyText), (texts) => {
        expect(roundTrip(texts)).toEqual(texts)
      }),
    )
    const long = ['é'.repeat(20_000), 'a'.repeat(70_000), '\u0000'.repeat(29_999)]
    expect(roundTrip(long)).toEqual(long)
  })

  it('holds nothing that XML or Excel would change', () => {
    assert(
      property(anyText, (text) => {
        const cell = workbookCell(text, [])
        expect(cell.length).toBeLessThan(32_767)
        // eslint-disable-next-line no-control-regex
        expect(cell).not.toMatch(/[\u0000-\u0009\u000B-\u001F\uFFFE\uFFFF]|_x[0-9a-f]{4}_|^\s|\s$/i)
        expect(cell.isWellFormed()).toBe(true)
      }),
    )
  })

  it('that names a part which is not there is refused', () => {
    expect(cellFromWorkbook('\\3', new Map())).toBeUndefined()
    expect(cellFromWorkbook('\\"open', new Map())).toBeUndefined()
    expect(joinLongParts([{ number: 1, part: 2, text: '|x|' }])).toBeNull()
    expect(joinLongParts([{ number: 1, part: 1, text: 'x' }])).toBeNull()
  })
})
