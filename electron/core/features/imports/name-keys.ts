import type { IsoDate } from '#shared/domain/partial-date.ts'
import { searchKey } from '#shared/domain/text-match.ts'

/** True when two first names are the same by any usual spelling, or one is the start or the initial of the other. */
export const sameFirstName = (one: string, other: string): boolean => {
  if (one === other) return one !== ''
  const a = searchKey(one)
  const b = searchKey(other)
  return a !== '' && b !== '' && (a === b || a.startsWith(b) || b.startsWith(a))
}

/** Spells surnames out for comparing. They repeat, in a register as in a file, so each is spelt out once. */
export class NameKeys {
  private readonly keys = new Map<string, string>()

  /** Surname and date of birth as one text for comparing, or null when either is missing. */
  surnameAndBirth(surname: string | null, birthDate: IsoDate | null): string | null {
    if (surname === null || birthDate === null) return null
    let key = this.keys.get(surname)
    if (key === undefined) {
      key = searchKey(surname)
      this.keys.set(surname, key)
    }
    return `${key} ${birthDate}`
  }
}

/** People under a key that several may share. Most are alone under theirs, and a list for each would be room for nothing. */
export class Shelf<T extends object> {
  private readonly items = new Map<string, T | T[]>()

  add(key: string | null, item: T): void {
    if (key === null) return
    const there = this.items.get(key)
    if (there === undefined) this.items.set(key, item)
    else if (Array.isArray(there)) there.push(item)
    else this.items.set(key, [there, item])
  }

  /** Everybody under a key, in the order they were added. */
  under(key: string | null): readonly T[] {
    const there = key === null ? undefined : this.items.get(key)
    if (there === undefined) return []
    return Array.isArray(there) ? there : [there]
  }
}
