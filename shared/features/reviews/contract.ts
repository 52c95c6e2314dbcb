import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { monthSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { reviewFieldsSchema, reviewKindSchema, reviewLineSchema, reviewSchema } from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()
const one = z.object({ id: uuidSchema })
const which = one.extend({ version })
const changed = z.object({ version, undo })

export const reviews = {
  list: query({
    summary: 'The reviews of a plan, the newest first.',
    can: 'register.read',
    input: z.object({ planId: uuidSchema }),
    output: z.array(reviewLineSchema),
  }),
  get: query({
    summary: 'One review with the actions that it goes through. A closed one is as it was at its close.',
    can: 'register.read',
    input: one,
    output: reviewSchema,
  }),
  history: query({
    summary: 'Who wrote what at a review, the newest first.',
    can: 'register.read',
    input: one,
    output: z.array(
      z.object({
        /** ISO time. */
        at: z.string(),
        by: z.string(),
        what: z.string(),
        /** The actions that it was about. */
        codes: z.array(z.string()),
      }),
    ),
  }),
  start: command({
    summary: 'Begin the review of a quarter or of a year: it goes through every action that is open now.',
    can: 'plan.write',
    audits: 'create',
    input: z.object({
      planId: uuidSchema,
      kind: reviewKindSchema,
      quarter: monthSchema,
      ledBy: reviewFieldsSchema.shape.ledBy,
    }),
    output: z.object({ id: uuidSchema, version, undo }),
  }),
  save: command({
    summary: 'Change who leads a review and what is said in sum.',
    can: 'plan.write',
    audits: 'edit',
    input: which.extend({ fields: reviewFieldsSchema }),
    output: changed,
  }),
  passOver: command({
    summary: 'Say that there is nothing to say of an action, or that there is after all.',
    can: 'plan.write',
    audits: 'edit',
    input: one.extend({ actionId: uuidSchema, passed: z.boolean() }),
    output: changed,
  }),
  close: command({
    summary: 'Close a review: its board paper is kept as it is.',
    can: 'plan.write',
    audits: 'edit',
    input: which,
    output: changed,
  }),
  reopen: command({
    summary: 'Open a closed review again. Its paper is made anew at the next close.',
    can: 'plan.write',
    audits: 'edit',
    input: which,
    output: changed,
  }),
  remove: command({
    summary: 'Remove a review that is open. Updates and decisions stay in the plan.',
    can: 'plan.write',
    audits: 'remove',
    input: which,
    output: z.object({ undo }),
  }),
}
