import { z } from 'zod'
import { command } from '#shared/contract/define.ts'
import { isoDateSchema, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { changed, made, taken, which } from './contract-parts.ts'
import { driverFieldsSchema, objectiveFieldsSchema, planFieldsSchema } from './schema.ts'

const ofPlan = z.object({ planId: uuidSchema })

/** What is done to a plan as a whole, its objectives and its driver diagram. */
export const PLAN_METHODS = {
  start: command({
    summary: 'Begin the draft of a plan with the five objectives.',
    can: 'plan.write',
    audits: 'create',
    input: z.object({ fields: planFieldsSchema }),
    output: made,
  }),
  save: command({
    summary: 'Change what is written of a plan as a whole.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: planFieldsSchema }),
    output: changed,
  }),
  sign: command({
    summary: 'Sign a plan off: its baselines are frozen.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ signedBy: shortText(80, 'Say who signs it'), on: isoDateSchema }),
    output: changed,
  }),
  close: command({
    summary: 'Close a plan: it is kept as it is.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ reason: shortText(300, 'Say why it is closed') }),
    output: changed,
  }),
  removeDraft: command({
    summary: 'Remove a draft with everything in it.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
  addObjective: command({
    summary: 'Add an objective of the organisation’s own.',
    can: 'plan.write',
    audits: 'create',
    input: ofPlan.extend(objectiveFieldsSchema.shape),
    output: made,
  }),
  saveObjective: command({
    summary: 'Change the words of an objective.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend(objectiveFieldsSchema.shape),
    output: changed,
  }),
  removeObjective: command({
    summary: 'Remove an objective of the organisation’s own that has no actions.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
  addDriver: command({
    summary: 'Add a box to the driver diagram.',
    can: 'plan.write',
    audits: 'create',
    input: ofPlan.extend({ fields: driverFieldsSchema }),
    output: made,
  }),
  saveDriver: command({
    summary: 'Change a box of the driver diagram.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: driverFieldsSchema }),
    output: changed,
  }),
  moveDriver: command({
    summary: 'Put a box of the driver diagram in another place among those beside it.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ position: z.number().int().min(0).max(1000) }),
    output: changed,
  }),
  removeDriver: command({
    summary: 'Remove a box of the driver diagram with those that hang on it.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
}
