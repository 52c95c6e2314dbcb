import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { isoDateSchema, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import {
  analysisFieldsSchema,
  analysisSchema,
  learningActionFieldsSchema,
  learningFilterSchema,
  learningRowSchema,
  learningThemeSchema,
  learningViewSchema,
} from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()
const which = z.object({ personId: uuidSchema, id: uuidSchema })
const ofDiagnosis = z.object({ personId: uuidSchema, episodeId: uuidSchema })

export const learning = {
  page: query({
    summary: 'Learning event analyses: suggested, open, closed or set aside.',
    can: 'register.read',
    input: learningFilterSchema,
    output: z.object({ rows: z.array(learningRowSchema), total: z.number().int() }),
  }),
  counts: query({
    summary: 'How many stand in each list of learning event analyses.',
    can: 'register.read',
    input: z.object({}),
    output: z.record(learningViewSchema, z.number().int()),
  }),
  themes: query({
    summary: 'How many analyses whose meeting was in a period had each theme.',
    can: 'register.read',
    input: z.object({ from: isoDateSchema, to: isoDateSchema }),
    output: z.object({
      analyses: z.number().int(),
      themes: z.array(z.object({ code: learningThemeSchema, count: z.number().int() })),
    }),
  }),
  ofPerson: query({
    summary: 'What is suggested and written down about one person.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ personId: uuidSchema }),
    output: z.array(learningRowSchema),
  }),
  get: query({
    summary: 'One analysis, whole.',
    can: 'register.read',
    audits: 'view',
    input: which,
    output: analysisSchema,
  }),
  ofChange: query({
    summary: 'At which analysis a change was agreed; null where it is not there any more.',
    can: 'register.read',
    input: z.object({ id: uuidSchema }),
    output: which.nullable(),
  }),
  takeUp: command({
    summary: 'Begin the analysis of a diagnosis, suggested or not.',
    can: 'journey.write',
    audits: 'create',
    input: ofDiagnosis,
    output: z.object({ id: uuidSchema, version, undo }),
  }),
  setAside: command({
    summary: 'Set a suggestion aside with the reason. It is not suggested again.',
    can: 'journey.write',
    audits: 'create',
    input: ofDiagnosis.extend({ reason: shortText(300) }),
    output: z.object({ id: uuidSchema, version, undo }),
  }),
  bringBack: command({
    summary: 'Take up again what was set aside: it is suggested as before.',
    can: 'journey.write',
    audits: 'remove',
    input: which.extend({ version }),
    output: z.object({ undo }),
  }),
  save: command({
    summary: 'Keep what is written of an analysis.',
    can: 'journey.write',
    audits: 'edit',
    input: which.extend({ version, fields: analysisFieldsSchema }),
    output: z.object({ version, undo }),
  }),
  setState: command({
    summary: 'Say that an analysis was discussed, close it, or open it again.',
    can: 'journey.write',
    audits: 'edit',
    input: which.extend({ version, state: z.enum(['draft', 'discussed', 'closed']) }),
    output: z.object({ version, undo }),
  }),
  addAction: command({
    summary: 'Add a change that was agreed. It becomes a task.',
    can: 'journey.write',
    audits: 'create',
    input: which.extend({ action: learningActionFieldsSchema }),
    output: z.object({ id: uuidSchema, taskId: uuidSchema, undo }),
  }),
  printed: command({
    summary: 'Enter in the audit trail that an analysis is being printed.',
    can: 'register.read',
    audits: 'print',
    input: which.extend({ withIdentity: z.boolean() }),
    output: z.object({}),
  }),
}
