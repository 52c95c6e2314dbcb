import { z } from 'zod'
import { command, job } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { MOST_ACTIONS, newActionSchema } from './contract-of-actions.ts'
import { taken } from './contract-parts.ts'
import { actionFieldsSchema, planFieldsSchema } from './schema.ts'
import { planSheetSchema } from './sheet-schema.ts'

const { title, words, ownerName, partners, startsOn, dueOn, costWords, riskWords } = actionFieldsSchema.shape

/** An action that names its objective by number: those of a plan that is only begun with it have no ids yet. */
const broughtActionSchema = newActionSchema.omit({ fields: true }).extend({
  objective: z.number().int().min(1),
  fields: z
    .object({ title, words, ownerName, partners, startsOn, dueOn, costWords, riskWords })
    .refine(({ startsOn: from, dueOn: to }) => from <= to, { path: ['dueOn'], error: 'It is due before it starts' }),
})

/** Bringing in a plan that is kept in a spreadsheet. */
export const SHEET_METHODS = {
  readSheet: job({
    summary: 'Read the actions of a spreadsheet: what comes in, what does not and why. Saves nothing.',
    can: 'plan.write',
    input: z.object({
      fileHandle: z.string(),
      /** null: every sheet that has the headings of a plan. */
      sheet: z.string().max(255).nullable().default(null),
    }),
    output: planSheetSchema,
  }),
  bringIn: command({
    summary: 'Add the actions of a spreadsheet in one step, to a plan or to one that is begun with them.',
    can: 'plan.write',
    audits: 'create',
    input: z
      .object({
        planId: uuidSchema.nullable().default(null),
        /** Of the plan to begin; null where there is one. */
        fields: planFieldsSchema.nullable().default(null),
        actions: z.array(broughtActionSchema).min(1).max(MOST_ACTIONS),
      })
      .refine(({ planId, fields }) => (planId === null) !== (fields === null), {
        error: 'Name the plan they go into, or say what the new one is called',
      }),
    output: taken.extend({ planId: uuidSchema, ids: z.array(uuidSchema) }),
  }),
}
