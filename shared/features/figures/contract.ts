import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { encodingSchema, LAST_HEADER_LINE, separatorSchema } from '#shared/features/imports/schema.ts'
import {
  figureAboutSchema,
  figureChoiceSchema,
  figureDraftSchema,
  figureKindSchema,
  figurePreviewSchema,
  figureRowSchema,
  figureSetSchema,
} from './schema.ts'

const draft = z.object({ draftId: uuidSchema })

export const figures = {
  read: job({
    summary: 'Read a file of practice figures into a draft: what it is and where its columns go. Saves nothing.',
    can: 'imports.run',
    input: z.object({ fileHandle: z.string() }),
    output: figureDraftSchema,
  }),
  readAgain: job({
    summary: 'Read the file of a draft another way: sheet, line of headings, text or separator. Saves nothing.',
    can: 'imports.run',
    input: draft.extend({
      encoding: encodingSchema.nullable().default(null),
      separator: separatorSchema.nullable().default(null),
      sheet: z.string().max(255).nullable(),
      headerLine: z.number({ error: 'Enter the line as a number' }).int().min(1).max(LAST_HEADER_LINE).nullable(),
    }),
    output: figureDraftSchema,
  }),
  draft: query({
    summary: 'A draft as it stands.',
    can: 'imports.run',
    input: draft,
    output: figureDraftSchema,
  }),
  check: job({
    summary:
      'What saving a draft would store: rows accepted and rejected with line and reason, sums checked. Saves nothing.',
    can: 'imports.run',
    input: draft.extend({ about: figureAboutSchema, columns: z.array(figureChoiceSchema).max(500) }),
    output: figurePreviewSchema,
  }),
  save: job({
    summary: 'Store a checked draft as a dated table in one transaction. The same figures again change nothing.',
    can: 'imports.run',
    audits: 'import',
    input: draft,
    output: z.object({ saved: z.boolean(), set: figureSetSchema }),
  }),
  discard: query({ summary: 'Forget a draft.', can: 'imports.run', input: draft, output: z.object({}) }),
  list: query({
    summary: 'Every set of practice figures, newest first, those removed among them.',
    can: 'register.read',
    input: z.object({}),
    output: z.array(figureSetSchema),
  }),
  set: query({
    summary: 'One set of practice figures: what it is, where it comes from and what was found on reading it.',
    can: 'register.read',
    input: z.object({ setId: uuidSchema }),
    output: figureSetSchema,
  }),
  rows: query({
    summary: 'Rows of a set in the order of its file.',
    can: 'register.read',
    input: z.object({
      setId: uuidSchema,
      /** Start of a code, postcode or name. */
      find: z.string().max(100).default(''),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(figureRowSchema), total: z.number().int() }),
  }),
  lookUp: query({
    summary:
      'The figures of a code, postcode or area from the latest set of a kind that has it, with where they come from.',
    can: 'register.read',
    input: z.object({ kind: figureKindSchema, key: z.string().max(120) }),
    output: z.object({ set: figureSetSchema, rows: z.array(figureRowSchema) }).nullable(),
  }),
  remove: command({
    summary: 'Remove a set whole. That it was there, and who removed it, stays in the list.',
    can: 'imports.run',
    audits: 'remove',
    input: z.object({ setId: uuidSchema, version: z.number().int() }),
    output: figureSetSchema,
  }),
}
