import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { lookedSchema } from '#shared/features/imports/public.ts'
import { columnChoiceSchema, importDraftSchema, readingSchema } from '#shared/features/imports/schema.ts'
import {
  aboutListSchema,
  decideSchema,
  decisionSchema,
  itemKindSchema,
  itemSchema,
  reconciliationSchema,
} from './schema.ts'

const draft = z.object({ draftId: uuidSchema })
const one = z.object({ id: uuidSchema })
const version = z.number().int().min(1)
const undo = z.number().int()
const seen = one.extend({ version })
const changed = z.object({ version, undo })

export const reconcile = {
  read: job({
    summary: 'Read a list into a draft: what it is, and where each column could go. Saves nothing.',
    can: 'imports.run',
    input: z.object({ fileHandle: z.string(), reading: readingSchema }),
    output: importDraftSchema,
  }),
  readAgain: job({
    summary: 'Read the list of a draft another way. Saves nothing.',
    can: 'imports.run',
    input: draft.extend({ reading: readingSchema }),
    output: importDraftSchema,
  }),
  draft: query({
    summary: 'A list that was read, with its columns.',
    can: 'imports.run',
    input: draft,
    output: importDraftSchema,
  }),
  look: job({
    summary: 'Go through the columns of a list: how each writes its dates. Saves nothing.',
    can: 'imports.run',
    input: draft.extend({ columns: z.array(columnChoiceSchema).max(500) }),
    output: lookedSchema,
  }),
  compare: job({
    summary: 'Compare a list with the register and keep what differs. Changes nobody on the register.',
    can: 'imports.run',
    audits: 'create',
    input: draft.extend({
      columns: z.array(columnChoiceSchema).max(500),
      about: aboutListSchema,
      /** An earlier comparison that this newer list takes the place of; what was decided stays where it still differs. */
      replaces: seen.nullable().default(null),
    }),
    output: z.object({ id: uuidSchema, decisionsKept: z.number().int(), decisionsDropped: z.number().int(), undo }),
  }),
  list: query({
    summary: 'Every list that was compared, newest first.',
    can: 'register.read',
    input: z.object({}),
    output: z.array(reconciliationSchema),
  }),
  get: query({
    summary: 'One compared list with its counts.',
    can: 'register.read',
    input: one,
    output: reconciliationSchema,
  }),
  items: query({
    summary: 'What a comparison found, of one kind.',
    can: 'register.read',
    input: one.extend({
      kind: itemKindSchema,
      show: z.enum(['open', 'all']).default('all'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(itemSchema), total: z.number().int() }),
  }),
  add: command({
    summary: 'Add a cancer of the list to the register, and its person where they are not on it.',
    can: 'register.write',
    audits: 'create',
    input: decideSchema,
    output: changed.extend({ personId: uuidSchema }),
  }),
  takeTheirs: command({
    summary: 'Take the diagnosis date of the list for ours.',
    can: 'register.write',
    audits: 'edit',
    input: decideSchema,
    output: changed,
  }),
  ask: command({
    summary: 'Say that the hospital is to be asked about a cancer that its list lacks: this makes a task.',
    can: 'journey.write',
    audits: 'create',
    input: decideSchema,
    output: changed,
  }),
  decide: command({
    summary: 'Decide about an item without changing anybody on the register.',
    can: 'journey.write',
    audits: 'edit',
    input: decideSchema.extend({ decision: decisionSchema.exclude(['added', 'took_theirs', 'asked']) }),
    output: changed,
  }),
  takeBack: command({
    summary: 'Take back a decision with all that it changed, however long ago.',
    can: 'journey.write',
    audits: 'undo',
    input: seen,
    output: z.object({ kept: z.number().int(), undo }),
  }),
  setClosed: command({
    summary: 'Close a compared list, or open it again.',
    can: 'journey.write',
    audits: 'edit',
    input: seen.extend({ closed: z.boolean() }),
    output: changed,
  }),
  remove: command({
    summary: 'Forget a compared list with everything decided about it. The register stays as it is.',
    can: 'imports.run',
    audits: 'remove',
    input: seen,
    output: z.object({ undo }),
  }),
  saveCounts: job({
    summary: 'Write the counts of a compared list to a file, small numbers hidden.',
    can: 'reports.export',
    audits: 'export',
    input: one.extend({ fileHandle: z.string() }),
    output: z.object({ rows: z.number().int() }),
  }),
  saveWorkList: job({
    summary: 'Write what is still to be decided about a compared list to a file that names people.',
    can: 'people.export',
    audits: 'export',
    input: one.extend({ fileHandle: z.string() }),
    output: z.object({ rows: z.number().int() }),
  }),
}
