/**
 * ODS codes of general practices. Checked softly: an unusual code is accepted with a warning, because the
 * Organisation Data Service adds forms over time and the other nations have their own.
 *
 * Source: NHS ODS, role RO76 (GP practice): one letter and five digits, for example A10001.
 */

export interface OdsCodeCheck {
  /** True when the code has the form of a practice code. A false answer is a reason to ask, never to refuse. */
  ok: boolean
  /** A sentence to show in amber when `ok` is false. */
  warning?: string
}

const PRACTICE_CODE = /^[A-Z]\d{5}$/
const PRIMARY_CARE_NETWORK_CODE = /^U\d{5}$/

/** The code in the form it is stored: capitals, no spaces. */
export function normaliseOdsCode(code: string): string {
  return code.replace(/\s/g, '').toUpperCase()
}

/** Says whether a code looks like a practice's. Spaces and small letters are forgiven. */
export function checkOdsPracticeCode(code: string): OdsCodeCheck {
  const normalised = normaliseOdsCode(code)
  if (PRIMARY_CARE_NETWORK_CODE.test(normalised)) {
    return { ok: false, warning: 'Codes that start with U belong to a primary care network, not to one practice' }
  }
  if (PRACTICE_CODE.test(normalised)) return { ok: true }
  return { ok: false, warning: 'A practice code is usually 1 letter and 5 digits, such as A10001. Check it' }
}
