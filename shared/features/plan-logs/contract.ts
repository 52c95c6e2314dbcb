import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import {
  decisionFieldsSchema,
  decisionSchema,
  fundingFieldsSchema,
  fundingSchema,
  riskFieldsSchema,
  riskSchema,
  sessionFieldsSchema,
  sessionSchema,
} from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()
const ofPlan = z.object({ planId: uuidSchema })
const which = z.object({ id: uuidSchema, version })
const made = z.object({ id: uuidSchema, version, undo })
const changed = z.object({ version, undo })
const taken = z.object({ undo })

export const planLogs = {
  risks: query({
    summary: 'The risks of a plan, those that stand and the greatest first.',
    can: 'register.read',
    input: ofPlan,
    output: z.array(riskSchema),
  }),
  decisions: query({
    summary: 'The decisions of a plan, the newest first.',
    can: 'register.read',
    input: ofPlan,
    output: z.array(decisionSchema),
  }),
  budget: query({
    summary: 'What a plan is funded with by year, and the sessions that the hours went on, the newest first.',
    can: 'register.read',
    input: ofPlan,
    output: z.object({ funding: z.array(fundingSchema), sessions: z.array(sessionSchema) }),
  }),
  addRisk: command({
    summary: 'Add a risk to a plan.',
    can: 'plan.write',
    audits: 'create',
    input: ofPlan.extend({ fields: riskFieldsSchema }),
    output: made,
  }),
  saveRisk: command({
    summary: 'Change a risk.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: riskFieldsSchema }),
    output: changed,
  }),
  closeRisk: command({
    summary: 'Say that a risk is none any more, or that it is one after all.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ closedOn: isoDateSchema.nullable() }),
    output: changed,
  }),
  removeRisk: command({
    summary: 'Remove a risk that should not have been written.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
  addDecision: command({
    summary: 'Write down a decision about a plan.',
    can: 'plan.write',
    audits: 'create',
    input: ofPlan.extend({ fields: decisionFieldsSchema, reviewId: uuidSchema.nullable().default(null) }),
    output: made,
  }),
  saveDecision: command({
    summary: 'Change a decision.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: decisionFieldsSchema }),
    output: changed,
  }),
  removeDecision: command({
    summary: 'Remove a decision that should not have been written.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
  setFunding: command({
    summary: 'Say what a year of a plan is funded with. Without hours nothing is known of it.',
    can: 'plan.write',
    audits: 'edit',
    input: ofPlan.extend({
      year: z.number().int().min(1).max(3),
      /** The version that was seen; null where nothing was known. */
      version: version.nullable(),
      fields: fundingFieldsSchema.nullable(),
    }),
    output: taken,
  }),
  addSession: command({
    summary: 'Write down a session: hours that the lead spent, and on what.',
    can: 'plan.write',
    audits: 'create',
    input: ofPlan.extend({ fields: sessionFieldsSchema }),
    output: made,
  }),
  saveSession: command({
    summary: 'Change a session.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: sessionFieldsSchema }),
    output: changed,
  }),
  removeSession: command({
    summary: 'Remove a session that should not have been written.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: taken,
  }),
}
