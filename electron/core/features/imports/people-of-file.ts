import { type IncomingBlock, NO_WARNINGS, type RejectedBlock, rejectionOf } from './incoming.ts'
import { NameKeys, numberKey, sameFirstName, Shelf } from './name-keys.ts'
import { NumberTable } from './number-table.ts'

/** A block without an NHS number, until all numbers of the file are known. */
type Waiting = Pick<IncomingBlock, 'lines' | 'person'>

/** Somebody of the file: the lines that tell of them, rising, and what to look at before believing them. */
export interface PersonOfFile {
  readonly place: number
  readonly lines: readonly number[]
  readonly warnings: readonly string[]
}

interface Named {
  readonly givenName: string | null
  readonly localId: string | null
}

const isNamedAlike = (one: Named, { givenName, localId }: Named): boolean =>
  sameFirstName(one.givenName ?? '', givenName ?? '') || (one.localId !== null && one.localId === localId)

const MOST_SHARERS = 20

/** Stands among birth keys for somebody who has none. */
const NO_KEY = -1

/** The keys that several people have. */
const sharedKeys = (keys: readonly number[]): ReadonlySet<number> => {
  const sorted = new Float64Array(keys).toSorted()
  const shared = new Set<number>()
  for (let at = 1; at < sorted.length; at += 1) {
    const key = sorted[at] ?? NO_KEY
    if (key !== NO_KEY && key === sorted[at - 1]) shared.add(key)
  }
  return shared
}

/**
 * Says which blocks of a file are about one person: by NHS number, else by surname, birth and first name or local
 * number, else by local number alone. Everybody gets a place, from 0, in the order they are told apart in. Who somebody
 * is stands in columns, as light as telling a million others apart allows; what the file tells of them is not kept:
 * whoever wants it reads their lines again.
 */
export class PeopleOfFile {
  private readonly keys = new NameKeys()
  private readonly byNumber = new NumberTable()
  private readonly waiting: Waiting[] = []
  /** The lines of the block that each is first met in: nearly always one, and a list for each would be room for nothing. */
  private readonly lines: (number | readonly number[])[] = []
  private readonly birthKeys: number[] = []
  private readonly givenNames: (string | null)[] = []
  private readonly localIds: (string | null)[] = []
  /** Who has no NHS number. */
  private readonly unnumbered = new Set<number>()
  /** Lines of other blocks that were found to be about somebody. */
  private readonly more = new Map<number, number[]>()

  /**
   * Takes one block. Those without a number wait until all numbers of the file are known.
   * @returns the place of somebody met for the first time; null where the block is about somebody met before, or waits.
   */
  add({ person, lines }: IncomingBlock): number | null {
    if (person.nhsNumber === null) {
      this.waiting.push({ person, lines })
      return null
    }
    const place = this.byNumber.only(numberKey(person.nhsNumber))
    if (place === undefined) return this.open({ person, lines })
    this.join(place, lines)
    return null
  }

  /**
   * Places the blocks that waited, once all have been taken: each joins the one person of the same name and birth, or of
   * the same local number where it has no name or birth to tell by.
   * @returns those that fit two people, of which neither is chosen.
   */
  settle(): RejectedBlock[] {
    const waiting = this.waiting.splice(0)
    if (waiting.length === 0) return []
    const byBirth = this.shelf(this.birthKeys, NO_KEY)
    const byLocalId = this.shelf(this.localIds, null)
    /** People with the same surname, birth and first name or local number; with the local number alone where that is all. */
    const alike = (key: number, person: Waiting['person']): readonly number[] => {
      const sameLocal = byLocalId.under(person.localId)
      if (key === NO_KEY) return sameLocal
      const sameName = byBirth.under(key).filter((place) => isNamedAlike(this.named(place), person))
      return sameName.length > 0 ? sameName : sameLocal.filter((place) => this.birthKeys[place] === NO_KEY)
    }
    return waiting.flatMap((block) => {
      const key = this.birthKeyOf(block)
      const found = alike(key, block.person)
      const [only] = found
      if (only === undefined) {
        const place = this.open(block)
        byBirth.add(key === NO_KEY ? null : key, place)
        byLocalId.add(block.person.localId, place)
      } else if (found.length === 1) this.join(only, block.lines)
      else {
        const shared = key === NO_KEY ? 'local number' : 'name and date of birth'
        return rejectionOf(block, `No NHS number, and two people in the file have this ${shared}`)
      }
      return []
    })
  }

  /** How many people there are. */
  get size(): number {
    return this.lines.length
  }

  /** Everybody, by place. To be asked once all blocks are settled. */
  everybody(): PersonOfFile[] {
    const sharers = this.sharers()
    return this.lines.map((_lines, place) => this.personOf(place, sharers))
  }

  /** Those of whom the block they were first met in does not tell everything: it was not known yet when it was met. */
  toldLater(): PersonOfFile[] {
    const sharers = this.sharers()
    const later: PersonOfFile[] = []
    for (let place = 0; place < this.lines.length; place += 1) {
      const isShared = sharers.has(this.birthKeys[place] ?? NO_KEY)
      if (!isShared && !this.more.has(place) && !this.unnumbered.has(place)) continue
      const person = this.personOf(place, sharers)
      if (this.more.has(place) || this.unnumbered.has(place) || person.warnings.length > 0) later.push(person)
    }
    return later
  }

  private personOf(place: number, sharers: ReadonlyMap<number, readonly number[]>): PersonOfFile {
    const first = this.linesOf(place)
    const more = this.more.get(place)
    const lines = more === undefined ? first : [...first, ...more].toSorted((a, b) => a - b)
    return { place, lines, warnings: this.warningsFor(place, sharers.get(this.birthKeys[place] ?? NO_KEY)) }
  }

  /** Same name and birth under two numbers: two people, or one with a wrong number. Only a person can tell. */
  private warningsFor(place: number, sharers: readonly number[] | undefined): readonly string[] {
    if (sharers === undefined) return NO_WARNINGS
    const own = this.named(place)
    // Of very many the first few will do for a warning.
    return sharers
      .slice(0, MOST_SHARERS)
      .filter((other) => other !== place && isNamedAlike(this.named(other), own))
      .map(
        (other) => `Line ${this.linesOf(other)[0] ?? 0} has the same name and date of birth under another NHS number`,
      )
  }

  /** Those who share surname and birth with others, under their key. */
  private sharers(): ReadonlyMap<number, readonly number[]> {
    const sharers = new Map<number, number[]>([...sharedKeys(this.birthKeys)].map((key) => [key, []]))
    if (sharers.size === 0) return sharers
    for (let place = 0; place < this.birthKeys.length; place += 1)
      sharers.get(this.birthKeys[place] ?? NO_KEY)?.push(place)
    return sharers
  }

  private shelf<K extends number | string | null>(keys: readonly K[], none: K): Shelf<NonNullable<K>, number> {
    const shelf = new Shelf<NonNullable<K>, number>()
    for (const [place, key] of keys.entries()) shelf.add(key === none || key === null ? null : key, place)
    return shelf
  }

  private linesOf(place: number): readonly number[] {
    const lines = this.lines[place] ?? []
    return typeof lines === 'number' ? [lines] : lines
  }

  private named(place: number): Named {
    return { givenName: this.givenNames[place] ?? null, localId: this.localIds[place] ?? null }
  }

  private join(place: number, lines: readonly number[]): void {
    const more = this.more.get(place)
    if (more === undefined) this.more.set(place, [...lines])
    else for (const line of lines) more.push(line)
  }

  private open(block: Waiting): number {
    const { nhsNumber, givenName, localId } = block.person
    const place = this.lines.length
    const [line] = block.lines
    this.lines.push(block.lines.length === 1 && line !== undefined ? line : block.lines)
    this.birthKeys.push(this.birthKeyOf(block))
    this.givenNames.push(givenName)
    this.localIds.push(localId)
    if (nhsNumber === null) this.unnumbered.add(place)
    else this.byNumber.add(numberKey(nhsNumber), place)
    return place
  }

  private birthKeyOf({ person }: Waiting): number {
    return this.keys.surnameAndBirth(person.surname, person.birthDate) ?? NO_KEY
  }
}
