import { firstLine, type Incoming, type IncomingBlock, type RejectedBlock } from './incoming.ts'
import { mergeBlocks } from './merge-blocks.ts'
import { sameFirstName, surnameAndBirth } from './name-keys.ts'

type Group = [IncomingBlock, ...IncomingBlock[]]

/** People of the file, each once, and the rows of those that contradict themselves. */
export interface Gathered {
  readonly people: Incoming[]
  readonly rejected: RejectedBlock[]
}

const birthKey = ({ person }: IncomingBlock): string | null => surnameAndBirth(person.surname, person.birthDate)

const isNamedAlike = (one: IncomingBlock, other: IncomingBlock): boolean =>
  sameFirstName(one.person.givenName ?? '', other.person.givenName ?? '') ||
  (one.person.localId !== null && one.person.localId === other.person.localId)

const rejectTogether = (blocks: readonly IncomingBlock[], reason: string): RejectedBlock[] =>
  blocks.map(({ rows, person }) => ({ person, rows: rows.map((row) => ({ row, reason })) }))

/** What a row without an NHS number is found in the file by. */
const sharedBy = (block: IncomingBlock): string =>
  birthKey(block) === null ? 'local number' : 'name and date of birth'

const keepUnder = (groups: Map<string, Group[]>, key: string, group: Group): Group[] => {
  const others = groups.get(key) ?? []
  others.push(group)
  groups.set(key, others)
  return others
}

const MOST_SHARERS = 20

class FileGroups {
  private readonly byNumber = new Map<string, Group>()
  private readonly byBirth = new Map<string, Group[]>()
  private readonly byLocalId = new Map<string, Group[]>()
  /** Each group with all those of its surname and birth, itself among them. */
  private readonly sharers = new Map<Group, Group[]>()
  readonly groups: Group[] = []
  readonly rejected: RejectedBlock[] = []

  private open(block: IncomingBlock): void {
    const group: Group = [block]
    this.groups.push(group)
    if (block.person.nhsNumber !== null) this.byNumber.set(block.person.nhsNumber, group)
    if (block.person.localId !== null) keepUnder(this.byLocalId, block.person.localId, group)
    const key = birthKey(block)
    if (key !== null) this.sharers.set(group, keepUnder(this.byBirth, key, group))
  }

  addNumbered(block: IncomingBlock, nhsNumber: string): void {
    const group = this.byNumber.get(nhsNumber)
    if (group === undefined) this.open(block)
    else group.push(block)
  }

  /**
   * Without a number a row joins the one person of the same name and birth, or of the same local number where it has no
   * name or birth to tell by; where two fit, neither is chosen.
   */
  addUnnumbered(block: IncomingBlock): void {
    const alike = this.alike(block)
    const [only] = alike
    if (only === undefined) this.open(block)
    else if (alike.length === 1) only.push(block)
    else
      this.rejected.push(
        ...rejectTogether([block], `No NHS number, and two people in the file have this ${sharedBy(block)}`),
      )
  }

  /** Others of the same surname and birth. Of very many the first few will do for a warning. */
  sharing(group: Group): Group[] {
    const sharers = this.sharers.get(group) ?? []
    return sharers.length < 2 ? [] : sharers.slice(0, MOST_SHARERS)
  }

  /** Groups with the same surname, birth and first name or local number; with the local number alone where that is all. */
  private alike(block: IncomingBlock): Group[] {
    const key = birthKey(block)
    if (key !== null) return (this.byBirth.get(key) ?? []).filter(([first]) => isNamedAlike(first, block))
    return block.person.localId === null ? [] : (this.byLocalId.get(block.person.localId) ?? [])
  }
}

/** Same name and birth under two numbers: two people, or one with a wrong number. Only a person can tell. */
const warningsFor = (groups: FileGroups, group: Group): string[] =>
  groups
    .sharing(group)
    .filter((other) => other !== group && isNamedAlike(other[0], group[0]))
    .map((other) => `Line ${firstLine(other[0])} has the same name and date of birth under another NHS number`)

const repeatedCancer = ({ diagnoses }: Incoming): string[] => {
  const primaries = diagnoses
    .filter((diagnosis) => diagnosis.kind === 'new_primary')
    .map((diagnosis) => diagnosis.tumourGroup)
  return new Set(primaries).size < primaries.length
    ? ['The file has two diagnoses of the same cancer on different dates. Both are kept']
    : []
}

/**
 * Brings the blocks of a file together, one for each person: by NHS number, else by surname, birth and first name or
 * local number, else by local number alone. Nobody is merged whose rows disagree: all of them are rejected and say so.
 */
export const gatherPeople = (blocks: readonly IncomingBlock[]): Gathered => {
  const groups = new FileGroups()
  const unnumbered: IncomingBlock[] = []
  for (const block of blocks) {
    if (block.person.nhsNumber === null) unnumbered.push(block)
    else groups.addNumbered(block, block.person.nhsNumber)
  }
  for (const block of unnumbered) groups.addUnnumbered(block)
  const people: Incoming[] = []
  for (const group of groups.groups) {
    const merged = mergeBlocks(group)
    if (!merged.ok) groups.rejected.push(...rejectTogether(group, merged.reason))
    else
      people.push({ ...merged.incoming, warnings: [...warningsFor(groups, group), ...repeatedCancer(merged.incoming)] })
  }
  return { people, rejected: groups.rejected }
}
