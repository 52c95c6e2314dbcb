import { addDays, addMonths, dateSpan, daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { type DocumentCode, documentReceivedAs, LETTER_RULES, letterRuleFor } from './letter-rules.ts'
import type { DueItem } from './schema.ts'

export interface RuleEpisode {
  readonly id: string
  readonly kind: string
  readonly diagnosisDate: PartialDate | null
}

export interface RuleEvent {
  readonly id: string
  readonly episodeId: string | null
  readonly eventType: string
  readonly date: IsoDate
  readonly precision: PartialDate['precision']
  readonly answersEventId: string | null
}

export interface RulePerson {
  readonly episodes: readonly RuleEpisode[]
  /** In journey order. */
  readonly events: readonly RuleEvent[]
  readonly deathDate: PartialDate | null
}

/**
 * The two contacts every new diagnosis is owed. England 2021/22 to 2024/25: QOF CAN005 (support within 3 months,
 * looked back for 15) and CAN004 (review within 12 months, looked back for 24). Since then good practice by NICE
 * IND222 and IND223, not paid. "3 months" is read as calendar months; some systems run it as 93 days.
 */
export const CONTACT_RULES = {
  version: 'contacts-1 (NICE IND222 and IND223; QOF CAN005 and CAN004 to 2024/25)',
  supportContactMonths: 3,
  supportContactLapsesMonths: 15,
  careReviewMonths: 12,
  careReviewLapsesMonths: 24,
} as const

const SUPPORT_EVENTS = new Set(['support_contact', 'support_information_given'])
const REVIEW_EVENTS = new Set(['care_review', 'care_review_declined'])
const OWED_KINDS = new Set(['new_primary', 'recurrence', 'metastatic', 'transformation', 'progression'])

/** The day a clock may start: the day itself, or the last day of a month; a year alone starts none. */
const clockStart = (date: PartialDate | null): IsoDate | null => {
  if (date === null || date.precision === 'year') return null
  return dateSpan(date).to
}

const happenedSince = (events: readonly RuleEvent[], types: ReadonlySet<string>, diagnosed: PartialDate): boolean =>
  events.some((event) => types.has(event.eventType) && event.date >= diagnosed.date)

const contactItems = (person: RulePerson): DueItem[] => {
  const latest = person.episodes
    .filter((episode) => OWED_KINDS.has(episode.kind))
    .reduce<RuleEpisode | null>((best, episode) => ((episode.diagnosisDate?.date ?? '') > (best?.diagnosisDate?.date ?? '') ? episode : best), null)
  const start = clockStart(latest?.diagnosisDate ?? null)
  if (latest === null || latest.diagnosisDate === null || start === null) return []
  const item = (kind: DueItem['kind'], months: number, lapsesMonths: number): DueItem => ({
    kind,
    document: null,
    dueDate: addMonths(start, months),
    lapsesDate: addMonths(start, lapsesMonths),
    sourceEventId: null,
    episodeId: latest.id,
  })
  const items: DueItem[] = []
  if (!happenedSince(person.events, SUPPORT_EVENTS, latest.diagnosisDate)) {
    items.push(item('support_contact', CONTACT_RULES.supportContactMonths, CONTACT_RULES.supportContactLapsesMonths))
  }
  if (!happenedSince(person.events, REVIEW_EVENTS, latest.diagnosisDate)) {
    items.push(item('care_review', CONTACT_RULES.careReviewMonths, CONTACT_RULES.careReviewLapsesMonths))
  }
  return items
}

/**
 * Pairs each expected letter with the one that came: first those that name their event, then, in order, the first
 * unused letter of the same kind on or after the event. Every letter answers one event only.
 * @returns event id → letter, for the events that were answered.
 */
export const matchLetters = (events: readonly RuleEvent[]): Map<string, RuleEvent> => {
  const answered = new Map<string, RuleEvent>()
  const free: { letter: RuleEvent; document: DocumentCode }[] = []
  for (const letter of events) {
    const document = documentReceivedAs(letter.eventType)
    if (document === null) continue
    if (letter.answersEventId === null) free.push({ letter, document })
    else if (!answered.has(letter.answersEventId)) answered.set(letter.answersEventId, letter)
  }
  for (const event of events) {
    const rule = letterRuleFor(event.eventType)
    if (rule === null || answered.has(event.id)) continue
    const at = free.findIndex(({ letter, document }) => document === rule.document && letter.date >= event.date)
    const [found] = at === -1 ? [] : free.splice(at, 1)
    if (found !== undefined) answered.set(event.id, found.letter)
  }
  return answered
}

const letterItems = (events: readonly RuleEvent[]): DueItem[] => {
  const answered = matchLetters(events)
  return events.flatMap((event) => {
    const rule = letterRuleFor(event.eventType)
    if (rule === null || event.precision !== 'day' || answered.has(event.id)) return []
    return [
      {
        kind: 'letter' as const,
        document: rule.document,
        dueDate: addDays(event.date, rule.withinDays),
        lapsesDate: addDays(event.date, LETTER_RULES.lapseAfterDays),
        sourceEventId: event.id,
        episodeId: event.episodeId,
      },
    ]
  })
}

/** Everything a person is owed: contacts after the newest diagnosis and letters that have not come. The dead are owed nothing. */
export const dueItems = (person: RulePerson): DueItem[] =>
  person.deathDate === null ? [...contactItems(person), ...letterItems(person.events)] : []

/** Letters past their day. */
export const missingLetters = (items: readonly DueItem[], today: IsoDate): DueItem[] =>
  items.filter((item) => item.kind === 'letter' && item.dueDate < today && (item.lapsesDate === null || item.lapsesDate >= today))

/** Days from a hospital event to the letter about it; null when either day is not known. */
export const letterGapDays = (event: RuleEvent, letter: RuleEvent): number | null =>
  event.precision === 'day' && letter.precision === 'day' ? daysBetween(event.date, letter.date) : null
