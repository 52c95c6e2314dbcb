import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import {
  belongingsSchema,
  choicesSchema,
  fieldMatchSchema,
  matchBandSchema,
  notSameSchema,
  pairSchema,
} from './schema.ts'

const undoable = z.object({ undo: z.number().int() })
const version = z.number().int().min(1)
const bothPeople = z.object({ personId: uuidSchema, otherId: uuidSchema })

export const duplicates = {
  standing: query({
    summary: 'When somebody last looked for people who are here twice, and what was found.',
    can: 'register.write',
    input: z.object({}),
    output: z.object({
      /** null: nobody has looked yet. */
      searchedAt: z.string().nullable(),
      people: z.number().int(),
      /** Nobody was added, changed or removed since. */
      upToDate: z.boolean(),
      open: z.number().int(),
      notSame: z.number().int(),
    }),
  }),
  pairs: query({
    summary: 'Records that may be one person, the likeliest first.',
    can: 'register.write',
    input: z.object({ limit: z.number().int().min(1).max(500).default(200) }),
    output: z.object({ pairs: z.array(pairSchema), total: z.number().int() }),
  }),
  pair: query({
    summary: 'Why two records may be one person, and what hangs on each.',
    can: 'register.write',
    audits: 'view',
    input: bothPeople,
    output: z.object({
      points: z.number().int(),
      band: matchBandSchema,
      fields: z.array(fieldMatchSchema),
      belongings: z.tuple([belongingsSchema, belongingsSchema]),
    }),
  }),
  search: job({
    summary: 'Look through the register for people who are here twice.',
    can: 'register.write',
    input: z.object({}),
    output: z.object({ people: z.number().int(), pairs: z.number().int() }),
  }),
  merge: command({
    summary: 'Make one record of two. What hangs on the other moves over, and one undo brings both back.',
    can: 'register.write',
    audits: 'edit',
    input: bothPeople.extend({
      /** `personId` stays; `otherId` goes. */
      version,
      otherVersion: version,
      /** Field by field; left out, a blank gives way and otherwise the record that stays counts. */
      choices: choicesSchema.default({}),
    }),
    output: undoable.extend({ moved: z.number().int() }),
  }),
  notSame: command({
    summary: 'Remember that two records are two people.',
    can: 'register.write',
    audits: 'edit',
    input: bothPeople.extend({ reason: z.string().trim().max(300).nullable().default(null) }),
    output: undoable,
  }),
  notSameList: query({
    summary: 'Pairs of records that somebody said are two people.',
    can: 'register.write',
    input: z.object({}),
    output: z.array(notSameSchema),
  }),
  askAgain: command({
    summary: 'Forget that two records are two people, so that they are compared again.',
    can: 'register.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version }),
    output: undoable,
  }),
}
