/**
 * NHS numbers: ten digits, the last of which checks the other nine.
 *
 * Source: NHS Data Dictionary, NHS NUMBER (modulus 11: weights 10 to 2 over the first nine digits, check digit
 * 11 minus the remainder, 11 written as 0, and 10 never issued). Numbers 999 000 0000 to 999 999 9999 are reserved
 * for testing and never given to a person.
 */

export type NhsNumberFault = 'too-short' | 'too-long' | 'not-digits' | 'check-digit' | 'spreadsheet-mangled' | 'blank'

export type NhsNumberResult = { ok: true; nhsNumber: string } | { ok: false; reason: NhsNumberFault; message: string }

const LENGTH = 10
const TEST_PREFIX = '999'
const TEN_DIGITS = /^\d{10}$/
const SEPARATORS = /[\s\u2010-\u2015-]/g
/** 9.99E+09, 9,99e9, 9990000018.0: what a spreadsheet makes of a ten-digit number kept as a quantity. */
const SPREADSHEET_FORM = /^\d+(?:[.,]\d+)?e[+-]?\d+$|^\d+[.,]\d+$/i

/**
 * The check digit (0 to 9) for the first nine digits, or `null` when no valid number starts with them
 * (about 1 in 11 starts) or the text is not nine digits.
 */
export function nhsNumberCheckDigit(nine: string): number | null {
  return /^\d{9}$/.test(nine) ? checkDigitAfter(nine) : null
}

/** @param digits nine of them, or more, of which the first nine count. */
function checkDigitAfter(digits: string): number | null {
  let sum = 0
  for (let position = 0; position < 9; position += 1) {
    sum += (digits.charCodeAt(position) - 48) * (10 - position)
  }
  const check = 11 - (sum % 11)
  if (check === 10) return null
  return check === 11 ? 0 : check
}

/** @param digits ten of them. */
function checked(digits: string): NhsNumberResult {
  if (checkDigitAfter(digits) !== digits.charCodeAt(9) - 48 || digits === '0000000000') {
    return fault('check-digit', 'This is not a valid NHS number: a digit is wrong or two are swapped')
  }
  return { ok: true, nhsNumber: digits }
}

function fault(reason: NhsNumberFault, message: string): NhsNumberResult {
  return { ok: false, reason, message }
}

/**
 * Reads an NHS number as people and systems write it: spaces and hyphens are allowed anywhere.
 * A failure carries a sentence to show beside the field; it never repeats what was typed.
 */
export function parseNhsNumber(text: string): NhsNumberResult {
  if (TEN_DIGITS.test(text)) return checked(text)
  const digits = text.replace(SEPARATORS, '')
  if (digits === '') return fault('blank', 'Enter an NHS number, 10 digits')
  if (SPREADSHEET_FORM.test(digits)) {
    return fault(
      'spreadsheet-mangled',
      'A spreadsheet has rounded this number and digits are lost. Export it again with the column set to text',
    )
  }
  if (!/^\d+$/.test(digits)) return fault('not-digits', 'An NHS number has only digits, spaces and hyphens')
  if (digits.length !== LENGTH) {
    const counted = digits.length === 1 ? '1 digit here' : `${digits.length} digits here`
    const reason = digits.length < LENGTH ? 'too-short' : 'too-long'
    return fault(reason, `${counted}. An NHS number has 10`)
  }
  return checked(digits)
}

/** Ten digits in the 3-3-4 form of letters and screens. Any other text comes back as it was. */
export function formatNhsNumber(nhsNumber: string): string {
  if (nhsNumber.length !== LENGTH) return nhsNumber
  return `${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}`
}

/** True for the range reserved for testing (999 000 0000 to 999 999 9999). Such a number is nobody's. */
export function isTestNhsNumber(nhsNumber: string): boolean {
  return nhsNumber.length === LENGTH && nhsNumber.startsWith(TEST_PREFIX)
}

/**
 * Valid test numbers in rising order. `start` counts nine-digit prefixes from 999 000 000, not numbers yielded;
 * prefixes without a valid check digit are skipped. Ends when the range is used up (about 909,000 numbers).
 */
export function* testNhsNumbers(start = 0): Generator<string, void, undefined> {
  for (let prefix = Math.max(0, start); prefix < 1_000_000; prefix += 1) {
    const nine = TEST_PREFIX + String(prefix).padStart(6, '0')
    const check = nhsNumberCheckDigit(nine)
    if (check !== null) yield nine + String(check)
  }
}
