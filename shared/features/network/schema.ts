import { z } from 'zod'
import { isoDateSchema, monthSchema, shortText, uuidSchema } from '#shared/domain/schemas.ts'

export const networkPracticeSchema = z.object({
  odsCode: z
    .string()
    .trim()
    .toUpperCase()
    .min(1, 'Type the ODS code')
    .max(12)
    .regex(/^[A-Z0-9]+$/, 'An ODS code is letters and digits'),
  name: shortText(120),
  listSize: z.number({ error: 'Type the list size as a whole number' }).int().min(1).max(3_000_000).nullable(),
})
export type NewNetworkPractice = z.infer<typeof networkPracticeSchema>

const keptPackSchema = z.object({
  id: uuidSchema,
  frozenAt: z.string(),
  receivedAt: z.string(),
  receivedBy: z.string(),
  /** Fingerprint of the key that it was signed with. */
  key: z.string(),
  /** How many older ones of the same period it replaced. */
  replaced: z.number().int(),
})

export const listedPracticeSchema = networkPracticeSchema.extend({
  id: uuidSchema,
  version: z.number().int(),
  pack: keptPackSchema.nullable(),
})
export type ListedPractice = z.infer<typeof listedPracticeSchema>

const practiceShareSchema = z.object({
  odsCode: z.string(),
  name: z.string(),
  numerator: z.number().int(),
  /** null for a count by itself. */
  denominator: z.number().int().nullable(),
})

/** A figure of all practices together, with what each gave to it. Exact: for the lead's eyes. */
export const combinedFigureSchema = z.object({
  code: z.string(),
  label: z.string(),
  numerator: z.number().int(),
  denominator: z.number().int().nullable(),
  /** From 0 to 1, with its 95% Wilson interval; null without a denominator. */
  share: z.object({ value: z.number(), lower: z.number(), upper: z.number() }).nullable(),
  practices: z.array(practiceShareSchema),
  /** Month by month, the oldest first, over months that every practice counted. Empty where it is not counted so. */
  months: z.array(
    z.object({ month: monthSchema, numerator: z.number().int(), denominator: z.number().int().nullable() }),
  ),
})
export type CombinedFigure = z.infer<typeof combinedFigureSchema>

export const networkStandingSchema = z.object({
  practices: z.array(listedPracticeSchema),
  /** null before the first pack of the period. */
  combined: z
    .object({
      figures: z.array(combinedFigureSchema),
      /** Median days from hospital event to letter, over all letters of all practices. */
      letterDays: z.object({ median: z.number(), letters: z.number().int() }).nullable(),
      practices: z.number().int(),
      /** Packs that were counted by other rules than most, and are in no figure. */
      otherwise: z.array(z.object({ odsCode: z.string(), name: z.string() })),
    })
    .nullable(),
})
export type NetworkStanding = z.infer<typeof networkStandingSchema>

export const INTAKE_OUTCOMES = [
  'taken',
  'replaced',
  'repeated',
  'older-than-kept',
  'wrong-period',
  'not-listed',
  'changed',
  'wrong-passphrase',
  'sealed',
  'older',
  'newer',
  'other-key',
  'not-a-pack',
  'damaged',
  'not-for-the-lead',
  'made-up',
] as const

/** What became of one file. */
export const intakeSchema = z.object({
  /** As the file is called. */
  file: z.string(),
  outcome: z.enum(INTAKE_OUTCOMES),
  sentence: z.string(),
  /** Whose it is, where that could be read. */
  odsCode: z.string().nullable(),
  practiceName: z.string().nullable(),
  period: z.object({ from: isoDateSchema, to: isoDateSchema }).nullable(),
})
export type Intake = z.infer<typeof intakeSchema>
