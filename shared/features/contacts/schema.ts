import { z } from 'zod'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'

/** Where somebody works, or what they are to the lead. */
export const CONTACT_KINDS = [
  { code: 'hospital', label: 'Hospital' },
  { code: 'network', label: 'Network' },
  { code: 'practice', label: 'Practice' },
  { code: 'charity', label: 'Charity' },
  { code: 'council', label: 'Council' },
  { code: 'peer', label: 'Peer' },
  { code: 'other', label: 'Other' },
] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]['code']
export const contactKindSchema = z.enum(CONTACT_KINDS.map(({ code }) => code))

/** How much somebody can move the plan, and how much they want to; the weakest first. */
export const CONTACT_LEVELS = [
  { code: 'low', label: 'Low' },
  { code: 'some', label: 'Some' },
  { code: 'high', label: 'High' },
] as const
export type ContactLevel = (typeof CONTACT_LEVELS)[number]['code']
const contactLevelSchema = z.enum(CONTACT_LEVELS.map(({ code }) => code))

const PHONE = /^[\d\s()+.,-]*\d[\d\s()+.,-]*(?:(?:ext|extension|x|bleep)\.?\s*\d{1,6})?$/i
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/

/** What is written down of a contact. */
export const contactFieldsSchema = z.object({
  name: shortText(80, 'Write who it is'),
  role: shortText(120).nullable().default(null),
  organisation: shortText(120).nullable().default(null),
  kind: contactKindSchema,
  phone: shortText(40)
    .refine((text) => PHONE.test(text), { error: 'Use digits, such as 01632 960 140 or 01632 960 140 ext 12' })
    .nullable()
    .default(null),
  email: shortText(120)
    .refine((text) => EMAIL.test(text), { error: 'An address looks like name@example.org' })
    .nullable()
    .default(null),
  notes: longText(2000).default(''),
  influence: contactLevelSchema.nullable().default(null),
  interest: contactLevelSchema.nullable().default(null),
  lastSpokenOn: isoDateSchema.nullable().default(null),
})
export type ContactFields = z.output<typeof contactFieldsSchema>

export const contactSchema = contactFieldsSchema.extend({ id: uuidSchema, version: z.number().int().min(1) })
export type Contact = z.output<typeof contactSchema>
