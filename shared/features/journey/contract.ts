import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { dueItemSchema, journeyEventSchema, newJourneyEventSchema } from './schema.ts'

const version = z.number().int().min(1)

export const journey = {
  ofPerson: query({
    summary: 'Every event of one person, with what is due and which letters are expected.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ personId: uuidSchema }),
    output: z.object({ events: z.array(journeyEventSchema), due: z.array(dueItemSchema) }),
  }),
  names: query({
    summary: 'Names that a typed line may hold: who works here, and the hospitals on the register.',
    can: 'register.read',
    input: z.object({}),
    output: z.object({ people: z.array(z.string()), hospitals: z.array(z.string()) }),
  }),
  logEvent: command({
    summary: 'Log something that happened.',
    can: 'journey.write',
    audits: 'create',
    input: newJourneyEventSchema.extend({
      /** usual: a referral starts a pathway where none was named, a hospital step goes to the only one that it can follow on. */
      pathway: z.enum(['usual', 'none']).default('usual'),
    }),
    output: z.object({
      id: uuidSchema,
      version,
      /** The pathway it went to. */
      pathwayId: uuidSchema.nullable(),
      undo: z.number().int(),
    }),
  }),
  saveEvent: command({
    summary: 'Correct an event.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version, event: newJourneyEventSchema }),
    output: z.object({ id: uuidSchema, version, undo: z.number().int() }),
  }),
  removeEvent: command({
    summary: 'Remove an event logged by mistake. Can be undone.',
    can: 'journey.write',
    audits: 'remove',
    input: z.object({ id: uuidSchema, version }),
    output: z.object({ undo: z.number().int() }),
  }),
}
