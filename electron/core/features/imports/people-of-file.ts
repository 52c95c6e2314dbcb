import { firstLine, type Incoming, type IncomingBlock, type RejectedBlock, rejectionOf } from './incoming.ts'
import { mergeBlocks } from './merge-blocks.ts'
import { sameFirstName, surnameAndBirth } from './name-keys.ts'

type Group = [IncomingBlock, ...IncomingBlock[]]

/** One person of the file, or the rows that cannot be told to be one. */
export type Gathered =
  | { readonly ok: true; readonly incoming: Incoming }
  | { readonly ok: false; readonly rejected: readonly RejectedBlock[] }

const birthKey = ({ person }: IncomingBlock): string | null => surnameAndBirth(person.surname, person.birthDate)

const isNamedAlike = (one: IncomingBlock, other: IncomingBlock): boolean =>
  sameFirstName(one.person.givenName ?? '', other.person.givenName ?? '') ||
  (one.person.localId !== null && one.person.localId === other.person.localId)

/** What a row without an NHS number is found in the file by. */
const sharedBy = (block: IncomingBlock): string =>
  birthKey(block) === null ? 'local number' : 'name and date of birth'

const keepUnder = (groups: Map<string, Group[]>, key: string | null, group: Group): void => {
  if (key === null) return
  const others = groups.get(key)
  if (others === undefined) groups.set(key, [group])
  else others.push(group)
}

const MOST_SHARERS = 20

/** Same name and birth under two numbers: two people, or one with a wrong number. Only a person can tell. */
const warningsFor = (group: Group, sharers: readonly Group[]): string[] =>
  sharers
    .filter((other) => other !== group && isNamedAlike(other[0], group[0]))
    .map((other) => `Line ${firstLine(other[0])} has the same name and date of birth under another NHS number`)

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
  private readonly byNumber = new Map<string, Group>()
  private readonly byBirth = new Map<string, Group[]>()
  private readonly byLocalId = new Map<string, Group[]>()
  private readonly groups: Group[] = []
  private readonly unnumbered: IncomingBlock[] = []

  /** Takes one block. Those without a number wait until all numbers of the file are known. */
  add(block: IncomingBlock): void {
    const { nhsNumber } = block.person
    if (nhsNumber === null) this.unnumbered.push(block)
    else {
      const group = this.byNumber.get(nhsNumber)
      if (group === undefined) this.open(block)
      else group.push(block)
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
      else if (alike.length === 1) only.push(block)
      else return rejectionOf(block, `No NHS number, and two people in the file have this ${sharedBy(block)}`)
      return []
    })
  }

  get size(): number {
    return this.groups.length
  }

  /** Some of the people, in the order they are first met in. */
  people(from: number, to: number): Gathered[] {
    return this.groups.slice(from, to).map((group) => {
      const merged = mergeBlocks(group)
      if (!merged.ok) return { ok: false, rejected: group.map((block) => rejectionOf(block, merged.reason)) }
      const warnings = [...warningsFor(group, this.sharing(group)), ...repeatedCancer(merged.incoming)]
      return { ok: true, incoming: warnings.length === 0 ? merged.incoming : { ...merged.incoming, warnings } }
    })
  }

  private open(block: IncomingBlock): void {
    const group: Group = [block]
    this.groups.push(group)
    if (block.person.nhsNumber !== null) this.byNumber.set(block.person.nhsNumber, group)
    keepUnder(this.byLocalId, block.person.localId, group)
    keepUnder(this.byBirth, birthKey(block), group)
  }

  /** Others of the same surname and birth. Of very many the first few will do for a warning. */
  private sharing([first]: Group): readonly Group[] {
    const key = birthKey(first)
    return key === null ? [] : (this.byBirth.get(key) ?? []).slice(0, MOST_SHARERS)
  }

  /** Groups with the same surname, birth and first name or local number; with the local number alone where that is all. */
  private alike(block: IncomingBlock): Group[] {
    const key = birthKey(block)
    if (key !== null) return (this.byBirth.get(key) ?? []).filter(([first]) => isNamedAlike(first, block))
    return block.person.localId === null ? [] : (this.byLocalId.get(block.person.localId) ?? [])
  }
}
