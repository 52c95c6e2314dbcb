import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { DOCUMENT_CODES } from '#shared/features/journey/public.ts'
import { precisionSchema } from '#shared/features/journey/schema.ts'
import { SLOT_CODES } from './summary-slots.ts'

export const documentSchema = z.enum(DOCUMENT_CODES, { error: 'Choose which letter' })
export const slotSchema = z.enum(SLOT_CODES)

/** The lists of letters, each one range of an index. */
export const LETTER_TABS = [
  { code: 'late', label: 'Late' },
  { code: 'week', label: 'Due this week' },
  { code: 'expected', label: 'Expected' },
  { code: 'arrived', label: 'Arrived in 7 days' },
] as const
export const letterTabSchema = z.enum(LETTER_TABS.map(({ code }) => code))
export type LetterTab = z.infer<typeof letterTabSchema>

/** No hospital is known: the choice beside the hospitals. */
export const NO_HOSPITAL = 'none'

export const letterFilterSchema = z.object({
  /** A hospital by name, or `none` for letters without one. */
  hospital: z.string().max(80).nullable().default(null),
  document: documentSchema.nullable().default(null),
  search: z.string().max(80).default(''),
})
export type LetterFilter = z.output<typeof letterFilterSchema>

export const LETTER_SORTS = ['late', 'since'] as const
export const letterPageSchema = letterFilterSchema.extend({
  tab: letterTabSchema.default('late'),
  /** late: what is past its day the longest. since: what happened the longest ago. */
  sort: z.enum(LETTER_SORTS).default('late'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(100),
})
export type LetterPage = z.output<typeof letterPageSchema>

/** How far asking has come. */
export const askedSchema = z.object({
  queryId: uuidSchema,
  version: z.number().int().min(1),
  openedOn: isoDateSchema,
  /** The last letter or call. */
  lastKind: z.enum(['letter', 'call']).nullable(),
  lastOn: isoDateSchema.nullable(),
  promisedFor: isoDateSchema.nullable(),
  ringAgainOn: isoDateSchema.nullable(),
})
export type Asked = z.output<typeof askedSchema>

const happeningSchema = z.object({ eventType: z.string(), date: isoDateSchema, precision: precisionSchema })

/** One letter, or another thing asked for, in the lists. */
export const letterRowSchema = z.object({
  /** Names the row: the event, or what is asked for. */
  id: z.string(),
  person: personLineSchema,
  eventId: uuidSchema.nullable(),
  itemId: uuidSchema.nullable(),
  document: documentSchema.nullable(),
  slot: slotSchema.nullable(),
  askedFor: z.string().nullable(),
  hospital: z.string().nullable(),
  /** What brings the letter. */
  source: happeningSchema.nullable(),
  /** What people count from. */
  since: happeningSchema.nullable(),
  dueDate: isoDateSchema.nullable(),
  asked: askedSchema.nullable(),
  /** For a letter that came: the event it is logged as, its day and how long it took. */
  arrived: z
    .object({ eventId: uuidSchema, date: isoDateSchema, precision: precisionSchema, days: z.number().nullable() })
    .nullable(),
})
export type LetterRow = z.output<typeof letterRowSchema>

/** One thing to ask for: the letter about an event, a part missing from a treatment summary, or anything in words. */
export const wantedSchema = z
  .object({
    eventId: uuidSchema.nullable().default(null),
    slot: slotSchema.nullable().default(null),
    askedFor: shortText(160).nullable().default(null),
  })
  .refine(({ eventId, askedFor }) => eventId !== null || askedFor !== null, { error: 'Say what to ask for' })
export type Wanted = z.output<typeof wantedSchema>

const nullableDate = isoDateSchema.nullable().default(null)
const nullableLine = (max: number) => shortText(max).nullable().default(null)

/** Where a query goes, and when to look again. */
export const queryDetailsSchema = z.object({
  hospital: nullableLine(80),
  department: nullableLine(80),
  phone: nullableLine(40),
  promisedFor: nullableDate,
  ringAgainOn: nullableDate,
})
export type QueryDetails = z.output<typeof queryDetailsSchema>

/** A letter or a call, about an open query or as the first step of a new one. */
export const askSchema = queryDetailsSchema.extend({
  personId: uuidSchema,
  /** The query it belongs to, as it was seen. null: a new one. */
  query: z
    .object({ id: uuidSchema, version: z.number().int().min(1) })
    .nullable()
    .default(null),
  /** What is asked for; what an open query asks for already need not be named again. */
  wanted: z.array(wantedSchema).max(40, 'Ask for 40 things or fewer at once').default([]),
  kind: z.enum(['letter', 'call']),
  happenedOn: isoDateSchema,
  spokeTo: nullableLine(80),
  /** The letter as it was sent, or what was said. */
  note: longText(6000).nullable().default(null),
})
export type Ask = z.output<typeof askSchema>

export const stepSchema = z.object({
  id: uuidSchema,
  kind: z.enum(['letter', 'call', 'answer', 'not_needed', 'reopened']),
  happenedOn: isoDateSchema,
  spokeTo: z.string().nullable(),
  note: z.string().nullable(),
  byName: z.string(),
})
export type QueryStep = z.output<typeof stepSchema>

export const queryItemSchema = z.object({
  id: uuidSchema,
  eventId: uuidSchema.nullable(),
  document: documentSchema.nullable(),
  slot: slotSchema.nullable(),
  askedFor: z.string().nullable(),
  state: z.enum(['open', 'answered', 'not_needed']),
  answerEventId: uuidSchema.nullable(),
})
export type QueryItem = z.output<typeof queryItemSchema>

/** A question to a hospital with everything that was done about it. */
export const hospitalQuerySchema = queryDetailsSchema.extend({
  id: uuidSchema,
  version: z.number().int().min(1),
  subject: z.string(),
  state: z.enum(['open', 'answered', 'not_needed']),
  openedOn: isoDateSchema,
  closedOn: isoDateSchema.nullable(),
  items: z.array(queryItemSchema),
  steps: z.array(stepSchema),
})
export type HospitalQuery = z.output<typeof hospitalQuerySchema>
