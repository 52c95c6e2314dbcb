import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { putOffSchema, recentJourneySchema, todayPageSchema } from './schema.ts'

const undo = z.number().int()

export const today = {
  page: query({
    summary: 'What to do first, with the working of the order, and what is due.',
    can: 'register.read',
    input: z.object({}),
    output: todayPageSchema,
  }),
  recent: query({
    summary: 'The journeys that whoever is signed in looked at last.',
    can: 'register.read',
    input: z.object({}),
    output: z.array(recentJourneySchema),
  }),
  putOff: command({
    summary: 'Put a thing to do off until a day.',
    can: 'journey.write',
    audits: 'edit',
    input: putOffSchema,
    output: z.object({ undo }),
  }),
  bringBack: command({
    summary: 'Bring back everything that was put off.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({}),
    output: z.object({ broughtBack: z.number().int(), undo }),
  }),
}
