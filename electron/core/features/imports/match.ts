import { searchKey } from '#shared/domain/text-match.ts'
import type { IncomingPerson } from './incoming.ts'
import { NameKeys, sameFirstName, Shelf } from './name-keys.ts'
import { givenNameOf, type KnownPerson } from './our-people.ts'

/** Whether somebody of the file is on the register. `refused`: nobody can tell without asking. */
export type Match =
  | { readonly is: 'known'; readonly person: KnownPerson; readonly on: string }
  | { readonly is: 'new' }
  | { readonly is: 'refused'; readonly reason: string }

const refused = (reason: string): Match => ({ is: 'refused', reason })

/** A surname or a first name may change; both at once is more likely a wrong number. */
const isSomeoneElse = (known: KnownPerson, { surname, givenName }: IncomingPerson): boolean =>
  surname !== null &&
  givenName !== null &&
  known.surname !== '' &&
  searchKey(surname) !== searchKey(known.surname) &&
  !sameFirstName(givenName, givenNameOf(known))

const byNumber = (known: KnownPerson, person: IncomingPerson): Match => {
  const otherBirth = known.birth_date !== null && person.birthDate !== null && known.birth_date !== person.birthDate
  if (otherBirth) return refused('The NHS number is on the register with another date of birth')
  if (isSomeoneElse(known, person)) return refused('The NHS number is on the register under another name')
  return { is: 'known', person: known, on: 'NHS number' }
}

const bothNumbered = (known: KnownPerson, person: IncomingPerson): boolean =>
  known.nhs_number !== null && person.nhsNumber !== null

/** Candidates share surname and date of birth; none has the incoming NHS number. */
const byName = (candidates: readonly KnownPerson[], person: IncomingPerson): Match => {
  const sameLocal = candidates.filter((known) => known.local_id !== null && known.local_id === person.localId)
  const sameName = candidates.filter((known) => sameFirstName(givenNameOf(known), person.givenName ?? ''))
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
const byLocalId = (candidates: readonly KnownPerson[], person: IncomingPerson): Match => {
  const [only, ...others] = candidates
  if (only === undefined) return { is: 'new' }
  if (others.length > 0) return refused('More than one person on the register has this local number')
  if (bothNumbered(only, person)) return refused('This local number is on the register under another NHS number')
  const otherBirth = only.birth_date !== null && person.birthDate !== null && only.birth_date !== person.birthDate
  if (otherBirth) return refused('This local number is on the register with another date of birth')
  if (isSomeoneElse(only, person)) return refused('This local number is on the register under another name')
  return { is: 'known', person: only, on: 'Local number' }
}

/**
 * Finds people on the register: by NHS number, else by surname and date of birth together with first name or local
 * number, else, where either record lacks a surname or a date of birth, by local number alone. Never two into one: what
 * does not fit cleanly is refused with the reason.
 */
export class KnownPeople {
  private readonly numbers = new Map<string, KnownPerson>()
  private readonly births = new Shelf<number, KnownPerson>()
  private readonly localIds = new Shelf<string, KnownPerson>()
  private readonly keys = new NameKeys()
  private people = 0

  /** Adds somebody of the register. */
  add(one: KnownPerson): void {
    this.people += 1
    if (one.nhs_number !== null) this.numbers.set(one.nhs_number, one)
    this.births.add(this.keys.surnameAndBirth(one.surname, one.birth_date), one)
    this.localIds.add(one.local_id, one)
  }

  /** How many were added. */
  get size(): number {
    return this.people
  }

  match(person: IncomingPerson): Match {
    const numbered = person.nhsNumber === null ? undefined : this.numbers.get(person.nhsNumber)
    if (numbered !== undefined) return byNumber(numbered, person)
    const candidates = this.births.under(this.keys.surnameAndBirth(person.surname, person.birthDate))
    if (candidates.length > 0) return byName(candidates, person)
    const sameLocal = this.localIds.under(person.localId)
    const told = isTold(person.surname, person.birthDate)
    return byLocalId(told ? sameLocal.filter((one) => !isTold(one.surname, one.birth_date)) : sameLocal, person)
  }
}
