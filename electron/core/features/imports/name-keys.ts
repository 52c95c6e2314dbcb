import type { IsoDate } from '#shared/domain/partial-date.ts'
import { searchKey } from '#shared/domain/text-match.ts'

/** True when two first names are the same by any usual spelling, or one is the start or the initial of the other. */
export const sameFirstName = (one: string, other: string): boolean => {
  if (one === other) return one !== ''
  const a = searchKey(one)
  const b = searchKey(other)
  return a !== '' && b !== '' && (a === b || a.startsWith(b) || b.startsWith(a))
}

/** A date as a number: each day another one. */
const numberOfDay = (date: IsoDate): number => {
  let number = 0
  for (const at of DIGITS) number = number * 10 + date.charCodeAt(at) - ZERO
  return number
}
const DIGITS = [0, 1, 2, 3, 5, 6, 8, 9]
const ZERO = '0'.charCodeAt(0)
const DAYS = 10 ** 8

/**
 * An NHS number as a number for looking it up, which is lighter to keep than its text: its first nine digits, from which
 * the tenth follows. Numbers whose tenth was never checked may share one.
 */
export const numberKey = (text: string, from = 0): number => {
  let key = 0
  for (let at = from; at < from + 9; at += 1) key = key * 10 + text.charCodeAt(at) - ZERO
  return key
}

const ID_TAIL = [29, 30, 31, 32, 33, 34, 35]
const NINE = '9'.charCodeAt(0)
const BEFORE_TEN = 'a'.charCodeAt(0) - 10

/** An identifier (a UUID) as a number for looking it up: its last seven digits, which are random. A few may share one. */
export const idKey = (text: string, from = 0): number => {
  let key = 0
  for (const at of ID_TAIL) {
    const code = text.charCodeAt(from + at)
    key = key * 16 + (code > NINE ? code - BEFORE_TEN : code - ZERO)
  }
  return key
}

/** Gives surnames numbers for comparing. They repeat, in a register as in a file, so each is spelt out once. */
export class NameKeys {
  private readonly spelt = new Map<string, number>()
  private readonly numbers = new Map<string, number>()

  /** Surname and date of birth as one number for comparing, or null when either is missing. */
  surnameAndBirth(surname: string | null, birthDate: IsoDate | null): number | null {
    return surname === null || birthDate === null ? null : this.numberOf(surname) * DAYS + numberOfDay(birthDate)
  }

  private numberOf(surname: string): number {
    const before = this.spelt.get(surname)
    if (before !== undefined) return before
    const key = searchKey(surname)
    const number = this.numbers.get(key) ?? this.numbers.size
    this.numbers.set(key, number)
    this.spelt.set(surname, number)
    return number
  }
}

/** People under a key that several may share. Most are alone under theirs, and a list for each would be room for nothing. */
export class Shelf<K extends string | number, T extends object | number> {
  private readonly items = new Map<K, T | T[]>()

  add(key: K | null, item: T): void {
    if (key === null) return
    const there = this.items.get(key)
    if (there === undefined) this.items.set(key, item)
    else if (Array.isArray(there)) there.push(item)
    else this.items.set(key, [there, item])
  }

  /** Everybody under a key, in the order they were added. */
  under(key: K | null): readonly T[] {
    const there = key === null ? undefined : this.items.get(key)
    if (there === undefined) return []
    return Array.isArray(there) ? there : [there]
  }
}
