import { firstLine, type Incoming, type IncomingBlock, type RejectedBlock, rejectionOf } from './incoming.ts'
import { mergeBlocks } from './merge-blocks.ts'
import { NameKeys, sameFirstName, Shelf } from './name-keys.ts'

/** What a file says of one person: the block they are first met in, and those that were found to be about them too. */
interface Group {
  readonly first: IncomingBlock
  others: readonly IncomingBlock[]
}

const NO_OTHERS: readonly IncomingBlock[] = []

const join = (group: Group, block: IncomingBlock): void => {
  group.others = [...group.others, block]
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

const NO_WARNINGS: readonly string[] = []

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
  private readonly byBirth = new Shelf<Group>()
  private readonly byLocalId = new Shelf<Group>()
  private readonly groups: Group[] = []
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
    return this.unnumbered.splice(0).flatMap((block) => {
      const alike = this.alike(block)
      const [only] = alike
      if (only === undefined) this.open(block)
      else if (alike.length === 1) join(only, block)
      else
        return rejectionOf(
          block,
          `No NHS number, and two people in the file have this ${this.keyOf(block) === null ? 'local number' : 'name and date of birth'}`,
        )
      return []
    })
  }

  get size(): number {
    return this.groups.length
  }

  /** Some of the people, in the order they are first met in. */
  people(from: number, to: number): Gathered[] {
    return this.groups.slice(from, to).map((group) => {
      const merged = mergeBlocks(group.first, group.others)
      if (!merged.ok)
        return { ok: false, rejected: [group.first, ...group.others].map((block) => rejectionOf(block, merged.reason)) }
      const { incoming } = merged
      const sharers = this.sharing(group)
      if (sharers.length < 2 && incoming.diagnoses.length < 2) return { ok: true, incoming }
      return {
        ok: true,
        incoming: { ...incoming, warnings: [...warningsFor(group, sharers), ...repeatedCancer(incoming)] },
      }
    })
  }

  private open(block: IncomingBlock): void {
    const group: Group = { first: block, others: NO_OTHERS }
    this.groups.push(group)
    if (block.person.nhsNumber !== null) this.byNumber.set(block.person.nhsNumber, group)
    this.byLocalId.add(block.person.localId, group)
    this.byBirth.add(this.keyOf(block), group)
  }

  private keyOf({ person }: IncomingBlock): string | null {
    return this.keys.surnameAndBirth(person.surname, person.birthDate)
  }

  /** Others of the same surname and birth. Of very many the first few will do for a warning. */
  private sharing({ first }: Group): readonly Group[] {
    return this.byBirth.under(this.keyOf(first)).slice(0, MOST_SHARERS)
  }

  /** Groups with the same surname, birth and first name or local number; with the local number alone where that is all. */
  private alike(block: IncomingBlock): readonly Group[] {
    const key = this.keyOf(block)
    return key === null
      ? this.byLocalId.under(block.person.localId)
      : this.byBirth.under(key).filter(({ first }) => isNamedAlike(first, block))
  }
}
