import { z } from 'zod'
import { isoDateSchema, longText, monthSchema, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { figureSchema, MEASURE_KINDS } from '#shared/features/measures/library/schema.ts'
import { ASSURANCES, VARIATIONS } from '#shared/statistics/spc-types.ts'

export const PLAN_YEARS = [1, 2, 3] as const
export type PlanYear = (typeof PLAN_YEARS)[number]

export const PLAN_STATES = [
  { code: 'draft', label: 'Draft' },
  { code: 'signed', label: 'Signed' },
  { code: 'closed', label: 'Closed' },
] as const

/** How an action stands, as whoever owns it says. Always shown with its shape and its word. */
export const ACTION_STATUSES = [
  { code: 'not_started', label: 'Not started' },
  { code: 'on_track', label: 'On track' },
  { code: 'at_risk', label: 'At risk' },
  { code: 'off_track', label: 'Off track' },
  { code: 'done', label: 'Done' },
  { code: 'stopped', label: 'Stopped' },
] as const
export type ActionStatus = (typeof ACTION_STATUSES)[number]['code']
export const actionStatusSchema = z.enum(ACTION_STATUSES.map(({ code }) => code))
/** Statuses of an action that still has something to do. */
export const OPEN_STATUSES: readonly ActionStatus[] = ['not_started', 'on_track', 'at_risk', 'off_track']

const version = z.number().int().min(1)

/** The code of a measure of the library. */
export const measureCodeSchema = z.string().max(40)

/** What is written of a plan as a whole. */
export const planFieldsSchema = z.object({
  title: shortText(120, 'Give the plan a name'),
  organisation: shortText(120, 'Say whose plan it is'),
  /** The first day of its first month; each of its three years is twelve months from it. */
  startsOn: isoDateSchema.refine((date) => date.endsWith('-01'), {
    error: 'A plan starts on the first day of a month',
  }),
  strengths: longText(4000),
  gaps: longText(4000),
})
export type PlanFields = z.output<typeof planFieldsSchema>

/** What is typed of an objective. */
export const objectiveFieldsSchema = z.object({
  title: shortText(120, 'Say what the objective is'),
  words: shortText(60, 'Say it in a few words'),
})

export const planObjectiveSchema = z.object({
  id: uuidSchema,
  version,
  /** 1 to 5 are the five objectives of the role; a plan's own come after. It is the first part of an action's code. */
  number: z.number().int().min(1),
  title: z.string(),
  /** A few words for narrow places, such as "Raise standards of care". */
  words: z.string(),
  own: z.boolean(),
})
export type PlanObjective = z.output<typeof planObjectiveSchema>

export const planMilestoneFieldsSchema = z.object({
  title: shortText(120, 'Say what is to be reached'),
  dueOn: isoDateSchema,
  metOn: isoDateSchema.nullable().default(null),
})
export const planMilestoneSchema = planMilestoneFieldsSchema.extend({ id: uuidSchema, version })
export type PlanMilestone = z.output<typeof planMilestoneSchema>

/** What is typed of an action. */
export const actionFieldsSchema = z
  .object({
    /** The objective that it stands under. */
    objectiveId: uuidSchema,
    /** Objectives that it serves besides. */
    alsoObjectiveIds: z.array(uuidSchema).max(20).default([]),
    title: shortText(120, 'Say what is to be done'),
    words: longText(4000).default(''),
    /** By name: who owns an action need not have access to this register. */
    ownerName: shortText(80).nullable().default(null),
    partners: longText(400).default(''),
    startsOn: isoDateSchema,
    dueOn: isoDateSchema,
    costWords: longText(400).default(''),
    costPence: z.number().int().min(0).max(100_000_000_00).nullable().default(null),
    riskWords: longText(1000).default(''),
    evidenceWords: longText(2000).default(''),
  })
  .refine(({ startsOn, dueOn }) => startsOn <= dueOn, { path: ['dueOn'], error: 'It is due before it starts' })
export type ActionFields = z.output<typeof actionFieldsSchema>

/** Where an action came from. learning: a change agreed at a learning event analysis, or without an id a lesson card. */
export const actionOriginSchema = z
  .object({ kind: z.enum(['note', 'learning', 'spreadsheet']), id: uuidSchema.nullable(), words: z.string() })
  .nullable()

/** An action as the board, the timeline and the list show it. */
export const planActionSchema = z.object({
  id: uuidSchema,
  version,
  /** Such as "4.3": given once and never to another action. */
  code: z.string(),
  objectiveId: uuidSchema,
  alsoObjectiveIds: z.array(uuidSchema),
  title: z.string(),
  status: actionStatusSchema,
  ownerName: z.string().nullable(),
  partners: z.string(),
  startsOn: isoDateSchema,
  dueOn: isoDateSchema,
  /** Its dates before it was first moved in a signed plan; null where it stands as it was first planned. */
  firstPlanned: z.object({ startsOn: isoDateSchema, dueOn: isoDateSchema }).nullable(),
  /** Day on which it was done or stopped. */
  endedOn: isoDateSchema.nullable(),
  /** Measures that it is to move. */
  measureCodes: z.array(z.string()),
  /** By due date. */
  milestones: z.array(planMilestoneSchema),
  /** Actions that must be done first. */
  needs: z.array(uuidSchema),
  /** Day of the newest update. */
  updatedOn: isoDateSchema.nullable(),
})
export type PlanAction = z.output<typeof planActionSchema>

/** The figure of a measure as it was frozen. */
export const planBaselineSchema = z.object({
  id: uuidSchema,
  version,
  measureCode: z.string(),
  measureTitle: z.string(),
  unit: z.string(),
  /** 0: when the plan was signed, or when the measure was linked after; 1 to 3: at the end of that year. */
  year: z.number().int().min(0).max(3),
  from: monthSchema,
  to: monthSchema,
  figure: figureSchema,
  ruleVersion: z.string(),
  /** null in a draft: shown as it stands today and frozen at sign-off. */
  frozenOn: isoDateSchema.nullable(),
})
export type PlanBaseline = z.output<typeof planBaselineSchema>

/** A plan with everything that its board, timeline and list draw. */
export const planSchema = planFieldsSchema.extend({
  id: uuidSchema,
  version,
  state: z.enum(PLAN_STATES.map(({ code }) => code)),
  signedOn: isoDateSchema.nullable(),
  signedBy: z.string().nullable(),
  /** Last day of its third year. */
  endsOn: isoDateSchema,
  closedOn: isoDateSchema.nullable(),
  closeReason: z.string().nullable(),
  objectives: z.array(planObjectiveSchema),
  actions: z.array(planActionSchema),
  baselines: z.array(planBaselineSchema),
})
export type Plan = z.output<typeof planSchema>

/** A measure that an action is to move. `target` is in its unit, a share from 0 to 1. */
export const actionMeasureFieldsSchema = z.object({
  measureCode: measureCodeSchema,
  target: z
    .object({ value: z.number().min(0).max(1_000_000), by: monthSchema })
    .nullable()
    .default(null),
})
export const actionMeasureSchema = actionMeasureFieldsSchema.extend({
  id: uuidSchema,
  version,
  /** The newest frozen figure of the plan; what the trajectory to the target begins at. */
  baseline: planBaselineSchema.nullable(),
})
export type ActionMeasure = z.output<typeof actionMeasureSchema>

/** What an action is to bring a measure to, and by which month. */
export interface ActionTarget {
  /** Of the action. */
  readonly code: string
  readonly measureCode: string
  readonly value: number
  readonly by: string
}

export const planUpdateFieldsSchema = z.object({
  on: isoDateSchema,
  words: longText(4000).refine((words) => words !== '', { error: 'Write what happened' }),
  status: actionStatusSchema,
  nextStep: longText(1000).default(''),
  /** What is asked of the board, the network or a partner. */
  ask: longText(1000).default(''),
})
export const planUpdateSchema = planUpdateFieldsSchema.extend({
  id: uuidSchema,
  version,
  by: z.string(),
  /** The review at which it was written. */
  reviewId: uuidSchema.nullable(),
})
export type PlanUpdate = z.output<typeof planUpdateSchema>

/** How a turn of plan, do, study, act ended. */
export const CYCLE_OUTCOMES = [
  { code: 'adopt', label: 'Adopt' },
  { code: 'adapt', label: 'Adapt' },
  { code: 'abandon', label: 'Abandon' },
] as const

/** One turn of plan, do, study, act. */
export const planCycleFieldsSchema = z.object({
  aim: shortText(200, 'Say what this try is to find out'),
  plan: longText(2000).default(''),
  doing: longText(2000).default(''),
  study: longText(2000).default(''),
  act: longText(2000).default(''),
  startedOn: isoDateSchema,
  endedOn: isoDateSchema.nullable().default(null),
  outcome: z
    .enum(CYCLE_OUTCOMES.map(({ code }) => code))
    .nullable()
    .default(null),
})
export const planCycleSchema = planCycleFieldsSchema.extend({
  id: uuidSchema,
  version,
  number: z.number().int().min(1),
})
export type PlanCycle = z.output<typeof planCycleSchema>

/** A change of an action's dates, with the reason where one was given. */
export const planMoveSchema = z.object({
  id: uuidSchema,
  on: isoDateSchema,
  by: z.string(),
  fromStart: isoDateSchema,
  toStart: isoDateSchema,
  fromDue: isoDateSchema,
  toDue: isoDateSchema,
  reason: z.string().nullable(),
  reviewId: uuidSchema.nullable(),
})

/** One action, whole. */
export const planActionDetailSchema = planActionSchema.extend({
  planId: uuidSchema,
  planState: z.enum(PLAN_STATES.map(({ code }) => code)),
  objectiveNumber: z.number().int(),
  objectiveTitle: z.string(),
  words: z.string(),
  costWords: z.string(),
  costPence: z.number().int().nullable(),
  riskWords: z.string(),
  evidenceWords: z.string(),
  /** Did it work? As answered, by whom and when. */
  answer: z.object({ words: z.string(), by: z.string(), on: isoDateSchema }).nullable(),
  origin: actionOriginSchema,
  measures: z.array(actionMeasureSchema),
  /** Newest first. */
  updates: z.array(planUpdateSchema),
  cycles: z.array(planCycleSchema),
  moves: z.array(planMoveSchema),
  /** Actions that wait for this one. */
  neededBy: z.array(uuidSchema),
})
export type PlanActionDetail = z.output<typeof planActionDetailSchema>

/** The run of a measure in small, for a mini line beside its actions. */
export const measureRunSchema = z.object({
  measureCode: z.string(),
  title: z.string(),
  unit: z.string(),
  kind: z.enum(MEASURE_KINDS),
  better: z.enum(['higher', 'lower', 'neither']),
  /** Oldest first; null: a month without a value. */
  series: z.array(z.object({ month: monthSchema, value: z.number().nullable() })),
  mean: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  variation: z.enum(VARIATIONS),
  assurance: z.enum(ASSURANCES),
  target: z.number().nullable(),
})
export type MeasureRun = z.output<typeof measureRunSchema>

export const DRIVER_KINDS = [
  { code: 'aim', label: 'Aim' },
  { code: 'primary', label: 'Primary driver' },
  { code: 'secondary', label: 'Secondary driver' },
  { code: 'idea', label: 'Change idea' },
] as const

/** A branch of the driver diagram. */
export const driverFieldsSchema = z.object({
  parentId: uuidSchema.nullable(),
  kind: z.enum(DRIVER_KINDS.map(({ code }) => code)),
  words: shortText(200, 'Write what this box says'),
  actionId: uuidSchema.nullable().default(null),
})
export const driverSchema = driverFieldsSchema.extend({ id: uuidSchema, version, position: z.number().int() })
export type Driver = z.output<typeof driverSchema>

/** One entry of what happened to an action or a plan. */
export const planHistorySchema = z.object({
  /** ISO time. */
  at: z.string(),
  by: z.string(),
  what: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
export type PlanHistory = z.output<typeof planHistorySchema>
