import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { csvCell, csvLine, neutraliseFormula } from '#shared/domain/csv-safe.ts'
import { checkOdsPracticeCode } from '#shared/domain/ods-code.ts'
import { normaliseName, searchKey } from '#shared/domain/text-match.ts'

describe('csv cells', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1'])('neutralises %j', (text) => {
    expect(neutraliseFormula(text)).toBe(`'${text}`)
  })

  it.each(['-5', '+3.2', '12', '', 'plain', 'a=b', "O'Neill"])('leaves %j', (text) => {
    expect(neutraliseFormula(text)).toBe(text)
  })

  it('quotes as RFC 4180 says', () => {
    expect(csvLine(['a', 'b,c', 'say "x"', 'two\nlines', -4, null, true])).toBe(
      'a,"b,c","say ""x""","two\nlines",-4,,true\r\n',
    )
  })

  it('never starts a text cell with a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(csvCell(text).replace(/^"/, '')).not.toMatch(/^(?![+-]\d+(?:\.\d+)?"?$)[=+\-@\t\r]/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('names', () => {
  it.each([
    ['O’NEILL', "O'Neill"],
    ['Okafor-Lyle', 'okafor  lyle'],
    ['José', 'jose'],
    ['STRAẞE', 'strasse'],
    ['Łukasz', 'lukasz'],
    ['Ó Briain', 'o briain'],
    ['St. John', 'st john'],
  ])('%j and %j agree', (a, b) => {
    expect(normaliseName(a)).toBe(normaliseName(b))
  })

  it('searches without spaces', () => {
    expect(searchKey('Mc Donald')).toBe(searchKey('McDonald'))
    expect(searchKey("D'Souza")).toBe('dsouza')
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text))
      }),
      { numRuns: 300 },
    )
  })
})

describe('practice codes', () => {
  it('accepts the usual form and warns about others', () => {
    expect(checkOdsPracticeCode(' a10001')).toEqual({ ok: true })
    expect(checkOdsPracticeCode('U12345').warning).toContain('primary care network')
    expect(checkOdsPracticeCode('RJ1').warning).toContain('1 letter and 5 digits')
  })
})
