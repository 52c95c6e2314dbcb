import { z } from 'zod'
import { SEX_CODES } from '#shared/domain/people.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import {
  isoDateSchema,
  longText,
  nhsNumberSchema,
  partialDateSchema,
  shortText,
  uuidSchema,
} from '#shared/domain/schemas.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { dueItemSchema } from '#shared/features/journey/schema.ts'

export const EPISODE_KINDS = [
  { code: 'new_primary', label: 'New primary' },
  { code: 'recurrence', label: 'Recurrence' },
  { code: 'metastatic', label: 'Metastatic' },
  { code: 'transformation', label: 'Transformation' },
  { code: 'progression', label: 'Progression' },
] as const

export const tumourGroupSchema = z.enum(
  TUMOUR_GROUPS.map((group) => group.code),
  { error: 'Choose one, or “not known yet”' },
)
export const routeSchema = z.enum(ROUTES_TO_DIAGNOSIS.map((route) => route.code))
export const sexSchema = z.enum(SEX_CODES.map((sex) => sex.code))
export const episodeKindSchema = z.enum(EPISODE_KINDS.map((kind) => kind.code))

const optionalText = (max: number) => longText(max).nullable()

/** What a person types or edits. Only a name and one identifier are compulsory. */
export const personFieldsSchema = z.object({
  title: optionalText(20),
  surname: shortText(80),
  givenName: shortText(80),
  nhsNumber: nhsNumberSchema.nullable(),
  localId: optionalText(40),
  birthDate: isoDateSchema.nullable(),
  sex: sexSchema,
  postcode: optionalText(10),
  usualGp: optionalText(80),
  namedLeadId: uuidSchema.nullable(),
  leaveOutOfSharing: z.boolean(),
  deathDate: partialDateSchema.nullable(),
})
export type PersonFields = z.infer<typeof personFieldsSchema>

export const personSchema = z.object({
  id: uuidSchema,
  version: z.number().int(),
  title: z.string().nullable(),
  surname: z.string(),
  givenName: z.string(),
  nhsNumber: z.string().nullable(),
  localId: z.string().nullable(),
  birthDate: isoDateSchema.nullable(),
  sex: sexSchema,
  postcode: z.string().nullable(),
  usualGp: z.string().nullable(),
  namedLeadId: uuidSchema.nullable(),
  namedLeadName: z.string().nullable(),
  leaveOutOfSharing: z.boolean(),
  deathDate: partialDateSchema.nullable(),
})
export type Person = z.infer<typeof personSchema>

/** What is typed or edited of one diagnosis. `site` is the words used; the tumour group is ours. */
export const episodeFieldsSchema = z.object({
  kind: episodeKindSchema,
  tumourGroup: tumourGroupSchema,
  site: optionalText(120),
  icd10Code: optionalText(8),
  diagnosisDate: partialDateSchema.nullable(),
  /** '1' to '4' or '0', perhaps with a letter: '2A'. null: not recorded. */
  stage: z.string().nullable(),
  route: routeSchema,
  hospital: optionalText(80),
})
export type EpisodeFields = z.infer<typeof episodeFieldsSchema>

export const episodeSchema = episodeFieldsSchema.extend({
  id: uuidSchema,
  personId: uuidSchema,
  version: z.number().int(),
  onQofRegister: z.boolean(),
  qofReason: z.string(),
})
export type Episode = z.infer<typeof episodeSchema>

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

export const possibleDuplicateSchema = z.object({
  id: uuidSchema,
  sameNhsNumber: z.boolean(),
  sameNameAndBirth: z.boolean(),
  sameName: z.boolean(),
})
