import { z } from 'zod'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'

const version = z.number().int().min(1)
const actionId = uuidSchema.nullable().default(null)

/** How likely something is to happen, from 1. */
export const LIKELIHOODS = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] as const
/** How much it would set the plan back, from 1. */
export const IMPACTS = ['Hardly any', 'Small', 'Medium', 'Large', 'Very large'] as const

const oneToFive = (missing: string) => z.number({ error: missing }).int().min(1, { error: missing }).max(5)

export const riskFieldsSchema = z.object({
  words: shortText(300, 'Say what might happen'),
  likelihood: oneToFive('Choose how likely it is'),
  impact: oneToFive('Choose how much it would set the plan back'),
  /** What is done about it. */
  response: longText(1000).default(''),
  ownerName: shortText(80).nullable().default(null),
  actionId,
  raisedOn: isoDateSchema,
  /** Day from which it is no risk any more. */
  closedOn: isoDateSchema.nullable().default(null),
})
export type RiskFields = z.output<typeof riskFieldsSchema>
export const riskSchema = riskFieldsSchema.extend({ id: uuidSchema, version })
export type Risk = z.output<typeof riskSchema>

export const decisionFieldsSchema = z.object({
  decidedOn: isoDateSchema,
  words: shortText(300, 'Say what was decided'),
  why: longText(1000).default(''),
  decidedBy: shortText(120, 'Say who decided it'),
  actionId,
})
export type DecisionFields = z.output<typeof decisionFieldsSchema>
export const decisionSchema = decisionFieldsSchema.extend({
  id: uuidSchema,
  version,
  /** The review at which it was taken. */
  reviewId: uuidSchema.nullable(),
})
export type Decision = z.output<typeof decisionSchema>

/** A year has no more hours than this. */
const MOST_HOURS = 2000
const QUARTERS_AN_HOUR = 4
const hours = z
  .number({ error: 'Enter the hours, such as 3.5' })
  .max(MOST_HOURS, { error: `Enter ${MOST_HOURS.toLocaleString('en-GB')} hours or fewer` })
  .refine((value) => Number.isInteger(value * QUARTERS_AN_HOUR), { error: 'Use quarters of an hour, such as 3.25' })

export const sessionFieldsSchema = z.object({
  heldOn: isoDateSchema,
  hours: hours.refine((value) => value > 0, { error: 'Enter how long it took' }),
  words: shortText(300, 'Say what it went on'),
  actionId,
})
export type SessionFields = z.output<typeof sessionFieldsSchema>
export const sessionSchema = sessionFieldsSchema.extend({ id: uuidSchema, version })
export type Session = z.output<typeof sessionSchema>

export const fundingFieldsSchema = z.object({
  hours: hours.refine((value) => value >= 0, { error: 'Enter 0 or more' }),
  pence: z.number().int().min(0).max(100_000_000_00).nullable().default(null),
})
export type FundingFields = z.output<typeof fundingFieldsSchema>
export const fundingSchema = fundingFieldsSchema.extend({
  id: uuidSchema,
  version,
  year: z.number().int().min(1).max(3),
})
export type Funding = z.output<typeof fundingSchema>
