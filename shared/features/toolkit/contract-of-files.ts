import { z } from 'zod'
import { command, job, query } from '#shared/contract/define.ts'
import { shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { documentSchema, templateCodeSchema, templateLineSchema, titleSchema, topicSchema } from './schema.ts'

const undo = z.number().int()
const bytes = z.number().int()
const fileHandle = z.string()

export const FILE_FORMATS = ['docx', 'markdown', 'html'] as const

const templateAbout = z.object({
  title: titleSchema,
  purpose: shortText(400, 'Say what it is for'),
  usedBy: shortText(200, 'Say who uses it'),
  minutes: z.number({ error: 'Enter the minutes' }).int().min(1, 'At least a minute').max(600, 'Ten hours at most'),
  sources: z.array(shortText(300)).max(40).default([]),
  reviewMonths: z.number().int().min(1, 'At least a month').max(120, 'Ten years at most').nullable().default(null),
})

const codes = z.array(z.string())

export const ofFiles = {
  exportFile: job({
    summary: 'Write a document to a file: an issue, or the draft as it stands.',
    can: 'documents.write',
    audits: 'export',
    input: z.object({
      documentId: uuidSchema,
      /** null: the draft. */
      issueId: uuidSchema.nullable().default(null),
      /** Whom the document is about; null for one about nobody. */
      personId: uuidSchema.nullable().default(null),
      format: z.enum(FILE_FORMATS),
      fileHandle,
    }),
    output: z.object({ bytes }),
  }),
  printed: command({
    summary: 'Enter in the audit trail that a document is being printed.',
    can: 'register.read',
    audits: 'print',
    input: z.object({
      documentId: uuidSchema,
      issueId: uuidSchema.nullable().default(null),
      personId: uuidSchema.nullable().default(null),
    }),
    output: z.object({}),
  }),
  importFile: job({
    summary: 'Make a document of a Word or Markdown file.',
    can: 'documents.write',
    audits: 'import',
    input: z.object({
      fileHandle,
      topic: topicSchema.default('work'),
      audience: z.enum(['inside', 'outside', 'self']).default('inside'),
    }),
    output: z.object({
      id: uuidSchema,
      version: z.number().int(),
      title: z.string(),
      /** What a document cannot hold, each in a word or two, such as "pictures". */
      leftOut: z.array(z.string()),
      /** What looked like facts and cannot be any; it stays in the text as words. */
      strange: z.array(z.string()),
      undo,
    }),
  }),
  template: query({
    summary: 'One template with its text.',
    can: 'register.read',
    input: z.object({ code: templateCodeSchema }),
    output: z.object({ template: templateLineSchema, content: documentSchema }),
  }),
  saveAsTemplate: command({
    summary: 'Make a template of a document.',
    can: 'documents.write',
    audits: 'create',
    input: templateAbout.extend({ documentId: uuidSchema }),
    output: z.object({ code: templateCodeSchema, id: uuidSchema, undo }),
  }),
  exportTemplate: job({
    summary: 'Write a template to a file for another practice.',
    can: 'documents.write',
    audits: 'export',
    input: z.object({ code: templateCodeSchema, fileHandle }),
    output: z.object({ checksum: z.string(), bytes }),
  }),
  inspectTemplate: query({
    summary: 'What a template file holds, before it is brought in.',
    can: 'documents.write',
    input: z.object({ fileHandle }),
    output: z.object({
      checksum: z.string(),
      /** The practice that made it. */
      madeBy: z.string(),
      template: templateLineSchema,
      content: documentSchema,
      /** Facts that it names, by how they stand. */
      known: codes,
      unknown: codes,
      unsafe: codes,
      blanks: codes,
      /** The template that it is already, by code. */
      alreadyHere: z.string().nullable(),
    }),
  }),
  importTemplate: command({
    summary: 'Bring in a template as it was looked at.',
    can: 'documents.write',
    audits: 'import',
    input: z.object({ fileHandle, checksum: z.string() }),
    output: z.object({ code: templateCodeSchema, id: uuidSchema, undo }),
  }),
  removeTemplate: command({
    summary: 'Remove a template of the practice’s own. Documents made from it stay.',
    can: 'documents.write',
    audits: 'remove',
    input: z.object({ id: uuidSchema, version: z.number().int().min(1) }),
    output: z.object({ undo }),
  }),
}
