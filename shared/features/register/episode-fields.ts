import { z } from 'zod'
import {
  BASES_OF_DIAGNOSIS,
  BEHAVIOURS,
  CODE_SOURCES,
  FOLLOW_UP_STRATA,
  GRADES,
  LATERALITIES,
  NURSE_SPECIALIST_TOLD,
  PERFORMANCE_STATUSES,
  STAGE_EDITIONS,
  TREATMENT_INTENTS,
} from '#shared/domain/diagnosis-details.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { partialDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { codeOf, detail, optionalText } from './field-schemas.ts'

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
const routeSchema = z.enum(ROUTES_TO_DIAGNOSIS.map((route) => route.code))
const episodeKindSchema = z.enum(EPISODE_KINDS.map((kind) => kind.code))

/** What a register holds of a diagnosis beyond what, when and how it was found. All of it may be left out. */
export const episodeDetailsSchema = z.object({
  laterality: codeOf(LATERALITIES),
  behaviour: codeOf(BEHAVIOURS),
  basis: codeOf(BASES_OF_DIAGNOSIS),
  grade: codeOf(GRADES),
  tCategory: detail(12),
  nCategory: detail(12),
  mCategory: detail(12),
  stageEdition: codeOf(STAGE_EDITIONS),
  stageVersion: detail(12),
  performanceStatus: codeOf(PERFORMANCE_STATUSES),
  intent: codeOf(TREATMENT_INTENTS),
  consultant: detail(80),
  nurseSpecialist: detail(80),
  nurseSpecialistPhone: detail(40),
  nurseSpecialistTold: codeOf(NURSE_SPECIALIST_TOLD),
  followUp: codeOf(FOLLOW_UP_STRATA),
  codeSource: codeOf(CODE_SOURCES),
  /** The lead's choice; null follows the QOF rule. */
  onPracticeRegister: z.boolean().nullable().default(null),
  /** Needed with a choice, in a few words. */
  practiceRegisterReason: detail(300),
})

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
  ...episodeDetailsSchema.shape,
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
