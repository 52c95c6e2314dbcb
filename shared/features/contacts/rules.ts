import { addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import { searchKey } from '#shared/domain/text-match.ts'
import { CONTACT_KINDS, CONTACT_LEVELS, type Contact, type ContactKind, type ContactLevel } from './schema.ts'

/** Somebody worked closely with is spoken to at least this often, in calendar months. A default of this app. */
export const SPEAK_EVERY_MONTHS = 3

type Placed = Pick<Contact, 'influence' | 'interest'>

/** How to work with somebody, from how much they can move the plan and how much they want to. */
export const APPROACHES = [
  { code: 'closely', label: 'Work with closely' },
  { code: 'win', label: 'Win over' },
  { code: 'inform', label: 'Keep informed' },
  { code: 'watch', label: 'Keep an eye on' },
] as const
export type Approach = (typeof APPROACHES)[number]['code']

/**
 * The approach for one square of the map. Only high counts as high: somebody with some influence is informed or watched
 * first. null where either side is not judged yet.
 */
export const approachOf = ({ influence, interest }: Placed): Approach | null => {
  if (influence === null || interest === null) return null
  if (influence === 'high') return interest === 'low' ? 'win' : 'closely'
  return interest === 'high' || (influence === 'some' && interest === 'some') ? 'inform' : 'watch'
}

/** Whether somebody worked closely with has not been spoken to for longer than {@link SPEAK_EVERY_MONTHS}. */
export const wantsTalk = (contact: Placed & Pick<Contact, 'lastSpokenOn'>, today: IsoDate): boolean =>
  approachOf(contact) === 'closely' &&
  (contact.lastSpokenOn === null || addMonths(contact.lastSpokenOn, SPEAK_EVERY_MONTHS) < today)

export interface MapSquare {
  readonly influence: ContactLevel
  readonly interest: ContactLevel
  readonly approach: Approach
  readonly contacts: readonly Contact[]
}

export interface ContactMap {
  /** From high influence down to low, and in each from low interest to high. */
  readonly rows: readonly (readonly MapSquare[])[]
  /** Those whose influence or interest is not judged yet. */
  readonly unplaced: readonly Contact[]
}

/** Everybody on the map of influence and interest: each contact stands in one square, or among the unplaced. */
export const contactMap = (contacts: readonly Contact[]): ContactMap => ({
  rows: CONTACT_LEVELS.toReversed().map(({ code: influence }) =>
    CONTACT_LEVELS.map(({ code: interest }) => ({
      influence,
      interest,
      approach: approachOf({ influence, interest }) ?? 'watch',
      contacts: contacts.filter((one) => one.influence === influence && one.interest === interest),
    })),
  ),
  unplaced: contacts.filter((one) => approachOf(one) === null),
})

const kindLabel = (kind: ContactKind): string => CONTACT_KINDS.find(({ code }) => code === kind)?.label ?? kind

const lookedThrough = ({ name, role, organisation, kind, notes, email }: Contact): string =>
  searchKey([name, role, organisation, kindLabel(kind), notes, email].filter((text) => text !== null).join(' '))

/** The contacts that a search and a kind leave; every word that is typed must be found somewhere. */
export const foundContacts = (
  contacts: readonly Contact[],
  { find, kind }: { readonly find: string; readonly kind: ContactKind | null },
): Contact[] => {
  const words = find
    .split(/\s+/)
    .map(searchKey)
    .filter((word) => word !== '')
  return contacts.filter((one) => {
    if (kind !== null && one.kind !== kind) return false
    const text = lookedThrough(one)
    return words.every((word) => text.includes(word))
  })
}

/** "Lung nurse specialist, Wexcombe Hospital"; empty where neither is written. */
export const contactLine = ({ role, organisation }: Pick<Contact, 'role' | 'organisation'>): string =>
  [role, organisation].filter((text) => text !== null).join(', ')
