import { z } from 'zod'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { EVENT_TYPE_CODES, LANES } from './event-types.ts'
import { DOCUMENT_CODES } from './letter-rules.ts'

/** Who told the practice. A journey is only as good as its sources, so each event says. */
export const TOLD_BY = [
  { code: 'patient', label: 'Patient' },
  { code: 'carer', label: 'Carer' },
  { code: 'hospital_letter', label: 'Hospital letter' },
  { code: 'hospital_call', label: 'Hospital, by phone' },
  { code: 'nurse_specialist', label: 'Nurse specialist' },
  { code: 'clinician', label: 'Our clinician' },
  { code: 'import', label: 'Import' },
  { code: 'other', label: 'Somebody else' },
] as const
export const toldBySchema = z.enum(TOLD_BY.map((source) => source.code))
export type ToldBy = z.infer<typeof toldBySchema>

export const laneSchema = z.enum(LANES)
export const eventTypeSchema = z.enum(EVENT_TYPE_CODES, { error: 'Choose what happened' })
export const precisionSchema = z.enum(['day', 'month', 'year'])

/** How it took place. */
export const METHODS = [
  { code: 'in_person', label: 'In person' },
  { code: 'phone', label: 'By phone' },
  { code: 'video', label: 'By video' },
  { code: 'letter', label: 'By letter' },
  { code: 'text', label: 'By text message' },
] as const
export const methodSchema = z.enum(METHODS.map((method) => method.code))
export type Method = z.infer<typeof methodSchema>

const optionalLine = (max: number) => shortText(max).nullable().default(null)

/** What is typed of an event. `answersEventId`: the hospital event that this letter is about. */
export const newJourneyEventSchema = z.object({
  personId: uuidSchema,
  episodeId: uuidSchema.nullable(),
  eventType: eventTypeSchema,
  lane: laneSchema,
  date: isoDateSchema,
  precision: precisionSchema,
  note: longText(2000).nullable(),
  toldBy: toldBySchema.nullable(),
  answersEventId: uuidSchema.nullable(),
  /** The referral this belongs to: two pathways at once stay two. */
  pathwayId: uuidSchema.nullable().default(null),
  /** Where it happened, when not at the hospital of the pathway or diagnosis. */
  hospital: optionalLine(80),
  method: methodSchema.nullable().default(null),
  doneBy: optionalLine(80),
  /** The structured template a care review was held with. */
  template: optionalLine(80),
})
export type NewJourneyEvent = z.input<typeof newJourneyEventSchema>

export const journeyEventSchema = newJourneyEventSchema.extend({ id: uuidSchema, version: z.number().int().min(1) })
export type JourneyEvent = z.infer<typeof journeyEventSchema>

export const DUE_KINDS = ['letter', 'support_contact', 'care_review'] as const

/** An open obligation: a letter that should have come, a support contact or a care review to do. */
export const dueItemSchema = z.object({
  kind: z.enum(DUE_KINDS),
  /** For a letter: which one. */
  document: z.enum(DOCUMENT_CODES).nullable(),
  dueDate: isoDateSchema,
  /** After this day nobody is asked for it any more. null: never lapses. */
  lapsesDate: isoDateSchema.nullable(),
  sourceEventId: uuidSchema.nullable(),
  episodeId: uuidSchema.nullable(),
})
export type DueItem = z.infer<typeof dueItemSchema>
