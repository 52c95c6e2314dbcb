import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { precisionSchema } from '#shared/features/journey/schema.ts'
import { TASK_STATES } from '#shared/features/tasks/schema.ts'
import { AVOIDABLE, LEARNING_STATES, LEARNING_THEMES, LEARNING_VIEWS } from './codes.ts'
import { LEARNING_REASONS } from './suggestions.ts'

export const learningThemeSchema = z.enum(LEARNING_THEMES.map(({ code }) => code))
export const learningReasonSchema = z.enum(LEARNING_REASONS.map(({ code }) => code))
export const learningStateSchema = z.enum(LEARNING_STATES.map(({ code }) => code))
export const learningViewSchema = z.enum(LEARNING_VIEWS.map(({ code }) => code))
export const avoidableSchema = z.enum(AVOIDABLE.map(({ code }) => code))

const LONGEST = 4000
const LONG = 2000

/** What is written down of an analysis. All of it may be empty: a draft is kept as it is typed. */
export const analysisFieldsSchema = z.object({
  /** Who leads it, by name. */
  ledBy: shortText(80).nullable(),
  meetingDate: isoDateSchema.nullable(),
  /** By role: "two GPs, practice nurse". */
  tookPart: longText(300),
  whatHappened: longText(LONGEST),
  wentWell: longText(LONG),
  couldBeBetter: longText(LONG),
  themes: z.array(learningThemeSchema).max(LEARNING_THEMES.length),
  contributoryFactors: longText(LONG),
  avoidable: avoidableSchema.nullable(),
  learningPoints: longText(LONG),
  reviewDate: isoDateSchema.nullable(),
})
export type AnalysisFields = z.output<typeof analysisFieldsSchema>

/** A change that was agreed: it becomes a task. */
export const learningActionFieldsSchema = z.object({
  title: shortText(160),
  ownerId: uuidSchema.nullable().default(null),
  dueDate: isoDateSchema.nullable().default(null),
  /** Whether the task is about this person too; most changes are about how the practice works. */
  aboutPerson: z.boolean().default(false),
})

export const learningActionSchema = z.object({
  id: uuidSchema,
  taskId: uuidSchema,
  title: z.string(),
  ownerName: z.string().nullable(),
  dueDate: isoDateSchema.nullable(),
  state: z.enum(TASK_STATES),
  finishedOn: isoDateSchema.nullable(),
})
export type LearningAction = z.infer<typeof learningActionSchema>

const diagnosisSchema = z.object({
  episodeId: uuidSchema.nullable(),
  tumourGroup: z.enum(TUMOUR_GROUPS.map(({ code }) => code)).nullable(),
  site: z.string().nullable(),
  diagnosisDate: z.object({ date: isoDateSchema, precision: precisionSchema }).nullable(),
})
export type LearningDiagnosis = z.infer<typeof diagnosisSchema>

/** A row of the lists: a suggestion, which has no id yet, or an analysis. */
export const learningRowSchema = diagnosisSchema.extend({
  id: uuidSchema.nullable(),
  version: z.number().int().min(1).nullable(),
  person: personLineSchema,
  state: z.union([z.literal('suggested'), learningStateSchema]),
  reasons: z.array(learningReasonSchema),
  themes: z.array(learningThemeSchema),
  ledBy: z.string().nullable(),
  meetingDate: isoDateSchema.nullable(),
  reviewDate: isoDateSchema.nullable(),
  setAsideReason: z.string().nullable(),
  actions: z.number().int(),
  actionsOpen: z.number().int(),
})
export type LearningRow = z.infer<typeof learningRowSchema>

export const learningFilterSchema = z.object({
  view: learningViewSchema.default('suggested'),
  /** Of analyses; suggestions have none. */
  theme: learningThemeSchema.nullable().default(null),
  reason: learningReasonSchema.nullable().default(null),
  limit: z.number().int().min(1).max(500).default(100),
})
export type LearningFilter = z.output<typeof learningFilterSchema>

/** One analysis, whole. */
export const analysisSchema = diagnosisSchema.extend({
  id: uuidSchema,
  version: z.number().int().min(1),
  personId: uuidSchema,
  state: learningStateSchema,
  reasons: z.array(learningReasonSchema),
  rulesVersion: z.string(),
  setAsideReason: z.string().nullable(),
  openedOn: isoDateSchema,
  openedBy: z.string(),
  closedOn: isoDateSchema.nullable(),
  fields: analysisFieldsSchema,
  actions: z.array(learningActionSchema),
})
export type Analysis = z.infer<typeof analysisSchema>
