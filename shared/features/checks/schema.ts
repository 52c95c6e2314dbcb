import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'

const reason = z.string().trim().min(3, 'Say why in a few words').max(300, 'Use 300 characters at most')
export const reasonSchema = reason

/** Something unusual that whoever typed it looked at and kept, sent along with what they save. */
export const keptSchema = z.object({
  rule: z.string().max(60),
  /** The values that were asked about: only these are kept. */
  fingerprint: z.string().max(2000),
  reason,
})
export type Kept = z.infer<typeof keptSchema>

/** A reason that somebody gave for keeping what a rule asks about. */
export const overrideSchema = z.object({
  id: uuidSchema,
  version: z.number().int(),
  reason: z.string(),
  byName: z.string(),
  madeOn: isoDateSchema,
})

export const severitySchema = z.enum(['error', 'warning'])

/** Something that a rule found about one person. */
export const hitSchema = z.object({
  rule: z.string(),
  severity: severitySchema,
  title: z.string(),
  words: z.string(),
  whatToDo: z.string(),
  subjectTable: z.enum(['person', 'cancer_episode', 'journey_event']),
  subjectId: uuidSchema,
  /** null: nobody has given a reason for what is there now. */
  override: overrideSchema.nullable(),
})
export type Hit = z.infer<typeof hitSchema>

export const personHitSchema = hitSchema.extend({ person: personLineSchema })
export type PersonHit = z.infer<typeof personHitSchema>

export const HIT_VIEWS = [
  { code: 'open', label: 'To look at' },
  { code: 'kept', label: 'Kept with a reason' },
] as const
export type HitView = (typeof HIT_VIEWS)[number]['code']
export const hitViewSchema = z.enum(HIT_VIEWS.map((view) => view.code))

export const switchedOffSchema = z.object({ reason: z.string(), byName: z.string(), on: isoDateSchema })
export type SwitchedOff = z.infer<typeof switchedOffSchema>

/** A rule with what it does in this register. */
export const ruleFiguresSchema = z.object({
  rule: z.string(),
  /** People about whom it says something, kept or not. */
  people: z.number().int(),
  /** Things it says, and those of them that were kept with a reason. */
  hits: z.number().int(),
  kept: z.number().int(),
  switchedOff: switchedOffSchema.nullable(),
})
export type RuleFigures = z.infer<typeof ruleFiguresSchema>
