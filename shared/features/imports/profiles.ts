import { z } from 'zod'
import { shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { differenceChoiceSchema, differenceCodeSchema } from './differences.ts'

export const profileNameSchema = shortText(80)

/** What is done with every difference of a kind. */
export const forAllSchema = z.partialRecord(differenceCodeSchema, differenceChoiceSchema)

/** How files of one shape were matched before: it matches the next of them by itself. */
export const importProfileSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  layout: z.string(),
  /** Columns that go somewhere, of all columns. */
  matched: z.number().int(),
  columns: z.number().int(),
  /** Words of the file that somebody gave a meaning. */
  words: z.number().int(),
  usedAt: z.string(),
  /** Files that were matched by it or that it was saved from. */
  times: z.number().int(),
  version: z.number().int(),
})
export type ImportProfile = z.infer<typeof importProfileSchema>

/** The profile that a draft is matched by. */
export const profileInUseSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  usedAt: z.string(),
  /** Columns of this file that it does not know: none when the shape is the same. */
  added: z.number().int(),
  /** Columns that it knows and that are not in this file. */
  gone: z.number().int(),
  /** How differences were settled last time. They start so, and can be changed on the next step. */
  differences: forAllSchema,
})
export type ProfileInUse = z.infer<typeof profileInUseSchema>
