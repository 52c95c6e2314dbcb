import { z } from 'zod'
import { TREATMENT_INTENTS } from '#shared/domain/diagnosis-details.ts'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'

/**
 * What a treatment summary has to say to be of use in primary care. Of 419 hospital documents that were read for it,
 * few gave the aim of treatment (PMC6588262); the rest is what practices are asked to act on.
 */
export const SUMMARY_SLOTS = [
  { code: 'aim', label: 'Aim of treatment', ask: 'whether the treatment was meant to cure' },
  { code: 'treatment_given', label: 'What was done', ask: 'what treatment was given and when' },
  { code: 'effects', label: 'Effects to expect', ask: 'which effects may last or come later' },
  { code: 'alert_symptoms', label: 'Alert symptoms', ask: 'which symptoms need a call the same day' },
  { code: 'gp_actions', label: 'What the practice should do', ask: 'what you would like our practice to do' },
  { code: 'contact', label: 'Who to ring', ask: 'whom to ring with a question' },
  { code: 'follow_up', label: 'Follow-up', ask: 'who follows up, how often and until when' },
] as const
export type SummarySlot = (typeof SUMMARY_SLOTS)[number]['code']
export const SLOT_CODES = SUMMARY_SLOTS.map(({ code }) => code)

/** The name of a part, for lists and drafts. */
export const slotLabel = (code: string): string => SUMMARY_SLOTS.find((slot) => slot.code === code)?.label ?? 'Part'
/** The part as a letter asks for it. */
export const slotQuestion = (code: string): string => SUMMARY_SLOTS.find((slot) => slot.code === code)?.ask ?? ''

/** Aims that a summary can state: "not known" is no statement. */
export const AIMS = TREATMENT_INTENTS.filter(({ code }) => code !== '9')
const aimSchema = z.enum(['C', 'Z', 'X'], { error: 'Choose the aim that the summary gives' })

const said = longText(2000).transform((text) => (text === '' ? null : text))
const part = said.nullable().default(null)

/** What is typed of a summary. null: the summary does not say. */
export const summaryFieldsSchema = z.object({
  aim: aimSchema.nullable().default(null),
  treatmentGiven: part,
  effects: part,
  alertSymptoms: part,
  followUp: part,
  contact: part,
  /** false: it asks nothing of the practice. null: it does not say. */
  actionsAsked: z.boolean().nullable().default(null),
})
export type SummaryFields = z.output<typeof summaryFieldsSchema>

export const summarySchema = summaryFieldsSchema.extend({
  id: uuidSchema,
  version: z.number().int().min(1),
  eventId: uuidSchema,
})
export type TreatmentSummary = z.output<typeof summarySchema>

/** One thing that a summary asks the practice to do: it becomes a task. */
export const summaryActionSchema = z.object({
  title: shortText(160),
  ownerId: uuidSchema.nullable().default(null),
  dueDate: isoDateSchema.nullable().default(null),
})
export type SummaryAction = z.output<typeof summaryActionSchema>

/** Whether a summary says something of a part. Text that is only blanks says nothing. */
export const saysOf = (fields: SummaryFields, slot: SummarySlot): boolean => {
  const texts: Readonly<Record<Exclude<SummarySlot, 'gp_actions'>, string | null>> = {
    aim: fields.aim,
    treatment_given: fields.treatmentGiven,
    effects: fields.effects,
    alert_symptoms: fields.alertSymptoms,
    follow_up: fields.followUp,
    contact: fields.contact,
  }
  return slot === 'gp_actions' ? fields.actionsAsked !== null : (texts[slot] ?? '').trim() !== ''
}

/** The parts that a summary leaves out, in the order of a summary. */
export const missingSlots = (fields: SummaryFields): SummarySlot[] => SLOT_CODES.filter((slot) => !saysOf(fields, slot))
