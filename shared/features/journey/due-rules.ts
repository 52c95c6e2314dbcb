import { addDays, addMonths, dateSpan, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { onQofRegister, type QofEpisode } from '#shared/domain/qof-register.ts'
import { canBeSince, matchLetters, type RuleEvent } from './letter-matching.ts'
import { daysAllowed, DEFAULT_BOOK, LETTER_RULES, type LetterBook, letterRuleFor } from './letter-rules.ts'
import type { DueItem } from './schema.ts'

export { letterGapDays, matchLetters, type RuleEvent } from './letter-matching.ts'

/** What the rules need to know of a diagnosis: what the register rule asks, and the lead's own choice. */
export interface RuleEpisode extends Readonly<QofEpisode> {
  readonly id: string
  /** The lead's choice for the practice's own register; null follows the QOF rule. */
  readonly onPracticeRegister: boolean | null
}

export interface RulePerson {
  readonly episodes: readonly RuleEpisode[]
  /** In journey order. */
  readonly events: readonly RuleEvent[]
  readonly deathDate: PartialDate | null
  /** The end of their registration with the practice, once it is over. */
  readonly leftOn?: PartialDate | null
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
 * The two contacts that are owed after a diagnosis which the cancer register counts by rule, or which the lead keeps on
 * the practice's register: the cohorts of both indicators leave out skin cancers that are neither melanoma nor squamous,
 * and whatever is not malignant. A counted diagnosis that the lead leaves off the practice's own register is owed them
 * all the same.
 *
 * England 2021/22 to 2024/25: QOF CAN005 (support within 3 months, looked back for 15) and CAN004 (review within 12
 * months, looked back for 24). Since then good practice by NICE IND222 and IND223, not paid. "3 months" is read as
 * calendar months; {@link NINETY_THREE_DAYS} is the other reading. Declined and unsuitable lapse each year, as their
 * codes do, so whoever said no is asked once more.
 */
export const CONTACT_RULES: ContactRules = {
  version: 'contacts-2 (NICE IND222 and IND223; QOF CAN005 and CAN004 to 2024/25)',
  supportContact: { months: 3 },
  supportContactLapses: { months: 15 },
  careReview: { months: 12 },
  careReviewLapses: { months: 24 },
  putAsideFor: { months: 12 },
}

/** Some systems run "3 months" as 93 days: for comparing with their figures. */
export const NINETY_THREE_DAYS: ContactRules = {
  ...CONTACT_RULES,
  version: 'contacts-2, 3 months as 93 days',
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

/** The day a clock may start: the day itself, or the last day of a month; a year alone starts none. */
const clockStart = (date: PartialDate): IsoDate | null => (date.precision === 'year' ? null : dateSpan(date).to)

const later = (start: IsoDate, span: Span): IsoDate =>
  'days' in span ? addDays(start, span.days) : addMonths(start, span.months)

/** Whether this is a diagnosis that the two contacts are owed after. */
const isOwedContacts = (episode: RuleEpisode): boolean =>
  episode.onPracticeRegister === true || onQofRegister(episode).onRegister

interface ContactStart {
  readonly episodeId: string
  readonly diagnosed: IsoDate
  /** Day 0 of both clocks. */
  readonly start: IsoDate
}

/**
 * The newest diagnosis that starts the contacts: a second primary starts both again. One known only to the year can
 * start nothing, so it takes nothing away from an older one either.
 */
const contactStart = (episodes: readonly RuleEpisode[]): ContactStart | null =>
  episodes.reduce<ContactStart | null>((newest, episode) => {
    const { id, diagnosisDate: date } = episode
    const start = date === null ? null : clockStart(date)
    // The register rule is asked last: it costs most, and nearly every person has one diagnosis.
    if (date === null || start === null || (newest !== null && date.date <= newest.diagnosed)) return newest
    return isOwedContacts(episode) ? { episodeId: id, diagnosed: date.date, start } : newest
  }, null)

/** The diagnosis that the two contacts are owed for, done or not; null where none of these starts them. */
export const episodeOwedContacts = (episodes: readonly RuleEpisode[]): string | null =>
  contactStart(episodes)?.episodeId ?? null

const contactItems = (person: RulePerson, rules: ContactRules): DueItem[] => {
  const found = contactStart(person.episodes)
  // Both indicators are of people registered with the practice: another one asks whoever has left.
  if (found === null || (person.leftOn ?? null) !== null) return []
  const { episodeId, diagnosed, start } = found
  const done = new Set<ContactKind>()
  const notBefore = new Map<ContactKind, IsoDate>()
  for (const event of person.events) {
    const effect = CONTACT_EFFECTS.get(event.eventType)
    if (effect === undefined || !canBeSince(event, diagnosed)) continue
    if (effect.effect === 'done') done.add(effect.kind)
    else notBefore.set(effect.kind, later(event.date, rules.putAsideFor))
  }
  const items = (kind: ContactKind, due: Span, lapses: Span): DueItem[] => {
    const first = later(start, due)
    const asked = notBefore.get(kind) ?? first
    const dueDate = asked > first ? asked : first
    const lapsesDate = later(start, lapses)
    if (done.has(kind) || dueDate > lapsesDate) return []
    return [{ kind, document: null, dueDate, lapsesDate, sourceEventId: null, episodeId }]
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
 * Everything a person is owed: contacts after the newest diagnosis that counts and letters that have not come. A date known to
 * the month counts from its last day and is told apart by {@link restsOnVagueDate}; a year alone owes nothing. The
 * dead are owed nothing, and whoever has left the practice no contact with it.
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
