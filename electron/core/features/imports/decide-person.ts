import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { formatIsoDate, formatPartialDate } from '#shared/domain/partial-date.ts'
import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import { searchKey } from '#shared/domain/text-match.ts'
import { type DifferenceCode, differenceOf } from '#shared/features/imports/differences.ts'
import type { FieldChange } from '#shared/features/imports/schema.ts'
import type { PersonTable } from '../../db/schema.ts'
import { filled, refined, type Settling } from './differences.ts'
import type { IncomingPerson } from './incoming.ts'
import type { OurPerson } from './our-people.ts'
import { canBeSameDay, isMoreExact, partialOf } from './same-thing.ts'

export type PersonPatch = Partial<Omit<PersonTable, 'id' | 'version'>>

/** What the file changes in one person's own fields. `contradiction`: a fact that cannot be settled without asking. */
export interface PersonDecision {
  readonly patch: PersonPatch
  readonly changes: readonly FieldChange[]
  readonly contradiction: string | null
}

type TextColumn = 'local_id' | 'title' | 'surname' | 'given_name' | 'postcode' | 'usual_gp'

const TEXT_FIELDS: readonly { column: TextColumn; field: keyof IncomingPerson }[] = [
  { column: 'title', field: 'title' },
  { column: 'surname', field: 'surname' },
  { column: 'given_name', field: 'givenName' },
  { column: 'postcode', field: 'postcode' },
  { column: 'usual_gp', field: 'usualGp' },
  { column: 'local_id', field: 'localId' },
]

class Changes {
  readonly patch: PersonPatch = {}
  readonly list: FieldChange[] = []
  private readonly settling: Settling

  constructor(settling: Settling) {
    this.settling = settling
  }

  take(patch: PersonPatch, change: FieldChange): void {
    Object.assign(this.patch, patch)
    this.list.push(change)
  }

  /** @param patch what taking theirs stores, and what keeping both does. */
  settle(code: DifferenceCode, ours: string, theirs: string, patch: { theirs: PersonPatch; both?: PersonPatch }): void {
    const { change, choice } = this.settling.settle(code, ours, theirs)
    this.take(choice === 'ours' ? {} : choice === 'both' ? { ...patch.theirs, ...patch.both } : patch.theirs, change)
  }
}

/** True when the file has the same, or only the initial of a first name that we have in full. */
const saysNoMore = (column: TextColumn, ours: string, theirs: string): boolean => {
  if (ours === theirs) return true
  const known = searchKey(ours)
  const found = searchKey(theirs)
  return known === found || (column === 'given_name' && known.startsWith(found))
}

const decideTexts = (incoming: IncomingPerson, ours: OurPerson['row'], changes: Changes): void => {
  for (const { column, field } of TEXT_FIELDS) {
    const theirs = incoming[field] as string | null
    const current = ours[column] === '' ? null : ours[column]
    if (theirs === null || (current !== null && saysNoMore(column, current, theirs))) continue
    const patch = { [column]: theirs }
    if (current === null) changes.take(patch, filled(differenceOf(column).label, theirs))
    else
      changes.settle(column, current, theirs, {
        theirs: patch,
        ...(column === 'surname' ? { both: { previous_surname: current } } : {}),
      })
  }
}

const decideIdentity = (incoming: IncomingPerson, ours: OurPerson['row'], changes: Changes): string | null => {
  if (incoming.nhsNumber !== null && ours.nhs_number === null) {
    changes.take({ nhs_number: incoming.nhsNumber }, filled('NHS number', formatNhsNumber(incoming.nhsNumber)))
  } else if (incoming.nhsNumber !== null && incoming.nhsNumber !== ours.nhs_number)
    return 'The NHS number differs from ours'
  if (incoming.birthDate !== null && ours.birth_date === null) {
    changes.take({ birth_date: incoming.birthDate }, filled('Date of birth', formatIsoDate(incoming.birthDate)))
  } else if (incoming.birthDate !== null && incoming.birthDate !== ours.birth_date)
    return 'The date of birth differs from ours'
  return null
}

const decideSex = (incoming: IncomingPerson, ours: OurPerson['row'], changes: Changes): void => {
  if (incoming.sex === null || incoming.sex === ours.sex) return
  const theirs = labelOf(SEX_CODES, incoming.sex)
  const patch = { sex: incoming.sex }
  if (ours.sex === 'X') changes.take(patch, { ...filled('Sex', theirs), ours: 'Not known' })
  else changes.settle('sex', labelOf(SEX_CODES, ours.sex), theirs, { theirs: patch })
}

const decideDeath = (incoming: IncomingPerson, ours: OurPerson['row'], changes: Changes): void => {
  const theirs = incoming.deathDate
  if (theirs === null) return
  const current = partialOf(ours.death_date, ours.death_date_precision)
  const patch = { death_date: theirs.date, death_date_precision: theirs.precision }
  const words = formatPartialDate(theirs)
  if (current === null) changes.take(patch, filled('Date of death', words))
  else if (!canBeSameDay(current, theirs))
    changes.settle('death_date', formatPartialDate(current), words, { theirs: patch })
  else if (isMoreExact(theirs, current))
    changes.take(patch, refined('Date of death', formatPartialDate(current), words))
}

/**
 * Field by field: the file fills what is blank; what both sides say is settled as chosen or by what stands; a differing
 * date of birth or NHS number is a contradiction. A blank in the file never takes anything away.
 */
export const decidePerson = (incoming: IncomingPerson, ours: OurPerson['row'], settling: Settling): PersonDecision => {
  const changes = new Changes(settling)
  const contradiction = decideIdentity(incoming, ours, changes)
  decideDeath(incoming, ours, changes)
  decideTexts(incoming, ours, changes)
  decideSex(incoming, ours, changes)
  return { patch: changes.patch, changes: changes.list, contradiction }
}
