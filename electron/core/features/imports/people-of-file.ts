import {
  firstLine,
  type Incoming,
  type IncomingBlock,
  NO_WARNINGS,
  type RejectedBlock,
  rejectionOf,
} from './incoming.ts'
import { mergeBlocks } from './merge-blocks.ts'
import { NameKeys, sameFirstName, Shelf } from './name-keys.ts'

/** What a file says of one person: the block they are first met in, and those that were found to be about them too. */
interface Group {
  readonly first: IncomingBlock
  others: IncomingBlock[] | null
}

const join = (group: Group, block: IncomingBlock): void => {
  if (group.others === null) group.others = [block]
  else group.others.push(block)
}

/** One person of the file, or the rows that cannot be told to be one. */
export type Gathered =
  | { readonly ok: true; readonly incoming: Incoming }
  | { readonly ok: false; readonly rejected: readonly RejectedBlock[] }

const isNamedAlike = (one: IncomingBlock, other: IncomingBlock): boolean =>
  sameFirstName(one.person.givenName ?? '', other.person.givenName ?? '') ||
  (one.person.localId !== null && one.person.localId === other.person.localId)

const MOST_SHARERS = 20

/** Same name and birth under two numbers: two people, or one with a wrong number. Only a person can tell. */
const warningsFor = (group: Group, sharers: readonly Group[]): string[] =>
  sharers
    .filter((other) => other !== group && isNamedAlike(other.first, group.first))
    .map((other) => `Line ${firstLine(other.first)} has the same name and date of birth under another NHS number`)

const repeatedCancer = ({ diagnoses }: IncomingBlock): readonly string[] => {
  if (diagnoses.length < 2) return NO_WARNINGS
  const primaries = diagnoses
    .filter((diagnosis) => diagnosis.kind === 'new_primary')
    .map((diagnosis) => diagnosis.tumourGroup)
  return new Set(primaries).size < primaries.length
    ? ['The file has two diagnoses of the same cancer on different dates. Both are kept']
    : NO_WARNINGS
}

/**
 * Brings the blocks of a file together, one for each person: by NHS number, else by surname, birth and first name or
 * local number, else by local number alone. Nobody is merged whose rows disagree: all of them are rejected and say so.
 */
export class PeopleOfFile {
  private readonly keys = new NameKeys()
  private readonly byNumber = new Map<string, Group>()
  private readonly byBirth = new Shelf<number, Group>()
  private readonly byLocalId = new Shelf<string, Group>()
  private readonly groups: (Group | null)[] = []
  /** Of those who share surname and birth with others, all of them. Of very many the first few will do for a warning. */
  private readonly sharers = new Map<Group, readonly Group[]>()
  private readonly unnumbered: IncomingBlock[] = []

  /** Takes one block. Those without a number wait until all numbers of the file are known. */
  add(block: IncomingBlock): void {
    const { nhsNumber } = block.person
    if (nhsNumber === null) this.unnumbered.push(block)
    else {
      const group = this.byNumber.get(nhsNumber)
      if (group === undefined) this.open(block)
      else join(group, block)
    }
  }

  /**
   * Places the blocks that waited, once all have been taken: each joins the one person of the same name and birth, or of
   * the same local number where it has no name or birth to tell by.
   * @returns those that fit two people, of which neither is chosen.
   */
  settle(): RejectedBlock[] {
    const rejected = this.unnumbered.splice(0).flatMap((block) => {
      const alike = this.alike(block)
      const [only] = alike
      if (only === undefined) this.open(block)
      else if (alike.length === 1) join(only, block)
      else {
        const shared = this.keyOf(block) === null ? 'local number' : 'name and date of birth'
        return rejectionOf(block, `No NHS number, and two people in the file have this ${shared}`)
      }
      return []
    })
    for (const group of this.byBirth.shared())
      for (const one of group) this.sharers.set(one, group.slice(0, MOST_SHARERS))
    // Nobody is looked for any more, and what is forgotten here need not stay until the last person is handed out.
    this.byNumber.clear()
    this.byBirth.clear()
    this.byLocalId.clear()
    return rejected
  }

  /** How many people there are, handed out or not. */
  get size(): number {
    return this.groups.length
  }

  /** Hands out some of the people, in the order they are first met in. Each is handed out once, and forgotten. */
  take(from: number, to: number): Gathered[] {
    const taken: Gathered[] = []
    for (let at = from; at < Math.min(to, this.groups.length); at += 1) {
      const group = this.groups[at]
      if (group === undefined || group === null) throw new Error('a person of the file is handed out twice')
      taken.push(this.gather(group))
      this.groups[at] = null
    }
    return taken
  }

  private gather(group: Group): Gathered {
    const merged = mergeBlocks(group.first, group.others ?? [])
    if (!merged.ok) {
      const blocks = [group.first, ...(group.others ?? [])]
      return { ok: false, rejected: blocks.map((block) => rejectionOf(block, merged.reason)) }
    }
    const { incoming } = merged
    const warnings = [...warningsFor(group, this.sharers.get(group) ?? []), ...repeatedCancer(incoming)]
    return { ok: true, incoming: warnings.length === 0 ? incoming : { ...incoming, warnings } }
  }

  private open(block: IncomingBlock): void {
    const group: Group = { first: block, others: null }
    this.groups.push(group)
    if (block.person.nhsNumber !== null) this.byNumber.set(block.person.nhsNumber, group)
    this.byLocalId.add(block.person.localId, group)
    this.byBirth.add(this.keyOf(block), group)
  }

  private keyOf({ person }: IncomingBlock): number | null {
    return this.keys.surnameAndBirth(person.surname, person.birthDate)
  }

  /** Groups with the same surname, birth and first name or local number; with the local number alone where that is all. */
  private alike(block: IncomingBlock): readonly Group[] {
    const key = this.keyOf(block)
    const sameLocal = this.byLocalId.under(block.person.localId)
    if (key === null) return sameLocal
    const sameName = this.byBirth.under(key).filter(({ first }) => isNamedAlike(first, block))
    return sameName.length > 0 ? sameName : sameLocal.filter(({ first }) => this.keyOf(first) === null)
  }
}
