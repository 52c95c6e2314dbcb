import { z } from 'zod'
import { ACCESS_ROLES, NATIONS } from '#shared/domain/people.ts'
import { isoDateSchema, shortText, uuidSchema } from '#shared/domain/schemas.ts'

/** At least this many characters, and the highest zxcvbn score (over 10^10 guesses), before a passphrase is accepted. */
export const PASSPHRASE_MIN_LENGTH = 12
export const PASSPHRASE_MIN_SCORE = 4

export const practiceSchema = z.object({
  name: shortText(120),
  odsCode: z.string().trim().max(12),
  nation: z.enum(NATIONS.map((nation) => nation.code)),
  listSize: z
    .number({ error: 'Type the list size as a whole number' })
    .int()
    .min(1, 'The list size must be 1 or more')
    .max(3_000_000),
  listSizeOn: isoDateSchema,
  networkName: z.string().trim().max(120),
})
export type Practice = z.infer<typeof practiceSchema>

export const accessRoleSchema = z.enum(ACCESS_ROLES.map((role) => role.code))

export const userSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  jobTitle: z.string(),
  role: accessRoleSchema,
})
export type User = z.infer<typeof userSchema>

export const newUserSchema = z.object({ name: shortText(80), jobTitle: shortText(80), role: accessRoleSchema })

export const registerLabelSchema = z.object({ id: z.string(), practiceName: z.string(), demo: z.boolean() })
export type RegisterLabel = z.infer<typeof registerLabelSchema>

export const lockReasonSchema = z.enum(['start', 'request', 'idle', 'suspend', 'screen-lock'])
export type LockReason = z.infer<typeof lockReasonSchema>

export const lastBackupSchema = z.object({ at: z.string(), people: z.number(), events: z.number() })

/** Where the app stands: what the first screen needs to know and nothing about any patient. */
export const accessStateSchema = z.object({
  stage: z.enum(['first-run', 'locked', 'unlocked']),
  register: registerLabelSchema.nullable(),
  /** Everybody in the open register is made up, as it says itself: the demo practice, or one that came from its bundle. */
  madeUp: z.boolean(),
  registers: z.array(registerLabelSchema),
  users: z.array(userSchema),
  user: userSchema.nullable(),
  lockReason: lockReasonSchema,
  waitSeconds: z.number(),
  /** The day it is for the core: screens reckon with the same one. */
  today: isoDateSchema,
  lastBackup: lastBackupSchema.nullable(),
  /** A sentence when the file cannot be opened at all (newer version, damaged, in use): restore is offered. */
  trouble: z.string().nullable(),
})
export type AccessState = z.infer<typeof accessStateSchema>

export const passphraseVerdictSchema = z.object({
  /** 0 to 4, the zxcvbn scale. */
  score: z.number().int().min(0).max(4),
  accepted: z.boolean(),
  words: z.string(),
})

export const recoveryDraftSchema = z.object({ draftId: z.string(), groups: z.array(z.string()) })

/** One message after every change; screens reload what they show of the named entities. */
export const coreEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), entities: z.array(z.string()), personIds: z.array(z.string()) }),
  z.object({ type: z.literal('locked'), reason: lockReasonSchema }),
  z.object({ type: z.literal('unlocked') }),
])
export type CoreEvent = z.infer<typeof coreEventSchema>
