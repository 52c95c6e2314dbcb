import { z } from 'zod'
import { isoDateSchema, longText, monthSchema, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { actionStatusSchema } from '#shared/features/plan/schema.ts'
import { decisionSchema } from '#shared/features/plan-logs/schema.ts'

/** quarter: every three months. year_end: at the end of a year of the plan, when what is open is carried forward or stopped. */
export const REVIEW_KINDS = [
  { code: 'quarter', label: 'Quarterly review' },
  { code: 'year_end', label: 'Year-end review' },
] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]['code']
export const reviewKindSchema = z.enum(REVIEW_KINDS.map(({ code }) => code))

export const REVIEW_STATES = [
  { code: 'open', label: 'Open' },
  { code: 'closed', label: 'Closed' },
] as const
const reviewStateSchema = z.enum(REVIEW_STATES.map(({ code }) => code))

/** An action as it stood when a review began. */
export const walkedActionSchema = z.object({
  actionId: uuidSchema,
  code: z.string(),
  title: z.string(),
  objectiveNumber: z.number().int(),
  objectiveTitle: z.string(),
  status: actionStatusSchema,
})
export type WalkedAction = z.output<typeof walkedActionSchema>

/** A change of dates that a review made. */
const carriedSchema = z.object({ fromDue: isoDateSchema, toDue: isoDateSchema, reason: z.string().nullable() })

/** One action of a review: how it stood before, and what was said of it. */
export const reviewStepSchema = walkedActionSchema.omit({ status: true }).extend({
  before: actionStatusSchema,
  now: actionStatusSchema,
  /** It was removed from the plan since. */
  gone: z.boolean(),
  dueOn: isoDateSchema.nullable(),
  /** The newest update that was written at this review. */
  updateId: uuidSchema.nullable(),
  /** Of all of them, a line each. */
  words: z.string(),
  nextStep: z.string(),
  ask: z.string(),
  /** There was nothing to say. */
  passed: z.boolean(),
  carried: carriedSchema.nullable(),
})
export type ReviewStep = z.output<typeof reviewStepSchema>

const reviewHeadSchema = z.object({
  id: uuidSchema,
  version: z.number().int().min(1),
  planId: uuidSchema,
  kind: reviewKindSchema,
  /** The first month of the quarter that is looked back on; of a year, of its last quarter. */
  quarter: monthSchema,
  state: reviewStateSchema,
  ledBy: z.string(),
  openedOn: isoDateSchema,
  closedOn: isoDateSchema.nullable(),
})

/** A review in the list. */
export const reviewLineSchema = reviewHeadSchema.extend({ done: z.number().int(), total: z.number().int() })
export type ReviewLine = z.output<typeof reviewLineSchema>

/** A review, whole. */
export const reviewSchema = reviewHeadSchema.extend({
  summary: z.string(),
  steps: z.array(reviewStepSchema),
  /** Taken at this review, the oldest first. */
  decisions: z.array(decisionSchema),
})
export type Review = z.output<typeof reviewSchema>

export const reviewFieldsSchema = z.object({
  ledBy: shortText(80, 'Say who leads it'),
  summary: longText(4000).default(''),
})
