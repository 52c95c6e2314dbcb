import { FIRST_NAME_FAMILIES } from './first-names.ts'

/** How alike two names are, in steps that can be said in words. Names come normalised: small letters, single spaces. */

export interface Likeness {
  /** 1 the same, 0 nothing to go by, below 0 speaks against. */
  readonly share: number
  readonly words: string
}

const GROUPS: readonly (readonly [letters: RegExp, group: string])[] = [
  [/[aeiouhwy]/g, ''],
  [/[bpfv]+/g, '1'],
  [/[cgjkqsxz]+/g, '2'],
  [/[dt]+/g, '3'],
  [/l+/g, '4'],
  [/[mn]+/g, '5'],
  [/r+/g, '6'],
]
const SPELLINGS: readonly (readonly [written: RegExp, heard: string])[] = [
  [/^mac(?=[^ aeiou])/, 'mc'],
  [/^(?:kn|gn)/, 'n'],
  [/^wr/, 'r'],
  [/ph/g, 'f'],
  [/^c(?=[eiy])/, 's'],
  [/ck|[cq]/g, 'k'],
  [/^z/, 's'],
]

/**
 * What a name sounds like: names that are heard alike and written differently give the same text. Consonants in six
 * groups after the first sound, as Soundex has them, with spellings of one sound made one first.
 */
export const soundOf = (name: string): string => {
  let heard = name.replaceAll(' ', '')
  for (const [written, sound] of SPELLINGS) heard = heard.replace(written, sound)
  let rest = heard.slice(1)
  for (const [letters, group] of GROUPS) rest = rest.replace(letters, group)
  return heard.slice(0, 1) + rest.slice(0, 4)
}

/** True when one slip makes one of the other: a letter more, less, another, or two neighbours the other way round. */
export const isOneSlipApart = (one: string, other: string): boolean => {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const tail = (text: string, from: number): string => text.slice(from)
  if (one.length !== other.length) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one]
    return tail(short, start) === tail(long, start + 1)
  }
  if (tail(one, start + 1) === tail(other, start + 1)) return true
  return (
    one[start] === other[start + 1] &&
    one[start + 1] === other[start] &&
    tail(one, start + 2) === tail(other, start + 2)
  )
}

/** Shorter names are told apart by a letter: Lee and Lea are two names. */
const LEAST_FOR_A_SLIP = 4
const same = (words: string): Likeness => ({ share: 1, words })

const spelling = (one: string, other: string): Likeness | null => {
  if (one === other) return same('the same')
  if (one.replaceAll(' ', '') === other.replaceAll(' ', '')) return { share: 0.95, words: 'the same but for a space' }
  if (Math.min(one.length, other.length) >= LEAST_FOR_A_SLIP && isOneSlipApart(one, other))
    return { share: 0.8, words: 'one letter apart' }
  return soundOf(one) === soundOf(other) ? { share: 0.7, words: 'sound alike' } : null
}

const isPartOf = (one: string, other: string): boolean => {
  const parts = new Set(other.split(' '))
  return one.split(' ').some((part) => part.length > 2 && parts.has(part))
}

const best = (found: readonly (Likeness | null)[]): Likeness | null =>
  found.reduce<Likeness | null>(
    (top, one) => (one !== null && (top === null || one.share > top.share) ? one : top),
    null,
  )

/** @param ones, others surnames now and before; the first is the one now. */
export const surnameLikeness = (ones: readonly string[], others: readonly string[]): Likeness => {
  const [one = '', ...before] = ones
  const [other = '', ...otherBefore] = others
  const earlier = (a: string, b: string): Likeness | null => {
    const found = spelling(a, b)
    return found === null ? null : { share: found.share * 0.9, words: `${found.words}, as an earlier surname` }
  }
  return (
    best([
      spelling(one, other),
      isPartOf(one, other) ? { share: 0.8, words: 'one is part of the other' } : null,
      ...before.map((name) => earlier(name, other)),
      ...otherBefore.map((name) => earlier(one, name)),
      ...before.flatMap((name) => otherBefore.map((otherName) => earlier(name, otherName))),
    ]) ?? { share: -0.6, words: 'different' }
  )
}

const familyOf = new Map(
  FIRST_NAME_FAMILIES.flatMap((family, at) => family.split(' ').map((name) => [name, at] as const)),
)

/** The whole name that a short form is of, as far as our list has it: `bill` is `william`. */
export const wholeName = (name: string): string => {
  const family = familyOf.get(name)
  return family === undefined ? name : (FIRST_NAME_FAMILIES[family]?.split(' ')[0] ?? name)
}

const isShortForm = (one: string, other: string): boolean => {
  const family = familyOf.get(one)
  return family !== undefined && family === familyOf.get(other)
}

const givenSpelling = (one: string, other: string): Likeness | null => {
  if (one === other) return same('the same')
  const [first = ''] = one.split(' ')
  const [otherFirst = ''] = other.split(' ')
  if (first === otherFirst && first.length > 1) return { share: 0.95, words: 'the same but for a middle name' }
  if (isShortForm(first, otherFirst)) return { share: 0.85, words: 'a short form of one name' }
  if ((first.length === 1 || otherFirst.length === 1) && first.charAt(0) === otherFirst.charAt(0))
    return { share: 0.5, words: 'the same initial' }
  return spelling(first, otherFirst)
}

/** @param ones, others first names and what people are called instead. */
export const givenNameLikeness = (ones: readonly string[], others: readonly string[]): Likeness =>
  best(ones.flatMap((one) => others.map((other) => givenSpelling(one, other)))) ?? { share: -0.85, words: 'different' }
