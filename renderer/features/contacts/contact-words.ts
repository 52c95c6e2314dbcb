import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { APPROACHES, approachOf, SPEAK_EVERY_MONTHS, wantsTalk } from '#shared/features/contacts/rules.ts'
import { CONTACT_LEVELS, type Contact } from '#shared/features/contacts/schema.ts'

export const contactsWords = (count: number): string =>
  count === 1 ? '1 contact' : `${count.toLocaleString('en-GB')} contacts`

/** "Work with closely", or that it is not judged yet. */
export const approachWords = (contact: Contact): string => {
  const approach = approachOf(contact)
  return approach === null ? 'Not placed yet' : labelOf(APPROACHES, approach)
}

/** "High influence, some interest". */
export const placeWords = ({ influence, interest }: Pick<Contact, 'influence' | 'interest'>): string => {
  const word = (level: Contact['influence']): string =>
    level === null ? 'not judged' : labelOf(CONTACT_LEVELS, level).toLowerCase()
  return `Influence ${word(influence)}, interest ${word(interest)}`
}

export const spokenWords = ({ lastSpokenOn }: Pick<Contact, 'lastSpokenOn'>): string =>
  lastSpokenOn === null ? 'Not noted' : formatIsoDate(lastSpokenOn)

/** Why somebody wants a call; null where nobody waits for one. */
export const talkWords = (contact: Contact, today: IsoDate): string | null =>
  wantsTalk(contact, today) ? `Not spoken to for ${SPEAK_EVERY_MONTHS} months or more` : null
