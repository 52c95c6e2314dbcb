import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { methodSchema, precisionSchema } from '#shared/features/journey/schema.ts'
import { CONTACT_KINDS, OUTCOMES } from './kinds.ts'

export const contactKindSchema = z.enum(CONTACT_KINDS.map(({ code }) => code))
export const outcomeSchema = z.enum(
  OUTCOMES.map(({ code }) => code),
  { error: 'Say what became of it' },
)

/** What somebody records of one attempt. */
export const careRecordSchema = z.object({
  personId: uuidSchema,
  kind: contactKindSchema,
  outcome: outcomeSchema,
  date: isoDateSchema,
  precision: precisionSchema,
  method: methodSchema.nullable().default(null),
  doneBy: shortText(80).nullable().default(null),
  /** The structured template that a review was held with. */
  template: shortText(80).nullable().default(null),
  /** Kept as an event of its own, as its indicator counts it. */
  informationGiven: z.boolean().default(false),
  note: longText(2000).nullable().default(null),
})
export type CareRecord = z.input<typeof careRecordSchema>

export const RECALL_STATES = [
  { code: 'overdue', label: 'Overdue' },
  { code: 'due', label: 'Due in 4 weeks' },
  { code: 'later', label: 'Later' },
  { code: 'no_answer', label: 'Invited, no answer' },
] as const
export type RecallState = (typeof RECALL_STATES)[number]['code']
export const recallStateSchema = z.enum(RECALL_STATES.map(({ code }) => code))

/** What narrows the recall list, as its address keeps it. */
export const recallFilterSchema = z.object({
  /** `anyone`, `nobody`, or the named lead. */
  lead: z.union([z.literal('anyone'), z.literal('nobody'), uuidSchema]).default('anyone'),
  tumourGroup: z
    .enum(TUMOUR_GROUPS.map(({ code }) => code))
    .nullable()
    .default(null),
})
export type RecallFilter = z.output<typeof recallFilterSchema>

export const recallPageSchema = recallFilterSchema.extend({
  kind: contactKindSchema.default('support_contact'),
  state: recallStateSchema.default('overdue'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})
export type RecallPage = z.output<typeof recallPageSchema>

const partial = z.object({ date: isoDateSchema, precision: precisionSchema })

/** One person of the recall list. */
export const recallRowSchema = z.object({
  person: personLineSchema,
  kind: contactKindSchema,
  tumourGroup: z.enum(TUMOUR_GROUPS.map(({ code }) => code)).nullable(),
  site: z.string().nullable(),
  diagnosisDate: partial.nullable(),
  dueDate: isoDateSchema,
  lapsesDate: isoDateSchema,
  invitations: z.number().int(),
  invitedOn: partial.nullable(),
  noAnswerUntil: isoDateSchema.nullable(),
  saidNo: z.enum(['declined', 'unsuitable']).nullable(),
  saidNoOn: partial.nullable(),
  namedLeadName: z.string().nullable(),
})
export type RecallRow = z.output<typeof recallRowSchema>
