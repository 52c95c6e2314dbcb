import type { ContactKind, EventTypeCode } from '#shared/features/journey/public.ts'

/** The two contacts that every new diagnosis is owed, as lists and forms name them. */
export const CONTACT_KINDS = [
  { code: 'support_contact', label: 'Support contact', plural: 'Support contacts' },
  { code: 'care_review', label: 'Care review', plural: 'Care reviews' },
] as const satisfies readonly { code: ContactKind; label: string; plural: string }[]

/** What became of an attempt, as somebody records it. */
export const OUTCOMES = [
  { code: 'done', label: 'Done' },
  { code: 'invited', label: 'Invited' },
  { code: 'declined', label: 'Said no' },
  { code: 'unsuitable', label: 'Not suitable' },
] as const
export type Outcome = (typeof OUTCOMES)[number]['code']

const EVENT_OF: Readonly<Record<ContactKind, Readonly<Record<Outcome, EventTypeCode>>>> = {
  support_contact: {
    done: 'support_contact',
    invited: 'support_contact_invitation',
    declined: 'support_contact_declined',
    unsuitable: 'support_contact_unsuitable',
  },
  care_review: {
    done: 'care_review',
    invited: 'care_review_invitation',
    declined: 'care_review_declined',
    unsuitable: 'care_review_unsuitable',
  },
}

/** The journey event that an outcome is kept as. */
export const eventTypeFor = (kind: ContactKind, outcome: Outcome): EventTypeCode => EVENT_OF[kind][outcome]

/** That support information was given is an event of its own: it counts by itself. */
export const INFORMATION_GIVEN = 'support_information_given' satisfies EventTypeCode

/** Every event that belongs to one of the contacts. */
export const CARE_EVENT_TYPES: readonly EventTypeCode[] = [
  ...Object.values(EVENT_OF).flatMap((outcomes) => Object.values(outcomes)),
  INFORMATION_GIVEN,
]

/** Which contact an event belongs to, or null. */
export const kindOfEvent = (eventType: string): ContactKind | null => {
  if (eventType === INFORMATION_GIVEN) return 'support_contact'
  const found = CONTACT_KINDS.find(({ code }) => Object.values<string>(EVENT_OF[code]).includes(eventType))
  return found?.code ?? null
}

export const contactLabel = (kind: ContactKind): string =>
  kind === 'support_contact' ? 'Support contact' : 'Care review'
