import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { EventTypeCode } from './event-types.ts'

/** Letters a practice waits for. Each is received as the journey event named `receivedAs`. */
export const DOCUMENTS = [
  { code: 'diagnosis', label: 'Diagnosis letter', receivedAs: 'diagnosis_letter' },
  { code: 'clinic', label: 'Clinic letter', receivedAs: 'clinic_letter' },
  { code: 'mdt_outcome', label: 'MDT outcome', receivedAs: 'mdt_letter' },
  { code: 'treatment_plan', label: 'Treatment plan', receivedAs: 'treatment_plan_letter' },
  { code: 'discharge', label: 'Discharge letter', receivedAs: 'discharge_letter' },
  { code: 'treatment_summary', label: 'Treatment summary', receivedAs: 'treatment_summary' },
  { code: 'follow_up_plan', label: 'Follow-up plan', receivedAs: 'follow_up_plan' },
  { code: 'nurse_specialist', label: 'Nurse specialist letter', receivedAs: 'nurse_specialist_letter' },
] as const satisfies readonly { code: string; label: string; receivedAs: EventTypeCode }[]

export type DocumentCode = (typeof DOCUMENTS)[number]['code']
export const DOCUMENT_CODES = DOCUMENTS.map((document) => document.code)

const LABELS = new Map<string, string>(DOCUMENTS.map((document) => [document.code, document.label]))

/** The name of a letter, as lists and drafts write it. */
export const documentLabel = (code: string): string => LABELS.get(code) ?? 'Letter'

/** The event that a letter is logged as when it comes. */
export const receivedAs = (code: DocumentCode): EventTypeCode =>
  DOCUMENTS.find((document) => document.code === code)?.receivedAs ?? 'clinic_letter'

export interface LetterRule {
  readonly eventType: EventTypeCode
  readonly document: DocumentCode
  /** Days from the event until the letter counts as missing, unless the practice set others. */
  readonly withinDays: number
  /** Events on and after this day; null as the end: until further notice. */
  readonly from: IsoDate
  readonly to: IsoDate | null
  /** Who says so. */
  readonly source: string
}

const DEFAULT = 'Throughline default: no national rule sets these days for every hospital'
const SINCE = '2000-01-01'

const rule = <Code extends EventTypeCode>(eventType: Code, document: DocumentCode, withinDays: number) => ({
  eventType,
  document,
  withinDays,
  from: SINCE,
  to: null,
  source: DEFAULT,
})

/**
 * Which hospital event brings which letter, and how soon. No national rule sets these days for every event, so these
 * are the app's defaults, which a practice may change from a date on: see {@link LetterBook}. Figures that use them
 * name the version.
 */
export const LETTER_RULES = {
  version: 'letters-3 (Throughline defaults, November 2026)',
  /** A letter this old is no longer chased: two years on, nobody can act on it. */
  lapseAfterDays: 730,
  /** Letters that come this soon are taken to come in the order of their events (Throughline default, like the days). */
  inOrderDays: 90,
  rules: [
    rule('told_diagnosis', 'diagnosis', 14),
    rule('recurrence_told', 'diagnosis', 14),
    rule('first_seen', 'clinic', 14),
    rule('oncology_clinic', 'clinic', 14),
    rule('surgical_clinic', 'clinic', 14),
    rule('mdt', 'mdt_outcome', 21),
    rule('decision_to_treat', 'treatment_plan', 21),
    rule('nurse_specialist_contact', 'nurse_specialist', 14),
    rule('discharged', 'discharge', 7),
    rule('chemotherapy_started', 'clinic', 14),
    rule('treatment_ended', 'treatment_summary', 42),
    rule('follow_up_clinic', 'follow_up_plan', 14),
  ] as const satisfies readonly LetterRule[],
} as const

const RULES = new Map<string, LetterRule>(LETTER_RULES.rules.map((one) => [one.eventType, one]))

/** The letter an event of this type should bring, or null. */
export const letterRuleFor = (eventType: string): LetterRule | null => RULES.get(eventType) ?? null

/** What a practice chose for events from a day on. */
export interface LetterPeriod {
  readonly from: IsoDate
  /** Days by event type; null: no letter is expected. A type left out keeps the default. */
  readonly days: Readonly<Record<string, number | null>>
}

/** The days that hold at a practice: the defaults and, over them, its own from a day on. */
export interface LetterBook {
  readonly version: string
  /** The earliest first. */
  readonly periods: readonly LetterPeriod[]
}

/** Nothing chosen: the defaults hold. */
export const DEFAULT_BOOK: LetterBook = { version: LETTER_RULES.version, periods: [] }

/**
 * How many days a letter may take after an event of a day. What the practice set for that day comes before the default.
 * @returns null when no letter is expected.
 */
export const daysAllowed = (eventType: string, date: IsoDate, book: LetterBook): number | null => {
  const found = letterRuleFor(eventType)
  if (found === null || date < found.from || (found.to !== null && date > found.to)) return null
  const chosen = book.periods.findLast((period) => period.from <= date)?.days[eventType]
  return chosen === undefined ? found.withinDays : chosen
}

const RECEIVED_AS = new Map<string, DocumentCode>(DOCUMENTS.map((document) => [document.receivedAs, document.code]))

/** The letter that an event of this type is, or null when it is not a letter received. */
export const documentReceivedAs = (eventType: string): DocumentCode | null => RECEIVED_AS.get(eventType) ?? null
