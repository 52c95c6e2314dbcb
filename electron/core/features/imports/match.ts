import { searchKey } from '#shared/domain/text-match.ts'
import type { IncomingPerson } from './incoming.ts'
import { NameKeys, sameFirstName, Shelf } from './name-keys.ts'
import type { Everybody, OurRow } from './our-people.ts'

/** What somebody is found by who has the NHS number of the file. */
export const BY_NUMBER = 'NHS number'

/** Whether somebody of the file is on the register. `refused`: nobody can tell without asking. */
export type Match =
  | { readonly is: 'known'; readonly person: OurRow; readonly on: string }
  | { readonly is: 'new' }
  | { readonly is: 'refused'; readonly reason: string }

const refused = (reason: string): Match => ({ is: 'refused', reason })

/** A local number says less than an NHS number: with another surname beside it, only the first name can speak for it. */
const isUnderAnotherName = (known: OurRow, { surname, givenName }: IncomingPerson): boolean =>
  surname !== null &&
  known.surname !== '' &&
  surname !== known.surname &&
  searchKey(surname) !== searchKey(known.surname) &&
  !sameFirstName(givenName ?? '', known.given_name)

/** A surname or a first name may change; both at once is more likely a wrong number. */
const isSomeoneElse = (known: OurRow, person: IncomingPerson): boolean =>
  person.givenName !== null && isUnderAnotherName(known, person)

const byNumber = (known: OurRow, person: IncomingPerson): Match => {
  const otherBirth = known.birth_date !== null && person.birthDate !== null && known.birth_date !== person.birthDate
  if (otherBirth) return refused('The NHS number is on the register with another date of birth')
  if (isSomeoneElse(known, person)) return refused('The NHS number is on the register under another name')
  return { is: 'known', person: known, on: BY_NUMBER }
}

const bothNumbered = (known: OurRow, person: IncomingPerson): boolean =>
  known.nhs_number !== null && person.nhsNumber !== null

/** Candidates share surname and date of birth; none has the incoming NHS number. */
const byName = (candidates: readonly OurRow[], person: IncomingPerson): Match => {
  const sameLocal = candidates.filter((known) => known.local_id !== null && known.local_id === person.localId)
  const sameName = candidates.filter((known) => sameFirstName(known.given_name, person.givenName ?? ''))
  const [likeliest, ...others] = sameLocal.length > 0 ? sameLocal : sameName
  if (likeliest === undefined) {
    const unsure = candidates.some((known) => !bothNumbered(known, person))
    return unsure
      ? refused('Somebody with this surname and date of birth is on the register under another first name')
      : { is: 'new' }
  }
  if (others.length > 0) return refused('More than one person on the register has this name and date of birth')
  if (bothNumbered(likeliest, person))
    return refused('This name and date of birth is on the register under another NHS number')
  return {
    is: 'known',
    person: likeliest,
    on: sameLocal.length > 0 ? 'Surname, date of birth and local number' : 'Surname, date of birth and first name',
  }
}

/** Whether surname and date of birth are there to tell somebody by. */
const isTold = (surname: string | null, birthDate: string | null): boolean =>
  surname !== null && surname !== '' && birthDate !== null

/** Candidates share the local number, and on one side there is no surname and date of birth to compare. */
const byLocalId = (candidates: readonly OurRow[], person: IncomingPerson): Match => {
  const [only, ...others] = candidates
  if (only === undefined) return { is: 'new' }
  if (others.length > 0) return refused('More than one person on the register has this local number')
  if (bothNumbered(only, person)) return refused('This local number is on the register under another NHS number')
  const otherBirth = only.birth_date !== null && person.birthDate !== null && only.birth_date !== person.birthDate
  if (otherBirth) return refused('This local number is on the register with another date of birth')
  if (isUnderAnotherName(only, person)) return refused('This local number is on the register under another name')
  return { is: 'known', person: only, on: 'Local number' }
}

/** People of the register by name and birth, and by local number. */
class Names {
  private readonly births = new Shelf<number, OurRow>()
  private readonly localIds = new Shelf<string, OurRow>()
  private readonly keys = new NameKeys()

  constructor(people: Iterable<OurRow>) {
    for (const one of people) {
      this.births.add(this.keys.surnameAndBirth(one.surname, one.birth_date), one)
      this.localIds.add(one.local_id, one)
    }
  }

  alike({ surname, birthDate }: IncomingPerson): readonly OurRow[] {
    return this.births.under(this.keys.surnameAndBirth(surname, birthDate))
  }

  withLocalId(localId: string | null): readonly OurRow[] {
    return this.localIds.under(localId)
  }
}

/**
 * Finds people on the register: by NHS number, else by surname and date of birth together with first name or local
 * number, else, where either record lacks a surname or a date of birth, by local number alone. Never two into one: what
 * does not fit cleanly is refused with the reason.
 */
export class KnownPeople {
  private readonly everybody: Everybody
  private names: Names | null = null

  constructor(everybody: Everybody) {
    this.everybody = everybody
  }

  match(person: IncomingPerson): Match {
    const numbered = person.nhsNumber === null ? undefined : this.everybody.withNumber(person.nhsNumber)
    if (numbered !== undefined) return byNumber(numbered, person)
    // Most lists are of people who are found by their number: for those nobody need be put in order by name.
    this.names ??= new Names(this.everybody)
    const candidates = this.names.alike(person)
    if (candidates.length > 0) return byName(candidates, person)
    const sameLocal = this.names.withLocalId(person.localId)
    const told = isTold(person.surname, person.birthDate)
    return byLocalId(told ? sameLocal.filter((one) => !isTold(one.surname, one.birth_date)) : sameLocal, person)
  }
}
