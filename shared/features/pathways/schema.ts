import { z } from 'zod'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { precisionSchema } from '#shared/features/journey/schema.ts'

/**
 * How fast a referral was asked for. The national dataset kept the name of the two-week wait after the standard went,
 * so code and label are apart.
 */
export const PRIORITIES = [
  { code: 'urgent_suspected_cancer', label: 'Urgent suspected cancer', short: 'urgent referral' },
  { code: 'breast_symptomatic', label: 'Breast symptoms, cancer not suspected', short: 'breast symptoms' },
  { code: 'screening', label: 'Screening', short: 'screening' },
  { code: 'consultant_upgrade', label: 'Upgraded by a consultant', short: 'upgraded' },
  { code: 'urgent', label: 'Urgent, cancer not suspected', short: 'urgent, not suspected cancer' },
  { code: 'routine', label: 'Routine', short: 'routine referral' },
  { code: 'emergency', label: 'Emergency', short: 'emergency' },
] as const
export type Priority = (typeof PRIORITIES)[number]['code']
export const prioritySchema = z.enum(
  PRIORITIES.map(({ code }) => code),
  { error: 'Choose how fast it was asked for' },
)

const tumourGroupSchema = z.enum(
  TUMOUR_GROUPS.map(({ code }) => code),
  { error: 'Choose where the cancer is suspected' },
)

const optionalLine = (max: number) => shortText(max).nullable().default(null)

/** What is typed of a pathway: one referral and its route. What happened on it are journey events that name it. */
export const pathwayFieldsSchema = z.object({
  personId: uuidSchema,
  /** The diagnosis it led to, once there is one. */
  episodeId: uuidSchema.nullable().default(null),
  tumourGroup: tumourGroupSchema,
  priority: prioritySchema,
  hospital: optionalLine(80),
  /** The booking reference, such as a UBRN. */
  reference: optionalLine(40),
  note: longText(1000).nullable().default(null),
})
export type PathwayFields = z.input<typeof pathwayFieldsSchema>

export const SIGN_OFF_DECISIONS = [
  { code: 'care_complete', label: 'Care complete', hint: 'Nothing more is needed. The pathway is closed.' },
  { code: 'book_again', label: 'Book again', hint: 'It stays open until an appointment is logged.' },
  { code: 'refer_again', label: 'Refer again', hint: 'It stays open until a new referral is logged.' },
  { code: 'keep_open', label: 'Keep open', hint: 'Somebody is seeing to it. It stays on the list.' },
] as const
export type SignOffDecision = (typeof SIGN_OFF_DECISIONS)[number]['code']
export const signOffDecisionSchema = z.enum(
  SIGN_OFF_DECISIONS.map(({ code }) => code),
  { error: 'Choose what happens now' },
)

/** A clinician's judgement of one event: a referral that was rejected, missed, cancelled or downgraded. */
export const signOffSchema = z.object({
  id: uuidSchema,
  version: z.number().int().min(1),
  eventId: uuidSchema,
  decision: signOffDecisionSchema,
  note: z.string().nullable(),
  signedBy: z.string(),
  signedOn: isoDateSchema,
})
export type SignOff = z.infer<typeof signOffSchema>

export const ADJUSTED_CLOCKS = ['seen_14', 'told_28', 'treated_31', 'treated_62'] as const
export type ClockCode = (typeof ADJUSTED_CLOCKS)[number]

/** The only reasons for which days may be taken off, and the clocks that they may be taken off. */
export const ADJUSTMENT_REASONS = [
  {
    code: 'first_appointment_missed',
    label: 'First appointment missed',
    clocks: ['seen_14', 'told_28', 'treated_62'],
  },
  { code: 'reasonable_offer_declined', label: 'Reasonable offer declined', clocks: ['treated_31', 'treated_62'] },
] as const satisfies readonly { code: string; label: string; clocks: readonly ClockCode[] }[]
export type AdjustmentReason = (typeof ADJUSTMENT_REASONS)[number]['code']

export const newAdjustmentSchema = z.object({
  clock: z.enum(ADJUSTED_CLOCKS, { error: 'Choose the clock' }),
  days: z
    .number({ error: 'Enter a number of days' })
    .int({ error: 'Enter whole days' })
    .min(1, { error: 'Enter 1 day or more' })
    .max(3660, { error: 'Enter fewer days' }),
  reasonCode: z.enum(
    ADJUSTMENT_REASONS.map(({ code }) => code),
    { error: 'Choose the reason' },
  ),
  /** In words: dates, and who said so. */
  reason: shortText(300),
  /** The day that was missed or declined: days come off the clock that ran then. null: today. */
  fallsOn: isoDateSchema.nullable().default(null),
})
export type NewAdjustment = z.output<typeof newAdjustmentSchema>
export const adjustmentSchema = newAdjustmentSchema.extend({ id: uuidSchema, version: z.number().int().min(1) })
export type Adjustment = z.infer<typeof adjustmentSchema>

/** A pathway with its sign-offs and adjustments, oldest first. Its state is folded from its events. */
export const pathwaySchema = pathwayFieldsSchema.extend({
  id: uuidSchema,
  version: z.number().int().min(1),
  signOffs: z.array(signOffSchema),
  adjustments: z.array(adjustmentSchema),
})
export type Pathway = z.infer<typeof pathwaySchema>

/** Where a pathway stands. */
export const PATHWAY_PLACES = [
  'new',
  'sent',
  'received',
  'booked',
  'seen',
  'rejected',
  'did_not_attend',
  'cancelled_by_hospital',
  'cancelled_by_patient',
  'downgraded',
  'told_cancer',
  'told_no_cancer',
  'treated',
  'care_complete',
] as const
export type PathwayPlace = (typeof PATHWAY_PLACES)[number]

/** How far it has come, whatever got in the way since. */
export const PATHWAY_STAGES = [
  'new',
  'sent',
  'received',
  'booked',
  'seen',
  'told_no_cancer',
  'told_cancer',
  'treated',
] as const
export type PathwayStage = (typeof PATHWAY_STAGES)[number]

/** One line of the safety-net list: an open pathway and the person it is about. */
export const safetyNetRowSchema = z.object({
  pathwayId: uuidSchema,
  version: z.number().int().min(1),
  person: personLineSchema,
  tumourGroup: tumourGroupSchema,
  /** After an upgrade: that. */
  priority: prioritySchema,
  hospital: z.string().nullable(),
  reference: z.string().nullable(),
  place: z.enum(PATHWAY_PLACES),
  stage: z.enum(PATHWAY_STAGES),
  /** The event that put it where it is. */
  placeDate: isoDateSchema.nullable(),
  placePrecision: precisionSchema.nullable(),
  placeEventId: uuidSchema.nullable(),
  needsSignOff: z.boolean(),
  /** What a clinician decided about where it stands. */
  decision: signOffDecisionSchema.nullable(),
  /** Day 0 of the clock that runs, or of the waiting. null: nothing with a day is known. */
  startDate: isoDateSchema.nullable(),
  startPrecision: precisionSchema.nullable(),
  clock: z.enum(ADJUSTED_CLOCKS).nullable(),
  daysAllowed: z.number().int().nullable(),
  daysAdjusted: z.number().int(),
  /** Events that cannot follow what was there before. */
  outOfOrder: z.number().int(),
})
export type SafetyNetRow = z.infer<typeof safetyNetRowSchema>
