import { type IncomingBlock, NO_WARNINGS, type RejectedBlock, rejectionOf } from './incoming.ts'
import { NameKeys, sameFirstName, Shelf } from './name-keys.ts'

/**
 * Who somebody of the file is, as light as telling a million others apart allows. What the file tells of them is not
 * kept: whoever wants it reads their lines again.
 */
interface Group {
  /** The lines of the block they are first met in. */
  readonly lines: readonly number[]
  readonly isNumbered: boolean
  readonly birthKey: number | null
  readonly givenName: string | null
  readonly localId: string | null
  /** Lines of other blocks that were found to be about them. */
  more: number[] | null
}

/** A block without an NHS number, until all numbers of the file are known. */
type Waiting = Pick<IncomingBlock, 'lines' | 'person'>

/** Somebody of the file: the lines that tell of them, rising, and what to look at before believing them. */
export interface PersonOfFile {
  readonly place: number
  readonly lines: readonly number[]
  readonly warnings: readonly string[]
}

const isNamedAlike = (one: Group, { givenName, localId }: Pick<Group, 'givenName' | 'localId'>): boolean =>
  sameFirstName(one.givenName ?? '', givenName ?? '') || (one.localId !== null && one.localId === localId)

const join = (group: Group, lines: readonly number[]): void => {
  group.more ??= []
  for (const line of lines) group.more.push(line)
}

const MOST_SHARERS = 20

/**
 * Says which blocks of a file are about one person: by NHS number, else by surname, birth and first name or local
 * number, else by local number alone. Everybody gets a place, from 0, in the order they are told apart in.
 */
export class PeopleOfFile {
  private readonly keys = new NameKeys()
  private readonly byNumber = new Map<string, Group>()
  private readonly byBirth = new Shelf<number, Group>()
  private readonly byLocalId = new Shelf<string, Group>()
  private readonly groups: Group[] = []
  private readonly waiting: Waiting[] = []

  /**
   * Takes one block. Those without a number wait until all numbers of the file are known.
   * @returns the place of somebody met for the first time; null where the block is about somebody met before, or waits.
   */
  add({ person, lines }: IncomingBlock): number | null {
    const group = person.nhsNumber === null ? undefined : this.byNumber.get(person.nhsNumber)
    if (group !== undefined) join(group, lines)
    else if (person.nhsNumber === null) this.waiting.push({ person, lines })
    else return this.open({ person, lines })
    return null
  }

  /**
   * Places the blocks that waited, once all have been taken: each joins the one person of the same name and birth, or of
   * the same local number where it has no name or birth to tell by.
   * @returns those that fit two people, of which neither is chosen.
   */
  settle(): RejectedBlock[] {
    return this.waiting.splice(0).flatMap((block) => {
      const alike = this.alike(block)
      const [only] = alike
      if (only === undefined) this.open(block)
      else if (alike.length === 1) join(only, block.lines)
      else {
        const shared = this.birthKeyOf(block) === null ? 'local number' : 'name and date of birth'
        return rejectionOf(block, `No NHS number, and two people in the file have this ${shared}`)
      }
      return []
    })
  }

  /** How many people there are. */
  get size(): number {
    return this.groups.length
  }

  /** Everybody, by place. To be asked once all blocks are settled. */
  everybody(): PersonOfFile[] {
    return this.groups.map((group, place) => this.personOf(group, place))
  }

  /** Those of whom the block they were first met in does not tell everything: it was not known yet when it was met. */
  toldLater(): PersonOfFile[] {
    return this.groups.flatMap((group, place) => {
      const person = this.personOf(group, place)
      return group.more === null && group.isNumbered && person.warnings.length === 0 ? [] : [person]
    })
  }

  private personOf(group: Group, place: number): PersonOfFile {
    const lines = group.more === null ? group.lines : [...group.lines, ...group.more].toSorted((a, b) => a - b)
    return { place, lines, warnings: this.warningsFor(group) }
  }

  /** Same name and birth under two numbers: two people, or one with a wrong number. Only a person can tell. */
  private warningsFor(group: Group): readonly string[] {
    const sharers = this.byBirth.under(group.birthKey)
    if (sharers.length < 2) return NO_WARNINGS
    // Of very many the first few will do for a warning.
    return sharers
      .slice(0, MOST_SHARERS)
      .filter((other) => other !== group && isNamedAlike(other, group))
      .map(({ lines }) => `Line ${lines[0] ?? 0} has the same name and date of birth under another NHS number`)
  }

  private open({ person, lines }: Waiting): number {
    const { nhsNumber, givenName, localId } = person
    const birthKey = this.birthKeyOf({ person })
    const group: Group = { lines, isNumbered: nhsNumber !== null, birthKey, givenName, localId, more: null }
    this.groups.push(group)
    if (nhsNumber !== null) this.byNumber.set(nhsNumber, group)
    this.byLocalId.add(localId, group)
    this.byBirth.add(birthKey, group)
    return this.groups.length - 1
  }

  private birthKeyOf({ person }: Pick<Waiting, 'person'>): number | null {
    return this.keys.surnameAndBirth(person.surname, person.birthDate)
  }

  /** Groups with the same surname, birth and first name or local number; with the local number alone where that is all. */
  private alike({ person }: Waiting): readonly Group[] {
    const key = this.birthKeyOf({ person })
    const sameLocal = this.byLocalId.under(person.localId)
    if (key === null) return sameLocal
    const sameName = this.byBirth.under(key).filter((group) => isNamedAlike(group, person))
    return sameName.length > 0 ? sameName : sameLocal.filter(({ birthKey }) => birthKey === null)
  }
}
