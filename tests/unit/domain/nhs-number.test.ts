import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  formatNhsNumber,
  isTestNhsNumber,
  nhsNumberCheckDigit,
  parseNhsNumber,
  testNhsNumbers,
} from '#shared/domain/nhs-number.ts'

const RUNS = { numRuns: 300 }
const nineDigits = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'))
const valid = nineDigits
  .filter((nine) => nine !== '000000000' && nhsNumberCheckDigit(nine) !== null)
  .map((nine) => nine + String(nhsNumberCheckDigit(nine)))

describe('parseNhsNumber', () => {
  it.each(['9990000018', '999 000 0018', '999-000-0018', ' 999\u00A0000\u00A00018 ', '999\u2013000\u20130018'])(
    'reads %j',
    (text) => {
      expect(parseNhsNumber(text)).toEqual({ ok: true, nhsNumber: '9990000018' })
    },
  )

  it.each(['9990000026', '9990000107', '9434765919', '4010232137'])('accepts the published example %s', (text) => {
    expect(parseNhsNumber(text).ok).toBe(true)
  })

  it.each([
    ['', 'blank'],
    [' - ', 'blank'],
    ['999 000 001', 'too-short'],
    ['99900000180', 'too-long'],
    ['999000001X', 'not-digits'],
    ['9991234560', 'check-digit'],
    ['0000000000', 'check-digit'],
    ['9.99E+09', 'spreadsheet-mangled'],
    ['9,99E+09', 'spreadsheet-mangled'],
    ['1e9', 'spreadsheet-mangled'],
    ['9990000018.0', 'spreadsheet-mangled'],
  ])('refuses %j as %s', (text, reason) => {
    expect(parseNhsNumber(text)).toMatchObject({ ok: false, reason })
  })

  it('counts the digits in its message, as on the form', () => {
    expect(parseNhsNumber('999 000 001')).toMatchObject({ message: '9 digits here. An NHS number has 10' })
    expect(parseNhsNumber('9')).toMatchObject({ message: '1 digit here. An NHS number has 10' })
  })

  it('notices any one wrong digit and any swap of neighbours', () => {
    fc.assert(
      fc.property(
        valid,
        fc.nat({ max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat({ max: 8 }),
        (good, at, by, swap) => {
          const digits = good.split('')
          const wrong = digits.with(at, String((Number(digits[at]) + by) % 10)).join('')
          expect(parseNhsNumber(wrong).ok).toBe(false)
          const swapped = digits
            .with(swap, digits[swap + 1] ?? '')
            .with(swap + 1, digits[swap] ?? '')
            .join('')
          expect(parseNhsNumber(swapped).ok).toBe(swapped === good)
        },
      ),
      RUNS,
    )
  })

  it('reads back what it formats', () => {
    fc.assert(
      fc.property(valid, (nhsNumber) => {
        expect(parseNhsNumber(formatNhsNumber(nhsNumber))).toEqual({ ok: true, nhsNumber })
      }),
      RUNS,
    )
  })
})

describe('test numbers', () => {
  it('formats in threes and a four', () => {
    expect(formatNhsNumber('9990000018')).toBe('999 000 0018')
    expect(formatNhsNumber('12')).toBe('12')
  })

  it('knows the reserved range', () => {
    expect(isTestNhsNumber('9990000018')).toBe(true)
    expect(isTestNhsNumber('9989999999')).toBe(false)
    expect(isTestNhsNumber('999')).toBe(false)
  })

  it('gives valid numbers in rising order, skipping starts without a check digit', () => {
    expect(nhsNumberCheckDigit('999000000')).toBeNull()
    const first = testNhsNumbers(0).take(2000).toArray()
    expect(first.slice(0, 3)).toEqual(['9990000018', '9990000026', '9990000034'])
    expect(first).toContain('9990000107')
    expect(first.every((number) => parseNhsNumber(number).ok && isTestNhsNumber(number))).toBe(true)
    expect(first.toSorted()).toEqual(first)
    expect(new Set(first).size).toBe(2000)
  })

  it('starts from a prefix and ends with the range', () => {
    const last = [...testNhsNumbers(999_990)]
    expect(last.length).toBeGreaterThan(7)
    expect(last.every((number) => number.startsWith('99999999'))).toBe(true)
  })
})
