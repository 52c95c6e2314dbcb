/** Comparing names and search words the way people mean them: case, accents and punctuation do not matter. */

const COMBINING_MARKS = /\p{M}+/gu
const APOSTROPHES = /['\u2018\u2019\u02BC\u0060\u00B4.]+/g
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu
/** Most names: for them lower case is all there is to do, and imports do it for everyone. */
const PLAIN_ASCII = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/

/** Letters that Unicode does not split into a base letter and a mark, in the spelling used when it is absent. */
const LETTER_SPELLINGS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}
const SPELT_OUT = /[ßæœøđðþłı]/g

/**
 * A name reduced to lower-case letters and digits with single spaces: `O'Neill`, `O’NEILL` and `Oneill` agree, as do
 * `Okafor-Lyle` and `okafor lyle`, `José` and `Jose`. Empty text stays empty.
 */
export function normaliseName(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase()
    .replace(SPELT_OUT, (letter) => LETTER_SPELLINGS[letter] ?? letter)
    .replace(APOSTROPHES, '')
    .replace(NOT_LETTER_OR_DIGIT, ' ')
    .trim()
}

/** As {@link normaliseName} without spaces, so `Mc Donald` is found as `mcdonald` and `Okafor-Lyle` as `okaforlyle`. */
export function searchKey(text: string): string {
  return normaliseName(text).replaceAll(' ', '')
}
