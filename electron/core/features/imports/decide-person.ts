import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { formatIsoDate, formatPartialDate } from '#shared/domain/partial-date.ts'
import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import { searchKey } from '#shared/domain/text-match.ts'
import type { FieldChange } from '#shared/features/imports/schema.ts'
import type { PersonTable } from '../../db/schema.ts'
import type { IncomingPerson } from './incoming.ts'
import { canBeSameDay, isMoreExact, partialOf } from './same-thing.ts'

export type PersonPatch = Partial<Omit<PersonTable, 'id' | 'version'>>

/** What the file changes in one person's own fields. `contradiction`: a fact that cannot be settled without asking. */
export interface PersonDecision {
  readonly patch: PersonPatch
  readonly changes: readonly FieldChange[]
  readonly contradiction: string | null
}

const NONE = 'We had none'
const NEWER = 'Newer in the file'
const OURS_STAYS = 'Ours stays: the file does not say which is right'

type TextColumn = 'local_id' | 'title' | 'surname' | 'given_name' | 'postcode' | 'usual_gp'

/** Fields where a practice system's newest export is the newer fact, and those where it is just another one. */
const TEXT_FIELDS: readonly { column: TextColumn; field: keyof IncomingPerson; label: string; isNewer: boolean }[] = [
  { column: 'title', field: 'title', label: 'Title', isNewer: true },
  { column: 'surname', field: 'surname', label: 'Surname', isNewer: true },
  { column: 'given_name', field: 'givenName', label: 'First name', isNewer: true },
  { column: 'postcode', field: 'postcode', label: 'Postcode', isNewer: true },
  { column: 'usual_gp', field: 'usualGp', label: 'Usual GP', isNewer: true },
  { column: 'local_id', field: 'localId', label: 'Local number', isNewer: false },
]

class Changes {
  readonly patch: PersonPatch = {}
  readonly list: FieldChange[] = []

  take(patch: PersonPatch, label: string, ours: string | null, theirs: string, why: string): void {
    Object.assign(this.patch, patch)
    this.list.push({ label, ours, theirs, taken: true, why })
  }

  keep(label: string, ours: string, theirs: string): void {
    this.list.push({ label, ours, theirs, taken: false, why: OURS_STAYS })
  }
}

/** True when the file has the same, or only the initial of a first name that we have in full. */
const saysNoMore = (column: TextColumn, ours: string, theirs: string): boolean => {
  const known = searchKey(ours)
  const found = searchKey(theirs)
  return known === found || (column === 'given_name' && known.startsWith(found))
}

const decideTexts = (incoming: IncomingPerson, ours: PersonTable, changes: Changes): void => {
  for (const { column, field, label, isNewer } of TEXT_FIELDS) {
    const theirs = incoming[field] as string | null
    const current = ours[column] === '' ? null : ours[column]
    if (theirs === null || (current !== null && saysNoMore(column, current, theirs))) continue
    if (current === null) changes.take({ [column]: theirs }, label, null, theirs, NONE)
    else if (isNewer) changes.take({ [column]: theirs }, label, current, theirs, NEWER)
    else changes.keep(label, current, theirs)
  }
}

const decideIdentity = (incoming: IncomingPerson, ours: PersonTable, changes: Changes): string | null => {
  if (incoming.nhsNumber !== null && ours.nhs_number === null) {
    changes.take({ nhs_number: incoming.nhsNumber }, 'NHS number', null, formatNhsNumber(incoming.nhsNumber), NONE)
  } else if (incoming.nhsNumber !== null && incoming.nhsNumber !== ours.nhs_number)
    return 'The NHS number differs from ours'
  if (incoming.birthDate !== null && ours.birth_date === null) {
    changes.take({ birth_date: incoming.birthDate }, 'Date of birth', null, formatIsoDate(incoming.birthDate), NONE)
  } else if (incoming.birthDate !== null && incoming.birthDate !== ours.birth_date)
    return 'The date of birth differs from ours'
  return null
}

const decideSex = (incoming: IncomingPerson, ours: PersonTable, changes: Changes): void => {
  if (incoming.sex === null || incoming.sex === ours.sex) return
  const theirs = labelOf(SEX_CODES, incoming.sex)
  if (ours.sex === 'X') changes.take({ sex: incoming.sex }, 'Sex', 'Not known', theirs, NONE)
  else changes.keep('Sex', labelOf(SEX_CODES, ours.sex), theirs)
}

const decideDeath = (incoming: IncomingPerson, ours: PersonTable, changes: Changes): string | null => {
  const theirs = incoming.deathDate
  if (theirs === null) return null
  const current = partialOf(ours.death_date, ours.death_date_precision)
  const patch = { death_date: theirs.date, death_date_precision: theirs.precision }
  if (current === null) changes.take(patch, 'Date of death', null, formatPartialDate(theirs), NONE)
  else if (!canBeSameDay(current, theirs)) return 'The date of death differs from ours'
  else if (isMoreExact(theirs, current))
    changes.take(
      patch,
      'Date of death',
      formatPartialDate(current),
      formatPartialDate(theirs),
      'More exact in the file',
    )
  return null
}

/**
 * Field by field: the file fills what is blank; a name, address or GP in it is the newer fact; a differing date of
 * birth, death or NHS number is a contradiction. A blank in the file never takes anything away.
 */
export const decidePerson = (incoming: IncomingPerson, ours: PersonTable): PersonDecision => {
  const changes = new Changes()
  const contradiction = decideIdentity(incoming, ours, changes) ?? decideDeath(incoming, ours, changes)
  decideTexts(incoming, ours, changes)
  decideSex(incoming, ours, changes)
  return { patch: changes.patch, changes: changes.list, contradiction }
}
