import { parseNhsNumber } from '#shared/domain/nhs-number.ts'

/** Not the decimals of a longer number. */
const TEN_DIGITS = /(?<!\d|\d[.,])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d|\.\d)/g

/** True when a text has an NHS number in it: ten digits, as they are usually grouped, with the check digit right. */
export const holdsNhsNumber = (text: string): boolean =>
  text.length >= 10 && (text.match(TEN_DIGITS) ?? []).some((digits) => parseNhsNumber(digits).ok)

/** True for a cell that is ten digits and nothing else, whether or not the check digit is right. */
export const looksLikeNhsNumber = (text: string): boolean => /^\d{3}[ -]?\d{3}[ -]?\d{4}$/.test(text)

const TITLED = /^(?:mr|mrs|miss|ms|master)\.? \p{L}/iu
/** `HOLLIS, Ada`, as clinical systems write names. */
const SURNAME_FIRST = /^\p{Lu}[\p{Lu}'’ -]+, ?\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)*(?: \(\p{L}+\))?$/u

/** True when a text is written as somebody's name is: with a title, or surname first in capitals. */
export const looksLikePersonName = (text: string): boolean => TITLED.test(text) || SURNAME_FIRST.test(text)
