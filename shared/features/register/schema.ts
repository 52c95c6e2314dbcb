import { z } from 'zod'
import { isoDateSchema, partialDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { dueItemSchema } from '#shared/features/journey/schema.ts'
import { tumourGroupSchema } from './episode-fields.ts'
import { sexSchema } from './person-fields.ts'

export {
  type Episode,
  type EpisodeFields,
  EPISODE_KINDS,
  episodeDetailsSchema,
  episodeFieldsSchema,
  episodeSchema,
} from './episode-fields.ts'
export {
  type Person,
  type PersonFields,
  personDetailsSchema,
  personFieldsSchema,
  personSchema,
  type Registration,
  type RegistrationFields,
  registrationFieldsSchema,
  registrationSchema,
} from './person-fields.ts'

export const REGISTER_VIEWS = [
  { code: 'everyone', label: 'Everyone' },
  { code: 'new', label: 'New, 24 months' },
  { code: 'missing_letter', label: 'Missing a letter' },
  { code: 'contact_due', label: 'Support contact due' },
  { code: 'review_due', label: 'Care review due' },
] as const
export type RegisterView = (typeof REGISTER_VIEWS)[number]['code']

export const REGISTER_SORTS = ['name', 'diagnosed', 'cancer', 'born', 'due'] as const
export type RegisterSort = (typeof REGISTER_SORTS)[number]

export const DUE_FILTERS = [
  { code: 'late', label: 'Late now' },
  { code: 'this_week', label: 'Due in 7 days' },
  { code: 'four_weeks', label: 'Due in 4 weeks' },
  { code: 'nothing', label: 'Nothing due' },
] as const

export const LIVING_FILTERS = [
  { code: 'living', label: 'Living' },
  { code: 'died', label: 'Died' },
] as const

/** Everything the register screen keeps in its address. */
export const registerFilterSchema = z.object({
  view: z.enum(REGISTER_VIEWS.map((view) => view.code)).default('everyone'),
  search: z.string().trim().max(80).default(''),
  tumourGroups: z.array(tumourGroupSchema).max(40).default([]),
  living: z
    .enum(LIVING_FILTERS.map((filter) => filter.code))
    .nullable()
    .default(null),
  due: z
    .enum(DUE_FILTERS.map((filter) => filter.code))
    .nullable()
    .default(null),
})
export type RegisterFilter = z.infer<typeof registerFilterSchema>

export const registerPageSchema = registerFilterSchema.extend({
  sort: z.enum(REGISTER_SORTS).default('name'),
  descending: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})

/** One mark on the small strip of a register row: just enough to draw. */
export const stripMarkSchema = z.object({
  id: z.string(),
  eventType: z.string(),
  date: isoDateSchema,
  precision: z.enum(['day', 'month', 'year']),
  answersEventId: z.string().nullable(),
})

export const registerRowSchema = z.object({
  id: uuidSchema,
  title: z.string().nullable(),
  surname: z.string(),
  givenName: z.string(),
  nhsNumber: z.string().nullable(),
  localId: z.string().nullable(),
  birthDate: isoDateSchema.nullable(),
  sex: sexSchema,
  died: z.boolean(),
  tumourGroup: tumourGroupSchema.nullable(),
  site: z.string().nullable(),
  stage: z.string().nullable(),
  diagnosisDate: partialDateSchema.nullable(),
  nextDue: dueItemSchema.nullable(),
  namedLeadName: z.string().nullable(),
  marks: z.array(stripMarkSchema),
  letters: z.array(dueItemSchema),
})
export type RegisterRow = z.infer<typeof registerRowSchema>

export const registerPageResultSchema = z.object({ rows: z.array(registerRowSchema), total: z.number().int() })

/** Who stands before and after somebody in a list. `position` counts from 1; null: they are not in it. */
export const neighboursSchema = z.object({
  previous: uuidSchema.nullable(),
  next: uuidSchema.nullable(),
  position: z.number().int().nullable(),
  total: z.number().int(),
})
export type Neighbours = z.infer<typeof neighboursSchema>

export const possibleDuplicateSchema = z.object({
  id: uuidSchema,
  sameNhsNumber: z.boolean(),
  sameNameAndBirth: z.boolean(),
  sameName: z.boolean(),
})
