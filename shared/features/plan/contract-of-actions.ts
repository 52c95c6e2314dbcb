import { z } from 'zod'
import { command } from '#shared/contract/define.ts'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { changed, made, taken, which } from './contract-parts.ts'
import {
  actionFieldsSchema,
  actionOriginSchema,
  actionStatusSchema,
  measureCodeSchema,
  planCycleFieldsSchema,
  planMilestoneFieldsSchema,
  planUpdateFieldsSchema,
} from './schema.ts'

/** As many come in one step. */
export const MOST_ACTIONS = 500

const ofAction = z.object({ actionId: uuidSchema })
const reason = shortText(300).nullable().default(null)

/** A new action with what belongs to it. */
export const newActionSchema = z.object({
  fields: actionFieldsSchema,
  milestones: z.array(planMilestoneFieldsSchema).max(50).default([]),
  measureCodes: z.array(measureCodeSchema).max(20).default([]),
  origin: actionOriginSchema.default(null),
  /** One that is done or stopped already ended on the day it was due, or today if that comes first. */
  status: actionStatusSchema.default('not_started'),
})

const moveSchema = which
  .extend({ startsOn: isoDateSchema, dueOn: isoDateSchema, objectiveId: uuidSchema, reason })
  .refine(({ startsOn, dueOn }) => startsOn <= dueOn, { path: ['dueOn'], error: 'It is due before it starts' })

/** What is done to actions and to their milestones, updates and cycles. */
export const ACTION_METHODS = {
  addActions: command({
    summary: 'Add actions, one or many in one step.',
    can: 'plan.write',
    audits: 'create',
    input: z.object({ planId: uuidSchema, actions: z.array(newActionSchema).min(1).max(MOST_ACTIONS) }),
    output: taken.extend({ ids: z.array(uuidSchema) }),
  }),
  saveAction: command({
    summary: 'Change what is written of an action.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: actionFieldsSchema, reason }),
    output: changed,
  }),
  setStatus: command({
    summary: 'Say how an action stands.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ status: actionStatusSchema }),
    output: changed,
  }),
  moveAction: command({
    summary: 'Move an action to other dates or another objective. Milestones still to be met move along.',
    can: 'plan.write',
    audits: 'edit',
    input: moveSchema,
    output: changed,
  }),
  removeAction: command({
    summary: 'Remove an action with everything in it.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
  setNeeds: command({
    summary: 'Say which actions must be done before this one.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ needs: z.array(uuidSchema).max(50) }),
    output: changed,
  }),
  answer: command({
    summary: 'Answer whether an action worked. No words take the answer back.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ words: longText(2000) }),
    output: changed,
  }),
  addMilestone: command({
    summary: 'Add a milestone to an action.',
    can: 'plan.write',
    audits: 'create',
    input: ofAction.extend({ fields: planMilestoneFieldsSchema }),
    output: made,
  }),
  saveMilestone: command({
    summary: 'Change a milestone.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: planMilestoneFieldsSchema }),
    output: changed,
  }),
  meetMilestone: command({
    summary: 'Say on which day a milestone was met, or that it is not met after all.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ metOn: isoDateSchema.nullable() }),
    output: changed,
  }),
  removeMilestone: command({
    summary: 'Remove a milestone.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
  addUpdate: command({
    summary: 'Write down what happened with an action. The newest update sets its status.',
    can: 'plan.write',
    audits: 'create',
    input: ofAction.extend({ fields: planUpdateFieldsSchema, reviewId: uuidSchema.nullable().default(null) }),
    output: made,
  }),
  saveUpdate: command({
    summary: 'Correct an update.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: planUpdateFieldsSchema }),
    output: changed,
  }),
  removeUpdate: command({
    summary: 'Remove an update. The status of the action stays as it is.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
  addCycle: command({
    summary: 'Begin a turn of plan, do, study, act.',
    can: 'plan.write',
    audits: 'create',
    input: ofAction.extend({ fields: planCycleFieldsSchema }),
    output: made,
  }),
  saveCycle: command({
    summary: 'Change a turn of plan, do, study, act.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: planCycleFieldsSchema }),
    output: changed,
  }),
  removeCycle: command({
    summary: 'Remove a turn of plan, do, study, act.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
}
