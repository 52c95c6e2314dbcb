import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { COMMENT_ID } from './document.ts'
import { FIELD_CLASSES } from './labels.ts'
import {
  answersSchema,
  audienceSchema,
  documentSchema,
  draftSchema,
  houseStyleSchema,
  issueFindingSchema,
  issueHeadSchema,
  issueSchema,
  openDocumentSchema,
  revisionSchema,
  templateCodeSchema,
  titleSchema,
  toolkitLibrarySchema,
  toolkitTitlesSchema,
  topicSchema,
  fieldValueSchema,
} from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()
const made = z.object({ id: uuidSchema, version, undo })
const written = z.object({ version, undo })
/** Whom the document is about; null for one about nobody. */
const about = uuidSchema.nullable().default(null)
const which = z.object({ id: uuidSchema, version })

const savedSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), version, savedAt: z.string(), undo }),
  /** Somebody else wrote elsewhere in it meanwhile: both are kept, and this is the text now. */
  z.object({ outcome: z.literal('merged'), version, savedAt: z.string(), undo, now: draftSchema }),
  /** Somebody else wrote in the same place: the text is theirs still, and what was sent is kept as an earlier state. */
  z.object({
    outcome: z.literal('conflict'),
    version,
    undo,
    theirs: draftSchema,
    mine: draftSchema,
    by: z.string(),
    revisionId: uuidSchema,
  }),
])

export const ofDocuments = {
  library: query({
    summary: 'The templates of the toolkit and the documents made from them.',
    can: 'register.read',
    input: z.object({}),
    output: toolkitLibrarySchema,
  }),
  titles: query({
    summary: 'What the documents and templates of the toolkit are called, for the finder.',
    can: 'register.read',
    input: z.object({}),
    output: toolkitTitlesSchema,
  }),
  fields: query({
    summary: 'The facts that a document can name, with what each says today.',
    can: 'register.read',
    input: z.object({
      documentId: uuidSchema.nullable().default(null),
      /** Those of one class only, or these. Without it names and classes come alone, unmeasured. */
      codes: z.array(z.string().max(80)).max(40).default([]),
    }),
    output: z.object({
      fields: z.array(
        z.object({
          code: z.string(),
          label: z.string(),
          group: z.string(),
          class: z.enum(FIELD_CLASSES.map(({ code }) => code)),
          kind: z.enum(['words', 'table']),
        }),
      ),
      values: z.array(fieldValueSchema),
    }),
  }),
  whose: query({
    summary: 'Whom a document is about, so that it can be opened as what it is.',
    can: 'register.read',
    input: z.object({ id: uuidSchema }),
    output: z.object({ personId: uuidSchema.nullable() }),
  }),
  open: query({
    summary: 'One document that is about nobody, with what its facts say today and what changed since it was issued.',
    can: 'register.read',
    input: z.object({ id: uuidSchema }),
    output: openDocumentSchema,
  }),
  openOfPerson: query({
    summary: 'One document about a person.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ id: uuidSchema, personId: uuidSchema }),
    output: openDocumentSchema,
  }),
  create: command({
    summary: 'Begin a document, from a template or from nothing.',
    can: 'documents.write',
    audits: 'create',
    input: z.object({
      templateCode: templateCodeSchema.nullable(),
      personId: uuidSchema.nullable().default(null),
      title: titleSchema.nullable().default(null),
      /** Of a document from nothing. */
      topic: topicSchema.default('work'),
      audience: audienceSchema.default('inside'),
    }),
    output: made,
  }),
  save: command({
    summary: 'Keep what is written of a document. Two who write in it at once lose nothing.',
    can: 'documents.write',
    audits: 'edit',
    input: which.extend({
      ...draftSchema.shape,
      /** What this window was given or last kept: what it changed is told by it. */
      base: draftSchema,
    }),
    output: savedSchema,
  }),
  setAudience: command({
    summary: 'Say whether a document stays in the practice, leaves it, or is seen by its writer only.',
    can: 'documents.write',
    audits: 'edit',
    input: which.extend({ audience: audienceSchema, topic: topicSchema }),
    output: written,
  }),
  remove: command({
    summary: 'Remove a document with its issues, comments and earlier states.',
    can: 'documents.write',
    audits: 'remove',
    input: which,
    output: z.object({ undo }),
  }),
  checkIssue: query({
    summary: 'What stands in the way of issuing a document, and what should be known before.',
    can: 'register.read',
    input: z.object({ id: uuidSchema }),
    output: z.object({ findings: z.array(issueFindingSchema) }),
  }),
  issue: command({
    summary: 'Freeze a document with a number and a date.',
    can: 'documents.write',
    audits: 'create',
    input: which.extend({
      purpose: shortText(200, 'Say what it is issued for'),
      recipient: shortText(120).nullable().default(null),
    }),
    output: z.object({ issue: issueHeadSchema, version, undo }),
  }),
  issues: query({
    summary: 'The issues of a document, the newest first.',
    can: 'register.read',
    input: z.object({ documentId: uuidSchema }),
    output: z.array(issueHeadSchema),
  }),
  issueOne: query({
    summary: 'One issue, as it was frozen.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ id: uuidSchema, personId: about }),
    output: issueSchema,
  }),
  revisions: query({
    summary: 'Earlier states of a draft, the newest first.',
    can: 'register.read',
    input: z.object({ documentId: uuidSchema }),
    output: z.array(revisionSchema),
  }),
  revision: query({
    summary: 'One earlier state of a draft.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ id: uuidSchema, personId: about }),
    output: revisionSchema.extend({ content: documentSchema, answers: answersSchema }),
  }),
  restoreRevision: command({
    summary: 'Take up an earlier state of a draft. What stands there now is kept as an earlier state.',
    can: 'documents.write',
    audits: 'edit',
    input: which.extend({ revisionId: uuidSchema }),
    output: written,
  }),
  addComment: command({
    summary: 'Write a comment beside the text.',
    can: 'documents.write',
    audits: 'create',
    input: z.object({
      documentId: uuidSchema,
      markId: z.string().regex(COMMENT_ID, 'This comment has no place in the text'),
      words: longText(2000).refine((words) => words !== '', { error: 'Write the comment' }),
    }),
    output: made,
  }),
  resolveComment: command({
    summary: 'Say that a comment is dealt with, or take that back.',
    can: 'documents.write',
    audits: 'edit',
    input: which.extend({ isResolved: z.boolean() }),
    output: written,
  }),
  removeComment: command({
    summary: 'Remove a comment.',
    can: 'documents.write',
    audits: 'remove',
    input: which,
    output: z.object({ undo }),
  }),
  houseStyle: query({
    summary: 'What stands on every page of a document.',
    can: 'settings.read',
    input: z.object({}),
    output: houseStyleSchema.extend({
      /** The practice as it is recorded, where no name is set. */
      practiceName: z.string(),
    }),
  }),
  saveHouseStyle: command({
    summary: 'Change what stands on every page of a document.',
    can: 'settings.write',
    audits: 'settings',
    input: houseStyleSchema,
    output: z.object({ undo }),
  }),
}
