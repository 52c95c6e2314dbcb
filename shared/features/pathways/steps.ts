import type { PathwayPlace, PathwayStage } from './schema.ts'

/** What an event means for a pathway. */
export const STEPS = [
  'sent',
  'received',
  'upgraded',
  'booked',
  'seen',
  'rejected',
  'downgraded',
  'did_not_attend',
  'cancelled_by_hospital',
  'cancelled_by_patient',
  'told_no_cancer',
  'told_cancer',
  'treated',
] as const
export type Step = (typeof STEPS)[number]

/** Events on one day are taken in this order, whichever was typed first. */
const RANK = new Map<Step, number>(STEPS.map((step, rank) => [step, rank]))

/** For sorting the events of one day; what is no step comes first and moves nothing. */
export const stepRank = (step: Step | null): number => (step === null ? -1 : (RANK.get(step) ?? -1))

/**
 * Which step each type of event is. A clinic or a camera test at the hospital counts as seen, since people go straight
 * to test. Scans do not: a practice asks for scans itself, and one of those must not look like a clinic.
 */
const STEP_OF: Readonly<Record<string, Step>> = {
  urgent_referral: 'sent',
  routine_referral: 'sent',
  referral_received: 'received',
  consultant_upgrade: 'upgraded',
  appointment_booked: 'booked',
  first_seen: 'seen',
  oncology_clinic: 'seen',
  surgical_clinic: 'seen',
  follow_up_clinic: 'seen',
  colonoscopy: 'seen',
  endoscopy: 'seen',
  bronchoscopy: 'seen',
  cystoscopy: 'seen',
  mammogram: 'seen',
  biopsy: 'seen',
  referral_rejected: 'rejected',
  referral_downgraded: 'downgraded',
  did_not_attend: 'did_not_attend',
  cancelled_by_hospital: 'cancelled_by_hospital',
  cancelled_by_patient: 'cancelled_by_patient',
  told_diagnosis: 'told_cancer',
  recurrence_told: 'told_cancer',
  told_no_cancer: 'told_no_cancer',
  surgery: 'treated',
  chemotherapy_started: 'treated',
  radiotherapy_started: 'treated',
  hormone_started: 'treated',
  immunotherapy_started: 'treated',
  transplant: 'treated',
  active_monitoring: 'treated',
}

/** The step that an event is, or null when it moves no pathway. */
export const stepOf = (eventType: string): Step | null => STEP_OF[eventType] ?? null

/** The event that a step is logged as, when it is chosen by its own name. */
export const EVENT_FOR_STEP = {
  sent: 'urgent_referral',
  received: 'referral_received',
  upgraded: 'consultant_upgrade',
  booked: 'appointment_booked',
  seen: 'first_seen',
  rejected: 'referral_rejected',
  downgraded: 'referral_downgraded',
  did_not_attend: 'did_not_attend',
  cancelled_by_hospital: 'cancelled_by_hospital',
  cancelled_by_patient: 'cancelled_by_patient',
  told_no_cancer: 'told_no_cancer',
  told_cancer: 'told_diagnosis',
} as const satisfies Partial<Record<Step, string>>

/** A referral that did not go as asked: a clinician has to look before anything may count as closed. */
export const HITCHES = [
  'rejected',
  'downgraded',
  'did_not_attend',
  'cancelled_by_hospital',
  'cancelled_by_patient',
] as const satisfies readonly (Step & PathwayPlace)[]
export type Hitch = (typeof HITCHES)[number]

export const isHitch = (place: string): place is Hitch => (HITCHES as readonly string[]).includes(place)

const STAGE_ORDER: readonly PathwayStage[] = [
  'new',
  'sent',
  'received',
  'booked',
  'seen',
  'told_no_cancer',
  'told_cancer',
  'treated',
]

/** The further of two stages. */
export const furtherStage = (one: PathwayStage, other: PathwayStage): PathwayStage =>
  STAGE_ORDER.indexOf(one) >= STAGE_ORDER.indexOf(other) ? one : other

/** The stage a step leads to. An upgrade happens to somebody whom the hospital has. */
export const stageOfStep = (step: Exclude<Step, Hitch>): PathwayStage => (step === 'upgraded' ? 'received' : step)

/** Whether a person has been seen on it. */
export const hasBeenSeen = (stage: PathwayStage): boolean => STAGE_ORDER.indexOf(stage) >= STAGE_ORDER.indexOf('seen')
