import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { isoDateSchema, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { dueItemSchema } from '#shared/features/journey/schema.ts'
import { letterRowSchema } from '#shared/features/letters/schema.ts'
import { stripMarkSchema } from '#shared/features/register/schema.ts'

/** What a thing to do is about, and the facts that say how long it has waited. */
const letter = z.object({ kind: z.literal('letter'), row: letterRowSchema })
const query = z.object({
  kind: z.literal('query'),
  row: letterRowSchema,
  department: z.string().nullable(),
  phone: z.string().nullable(),
  /** The days of the letters and calls so far, oldest first. */
  askedOn: z.array(isoDateSchema),
  ringAgainOn: isoDateSchema,
})
const contact = z.object({
  kind: z.enum(['support_contact', 'care_review']),
  dueDate: isoDateSchema,
  invitations: z.number().int(),
  /** Somebody said no, or it was not suitable: it is due again when that has run out, and not by the diagnosis. */
  putAside: z.boolean(),
})
const referral = z.object({
  kind: z.literal('referral'),
  reason: z.enum(['needs_sign_off', 'over', 'no_date']),
  pathwayId: uuidSchema,
  tumourGroup: z.string(),
  place: z.string(),
  placeDate: isoDateSchema.nullable(),
  daysWaited: z.number().int(),
  daysAllowed: z.number().int().nullable(),
})
const task = z.object({
  kind: z.literal('task'),
  taskId: uuidSchema,
  version: z.number().int(),
  title: z.string(),
  dueDate: isoDateSchema,
  repeats: z.boolean(),
  /** Whom it is about has died: somebody has to say whether it is still to be done. */
  died: z.boolean(),
})
const check = z.object({ kind: z.literal('check'), rule: z.string(), subjectId: z.string() })

export const candidateSchema = z.object({
  /** A kind and a record's id: what "Not today" remembers. */
  subject: z.string(),
  person: personLineSchema.nullable(),
  facts: z.discriminatedUnion('kind', [letter, query, contact, referral, task, check]),
})
export type Candidate = z.output<typeof candidateSchema>
export type Facts = Candidate['facts']

export const reasonSchema = z.object({ words: z.string(), points: z.number() })
export type Reason = z.output<typeof reasonSchema>

/** One of the five, with the working of its place. */
export const todayItemSchema = candidateSchema.extend({
  score: z.number(),
  reasons: z.array(reasonSchema),
  /** How long it takes, by kind. */
  minutes: z.number().int(),
})
export type TodayItem = z.output<typeof todayItemSchema>

export const DUE_ROWS = ['letters', 'support_contacts', 'care_reviews', 'referrals', 'tasks'] as const
export const dueRowSchema = z.object({
  row: z.enum(DUE_ROWS),
  late: z.number().int(),
  /** Due from today to the seventh day from now. */
  week: z.number().int(),
  /** Due from today to the twenty-eighth day from now, the week included. */
  fourWeeks: z.number().int(),
})
export type DueRow = z.output<typeof dueRowSchema>

export const recentJourneySchema = z.object({
  person: personLineSchema,
  died: z.boolean(),
  marks: z.array(stripMarkSchema),
  letters: z.array(dueItemSchema),
})
export type RecentJourney = z.output<typeof recentJourneySchema>

export const todayPageSchema = z.object({
  items: z.array(todayItemSchema),
  /** Things put off until later. */
  putOff: z.number().int(),
  due: z.array(dueRowSchema),
})
export type TodayPage = z.output<typeof todayPageSchema>

export const putOffSchema = z.object({ subject: shortText(120), personId: uuidSchema.nullable(), until: isoDateSchema })
