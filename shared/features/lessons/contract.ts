import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { CHART_MONTHS, lessonCardSchema, lessonChartSchema, lessonFieldsSchema } from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()
const fileHandle = z.string()
const which = z.object({ id: uuidSchema, version })

export const lessons = {
  list: query({
    summary: 'Lesson cards, those made here and those brought in, the newest first.',
    can: 'register.read',
    input: z.object({}),
    output: z.array(lessonCardSchema),
  }),
  chart: query({
    summary: 'The run of a measure as a card would freeze it: months of 1 to 5 people are blank.',
    can: 'register.read',
    input: z.object({
      measureCode: z.string().max(80),
      months: z.union(CHART_MONTHS.map((months) => z.literal(months))),
    }),
    output: z.object({
      chart: lessonChartSchema,
      /** Months left blank because they count too few. */
      blanked: z.number().int(),
    }),
  }),
  add: command({
    summary: 'Make a lesson card.',
    can: 'documents.write',
    audits: 'create',
    input: z.object({ fields: lessonFieldsSchema }),
    output: z.object({ id: uuidSchema, version, undo }),
  }),
  save: command({
    summary: 'Change a lesson card that was made here.',
    can: 'documents.write',
    audits: 'edit',
    input: which.extend({ fields: lessonFieldsSchema }),
    output: z.object({ version, undo }),
  }),
  remove: command({
    summary: 'Remove a lesson card.',
    can: 'documents.write',
    audits: 'remove',
    input: which,
    output: z.object({ undo }),
  }),
  exportCard: job({
    summary: 'Write a lesson card to a file, refused where anything in it may tell of a patient.',
    can: 'documents.write',
    audits: 'export',
    input: z.object({ id: uuidSchema, fileHandle }),
    output: z.object({ checksum: z.string(), bytes: z.number().int() }),
  }),
  inspect: query({
    summary: 'What the file of a lesson card holds, before it is brought in.',
    can: 'documents.write',
    input: z.object({ fileHandle }),
    output: z.object({
      checksum: z.string(),
      practice: z.string(),
      card: lessonCardSchema.omit({ id: true, version: true, origin: true }),
      alreadyHere: z.boolean(),
    }),
  }),
  bringIn: command({
    summary: 'Bring in a lesson card as it was looked at.',
    can: 'documents.write',
    audits: 'import',
    input: z.object({ fileHandle, checksum: z.string() }),
    output: z.object({ id: uuidSchema, undo }),
  }),
}
