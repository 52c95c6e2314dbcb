import { z } from 'zod'
import { command } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { changed, made, taken, which } from './contract-parts.ts'
import { actionMeasureFieldsSchema, measureCodeSchema, PLAN_YEARS } from './schema.ts'

const ofPlan = z.object({ planId: uuidSchema })

/** What ties a plan to the measures: which ones its actions are to move, and the figures that it began with. */
export const EVIDENCE_METHODS = {
  linkMeasure: command({
    summary: 'Name a measure that an action is to move. A signed plan freezes its figure of the day.',
    can: 'plan.write',
    audits: 'create',
    input: z.object({ actionId: uuidSchema, fields: actionMeasureFieldsSchema }),
    output: made,
  }),
  saveLink: command({
    summary: 'Change the measure that an action is to move, or its target.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: actionMeasureFieldsSchema }),
    output: changed,
  }),
  unlinkMeasure: command({
    summary: 'Say that an action is not to move a measure after all. Frozen figures stay.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
  chooseBaseline: command({
    summary: 'Take a measure into the baseline of a plan.',
    can: 'plan.write',
    audits: 'create',
    input: ofPlan.extend({ measureCode: measureCodeSchema }),
    output: made,
  }),
  dropBaseline: command({
    summary: 'Leave a measure out of the baseline of a draft.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
  freezeYear: command({
    summary: 'Freeze the figures of a year of the plan that has ended.',
    can: 'plan.write',
    audits: 'edit',
    input: ofPlan.extend({ year: z.literal(PLAN_YEARS) }),
    output: taken.extend({ frozen: z.number().int() }),
  }),
}
