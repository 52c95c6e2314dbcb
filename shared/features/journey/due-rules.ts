import { addDays, addMonths, dateSpan, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { canBeSince, matchLetters, type RuleEvent } from './letter-matching.ts'
import { daysAllowed, DEFAULT_BOOK, LETTER_RULES, type LetterBook, letterRuleFor } from './letter-rules.ts'
import type { DueItem } from './schema.ts'

export { letterGapDays, matchLetters, type RuleEvent } from './letter-matching.ts'

export interface RuleEpisode {
  readonly id: string
  readonly kind: string
  readonly diagnosisDate: PartialDate | null
}

export interface RulePerson {
  readonly episodes: readonly RuleEpisode[]
  /** In journey order. */
  readonly events: readonly RuleEvent[]
  readonly deathDate: PartialDate | null
  /** Events whose letter somebody said is not needed. */
  readonly notNeeded?: ReadonlySet<string>
}

/** How long after a diagnosis something is due: calendar months, as the written rules say, or days. */
export type Span = { readonly months: number } | { readonly days: number }

export interface ContactRules {
  /** Named by every figure that rests on these rules. */
  readonly version: string
  readonly supportContact: Span
  readonly supportContactLapses: Span
  readonly careReview: Span
  readonly careReviewLapses: Span
  /** How long "no" and "not suitable" hold before the contact is due again. */
  readonly putAsideFor: Span
}

/**
 * The two contacts every new diagnosis is owed. England 2021/22 to 2024/25: QOF CAN005 (support within 3 months,
 * looked back for 15) and CAN004 (review within 12 months, looked back for 24). Since then good practice by NICE
 * IND222 and IND223, not paid. "3 months" is read as calendar months; {@link NINETY_THREE_DAYS} is the other reading.
 * Declined and unsuitable lapse each year, as their codes do, so whoever said no is asked once more.
 */
export const CONTACT_RULES: ContactRules = {
  version: 'contacts-1 (NICE IND222 and IND223; QOF CAN005 and CAN004 to 2024/25)',
  supportContact: { months: 3 },
  supportContactLapses: { months: 15 },
  careReview: { months: 12 },
  careReviewLapses: { months: 24 },
  putAsideFor: { months: 12 },
}

/** Some systems run "3 months" as 93 days: for comparing with their figures. */
export const NINETY_THREE_DAYS: ContactRules = {
  ...CONTACT_RULES,
  version: 'contacts-1, 3 months as 93 days',
  supportContact: { days: 93 },
}

export type ContactKind = 'support_contact' | 'care_review'

/** What an event does to a contact that is owed. */
interface ContactEffect {
  readonly kind: ContactKind
  readonly effect: 'done' | 'put-aside'
}

const CONTACT_EFFECTS = new Map<string, ContactEffect>([
  ['support_contact', { kind: 'support_contact', effect: 'done' }],
  ['support_information_given', { kind: 'support_contact', effect: 'done' }],
  ['support_contact_declined', { kind: 'support_contact', effect: 'put-aside' }],
  ['support_contact_unsuitable', { kind: 'support_contact', effect: 'put-aside' }],
  ['care_review', { kind: 'care_review', effect: 'done' }],
  ['care_review_declined', { kind: 'care_review', effect: 'put-aside' }],
  ['care_review_unsuitable', { kind: 'care_review', effect: 'put-aside' }],
])

/** What an event of this type does to a contact, or null. */
export const contactEffect = (eventType: string): ContactEffect | null => CONTACT_EFFECTS.get(eventType) ?? null
const OWED_KINDS = new Set(['new_primary', 'recurrence', 'metastatic', 'transformation', 'progression'])

/** The day a clock may start: the day itself, or the last day of a month; a year alone starts none. */
const clockStart = (date: PartialDate): IsoDate | null => (date.precision === 'year' ? null : dateSpan(date).to)

const later = (start: IsoDate, span: Span): IsoDate =>
  'days' in span ? addDays(start, span.days) : addMonths(start, span.months)

/** The newest diagnosis with a date: a second primary starts both contacts again. */
const newestDiagnosis = (episodes: readonly RuleEpisode[]): { id: string; date: PartialDate } | null =>
  episodes.reduce<{ id: string; date: PartialDate } | null>((newest, { id, kind, diagnosisDate: date }) => {
    if (date === null || !OWED_KINDS.has(kind)) return newest
    return newest === null || date.date > newest.date.date ? { id, date } : newest
  }, null)

const contactItems = (person: RulePerson, rules: ContactRules): DueItem[] => {
  const diagnosis = newestDiagnosis(person.episodes)
  const start = diagnosis === null ? null : clockStart(diagnosis.date)
  if (diagnosis === null || start === null) return []
  const done = new Set<ContactKind>()
  const notBefore = new Map<ContactKind, IsoDate>()
  for (const event of person.events) {
    const found = CONTACT_EFFECTS.get(event.eventType)
    if (found === undefined || !canBeSince(event, diagnosis.date.date)) continue
    if (found.effect === 'done') done.add(found.kind)
    else notBefore.set(found.kind, later(event.date, rules.putAsideFor))
  }
  const items = (kind: ContactKind, due: Span, lapses: Span): DueItem[] => {
    const first = later(start, due)
    const asked = notBefore.get(kind) ?? first
    const dueDate = asked > first ? asked : first
    const lapsesDate = later(start, lapses)
    if (done.has(kind) || dueDate > lapsesDate) return []
    return [{ kind, document: null, dueDate, lapsesDate, sourceEventId: null, episodeId: diagnosis.id }]
  }
  return [
    ...items('support_contact', rules.supportContact, rules.supportContactLapses),
    ...items('care_review', rules.careReview, rules.careReviewLapses),
  ]
}

const letterItems = ({ events, notNeeded }: RulePerson, book: LetterBook): DueItem[] => {
  const answered = matchLetters(events)
  return events.flatMap((event) => {
    const rule = letterRuleFor(event.eventType)
    const start = rule === null ? null : clockStart(event)
    if (rule === null || start === null || answered.has(event.id) || notNeeded?.has(event.id) === true) return []
    const within = daysAllowed(event.eventType, event.date, book)
    if (within === null) return []
    return [
      {
        kind: 'letter' as const,
        document: rule.document,
        dueDate: addDays(start, within),
        lapsesDate: addDays(start, LETTER_RULES.lapseAfterDays),
        sourceEventId: event.id,
        episodeId: event.episodeId,
      },
    ]
  })
}

/**
 * Everything a person is owed: contacts after the newest diagnosis and letters that have not come. A date known to
 * the month counts from its last day and is told apart by {@link restsOnVagueDate}; a year alone owes nothing. The
 * dead are owed nothing.
 * @param book the days that letters may take at this practice.
 */
export const dueItems = (
  person: RulePerson,
  rules: ContactRules = CONTACT_RULES,
  book: LetterBook = DEFAULT_BOOK,
): DueItem[] =>
  person.deathDate !== null || person.events.some((event) => event.eventType === 'died')
    ? []
    : [...contactItems(person, rules), ...letterItems(person, book)]

/** True when what is due was counted from a date without a day: show it as such, and keep it out of medians. */
export const restsOnVagueDate = (item: DueItem, person: Pick<RulePerson, 'episodes' | 'events'>): boolean => {
  const source =
    item.sourceEventId === null
      ? person.episodes.find((episode) => episode.id === item.episodeId)?.diagnosisDate
      : person.events.find((event) => event.id === item.sourceEventId)
  return source !== undefined && source !== null && source.precision !== 'day'
}

/** True while a letter is past its day and still worth asking for. */
const isMissingLetter = (item: DueItem, today: IsoDate): boolean =>
  item.kind === 'letter' && item.dueDate < today && (item.lapsesDate === null || item.lapsesDate >= today)

/** Letters past their day. */
export const missingLetters = (items: readonly DueItem[], today: IsoDate): DueItem[] =>
  items.filter((item) => isMissingLetter(item, today))
