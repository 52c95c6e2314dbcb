import { z } from 'zod'
import { query } from '#shared/contract/define.ts'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { ACTION_METHODS } from './contract-of-actions.ts'
import { EVIDENCE_METHODS } from './contract-of-evidence.ts'
import { PLAN_METHODS } from './contract-of-plans.ts'
import {
  actionStatusSchema,
  driverSchema,
  measureCodeSchema,
  measureRunSchema,
  PLAN_STATES,
  planActionDetailSchema,
  planHistorySchema,
  planSchema,
} from './schema.ts'

const MOST_RUNS = 60
const MOST_ORIGINS = 500

/** The three-year action plan of the lead. */
export const plan = {
  current: query({
    summary: 'The plan that is worked with: the newest that is not closed.',
    can: 'register.read',
    input: z.object({}),
    output: planSchema.nullable(),
  }),
  past: query({
    summary: 'The other plans, the newest first.',
    can: 'register.read',
    input: z.object({}),
    output: z.array(
      z.object({
        id: uuidSchema,
        title: z.string(),
        startsOn: isoDateSchema,
        endsOn: isoDateSchema,
        state: z.enum(PLAN_STATES.map(({ code }) => code)),
        signedOn: isoDateSchema.nullable(),
      }),
    ),
  }),
  get: query({
    summary: 'One plan with everything that its board, timeline and list draw.',
    can: 'register.read',
    input: z.object({ id: uuidSchema }),
    output: planSchema,
  }),
  action: query({
    summary: 'One action of a plan, whole.',
    can: 'register.read',
    input: z.object({ id: uuidSchema }),
    output: planActionDetailSchema,
  }),
  runs: query({
    summary: 'The runs of 24 months of some measures, in small.',
    can: 'register.read',
    input: z.object({ codes: z.array(measureCodeSchema).max(MOST_RUNS) }),
    output: z.array(measureRunSchema),
  }),
  milestonesOf: query({
    summary: 'Milestones of the actions that are to move a measure, for its chart.',
    can: 'register.read',
    input: z.object({ measureCode: measureCodeSchema }),
    output: z.array(
      z.object({
        actionId: uuidSchema,
        code: z.string(),
        actionTitle: z.string(),
        milestoneId: uuidSchema,
        title: z.string(),
        dueOn: isoDateSchema,
        metOn: isoDateSchema.nullable(),
      }),
    ),
  }),
  takenFrom: query({
    summary: 'The actions that were made of some notes or of some changes agreed at a learning event analysis.',
    can: 'register.read',
    input: z.object({ ids: z.array(uuidSchema).max(MOST_ORIGINS) }),
    output: z.array(
      z.object({ originId: uuidSchema, actionId: uuidSchema, code: z.string(), status: actionStatusSchema }),
    ),
  }),
  history: query({
    summary: 'Who changed what in a plan or in one action, the newest first.',
    can: 'register.read',
    input: z.object({
      planId: uuidSchema,
      actionId: uuidSchema.nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.array(planHistorySchema),
  }),
  drivers: query({
    summary: 'The driver diagram of a plan.',
    can: 'register.read',
    input: z.object({ planId: uuidSchema }),
    output: z.array(driverSchema),
  }),
  ...PLAN_METHODS,
  ...ACTION_METHODS,
  ...EVIDENCE_METHODS,
}
