import type { EventTypeCode } from './event-types.ts'

/** Letters a practice waits for. Each is received as the journey event named `receivedAs`. */
export const DOCUMENTS = [
  { code: 'diagnosis', label: 'Diagnosis letter', receivedAs: 'diagnosis_letter' },
  { code: 'clinic', label: 'Clinic letter', receivedAs: 'clinic_letter' },
  { code: 'mdt_outcome', label: 'MDT outcome', receivedAs: 'mdt_letter' },
  { code: 'treatment_plan', label: 'Treatment plan', receivedAs: 'treatment_plan_letter' },
  { code: 'discharge', label: 'Discharge letter', receivedAs: 'discharge_letter' },
  { code: 'treatment_summary', label: 'Treatment summary', receivedAs: 'treatment_summary' },
] as const satisfies readonly { code: string; label: string; receivedAs: EventTypeCode }[]

export type DocumentCode = (typeof DOCUMENTS)[number]['code']
export const DOCUMENT_CODES = DOCUMENTS.map((document) => document.code)

const LABELS = new Map<string, string>(DOCUMENTS.map((document) => [document.code, document.label]))

/** The name of a letter, as lists and drafts write it. */
export const documentLabel = (code: string): string => LABELS.get(code) ?? 'Letter'

export interface LetterRule {
  readonly eventType: EventTypeCode
  readonly document: DocumentCode
  /** Days from the event until the letter counts as missing. */
  readonly withinDays: number
}

/**
 * Which hospital event brings which letter, and how soon. No national rule sets these days for every event, so these
 * are the app's defaults: figures that use them name this version.
 */
export const LETTER_RULES = {
  version: 'letters-1 (Throughline defaults, November 2026)',
  /** A letter this old is no longer chased: two years on, nobody can act on it. */
  lapseAfterDays: 730,
  rules: [
    { eventType: 'told_diagnosis', document: 'diagnosis', withinDays: 14 },
    { eventType: 'first_seen', document: 'clinic', withinDays: 14 },
    { eventType: 'oncology_clinic', document: 'clinic', withinDays: 14 },
    { eventType: 'surgical_clinic', document: 'clinic', withinDays: 14 },
    { eventType: 'mdt', document: 'mdt_outcome', withinDays: 21 },
    { eventType: 'decision_to_treat', document: 'treatment_plan', withinDays: 21 },
    { eventType: 'discharged', document: 'discharge', withinDays: 7 },
    { eventType: 'chemotherapy_started', document: 'clinic', withinDays: 14 },
    { eventType: 'treatment_ended', document: 'treatment_summary', withinDays: 42 },
  ] as const satisfies readonly LetterRule[],
} as const

const RULES = new Map<string, LetterRule>(LETTER_RULES.rules.map((rule) => [rule.eventType, rule]))

/** The letter an event of this type should bring, or null. */
export const letterRuleFor = (eventType: string): LetterRule | null => RULES.get(eventType) ?? null

const RECEIVED_AS = new Map<string, DocumentCode>(DOCUMENTS.map((document) => [document.receivedAs, document.code]))

/** The letter that an event of this type is, or null when it is not a letter received. */
export const documentReceivedAs = (eventType: string): DocumentCode | null => RECEIVED_AS.get(eventType) ?? null
