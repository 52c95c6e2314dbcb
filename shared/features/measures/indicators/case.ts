import { dayNumber } from '#shared/domain/calendar.ts'
import { QOF_REGISTER_RULE } from '#shared/domain/qof-register.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import { eventTypeNumber, type EventColumns, type PersonFacts, type Span } from '../facts.ts'
import { spanOfEvent } from '../event-span.ts'
import type { Readings } from './readings.ts'
import type { ShareRule } from './rule.ts'

/** A diagnosis without a date may have been made on any day. */
export const UNDATED: Span = { from: dayNumber('1900-01-01'), to: dayNumber('2199-12-31') }

/** The register counts diagnoses from this day on. */
export const REGISTER_FROM = dayNumber(QOF_REGISTER_RULE.diagnosedFrom)

/** What an event is to a rule. */
export const ROLES = ['done', 'confirmed', 'invited', 'declined', 'unsuitable'] as const
export type Role = (typeof ROLES)[number]

type CaseEvents = { readonly [R in Role]: readonly Span[] }

/** One person as a rule sees them: spans only, each its own object, so that a wide one can be narrowed and put back. */
export interface Case {
  readonly died: Span | null
  readonly registrations: readonly { readonly from: Span | null; readonly to: Span | null }[]
  /** Diagnoses of the sorts that the register counts, whenever made. */
  readonly diagnosed: readonly Span[]
  readonly events: CaseEvents
}

const own = (span: Readonly<Span>): Span => ({ from: span.from, to: span.to })

/** By event type number: 1 + the place in {@link ROLES}, or 0 for an event that the rule does not ask about. */
type RoleTable = Uint8Array

const TYPES: Readonly<
  Record<'support' | 'review', Readonly<Record<'invited' | 'declined' | 'unsuitable', EventTypeCode>>>
> = {
  support: {
    invited: 'support_contact_invitation',
    declined: 'support_contact_declined',
    unsuitable: 'support_contact_unsuitable',
  },
  review: {
    invited: 'care_review_invitation',
    declined: 'care_review_declined',
    unsuitable: 'care_review_unsuitable',
  },
}

const doneTypes = ({ contact }: ShareRule, { support }: Readings): readonly EventTypeCode[] => {
  if (contact === 'review') return ['care_review']
  return support === 'information' ? ['support_information_given'] : ['support_information_given', 'support_contact']
}

/** The event types that play a role for a rule under a reading. */
export const typesOfRole = (rule: ShareRule, readings: Readings, role: Role): readonly EventTypeCode[] => {
  if (role === 'done') return doneTypes(rule, readings)
  if (role === 'confirmed') return ['diagnosis_letter']
  return readings.refusals === 'own-contact' ? [TYPES[rule.contact][role]] : [TYPES.support[role], TYPES.review[role]]
}

/** Which events play a role, for a rule under a reading. */
export const roleTable = (rule: ShareRule, readings: Readings): RoleTable => {
  const table = new Uint8Array(256)
  for (const [at, role] of ROLES.entries())
    for (const code of typesOfRole(rule, readings, role)) table[eventTypeNumber(code)] = at + 1
  return table
}

/** Whether a review without a named template is none, for a rule under a reading. */
export const needsTemplate = (rule: ShareRule, { review }: Readings): boolean =>
  rule.asksTemplate && review === 'with-template'

/** The events of one person that a rule asks about. */
export const caseEvents = (
  { eventsFrom, eventsEnd }: PersonFacts,
  columns: EventColumns,
  roles: RoleTable,
  templateNeeded: boolean,
): CaseEvents => {
  const found: Record<Role, Span[]> = { done: [], confirmed: [], invited: [], declined: [], unsuitable: [] }
  for (let row = eventsFrom; row < eventsEnd; row += 1) {
    const number = roles[columns.type[row] ?? 0] ?? 0
    // Most events play no role, and a look outside a list costs more than a comparison.
    if (number === 0) continue
    const role = ROLES[number - 1]
    if (role === undefined) continue
    if (role === 'done' && templateNeeded && columns.withTemplate[row] !== 1) continue
    found[role].push(spanOfEvent(columns, row))
  }
  return found
}

/** Everything of a person but the events. */
export const caseBasics = ({ died, registrations, episodes }: PersonFacts): Omit<Case, 'events'> => ({
  died: died === null ? null : own(died),
  registrations: registrations.map(({ from, to }) => ({
    from: from === null ? null : own(from),
    to: to === null ? null : own(to),
  })),
  diagnosed: episodes.flatMap(({ isCountedSort, diagnosed }) => (isCountedSort ? [own(diagnosed ?? UNDATED)] : [])),
})

/** Every span of a case that is wider than a day. */
export const wideSpans = ({ died, registrations, diagnosed, events }: Case): Span[] =>
  [
    ...(died === null ? [] : [died]),
    ...registrations.flatMap(({ from, to }) => [from, to].filter((span) => span !== null)),
    ...diagnosed,
    ...ROLES.flatMap((role) => events[role]),
  ].filter(({ from, to }) => from < to)
