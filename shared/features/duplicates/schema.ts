import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { MATCH_BANDS, MATCH_FIELDS } from './match-score.ts'
import { MERGE_FIELDS, SIDES } from './merge-fields.ts'

export const matchBandSchema = z.enum(MATCH_BANDS.map((band) => band.code))

/** Two records that may be one person. */
export const pairSchema = z.object({
  people: z.tuple([personLineSchema, personLineSchema]),
  points: z.number().int(),
  band: matchBandSchema,
  reasons: z.array(z.string()),
})
export type Pair = z.infer<typeof pairSchema>

export const fieldMatchSchema = z.object({
  field: z.enum(MATCH_FIELDS.map((field) => field.field)),
  label: z.string(),
  weight: z.number().int(),
  points: z.number().int().nullable(),
  words: z.string(),
})

/** What hangs on a record and would move with it. */
export const belongingsSchema = z.object({
  diagnoses: z.number().int(),
  events: z.number().int(),
  pathways: z.number().int(),
  tasks: z.number().int(),
})
export type Belongings = z.infer<typeof belongingsSchema>

export const mergeFieldSchema = z.enum(MERGE_FIELDS.map((field) => field.field))
export const sideSchema = z.enum(SIDES)
export const choicesSchema = z.partialRecord(mergeFieldSchema, sideSchema)
export type Choices = z.infer<typeof choicesSchema>

/** Two records of which somebody said that they are two people. */
export const notSameSchema = z.object({
  id: uuidSchema,
  version: z.number().int(),
  people: z.tuple([personLineSchema, personLineSchema]),
  reason: z.string().nullable(),
  byName: z.string(),
  madeOn: isoDateSchema,
})
export type NotSame = z.infer<typeof notSameSchema>
